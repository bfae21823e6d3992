"""Worksheet parts as the usual programs write them: told by one expression, and searched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.intake.cells import Cells, CoveredCells, check_area, check_reach, covered, place, span
from qms_xlsx.intake.concealed import hidden, is_locked
from qms_xlsx.intake.markup import has_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.intake.book import Place, Span

# `[^<>]*` and not `[^>]*`, and possessive (*+): hostile text must not make a search try again.
_MAIN = (
    rb"http://(?:schemas\.openxmlformats\.org/spreadsheetml/2006|purl\.oclc\.org/ooxml/spreadsheetml)"
    rb"/main"
)
_START = re.compile(
    rb"\s*+(?:<\?xml[^<>]*\?>\s*+)?<worksheet(?=[\s>])(?:[^<>]*\sxmlns=\"" + _MAIN + rb"\"|[^<>]*)"
)
_DIMENSION = re.compile(
    rb'<dimension ref="[A-Z]{1,3}[1-9][0-9]{0,6}(?::[A-Z]{1,3}[1-9][0-9]{0,6})?"[^<>]*>'
)
_REST = rb'(?: (?!t=|r=)[\w:]+="[^"<>&]*")*+'
_FORMULA_XML = rb"(?:<f(?: [^<>]*)?(?:/>|>[^<]*</f>)\s*+)?+"
_NUMBER = rb"[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]{1,3})?"


def _holding(value: bytes) -> bytes:
    inside = _FORMULA_XML + rb"(?:" + value + rb"|<v ?/>|<v></v>)?\s*+"
    return _REST + rb"(?: ?/>|>\s*+" + inside + rb"</c>)\s*+"


_CELLS = re.compile(
    rb'(?:<row(?: [^<>]*)?(?:/>|>\s*+(?:<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"'
    + _REST
    + rb"(?:"
    + rb'(?: t="n")?'
    + _holding(rb"<v>" + _NUMBER + rb"</v>")
    + rb'| t="s"'
    + _holding(rb"<v>[0-9]{1,7}</v>")
    + rb'| t="str"'
    + _holding(rb'<v(?: xml:space="preserve")?>[^<]*</v>')
    + rb'| t="b"'
    + _holding(rb"<v>[01]</v>")
    + rb'| t="e"'
    + _holding(rb"<v>[^<&]*</v>")
    + rb'| t="inlineStr"'
    + _holding(rb"<is><t(?: [^<>]*)?>[^<]*</t></is>")
    + rb"))*+</row>)\s*+)*+</sheetData>"
)
_FAR = re.compile(rb'<c r="(?![A-Z]{1,2}[0-9]{1,4}")')
_VALUE = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^<>]*>\s*<[^/]')
_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"([^<>]*)>\s*<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)'
    rb"\s*(<v(?:\s[^<>]*)?>[^<]|<is>)?"
)
_COVERING = re.compile(rb'<f (?=[^<>]*\bt="(?:array|dataTable)")[^<>]*\bref="([A-Z0-9:]+)"')
_ERROR = re.compile(rb'<c r="([A-Z]+[0-9]+)"(?=[^<>]* t="e")')
_MERGE = re.compile(rb'<mergeCell ref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)"')
_ROW = re.compile(rb'<row [^<>]*?\br="([0-9]{1,8})"')
_STYLED = rb' s="(%s)"[^<>/]*>\s*<[^/]'
_NUMERIC = re.compile(rb'<c r="([A-Z]+[0-9]+)"(?![^<>]* t="[^n])')
_LONGEST_TAG = 1000  # or looking for its start in hostile text could last


def is_usual(data: bytes) -> bool:
    """Return whether a worksheet part is written so that its cells may be searched.

    Other parts (comments between cells, spaces in numbers, prefixes …) are rebuilt first.
    """
    start = _START.match(data)
    if start is None or has_aside(data, start.end()):
        return False
    at = data.find(b"<sheetData")
    dimension = data.find(b"<dimension", 0, max(at, 0))
    if dimension >= 0 and not _DIMENSION.match(data, dimension):
        return False
    if at < 0 or data.startswith(b"<sheetData/>", at):
        return data.find(b"<c ") < 0
    if not data.startswith(b"<sheetData>", at) or data.find(b"<sheetData", at + 1) >= 0:
        return False
    return _CELLS.match(data, at + len(b"<sheetData>")) is not None


def searched(data: bytes, styles: Mapping[int, str]) -> Cells:
    """Return what a part written the usual way says beside its values."""
    if _FAR.search(data):
        _check_far(data)
    found = Cells()
    if b' t="e"' in data:
        found.errors = set(map(place, _ERROR.findall(data)))
    if b"<f" in data:
        _search_formulas(data, found)
    merges = data.find(b"<mergeCells")
    if merges >= 0:
        found.merges = _merges(data, merges)
    if styles:
        found.shown = dict(_shown(data, styles))
    found.hidden_rows, found.hidden_columns = hidden(data)
    found.locked = is_locked(data)
    last_row = _ROW.match(data, data.rfind(b"<row "))
    found.last_row = int(last_row[1]) if last_row else 0
    return found


def _search_formulas(data: bytes, found: Cells) -> None:
    formulas = _FORMULA.findall(data)
    found.formulas = set(map(place, [reference for reference, _, _ in formulas]))
    hollow = [own for own in formulas if not own[2] and b't="str"' not in own[1]]
    found.unvalued = {place(reference) for reference, _, _ in hollow}
    area = CoveredCells()
    for reference in _COVERING.findall(data):
        first, last = span(reference.decode())
        if first != last:
            area.add(first, last)
            found.cover(first, last)


def _shown(data: bytes, styles: Mapping[int, str]) -> Iterable[tuple[Place, str]]:
    """Yield the cells with a number that their style shows as a date, a time or a percentage."""
    numbers = b"|".join(b"%d" % number for number in styles)
    for match in re.finditer(_STYLED % numbers, data):
        at = match.start()
        cell = _NUMERIC.match(data, data.rfind(b"<", max(at - _LONGEST_TAG, 0), at))
        if cell:
            yield place(cell[1]), styles[int(match[1])]


def _check_far(data: bytes) -> None:
    rows, columns = 0, b""
    for match in _VALUE.finditer(data):
        letters = match[1]
        rows = max(rows, int(match[2]))
        columns = max(columns, letters, key=lambda name: (len(name), name))
    if rows:
        row, column = place(columns + str(rows).encode())
        check_reach(row + 1, column + 1)


def _merges(data: bytes, start: int) -> list[Span]:
    check_area(2 * data.count(b"<mergeCell ", start))  # a merge has two cells at least
    spans = [(place(first), place(last)) for first, last in _MERGE.findall(data, start)]
    check_area(sum(covered(first, last) for first, last in spans))
    return spans
