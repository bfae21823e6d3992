"""A template's paragraphs and tables with a document's texts in their places."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from qms_xlsx.write.word.paragraphs import FIELD, fill_fields, text_of
from qms_xlsx.write.word.places import refuse_unknown
from qms_xlsx.write.word.rows import fill_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qms_xlsx.write.word.filling import Filling

_OPENING = re.compile(r"\s*\{\{#([a-z_]+)\}\}\s*")
_ALONE = re.compile(rf"\s*[-–+•]?\s*{FIELD.pattern}\s*")
"""A field with nothing but a dash before it."""


def filled(elements: Sequence[Any], filling: Filling) -> Iterator[Any]:
    """Yield the elements of a document that a part of the template makes."""
    rest = iter(elements)
    for element in rest:
        opening = _OPENING.fullmatch(text_of(element)) if element.tag == qn("w:p") else None
        if opening:
            yield from _repeated(_until_closed(rest, opening[1]), opening[1], filling)
        elif element.tag == qn("w:p"):
            yield from filled_paragraphs(element, filling)
        else:
            for cell in element.iter(qn("w:tc")):  # before any row holds what people typed
                _fill_cell(cell, filling)
            if fill_rows(element, filling):
                yield element


def _until_closed(rest: Iterator[Any], name: str) -> list[Any]:
    found = []
    for element in rest:
        if text_of(element).strip() == f"{{{{/{name}}}}}":
            break
        found.append(element)
    return found


def _repeated(elements: list[Any], name: str, filling: Filling) -> Iterator[Any]:
    refuse_unknown([f"#{name}"], [f"#{part}" for part in filling.parts])
    for own in filling.parts[name]:
        yield from filled([deepcopy(element) for element in elements], own.within(filling))


def filled_paragraphs(paragraph: Any, filling: Filling) -> Iterator[Any]:
    """Yield the paragraphs that one of the template makes: for a list, one a text."""
    text = text_of(paragraph)
    alone = _ALONE.fullmatch(text)
    if alone and alone[1] in filling.lists:
        for item in filling.lists[alone[1]]:
            own = deepcopy(paragraph)
            fill_fields(own, {alone[1]: item})
            yield own
        return
    values = {name: " ".join(items) for name, items in filling.lists.items()} | {**filling.fields}
    refuse_unknown((name for name in FIELD.findall(text) if ":" not in name), values)
    if fill_fields(paragraph, values):
        yield paragraph


def _fill_cell(cell: Any, filling: Filling) -> None:
    """Fill a cell; it keeps one paragraph, without which Word calls the file damaged."""
    old = cell.findall(qn("w:p"))
    for paragraph in old:
        for new in list(filled_paragraphs(deepcopy(paragraph), filling)):
            paragraph.addprevious(new)
    kept = len(cell.findall(qn("w:p"))) > len(old)
    for paragraph in old[0 if kept else 1 :]:
        cell.remove(paragraph)
    if not kept:
        fill_fields(old[0], dict.fromkeys((*filling.fields, *filling.lists), ""))
