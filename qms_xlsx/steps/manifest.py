"""The manifest of a closed period: every file that belongs to it, by its SHA-256."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import file_digest
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.messages import N_
from qms_xlsx.steps.state import read_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MANIFEST, RECORD, RESULTS = "manifest.json", "so-lieu.json", "ket-qua.json"
FORMS, REPORTS = "da-nop", "bao-cao"
SIGNED, SIGNATURES = "da-ky", "da-ky.json"
"""Where an office puts what was signed, and what `verify --record` remembers of it."""
LARGEST = 512 * 1024 * 1024
"""The most bytes that a closed period's figures may have."""


class InvalidManifest(ValueError):
    """A text that is no manifest of ours."""


class Trouble(StrEnum):
    """What is wrong with a file of a closed period."""

    CHANGED = N_("changed since it was closed")
    MISSING = N_("missing")
    ADDED = N_("added since it was closed")
    UNSIGNED = N_("not recorded yet; “verify --record” does")
    UNREADABLE = N_("no manifest that can be read")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a file's bytes."""

    size: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """Return the stamp of a file; OSError when it cannot be read."""
        with path.open("rb") as file:
            return cls(path.stat().st_size, file_digest(file, "sha256").hexdigest())


@dataclass(frozen=True, slots=True)
class AlteredFile:
    """A file that is not as it was, and how."""

    file: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was written down when a period was closed."""

    files: Mapping[str, Stamp]
    told: Mapping[str, Any] = field(default_factory=dict)
    """Office, year, period, day, who was missing, the reason for closing despite open questions."""

    def text(self) -> str:
        """Return the manifest as it is kept."""
        listed = [
            {"path": name, "size": stamp.size, "sha256": stamp.sha256}
            for name, stamp in sorted(self.files.items())
        ]
        return json.dumps({**self.told, "files": listed}, ensure_ascii=False, indent=1)

    @classmethod
    def parse(cls, text: str) -> Manifest:
        """Return the manifest of a text; InvalidManifest for any other."""
        try:
            told = json.loads(text)
            files = told.pop("files")
            stamps = {str(f["path"]): Stamp(int(f["size"]), str(f["sha256"])) for f in files}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise InvalidManifest(str(error)) from error
        return cls(stamps, told)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Return the manifest of a closed period's folder, as `parse` does."""
        return cls.parse(read_state(folder / MANIFEST))


def files_in(folder: Path) -> Iterator[str]:
    """Yield the files of a closed period's folder but its manifest, named within it."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if (path.is_file() or path.is_symlink()) and name not in (MANIFEST, SIGNATURES):
            yield name


def stamps(folder: Path, names: Iterator[str]) -> dict[str, Stamp]:
    """Return the stamps of files in a folder."""
    return {name: Stamp.of(folder / name) for name in names}


def differences(folder: Path) -> list[AlteredFile]:
    """Return every file of a closed period that is not as it was."""
    try:
        manifest = Manifest.read(folder)
    except InvalidManifest:
        return [AlteredFile(MANIFEST, Trouble.UNREADABLE)]
    signed = signatures(folder)
    known = {**manifest.files, **signed}
    found = [
        AlteredFile(name, trouble)
        for name, stamp in known.items()
        if (trouble := _compared(folder / name, stamp))
    ]
    for name in files_in(folder):
        if name not in known:
            mine = name.startswith(f"{SIGNED}/")
            found.append(AlteredFile(name, Trouble.UNSIGNED if mine else Trouble.ADDED))
    return sorted(found, key=lambda one: one.file)


def _compared(path: Path, stamp: Stamp) -> Trouble | None:
    try:
        if path.is_symlink() or not path.is_file():
            return Trouble.MISSING
        return None if Stamp.of(path) == stamp else Trouble.CHANGED
    except OSError:
        return Trouble.MISSING


def signatures(folder: Path) -> dict[str, Stamp]:
    """Return what is recorded of the signed papers beside a manifest."""
    try:
        return dict(Manifest.parse(read_state(folder / SIGNATURES)).files)
    except InvalidManifest:
        return {}
