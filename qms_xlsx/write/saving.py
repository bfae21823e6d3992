"""Saving a filled workbook so that the same content makes the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from datetime import datetime

    from openpyxl.workbook.workbook import Workbook

_DATE = (1980, 1, 1, 0, 0, 0)


def save_workbook(workbook: Workbook, path: Path, moment: datetime) -> None:
    """Write the workbook; its properties say that it was made and changed at `moment`."""
    workbook.properties.created = workbook.properties.modified = moment
    with _SteadyZip(path, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).save()


class _SteadyZip(ZipFile):
    """An archive whose entries all bear one date."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = zinfo_or_arcname
        entry = ZipInfo(name if isinstance(name, str) else name.filename, _DATE)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        super().writestr(entry, data, compress_type, compresslevel)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(str(arcname or filename), Path(filename).read_bytes())
