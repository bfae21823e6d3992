"""Commands of the month: forms out, filled forms in, checked, added up, asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qms_xlsx.commands.options import AS_OF, DASK, FILE, FOLDER, FORMAT, PERIOD, WORKERS
from qms_xlsx.commands.running import ERRORS, print_outcome, progress, stopping
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal.command import command

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.period import Period


@command(help=N_("Write one form a department to bieu-mau/, entries of earlier forms kept."))
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@click.option("--template", type=FILE, help=N_("The office's own form template."))
def forms(folder: Path, template: Path | None, language: str) -> None:
    """Write one form a department to bieu-mau/, entries of earlier forms kept."""
    from qms_xlsx.steps.forms import make_forms
    from qms_xlsx.terminal import report

    with stopping(language), progress() as tick:
        made = make_forms(folder, template=template, tick=tick)
    report.forms(made, language)
    sys.exit(ERRORS if made.errors or made.spared else 0)


@command(
    help=N_("Say what is wrong with registers and forms; folders are walked, nothing is changed.")
)
@click.argument("paths", type=FILE, nargs=-1, metavar="[PATH]...")
@click.option(
    "--register", type=FILE, metavar="FILE", help=N_("Check forms against this register.")
)
@click.option("--parent", type=FILE, metavar="FILE", help=N_("The parent organisation's register."))
@WORKERS
@FORMAT
def validate(
    paths: tuple[Path, ...],
    register: Path | None,
    parent: Path | None,
    workers: int | None,
    output_format: str,
    language: str,
) -> None:
    """Say what is wrong with registers and forms; folders are walked, nothing is changed."""
    from qms_xlsx.steps.validate import validate as check
    from qms_xlsx.terminal import report

    with stopping(language), progress() as tick:
        outcome = check(
            paths or (Path(),), register=register, parent=parent, workers=workers, tick=tick
        )
    print_outcome(output_format, outcome, report.validation, language)
    sys.exit(ERRORS if outcome.counts["error"] else 0)


@command(
    help=N_(
        "Run the month: check the forms, add up, judge, write the summary and the return copies."
    )
)
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@PERIOD
@AS_OF
@click.option("-o", "--output", type=FILE, metavar="FILE", help=N_("Where the summary goes."))
@click.option(
    "--data",
    type=FILE,
    metavar="FILE",
    help=N_("Write every figure, one a row, to this file, too: .csv or .parquet."),
)
@WORKERS
@DASK
@FORMAT
def aggregate(folder: Path, *, output_format: str, language: str, **asked: Any) -> None:
    """Run the month: check the forms, add up, judge, write the summary and the return copies."""
    from qms_xlsx.steps.aggregate import run_aggregation
    from qms_xlsx.terminal.month import month

    with stopping(language), progress() as tick:
        run = run_aggregation(folder, **asked, tick=tick)
    print_outcome(output_format, run, month, language)
    sys.exit(ERRORS if run.errors or run.spared else 0)


@command(
    help=N_("Say who owes what; a note a department and the year's calendar go to nhac-viec/.")
)
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@PERIOD
@AS_OF
@FORMAT
def remind(
    folder: Path, period: Period | None, as_of: date | None, output_format: str, language: str
) -> None:
    """Say who owes what; a note a department and the year's calendar go to nhac-viec/."""
    from qms_xlsx.steps.remind import remind as ask
    from qms_xlsx.terminal import report

    with stopping(language), progress() as tick:
        asked = ask(folder, period=period, as_of=as_of, tick=tick)
    print_outcome(output_format, asked, report.reminders, language)
    sys.exit(ERRORS if asked.run.errors or asked.spared else 0)


@command(
    help=N_("Write the Word report, the slips, the minutes and the departments' table to bao-cao/.")
)
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@PERIOD
@AS_OF
@click.option("--template", type=FILE, metavar="FILE", help=N_("The office's own Word template."))
@FORMAT
def report(
    folder: Path,
    period: Period | None,
    as_of: date | None,
    template: Path | None,
    output_format: str,
    language: str,
) -> None:
    """Write the Word report, the slips, the minutes and the departments' table to bao-cao/."""
    from qms_xlsx.steps.report import report as write
    from qms_xlsx.terminal.papers import papers

    with stopping(language), progress() as tick:
        written = write(folder, period=period, as_of=as_of, template=template, tick=tick)
    print_outcome(output_format, written, papers, language)
    sys.exit(ERRORS if written.run.errors or written.spared else 0)
