"""The Word template: one file with a part for each document, found by its mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from qms_xlsx.book.resources import REPORT_TEMPLATE, template
from qms_xlsx.language.messages import message
from qms_xlsx.write.parts.archive import ArchivePart, archived
from qms_xlsx.write.templating import TemplateError
from qms_xlsx.write.word.bodies import filled
from qms_xlsx.write.word.paragraphs import FIELD, fill_fields, mark_gaps, printable, text_of
from qms_xlsx.write.word.places import refuse_unknown
from qms_xlsx.write.word.widths import fit_columns

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from docx.document import Document

    from qms_xlsx.write.word.filling import Filling

GAP_STYLE = "Chỗ cần điền"
"""The character style of what only people know."""
_LONGEST_PROPERTY = 255
_MARK = re.compile(r"\s*(#qms:[a-z_]+:1)\s*")


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished document, and how many gaps it leaves to people."""

    data: bytes
    gaps: int


def made_paper(name: str, filling: Filling, day: date, own_template: Path | None = None) -> Paper:
    """Return the document that one part of the template makes; the same texts, the same bytes.

    Raises TemplateError for a template without the part, or with a place that nothing goes into.
    """
    document = _opened(own_template or template(REPORT_TEMPLATE))
    _keep_part(document, name, filling)
    _drop_unused(document)
    _fill_edges(document, filling.fields)
    fit_columns(document)
    gaps = _mark_gaps(document)
    about = document.core_properties
    about.title, about.author = (
        printable(filling.fields.get(name, ""))[:_LONGEST_PROPERTY]
        for name in ("title", "organisation")
    )
    return Paper(document_bytes(document, datetime.combine(day, time())), gaps)


def _opened(path: Path) -> Document:
    try:
        return docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise TemplateError(
            message("{file} is no Word document (.docx).", file=path.name)
        ) from error


def document_bytes(document: Document, moment: datetime) -> bytes:
    """Return a document; its properties say that it was made and changed at `moment`."""
    about = document.core_properties
    about.created = about.modified = moment
    about.last_modified_by, about.revision = "qms-xlsx", 1
    made = BytesIO()
    document.save(made)
    return _steady(made)


def _keep_part(document: Document, name: str, filling: Filling) -> None:
    """Leave nothing in the body but what one part makes, with that part's own page."""
    body = document.element.body
    elements = list(body)
    found = ((_MARK.fullmatch(text_of(element)), i) for i, element in enumerate(elements))
    marks, mark = {match[1]: i for match, i in found if match}, f"#qms:{name}:1"
    if mark not in marks:
        raise TemplateError(message("The template has no part “{part}”.", part=mark))
    first = marks[mark]
    last = min((i for i in marks.values() if i > first), default=len(elements))
    page = (_pages(elements[first:last]) or _pages(elements[last:]))[-1]
    bearer = next(element for element in elements if page in element.iter())
    page.getparent().remove(page)
    bare = bearer is page or not text_of(bearer)  # the paragraph that only ends the section
    for element in list(body):
        body.remove(element)
    own = [e for e in elements[first + 1 : last] if not (bare and e is bearer)]
    body.extend(filled(own, filling))
    body.append(page)


def _pages(elements: list[Any]) -> list[Any]:
    """Return how the pages of sections look, as far as sections end among the elements."""
    return [page for element in elements for page in element.iter(qn("w:sectPr"))]


def _fill_edges(document: Document, fields: Mapping[str, str]) -> None:
    """Fill the fields of headers and footers."""
    for part in document.part.rels.values():
        if not part.is_external and part.reltype.endswith(("/header", "/footer")):
            for paragraph in part.target_part.element.iter(qn("w:p")):
                refuse_unknown(FIELD.findall(text_of(paragraph)), fields)
                fill_fields(paragraph, fields)


def _mark_gaps(document: Document) -> int:
    known = [style for style in document.styles if style.name == GAP_STYLE]
    style = known[0].style_id if known else ""
    return sum(mark_gaps(p, style) for p in document.element.body.iter(qn("w:p")))


def _drop_unused(document: Document) -> None:
    """Drop the headers and footers of the other parts."""
    used = {v for e in document.element.body.iter() for k, v in e.items() if k == qn("r:id")}
    for key, part in list(document.part.rels.items()):
        if part.reltype.endswith(("/header", "/footer")) and key not in used:
            del document.part.rels[key]


def _steady(made: BytesIO) -> bytes:
    """Return an archive with the same entries, all bearing one date."""
    with ZipFile(made) as old:
        return archived(ArchivePart.of(name, old.read(name)) for name in old.namelist())
