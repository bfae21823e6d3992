"""The command of the level above: many offices' summaries become one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from qms_xlsx.commands.options import FILE, FORMAT, PERIOD, WORKERS
from qms_xlsx.commands.running import ERRORS, print_outcome, progress, stopping
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal.command import command

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.period import Period


@command(help=N_("Put the summaries of many offices together: the level above, judged and ranked."))
@click.argument("paths", type=FILE, nargs=-1, required=True, metavar="FILE|DIR...")
@click.option("-o", "--output", type=FILE, metavar="FILE", help=N_("Where the workbook goes."))
@click.option("--register", type=FILE, metavar="FILE", help=N_("The register of the level above."))
@PERIOD
@WORKERS
@FORMAT
def rollup(
    paths: tuple[Path, ...],
    output: Path | None,
    register: Path | None,
    period: Period | None,
    workers: int | None,
    output_format: str,
    language: str,
) -> None:
    """Put the summaries of many offices together: the level above, judged and ranked."""
    from qms_xlsx.steps.rollup import run_rollup
    from qms_xlsx.terminal.above import rolled_up

    with stopping(language), progress() as tick:
        done = run_rollup(
            paths, register=register, period=period, output=output, workers=workers, tick=tick
        )
    print_outcome(output_format, done, rolled_up, language)
    sys.exit(ERRORS if done.errors or done.spared else 0)
