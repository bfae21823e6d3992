"""Two years' decisions, or a decision and the register: new, gone, stricter, looser, reworded."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING

from qms_xlsx.document.wording import parsed
from qms_xlsx.domain.target import Better, Kind, Target
from qms_xlsx.language.messages import N_
from qms_xlsx.language.text import bare
from qms_xlsx.language.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKE = 0.75
"""How alike two objectives are at least, from 0 to 1, to be one."""
_SAME_NUMBER = 0.05
_SAME_LEVEL = 0.25
"""What a number that both bear adds, and a level that both ask beside it."""


class Change(Enum):
    """What became of an objective; the value says it."""

    NEW = N_("new")
    GONE = N_("gone")
    STRICTER = N_("stricter")
    LOOSER = N_("looser")
    OTHER = N_("another kind of level")
    REWORDED = N_("reworded")


@dataclass(frozen=True, slots=True)
class Stated:
    """An objective as one of the two states it."""

    number: str
    name: str
    target: str
    better: Better | None = None

    @property
    def words(self) -> Counter[str]:
        """All its words: a level's may stand in its name, its name's in its level."""
        said = self.target if _repeats(self.target, self.name) else f"{self.target} {self.name}"
        return Counter(re.findall(r"[\w%]+", bare(said)))

    @property
    def goal(self) -> Target | None:
        """Its target, None when it is not one."""
        targets, _ = parsed(self.target)
        return targets[0] if len(targets) == 1 else None


@dataclass(frozen=True, slots=True)
class Difference:
    """An objective that is not the same in both; one of the two is None when new or gone."""

    change: Change
    before: Stated | None
    now: Stated | None


def _repeats(target: str, name: str) -> bool:
    """Whether a level's words say what is measured, too."""
    words, own = set(bare(target).split()), set(bare(name).split())
    return 2 * len(words & own) > len(own)


def differences(before: Iterable[Stated], now: Iterable[Stated]) -> tuple[Difference, ...]:
    """Return what changed, in the order of what stands now; what is gone comes last."""
    left = list(before)
    found: list[Difference] = []
    for one in now:
        old = _partner(one, left)
        if old is None:
            found.append(Difference(Change.NEW, None, one))
            continue
        left.remove(old)
        change = _change(old, one)
        if change:
            found.append(Difference(change, old, one))
    return (*found, *(Difference(Change.GONE, one, None) for one in left))


def _partner(one: Stated, left: list[Stated]) -> Stated | None:
    """Return the objective that means the same, by its words and by its number and level."""
    best, most = None, _LIKE
    for other in left:
        ratio = max(_alike(one.name, other.name), _shared(one.words, other.words))
        if one.number == other.number:
            ratio += _SAME_NUMBER + _SAME_LEVEL * (one.goal is not None and one.goal == other.goal)
        if ratio > most:
            best, most = other, ratio
    return best


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, bare(one), bare(other), autojunk=False).ratio()


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Return how many words two objectives share, whichever column they stand in."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _change(before: Stated, now: Stated) -> Change | None:
    old, new = before.goal, now.goal
    reworded = before.words != now.words
    if old is None or new is None:
        return Change.REWORDED if reworded else None
    scale = conversion(old.unit, new.unit) if old.unit != new.unit else 1.0
    if (old.kind, old.of) != (new.kind, new.of) or scale is None:
        return Change.OTHER
    if isinstance(old.value, float | int):
        old = replace(old, value=old.value * scale)
    higher = _asks_more(old, new, now.better or new.better)
    if higher is None:
        return Change.REWORDED if reworded else None
    return Change.STRICTER if higher else Change.LOOSER


def _asks_more(old: Target, new: Target, better: Better) -> bool | None:
    """Return whether the new level is harder to reach; None when it is the same."""
    if not isinstance(old.value, float | int) or not isinstance(new.value, float | int):
        return None
    change = new.kind in (Kind.GROWTH, Kind.REDUCTION)
    if old.value == new.value:
        strict = {">": 1, "<": 1}
        more = strict.get(new.comparator or "", 0) - strict.get(old.comparator or "", 0)
        return None if more == 0 else more > 0
    more_is_harder = change or better is not Better.LOWER
    return (new.value > old.value) == more_is_harder
