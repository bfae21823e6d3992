"""The files of a folder that people may have sent."""

from __future__ import annotations

import os
from pathlib import Path

from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.faults import fault

_IGNORED = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"}


def spreadsheets(folder: Path) -> tuple[list[Path], list[Refused]]:
    """Return a folder's files in a stable order, and the links that lead out of it.

    Lock files, hidden files and the systems' own files are left out without a word.
    """
    found: list[Path] = []
    refused: list[Refused] = []

    def unreadable(error: OSError) -> None:
        refused.append(Refused(Path(error.filename), fault("F101", reason=error.strerror)))

    root = folder.resolve()
    for here, folders, files in os.walk(folder, onerror=unreadable):
        for name in sorted(folders + files, key=_order):
            path = Path(here, name)
            if _ignored(name):
                if name in folders:
                    folders.remove(name)
            elif _is_link(path) and not _inside(path, root):
                refused.append(Refused(path, fault("F103", target=os.readlink(path))))  # noqa: PTH115
            elif name in files:
                found.append(path)
        folders.sort(key=_order)
    return found, refused


def _order(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _ignored(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _IGNORED


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # a name too long to look at: opening it will say so
        return False


def _inside(path: Path, root: Path) -> bool:
    try:
        end = path.resolve()
        return end.is_relative_to(root) and not end.is_symlink()  # as one in a circle ends
    except (OSError, RuntimeError):
        return False
