"""What only says what is striven for, among levels: no objectives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import LeftOut
from qms_xlsx.document.outcomes import is_outcome
from qms_xlsx.document.wording import parsed
from qms_xlsx.document.zones import Zone
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import Message
from qms_xlsx.language.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.decision import Item
    from qms_xlsx.document.tree import Node

_PART = re.compile(r";\s+|\.\s+(?=[A-ZÀ-ỸĐ0-9])")


def aims_in(nodes: list[Node]) -> Iterator[LeftOut]:
    """Take what only strives for something out of lists of levels, and yield it.

    Where most of a list sets no level either, it is what the office promises.
    """
    whole = _mostly_measured(_leaves(nodes))
    yield from _aims_in(nodes, whole=whole)


def _aims_in(nodes: list[Node], *, whole: bool) -> Iterator[LeftOut]:
    """Yield the aims of a list and of those below it; `whole` where the document sets levels."""
    levels = sum(map(_sets_level, nodes))
    if levels * 2 > len(nodes) or (whole and levels):
        for node in [node for node in nodes if _strives(node)]:
            nodes.remove(node)
            yield _left(node.quote, node)
    for node in nodes:
        yield from _told_behind(node)
        yield from _aims_in(node.below, whole=whole)


def _leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield from _leaves(node.below) if node.below else (node,)


def _mostly_measured(nodes: Iterable[Node]) -> bool:
    levels = list(map(_sets_level, nodes))
    return sum(levels) * 2 > len(levels)


def _sets_level(node: Node) -> bool:
    return any(clause.measured for clause in clauses(node.text))


def _strives(node: Node) -> bool:
    return not node.below and not node.measures and only_strives(node.text)


def only_strives(text: str) -> bool:
    """Return whether a text asks for something without a level, and for no outcome."""
    found = clauses(text)
    promised = bool(found) and all(clause.goal.kind is Kind.YES_NO for clause in found)
    return promised and not is_outcome(text)


def is_aim(item: Item) -> bool:
    """Return whether a table's row only strives for something: its cell gives no answer to reach.

    "Thường xuyên" beside "Đổi mới lề lối làm việc" is no level; "Đạt" is one.
    """
    if not item.target:
        return only_strives(item.name)
    if item.goal is None or item.goal.kind is not Kind.YES_NO or is_outcome(item.name):
        return False
    beside = item.target if folded(item.target) != folded(item.name) else ""
    return not any(target.explicit for target in parsed(beside)[0])


def _told_behind(node: Node) -> Iterator[LeftOut]:
    """Take what is striven for out of a line that states levels, and yield it.

    What a marked item says first, and all of one that mostly promises, is what was decided.
    """
    parts = _PART.split(node.text)
    levels = sum(any(clause.measured for clause in clauses(part)) for part in parts)
    if not levels or (node.style and levels * 2 <= len(parts)):
        return
    for part in parts[1:] if node.style else parts:
        if only_strives(part):
            node.text = _without(node.text, part)
            yield _left(part, node)


def _without(text: str, part: str) -> str:
    before, _, behind = text.partition(part)
    return f"{before.rstrip(' ;')}{behind if behind.strip(' .;') else ''}".lstrip(" .;")


def _left(words: str, node: Node) -> LeftOut:
    return LeftOut(words, node.place, Message(Zone.GENERAL.value))
