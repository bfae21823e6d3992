"""The samples' workbooks are those that tools/make_samples.py makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbook_parts import parts
from tests.year_folders import NAMES, SAMPLES

pytestmark = pytest.mark.untraced

MAKE = Path(__file__).parents[2] / "tools" / "make_samples.py"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, MAKE, folder], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_workbooks_are_those_of_the_tables(fresh: Path, name: str) -> None:
    made, kept = workbooks(fresh / name), workbooks(SAMPLES / name)
    assert set(made) == set(kept)
    stale = [path for path in made if parts(made[path]) != parts(kept[path])]
    assert not stale, f"run python tools/make_samples.py; stale: {stale}"


def workbooks(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.xlsx")}
