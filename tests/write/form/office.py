"""LibreOffice as a department's real program: opens forms, recalculates them, saves them."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
</oor:items>
"""


def soffice() -> str:
    """Return LibreOffice's command; skips the test without it, unless it is required."""
    command = shutil.which("soffice") or shutil.which("libreoffice")
    if command is None:
        if os.environ.get("QMS_XLSX_REQUIRE_LIBREOFFICE") == "1":
            pytest.fail("LibreOffice is required and is not installed")
        pytest.skip("LibreOffice is not installed")
    return command


def recalculated(
    paths: Iterable[Path], folder: Path, locale: str = "vi-VN", kind: str = "xlsx"
) -> list[Path]:
    """Return copies of workbooks as LibreOffice saves them under a locale, recalculated."""
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS.format(locale=locale), encoding="utf-8")
    out = folder / "out"
    sources = [str(path) for path in paths]
    command = [
        soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless",
        "--convert-to", kind, "--outdir", str(out), *sources,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [out / path.with_suffix(f".{kind}").name for path in paths]
