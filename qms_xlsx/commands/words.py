"""Commands that say how words are read."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from qms_xlsx.commands.options import FOLDER, FORMAT, YEAR
from qms_xlsx.commands.running import ERRORS, echo_json, print_outcome, stopping
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal.command import command

if TYPE_CHECKING:
    from pathlib import Path


@command(
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
            echo_json(told.document, indent)
        else:
            report.explanation(told, language)


@command(
    help=N_("Say how every row is judged, with an example; cach-hieu.xlsx is there to be signed.")
)
@click.argument("folder", type=FOLDER, metavar="[DIR]", default=".")
@FORMAT
def readings(folder: Path, output_format: str, language: str) -> None:
    """Say how every row is judged, with an example; cach-hieu.xlsx is there to be signed."""
    from qms_xlsx.steps.readings import tell_readings
    from qms_xlsx.terminal.readings import show

    with stopping(language):
        told = tell_readings(folder, date.today())
    print_outcome(output_format, told, show, language)
    sys.exit(ERRORS if told.unread or told.spared else 0)


def _lines_of_stdin() -> list[str]:
    """Return the lines typed or piped in, whatever their encoding."""
    data = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    return [line for line in data.splitlines() if line.strip()]
