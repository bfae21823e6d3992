"""Parts put beside the whole that they make: below it, behind it, or given to departments."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from qms_xlsx.document.decision import Check
from qms_xlsx.document.table_rows import TOTAL
from qms_xlsx.document.wording import parsed
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import show
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.decision import Item

_PARTS = re.compile(r"trong đó|bao gồm|gồm|cụ thể|chia ra", re.IGNORECASE)


def sums_of(items: tuple[Item, ...]) -> Iterator[Check]:
    """Yield every figure that others add up to, against their sum."""
    yield from _sums(items)
    yield from _totals(items)
    yield from _shared(items)


def _shared(items: tuple[Item, ...]) -> Iterator[Check]:
    """Yield what departments are given of an amount against the whole of it."""
    for item in items:
        whole = _figure(item)
        if whole is None or item.unit in ("", "%") or len(item.shares) < 2:
            continue
        shares = [_share_figure(words) for _, words in item.shares]
        if any(share is None for share in shares):
            continue
        total = round(sum(share or 0 for share in shares), 9)
        yield Check(
            message("{name}: {value}.", name=item.name, value=show(whole)),
            message("Its shares add up to {value}.", value=show(total)),
            abs(total - whole) < 1e-6 * max(1.0, abs(whole)),
            item.place,
            item.number,
        )


def _share_figure(words: str) -> float | None:
    targets, _ = parsed(words)
    value = targets[0].value if len(targets) == 1 else None
    return float(value) if isinstance(value, int | float) else None


def _sums(items: tuple[Item, ...]) -> Iterator[Check]:
    families = _Families(items)
    for item in items:
        parts = families.parts(item)
        whole = _figure(item)
        if len(parts) < 2 or whole is None or any(_figure(part) is None for part in parts):
            continue
        yield _added(item, whole, sum(_figure(part) or 0 for part in parts))


def _added(item: Item, whole: float, total: float) -> Check:
    """Return an item's figure against what its parts add up to."""
    return Check(
        message("{name}: {value}.", name=item.name, value=show(whole)),
        message("Its parts add up to {value}.", value=show(round(total, 9))),
        abs(total - whole) < 1e-6 * max(1.0, abs(whole)),
        item.place,
        item.number,
    )


def _totals(items: tuple[Item, ...]) -> Iterator[Check]:
    """Yield the rows of a table that add up their group, against the rows of it above."""
    for at, item in enumerate(items):
        whole = _figure(item)
        if whole is None or not TOTAL.match(bare(item.name)):
            continue
        group = [one for one in items[:at] if one.parent == item.parent and one.unit == item.unit]
        figures = [_figure(one) for one in group]
        if len(group) > 1 and None not in figures:
            yield _added(item, whole, sum(figure or 0 for figure in figures))


class _Families:
    """The items that may be parts of another: below its number, its heading, or in its line."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self._by_stem: dict[str, list[Item]] = defaultdict(list)
        self._by_parent: dict[str, list[Item]] = defaultdict(list)
        self._by_line: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for item in items:
            if item.target:
                steps = item.number.split(".")
                for depth in range(1, len(steps)):
                    self._by_stem[".".join(steps[:depth])].append(item)
                self._by_parent[item.parent].append(item)
                self._by_line[item.quote, item.place].append(item)

    def parts(self, item: Item) -> list[Item]:
        """Return the parts that an item is said to consist of, all in its unit."""
        listed = self._by_stem.get(item.number, [])
        if item.number.endswith(".0"):
            listed = [other for other in self._by_parent[item.parent] if other is not item]
        if listed:
            own = [i for i in listed if i.number.count(".") == listed[0].number.count(".")]
            same = all(part.unit == item.unit for part in own)
        elif _PARTS.search(item.quote) or "(" in item.quote:
            line = self._by_line[item.quote, item.place]
            first, behind = line[:1] == [item], line[line.index(item) + 1 :] if item in line else []
            own = [i for i in behind if first or i.name.startswith(f"{item.name}: ")]
            own = [i for i in own if _alike(i.unit, item.unit)]
            same = True
        else:
            return []
        return own if same and item.unit not in {"", "%"} else []


def _alike(part: str, whole: str) -> bool:
    """Whether a part is counted as its whole is: "8 nhà" of "22 nhà ở"."""
    return part == whole or (bool(part) and whole.startswith(f"{part} "))


def _figure(item: Item) -> float | None:
    goal = item.goal
    if goal is None or goal.kind is not Kind.THRESHOLD or not isinstance(goal.value, float | int):
        return None
    return float(goal.value)
