"""Reads one file, inside a worker process; the only place that calls calamine."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from qms_xlsx.book.a1 import address
from qms_xlsx.intake import kinds, limits, package
from qms_xlsx.intake.archive import Archive
from qms_xlsx.intake.book import Book, Refused, Sheet
from qms_xlsx.intake.cells import Cells, check_reach
from qms_xlsx.intake.faults import RefusedError, damaged, fault, refuse
from qms_xlsx.intake.formats import DATE, MONTH, PERCENT, shown_value
from qms_xlsx.intake.parts import Parts, is_workbook, workbook_part
from qms_xlsx.language.messages import N_, Message
from qms_xlsx.language.text import without_controls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from io import BytesIO
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.intake.book import Place


def opened(path: Path, areas: tuple[str, ...] = (), mark: bytes = b"") -> Book | Refused:
    """Return what a file holds, or why it was refused.

    With `areas` only the sheets that hold one of them are read, where the workbook tells which. Of
    locked and of hidden sheets only those are read in which a cell starts with `mark`. A panic of
    the reader (a BaseException) and MemoryError pass through: the process is then spent.
    """
    data, size = b"", 0
    try:
        size = _size(path)
        data = _bytes(path)
        return _book(path, data, areas, mark)
    except RefusedError as refusal:
        sha256 = hashlib.sha256(data).hexdigest() if data else None
        return Refused(path, refusal.fault, size, sha256)


def content(path: Path) -> bytes:
    """Return the bytes of a regular file within the limits; raise RefusedError otherwise."""
    _size(path)
    return _bytes(path)


def _size(path: Path) -> int:
    """Return how large a file is; devices are not files."""
    try:
        about = path.stat()
    except (OSError, ValueError) as error:
        raise refuse("F101", reason=_reason(error)) from None
    if not stat.S_ISREG(about.st_mode):
        raise refuse("F102")
    return about.st_size


def _bytes(path: Path) -> bytes:
    """Return the file's content; giants are not read whole."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
            size = max(len(data), os.fstat(file.fileno()).st_size)
    except (OSError, ValueError) as error:
        raise refuse("F101", reason=_reason(error)) from None
    if size > limits.FILE_BYTES:
        limit = limits.FILE_BYTES // limits.MIB
        raise refuse("F201", limit=limit, actual=-(-size // limits.MIB))
    return data


def _reason(error: Exception) -> Message | str:
    match error:
        case FileNotFoundError():
            return Message(N_("it does not exist"))
        case PermissionError():
            return Message(N_("it is locked, or you may not read it"))
        case OSError():
            return error.strerror or os.strerror(error.errno or 0)
    return Message(N_("its name is not valid"))


def _book(path: Path, data: bytes, areas: tuple[str, ...], mark: bytes) -> Book:
    ready, sheets = _read(data, areas, mark)
    warnings = list(ready.warnings)
    for sheet, found in zip(sheets, ready.cells, strict=True):
        warnings += _sheet_warnings(sheet, found)
    return Book(
        path,
        ready.kind,
        sheets,
        hashlib.sha256(data).hexdigest(),
        len(data),
        ready.modified,
        tuple(warnings[: limits.WARNINGS]),
        ready.notes,
    )


def _read(
    data: bytes, areas: tuple[str, ...], mark: bytes
) -> tuple[package.Package, tuple[Sheet, ...]]:
    """Return the workbook by its content and not by its name; ready for calamine, and read."""
    if data.startswith(kinds.OLE):
        from qms_xlsx.intake import biff  # noqa: PLC0415 (few read old workbooks)

        ready = biff.workbook(data)
        return ready, _sheets(ready)
    if not kinds.is_zip(data):
        raise kinds.refusal(data)
    archive = Archive(data)
    parts = Parts(archive)
    main = workbook_part(parts)
    if main.endswith(".xml") and is_workbook(parts, main):
        return _ooxml(archive, parts, main, partial(package.ooxml, areas=areas, mark=mark))
    from qms_xlsx.intake import opendocument  # noqa: PLC0415 (few read OpenDocument)

    if opendocument.is_spreadsheet(archive, parts):
        ready = opendocument.opendocument(archive, parts)
        return ready, _sheets(ready)
    raise kinds.archive_refusal(archive)


def _ooxml(
    archive: Archive, parts: Parts, main: str, prepare: Callable[..., package.Package]
) -> tuple[package.Package, tuple[Sheet, ...]]:
    """Read an OOXML workbook; where calamine refuses it as it is, every sheet is written anew."""
    ready = prepare(archive, parts, main)
    with suppress(RefusedError):
        return ready, _sheets(ready)
    ready = prepare(archive, parts, main, exact=True)
    return ready, _sheets(ready)


def _sheets(ready: package.Package) -> tuple[Sheet, ...]:
    rows = ready.rows if ready.plain is None else tuple(_calamine(ready.plain, ready))
    about = zip(ready.names, ready.visible, ready.cells, rows, strict=True)
    return tuple(_sheet(ready, *sheet) for sheet in about)


def _calamine(plain: BytesIO, ready: package.Package) -> Iterator[list[list[object]]]:
    """Yield the rows of each sheet, from A1 on."""
    indices = ready.indices or range(len(ready.names))
    try:
        with CalamineWorkbook.from_object(plain) as book:
            if not indices or len(book.sheet_names) <= indices[-1]:
                raise damaged(N_("a sheet is missing"))
            room = limits.BOX_CELLS
            for number in indices:
                sheet = book.get_sheet_by_index(number)
                height, width = sheet.total_height, sheet.total_width
                check_reach(height, width, room)
                room -= height * width
                yield cast("list[list[object]]", sheet.to_python(skip_empty_area=False))
    except PasswordError:
        raise refuse("F107") from None
    except (CalamineError, OSError, ValueError):
        raise refuse("F308") from None


def _sheet(
    ready: package.Package, name: str, visible: bool, found: Cells, rows: list[list[object]]
) -> Sheet:
    if ready.long_texts:
        _check_texts(rows, name)
    return Sheet(
        without_controls(name),
        visible,
        rows,
        errors=frozenset(found.errors),
        formulas=frozenset(found.formulas),
        unvalued=frozenset(found.unvalued),
        odd=frozenset(found.odd),
        shown=_formatted(rows, found.shown, from_1904=ready.from_1904),
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
        merges=tuple(found.merges),
        locked=found.locked,
    )


def _formatted(
    rows: list[list[object]], shown: Mapping[Place, str], *, from_1904: bool
) -> dict[Place, str]:
    """Put days where numbers are days; return how the numbers that stayed numbers are shown."""
    left: dict[Place, str] = {}
    for (row, column), kind in shown.items():
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        if isinstance(value, bool) or not isinstance(value, float | int):
            continue
        meant = shown_value(value, kind, from_1904=from_1904)
        rows[row][column] = meant
        if meant == value:
            left[row, column] = PERCENT if kind == PERCENT else DATE
        elif kind == MONTH:
            left[row, column] = MONTH
    return left


def _check_texts(rows: list[list[object]], name: str) -> None:
    longest = max((len(v) for row in rows for v in row if type(v) is str), default=0)
    if longest > limits.CHARACTERS:
        raise refuse("F209", sheet=name, limit=limits.CHARACTERS, actual=longest)


def _sheet_warnings(sheet: Sheet, found: Cells) -> list[Finding]:
    warnings = []
    if not sheet.visible:
        warnings.append(fault("F505", sheet=sheet.name))
    ghosts = found.last_row - len(sheet.rows)
    if ghosts > limits.GHOST_ROWS:
        warnings.append(fault("F506", sheet=sheet.name, rows=ghosts))
    for at, text in sorted(found.odd.items())[: limits.ODD_CELLS]:
        cell = fault("F508", sheet=sheet.name, cell=address(*at), value=text[: limits.QUOTED])
        warnings.append(cell)
    return warnings
