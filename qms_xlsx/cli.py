"""The command line: parse, one call, print, exit status.

Exit status: 0 nothing wrong; 1 done, but the inputs have errors; 2 wrong usage, or nothing could
be done. Each command imports its step only when it runs, so that `--help` stays quick.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, TypeVar

import click

from qms_xlsx import say
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal.command import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.period import Period

ERRORS, NOTHING_DONE = 1, 2


def period_of(value: str) -> Period:
    """Return the period of an option, or refuse it with the forms there are."""
    from qms_xlsx.domain.period import InvalidPeriod, Period

    try:
        return Period.parse(value)
    except InvalidPeriod:
        raise click.BadParameter(
            f"“{value}” is not a period; write 2024, 2024-H1, 2024-Q2 or 2024-06."
        ) from None


def day_of(value: str) -> date:
    """Return the day of an option, or refuse it with the forms wanted."""
    from qms_xlsx.read.cells import InvalidCell, written_date

    try:
        return written_date(value)
    except InvalidCell:
        raise click.BadParameter(
            f"“{value}” is not a day; write 2024-06-20 or 20/6/2024."
        ) from None


FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path)
YEAR = click.IntRange(1990, 2099)
FORMAT = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("How the outcome is printed."),
)
AS_OF = click.option(
    "--as-of",
    type=day_of,
    metavar="DATE",
    help=N_("The day from which things are seen; default today."),
)
PERIOD = click.option(
    "--period",
    type=period_of,
    metavar="PERIOD",
    help=N_("2024, 2024-H1, 2024-Q2 or 2024-06; default the last month."),
)


@click.group(
    cls=Group,
    help=N_(
        "Quality objectives in Excel: forms out, filled forms in, checked, added up and judged."
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name="qms-xlsx",
    prog_name="qms-xlsx",
    message="%(prog)s %(version)s",
    help=N_("Show the version and exit."),
)
def main() -> None:
    """Quality objectives in Excel: forms out, filled forms in, checked, added up and judged."""


@main.command(help=N_("Make the folder of a year, with an empty register or a sample's."))
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
    with _told(language):
        report.made(make(folder, year, sample), language)


def _init_from(
    folder: Path, year: int | None, sources: tuple[Path, ...], language: str
) -> NoReturn:
    """Make the folder of a year with the draft of a decision, and end."""
    from qms_xlsx.steps.import_decision import init_from
    from qms_xlsx.terminal import importing, report

    with _told(language):
        workspace, done = init_from(folder, sources, year, language)
    importing.show(done, language)
    report.made(workspace, language)
    sys.exit(ERRORS if done.doubted else 0)


@main.command(
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
    from qms_xlsx.terminal.importing import show

    with _told(language):
        done = import_decision(files, output, year, language, against)
    _print(output_format, done, show, language)
    sys.exit(ERRORS if done.doubted else 0)


@main.command(help=N_("Write one form a department to bieu-mau/, entries of earlier forms kept."))
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@click.option("--template", type=FILE, help=N_("The office's own form template."))
def forms(folder: Path, template: Path | None, language: str) -> None:
    """Write one form a department to bieu-mau/, entries of earlier forms kept."""
    from qms_xlsx.steps.forms import make_forms
    from qms_xlsx.terminal import report

    with _told(language), _progress() as tick:
        made = make_forms(folder, template=template, tick=tick)
    report.forms(made, language)
    sys.exit(ERRORS if made.errors or made.spared else 0)


@main.command(
    help=N_("Say what is wrong with registers and forms; folders are walked, nothing is changed.")
)
@click.argument("paths", type=FILE, nargs=-1, metavar="[PATH]...")
@click.option(
    "--register", type=FILE, metavar="FILE", help=N_("Check forms against this register.")
)
@click.option("--parent", type=FILE, metavar="FILE", help=N_("The parent organisation's register."))
@FORMAT
def validate(
    paths: tuple[Path, ...],
    register: Path | None,
    parent: Path | None,
    output_format: str,
    language: str,
) -> None:
    """Say what is wrong with registers and forms; folders are walked, nothing is changed."""
    from qms_xlsx.steps.validate import validate as check
    from qms_xlsx.terminal import report

    with _told(language), _progress() as tick:
        outcome = check(paths or (Path(),), register=register, parent=parent, tick=tick)
    _print(output_format, outcome, report.validation, language)
    sys.exit(ERRORS if outcome.counts["error"] else 0)


@main.command(
    help=N_(
        "Run the month: check the forms, add up, judge, write the summary and the return copies."
    )
)
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@PERIOD
@AS_OF
@click.option("-o", "--output", type=FILE, metavar="FILE", help=N_("Where the summary goes."))
@FORMAT
def aggregate(
    folder: Path,
    period: Period | None,
    as_of: date | None,
    output: Path | None,
    output_format: str,
    language: str,
) -> None:
    """Run the month: check the forms, add up, judge, write the summary and the return copies."""
    from qms_xlsx.steps.aggregate import run_aggregation
    from qms_xlsx.terminal import report

    with _told(language), _progress() as tick:
        run = run_aggregation(folder, period=period, as_of=as_of, output=output, tick=tick)
    _print(output_format, run, report.run, language)
    sys.exit(ERRORS if run.errors or run.spared else 0)


@main.command(
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

    with _told(language), _progress() as tick:
        asked = ask(folder, period=period, as_of=as_of, tick=tick)
    _print(output_format, asked, report.reminders, language)
    sys.exit(ERRORS if asked.run.errors or asked.spared else 0)


@main.command(
    help=N_("Play a whole cycle on a real sample: register, forms, submissions, summary.")
)
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

    with _told(language), _progress() as tick:
        played = play(folder or Path(f"MTCL-{sample}"), sample, tick)
    report.demo(played, language)


@main.command(
    help=N_("Say how a target's or a deadline's words are read; “-” reads one wording a line.")
)
@click.option("--target", "kind", flag_value="target", help=N_("Read the words as a target."))
@click.option("--deadline", "kind", flag_value="deadline", help=N_("Read the words as a deadline."))
@click.option("--year", type=YEAR, metavar="YEAR", help=N_("The deadlines' year; default this."))
@FORMAT
@click.argument("texts", nargs=-1, metavar="TEXT... | -")
def explain(
    kind: str | None,
    year: int | None,
    output_format: str,
    texts: tuple[str, ...],
    language: str,
) -> None:
    """Say how a target's or a deadline's words are read; “-” reads one wording a line."""
    from qms_xlsx.steps.explain import explain_deadline, explain_target
    from qms_xlsx.terminal import report

    if kind is None or not texts:
        raise click.UsageError("Give --target or --deadline, and a text or “-”.")
    lines = texts == ("-",)
    wordings = _lines_of_stdin() if lines else [" ".join(texts)]
    for text in wordings:
        told = (
            explain_target(text, language)
            if kind == "target"
            else explain_deadline(text, year or date.today().year, language)
        )
        if output_format == "json":
            indent = None if lines else 2
            _echo_json(told.document, indent)
        else:
            report.explanation(told, language)


@main.command(
    help=N_("Say how every row is judged, with an example; cach-hieu.xlsx is there to be signed.")
)
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@FORMAT
def readings(folder: Path, output_format: str, language: str) -> None:
    """Say how every row is judged, with an example; cach-hieu.xlsx is there to be signed."""
    from qms_xlsx.steps.readings import tell_readings
    from qms_xlsx.terminal.readings import show

    with _told(language):
        told = tell_readings(folder, date.today())
    _print(output_format, told, show, language)
    sys.exit(ERRORS if told.unread or told.spared else 0)


def _lines_of_stdin() -> list[str]:
    """Return the lines typed or piped in, whatever their encoding."""
    data = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    return [line for line in data.splitlines() if line.strip()]


@contextmanager
def _told(language: str) -> Iterator[None]:
    """Turn "nothing could be done" into a sentence and exit status 2."""
    from qms_xlsx.steps.trouble import StepError

    try:
        yield
    except StepError as error:
        click.echo(say.text(error.reason, language), err=True)
        sys.exit(NOTHING_DONE)


@contextmanager
def _progress() -> Iterator[Callable[[int], None] | None]:
    """Give a function to call after each file; the bar shows on a terminal after two seconds."""
    if not sys.stderr.isatty():
        yield None
        return
    from qms_xlsx.terminal.progress_bar import bar

    with bar() as tick:
        yield tick


class _Outcome(Protocol):
    """What a step returns: a document, and something to tell."""

    def as_json(self, language: str) -> dict[str, Any]: ...


Done = TypeVar("Done", bound=_Outcome)


def _print(
    output_format: str, done: Done, tell: Callable[[Done, str], None], language: str
) -> None:
    if output_format == "json":
        _echo_json(done.as_json(language), 2)
    else:
        tell(done, language)


def _echo_json(document: object, indent: int | None) -> None:
    """Print a document; letters that the stream may lack are written as JSON escapes."""
    plain = "utf" not in (getattr(sys.stdout, "encoding", None) or "").lower()
    click.echo(json.dumps(document, ensure_ascii=plain, indent=indent, allow_nan=False))
