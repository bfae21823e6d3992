"""LibreOffice as a department's real program: one way to find it and to let it save files."""

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
    command = shutil.which("soffice") or shutil.which("libreoffice")
    if command is None:
        if os.environ.get("QMS_XLSX_REQUIRE_LIBREOFFICE") == "1":
            pytest.fail("LibreOffice is required and is not installed")
        pytest.skip("LibreOffice is not installed")
    return command


def converted(paths: Iterable[Path], out: Path, profile: Path, kind: str = "xlsx") -> list[Path]:
    """Return copies as LibreOffice saves them; `kind` may name its filter ("ods:calc8")."""
    sources = list(paths)
    command = [
        soffice(), f"-env:UserInstallation={profile.as_uri()}", "--headless",
        "--convert-to", kind, "--outdir", str(out), *map(str, sources),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return [out / path.with_suffix(f".{kind.partition(':')[0]}").name for path in sources]
