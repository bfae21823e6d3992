"""Commands of an end: figures that stand, the proof that they do, and the year after."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from qms_xlsx.commands.options import AS_OF, FOLDER, period_of
from qms_xlsx.commands.running import ERRORS, progress, stopping
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal.command import command

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qms_xlsx.domain.period import Period


@command(help=N_("Close a period: its figures stand, kept with forms and summary in chot-so/."))
@click.argument("period", type=period_of, metavar="PERIOD")
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@AS_OF
@click.option(
    "--despite",
    metavar="REASON",
    default="",
    help=N_("Close although errors or questions are open; the reason is written down."),
)
def close(period: Period, folder: Path, as_of: date | None, despite: str, language: str) -> None:
    """Close a period: its figures stand, kept with forms and summary in chot-so/."""
    from qms_xlsx.steps.close import close as keep
    from qms_xlsx.terminal import closing

    with stopping(language), progress() as tick:
        closed = keep(folder, period, as_of=as_of, despite=despite, tick=tick)
    closing.closed(closed, language)


@command(help=N_("Compare closed periods with their manifests, byte by byte; nothing is changed."))
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@click.option(
    "--record", is_flag=True, help=N_("Remember the signed papers in each period's da-ky/.")
)
def verify(folder: Path, record: bool, language: str) -> None:
    """Compare closed periods with their manifests, byte by byte; nothing is changed."""
    from qms_xlsx.steps.verify import verify as compare
    from qms_xlsx.terminal import closing

    with stopping(language):
        verdicts = compare(folder, record=record)
    closing.verified(verdicts, language)
    sys.exit(ERRORS if any(own.differences for own in verdicts) else 0)


@command(
    "next-year",
    help=N_("Make the next year's folder from this one: register, baselines, open actions."),
)
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@click.argument("new", type=FOLDER, metavar="[NEW]", required=False)
@AS_OF
def next_year(folder: Path, new: Path | None, as_of: date | None, language: str) -> None:
    """Make the next year's folder from this one: register, baselines, open actions."""
    from qms_xlsx.steps.next_year import turn_year
    from qms_xlsx.terminal import closing

    with stopping(language), progress() as tick:
        turned = turn_year(folder, new, as_of=as_of, tick=tick)
    closing.turned(turned, language)
    sys.exit(ERRORS if turned.errors else 0)
