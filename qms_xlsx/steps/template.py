"""An office's own templates: strangers' files like any other, and never somebody's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.areas import FORM, PROGRESS, RESULTS
from qms_xlsx.intake.book import Refused
from qms_xlsx.language.messages import message
from qms_xlsx.steps.reading import open_all
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.language.messages import Message
    from qms_xlsx.read.tables import Contents

_PREFILLED = ("organisation", "department", "fingerprint")


def refuse_unless_blank(template: Path) -> None:
    """Raise StepError for a template that is unsafe to open, or a form made of one before."""
    opened = next(open_all([template]))
    if opened.contents is None:
        raise _unusable(template, opened.findings[0].message)
    if _is_made(opened.contents):
        raise StepError(
            message(
                "{file} is a form of a department already: its entries would stand in everybody's "
                "form. Name the blank template that forms are made of.",
                file=template.name,
            )
        )


def refuse_unless_safe(template: Path) -> None:
    """Raise StepError for a template of papers that is unsafe to open."""
    from qms_xlsx.document.opening import read_document  # noqa: PLC0415 (of papers only)

    read = read_document(template)
    if isinstance(read, Refused):
        raise _unusable(template, read.fault.message)


def _unusable(template: Path, why: Message) -> StepError:
    return StepError(
        message("The template {file} cannot be used. {why}", file=template.name, why=why)
    )


def _is_made(contents: Contents) -> bool:
    """Return whether something stands where a blank template has nothing but sample rows."""
    heads = {row.key for table in contents.of(FORM.name) for row in table.rows if row.cells}
    tables = (*contents.of(RESULTS.name), *contents.of(PROGRESS.name))
    keys = {row.key for table in tables for row in table.rows if not row.key.startswith("#")}
    return bool(heads.intersection(_PREFILLED) or keys - {""})
