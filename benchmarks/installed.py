"""The package as an installation leaves it: compiled once, and not again by every process."""

from __future__ import annotations

import compileall
from pathlib import Path

import qms_xlsx


def as_installed() -> None:
    """Write Python's compiled files beside the sources, as pip does."""
    compileall.compile_dir(Path(qms_xlsx.__file__).parent, quiet=1)
