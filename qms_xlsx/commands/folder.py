"""Commands that make a folder and its register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from qms_xlsx.commands.options import FILE, FOLDER, FORMAT, YEAR
from qms_xlsx.commands.running import ERRORS, print_outcome, progress, stopping
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal.command import command


@command(help=N_("Make the folder of a year, with an empty register or a sample's."))
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--year", type=YEAR, metavar="YEAR", help=N_("The year."))
@click.option("--sample", metavar="NAME", help=N_("Start from the register of a sample."))
@click.option(
    "--from",
    "sources",
    type=FILE,
    multiple=True,
    metavar="FILE",
    help=N_("Draft the register from a signed decision or plan; may be given again."),
)
def init(
    folder: Path, year: int | None, sample: str | None, sources: tuple[Path, ...], language: str
) -> None:
    """Make the folder of a year, with an empty register or a sample's."""
    from qms_xlsx.steps.init import init as make
    from qms_xlsx.terminal import report

    if sources:
        _init_from(folder, year, sources, language)
    if year is None:
        raise click.UsageError("Give --year, or a decision with --from.")
    with stopping(language):
        report.made(make(folder, year, sample), language)


def _init_from(
    folder: Path, year: int | None, sources: tuple[Path, ...], language: str
) -> NoReturn:
    """Make the folder of a year with the draft of a decision, and end."""
    from qms_xlsx.steps.decided_year import init_from
    from qms_xlsx.terminal import importing, report

    with stopping(language):
        workspace, done = init_from(folder, sources, year, language)
    importing.show(done, language)
    report.made(workspace, language)
    sys.exit(ERRORS if done.doubted else 0)


@command(
    "import", help=N_("Draft a register from a signed decision or plan: .docx, .xlsx, .pdf, .txt.")
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", type=FILE, metavar="FILE", help=N_("Where the draft goes."))
@click.option("--year", type=YEAR, metavar="YEAR", help=N_("The year, where it is not told."))
@click.option(
    "--against",
    type=FILE,
    metavar="FILE",
    help=N_("Compare with this register, such as last year's."),
)
@FORMAT
def import_(
    files: tuple[Path, ...],
    output: Path | None,
    against: Path | None,
    year: int | None,
    output_format: str,
    language: str,
) -> None:
    """Draft a register from a signed decision or plan: .docx, .xlsx, .pdf, .txt."""
    from qms_xlsx.steps.import_decision import import_decision
    from qms_xlsx.terminal import importing

    with stopping(language):
        done = import_decision(files, output, year, language, against)
    print_outcome(output_format, done, importing.show, language)
    sys.exit(ERRORS if done.doubted else 0)


@command(help=N_("Play a whole cycle on a real sample: register, forms, submissions, summary."))
@click.argument("folder", type=FOLDER, metavar="[DIR]", required=False)
@click.option(
    "--sample",
    metavar="NAME",
    default="thuong-lo-2024",
    help=N_(
        "loc-son-2021, bac-hong-2021, thuong-lo-2024 (default), giong-rieng-2019 or cao-loc-2023."
    ),
)
def demo(folder: Path | None, sample: str, language: str) -> None:
    """Play a whole cycle on a real sample: register, forms, submissions, summary."""
    from qms_xlsx.steps.demo import demo as play
    from qms_xlsx.terminal import report

    with stopping(language), progress() as tick:
        played = play(folder or Path(f"MTCL-{sample}"), sample, tick)
    report.demo(played, language)
