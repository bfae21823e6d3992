"""Workbooks compared part by part: archives differ from one zlib to the next."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile


def parts(path: Path) -> dict[str, str | bytes]:
    """Return a workbook's parts; XML in its canonical form, so that its writer does not matter."""
    with ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: canonicalize(data.decode()) if name.endswith((".xml", ".rels")) else data
        for name, data in contents.items()
    }
