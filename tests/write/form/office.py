"""Real programs of a department: they open forms, recalculate them, save them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.libreoffice import converted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(
    paths: Iterable[Path], folder: Path, locale: str = "vi-VN", kind: str = "xlsx"
) -> list[Path]:
    """Return copies of workbooks as LibreOffice saves them under a locale, recalculated."""
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS.format(locale=locale), encoding="utf-8")
    return converted(paths, folder / "out", profile, kind)
