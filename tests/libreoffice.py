"""LibreOffice and Gnumeric as a department's real programs: found and let save files in one way."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def soffice() -> str:
    """Return LibreOffice's command; skips the test without it, unless it is required."""
    return _program("LibreOffice", "soffice", "libreoffice")


def _program(name: str, *commands: str) -> str:
    command = next(filter(None, map(shutil.which, commands)), None)
    if command is None:
        if os.environ.get("QMS_XLSX_REQUIRE_LIBREOFFICE") == "1":
            pytest.fail(f"{name} is required and is not installed")
        pytest.skip(f"{name} is not installed")
    return command


def by_gnumeric(paths: Iterable[Path], out: Path) -> list[Path]:
    """Return copies of workbooks as Gnumeric saves them, recalculated."""
    command, sources = _program("Gnumeric", "ssconvert"), list(paths)
    for path in sources:
        subprocess.run(
            [command, "--recalc", path, out / path.name],
            check=True, capture_output=True, timeout=PATIENCE,
        )  # fmt: skip
    return [out / path.name for path in sources]


def converted(paths: Iterable[Path], out: Path, profile: Path, kind: str = "xlsx") -> list[Path]:
    """Return copies as LibreOffice saves them; `kind` may name its filter ("ods:calc8")."""
    sources = list(paths)
    command = [
        soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless",
        "--convert-to", kind, "--outdir", str(out), *map(str, sources),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return [out / path.with_suffix(f".{kind.partition(':')[0]}").name for path in sources]
