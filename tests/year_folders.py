"""A year's folder with a sample's register and the forms handed in, as an office would have it."""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Period
from qms_xlsx.steps.init import init
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.workspace import SUBMITTED, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.domain.register import Register

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("bac-hong-2021", "cao-loc-2023", "giong-rieng-2019", "loc-son-2021", "thuong-lo-2024")
THUONG_LO = "thuong-lo-2024"
H1_2024 = Period.parse("2024-H1")


def year_of(sample: str) -> int:
    """Return the year that a sample is about."""
    return int(sample[-4:])


@cache
def sample_register(sample: str = THUONG_LO) -> Register:
    """Return the register of a sample, read once."""
    return open_register(SAMPLES / sample / "so-muc-tieu.xlsx")[0]


def year_folder(folder: Path, sample: str = THUONG_LO, forms: Iterable[str] = ()) -> Workspace:
    """Return a new workspace with a sample's register and its forms (all, or those named)."""
    workspace = init(folder, year_of(sample), sample)
    wanted = set(forms)
    for path in (SAMPLES / sample / SUBMITTED).iterdir():
        if not wanted or path.name in wanted:
            shutil.copyfile(path, workspace.submitted / path.name)
    return workspace


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
