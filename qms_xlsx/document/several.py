"""A cell of a table that sets several levels: a line each, or a sentence of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.wording import MEASURED, parsed
from qms_xlsx.language.text import bare, clean

_APART = re.compile(r"\n|;|,?\s*\btrong đó\b,?\s*:?", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_BULLET = re.compile(r"^\s*[-–+*•]\s*")
_LABELLED = re.compile(r"(?P<name>[^:]{2,120}):\s+(?P<level>[^:]+)$")


class Level(NamedTuple):
    """One of a cell's levels, and what it measures of the row's own subject."""

    about: str
    words: str


def levels_in(cell: str) -> list[Level]:
    r"""Return the levels of a cell, each in its own words; none where it does not part cleanly.

    >>> levels_in("- Đúng hạn: ≥ 99%;\n- Trước hạn: ≥ 65%.")
    [Level(about='Đúng hạn', words='≥ 99%'), Level(about='Trước hạn', words='≥ 65%')]
    >>> levels_in("từ 80% trở lên, trong đó nữ từ 65% trở lên")
    [Level(about='', words='từ 80% trở lên'), Level(about='Nữ', words='từ 65% trở lên')]
    >>> levels_in("từ 80% trở lên")
    []
    """
    for separator in (_APART, _COMMA):
        parts = [clean(_BULLET.sub("", part)).strip(" ;.") for part in separator.split(cell)]
        parts = [part for part in parts if part]
        if separator is _COMMA and not all(map(_is_measured, parts)):
            break  # "100% khoa, hoàn thành trước 30/9" is one
        levels = [_level(part) for part in parts]
        if len(levels) > 1 and all(levels):
            return [level for level in levels if level]
    return []


def _is_measured(part: str) -> bool:
    return [target.kind in MEASURED for target in parsed(part)[0]] == [True]


def _level(part: str) -> Level | None:
    """Return the only level of a part, None where it has none or several."""
    labelled = _LABELLED.match(part)
    if labelled and len(parsed(labelled["level"])[0]) == 1:
        return Level(labelled["name"], labelled["level"])
    found = clauses(part) if len(parsed(part)[0]) == 1 else ()
    if len(found) != 1:
        return None
    name, target = found[0].name, found[0].target
    alone = not name or bare(target).startswith(bare(name))
    return Level("", part) if alone else Level(name, target)
