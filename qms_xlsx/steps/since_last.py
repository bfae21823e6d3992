"""What became of the findings since a year's folder was last checked."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx.steps.state import read_state
from qms_xlsx.write.files import remove_leftovers, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.steps.workspace import Workspace

_FIELDS = ("path", "sheet", "cell", "code")

Known = tuple[str, str, str, str]
"""What tells one finding from another: file, sheet, cell and code."""


@dataclass(frozen=True, slots=True)
class SinceLast:
    """The findings that are gone, stay and are new since the last check."""

    gone: tuple[Known, ...]
    stay: int
    new: tuple[Known, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as `validate --format json` prints it."""
        return {"gone": _listed(self.gone), "stay": self.stay, "new": _listed(self.new)}


def since_last(workspace: Workspace, findings: Iterable[Finding]) -> SinceLast | None:
    """Return what changed since the folder's last check, and remember this one.

    None at the first check. A folder that cannot be written is compared all the same.
    """
    path = workspace.last_check
    now = {(f.place.file, f.place.sheet, f.place.cell, f.code) for f in findings}
    before = _remembered(path)
    remove_leftovers(path.parent, path)  # no others: a run beside this check may be writing
    with suppress(OSError), write_whole(path) as new:
        new.write_text(json.dumps(sorted(now), ensure_ascii=False, indent=0), encoding="utf-8")
    if before is None:
        return None
    return SinceLast(tuple(sorted(before - now)), len(before & now), tuple(sorted(now - before)))


def _remembered(path: Path) -> set[Known] | None:
    """Return the findings of the last check; None when there is none that can be read."""
    try:
        known = json.loads(read_state(path))
        return {(str(file), str(sheet), str(cell), str(code)) for file, sheet, cell, code in known}
    except (ValueError, TypeError, RecursionError):
        return None


def _listed(known: Iterable[Known]) -> list[dict[str, str | None]]:
    return [{key: text or None for key, text in zip(_FIELDS, one, strict=True)} for one in known]
