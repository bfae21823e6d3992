"""Reads one file, inside a worker process; the only place that calls calamine."""

from __future__ import annotations

import hashlib
import os
import stat
from io import BytesIO
from typing import TYPE_CHECKING, cast

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from qms_xlsx.intake import kinds, limits, opendocument, package
from qms_xlsx.intake.archive import Archive
from qms_xlsx.intake.book import Book, Refused, Sheet
from qms_xlsx.intake.cells import Cells, check_reach
from qms_xlsx.intake.faults import RefusedError, damaged, fault, refuse
from qms_xlsx.language.messages import N_, Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding

_NO_CELLS = Cells()


def opened(path: Path) -> Book | Refused:
    """Return what a file holds, or why it was refused.

    A panic of the reader (a BaseException) and MemoryError pass through: the process is then spent.
    """
    data, size = b"", 0
    try:
        data, size = _bytes(path)
        return _book(path, data)
    except RefusedError as refusal:
        sha256 = hashlib.sha256(data).hexdigest() if data else None
        return Refused(path, refusal.fault, size, sha256)


def _bytes(path: Path) -> tuple[bytes, int]:
    """Return the file's content; devices and giants are not opened."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise refuse("F102")
        if about.st_size > limits.FILE_BYTES:
            raise _too_large(about.st_size)
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise refuse("F101", reason=_reason(error)) from None
    if len(data) > limits.FILE_BYTES:
        raise _too_large(len(data))
    return data, len(data)


def _too_large(size: int) -> RefusedError:
    limit = limits.FILE_BYTES // limits.MIB
    return refuse("F201", limit=limit, actual=-(-size // limits.MIB))


def _reason(error: Exception) -> Message | str:
    match error:
        case FileNotFoundError():
            return Message(N_("it does not exist"))
        case PermissionError():
            return Message(N_("it is locked, or you may not read it"))
        case OSError():
            return error.strerror or os.strerror(error.errno or 0)
    return Message(N_("its name is not valid"))


def _book(path: Path, data: bytes) -> Book:
    ready = _package(data)
    sheets, warnings = _sheets(ready), list(ready.warnings)
    for sheet, found in zip(sheets, ready.cells or [_NO_CELLS] * len(sheets), strict=True):
        warnings += _sheet_warnings(sheet, found)
    return Book(
        path,
        ready.kind,
        sheets,
        hashlib.sha256(data).hexdigest(),
        len(data),
        ready.modified,
        tuple(warnings),
        ready.notes,
    )


def _package(data: bytes) -> package.Package:
    """Return the workbook made ready for calamine, by its content and not by its name."""
    if data.startswith(kinds.OLE):
        kinds.check_compound(data)
        return package.Package("xls", BytesIO(data), warnings=(fault("F504"),))
    if not data.startswith(kinds.ZIP):
        raise kinds.refusal(data)
    archive = Archive(data)
    parts = package.xml_parts(archive)
    main = package.workbook_part(parts)
    if main.endswith(".xml") and package.is_workbook(parts, main):
        return package.ooxml(archive, parts, main)
    if opendocument.is_spreadsheet(archive, parts):
        return opendocument.opendocument(archive, parts)
    raise kinds.archive_refusal(archive)


def _sheets(ready: package.Package) -> tuple[Sheet, ...]:
    try:
        with CalamineWorkbook.from_object(ready.plain) as book:
            return tuple(_read(book, ready))
    except PasswordError:
        raise refuse("F107") from None
    except (CalamineError, OSError, ValueError):
        raise damaged(N_("its contents cannot be understood")) from None


def _read(book: CalamineWorkbook, ready: package.Package) -> Iterator[Sheet]:
    about = book.sheets_metadata
    names = ready.names or tuple(sheet.name for sheet in about)
    if not names or len(names) != len(about):
        raise damaged(N_("a sheet is missing"))
    visible = ready.visible or tuple(s.visible == SheetVisibleEnum.Visible for s in about)
    cells = ready.cells or (_NO_CELLS,) * len(names)
    room = limits.BOX_CELLS
    for number, (name, shown, found) in enumerate(zip(names, visible, cells, strict=True)):
        sheet = book.get_sheet_by_index(number)
        height, width = sheet.total_height, sheet.total_width
        check_reach(height, width, room)
        room -= height * width
        rows = cast("list[list[object]]", sheet.to_python(skip_empty_area=False))
        _check_texts(rows, name)
        yield Sheet(
            name,
            shown,
            rows,
            frozenset(found.errors),
            frozenset(found.formulas),
            frozenset(found.unvalued),
            frozenset(found.hidden_rows),
            frozenset(found.hidden_columns),
            tuple(found.merges),
            found.locked,
        )


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
    return warnings
