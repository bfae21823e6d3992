"""Items that only say what is striven for, among others that set levels: no objectives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import LeftOut
from qms_xlsx.document.zones import Zone
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import Message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.tree import Node

_AIM = re.compile(
    r"(khong ngung|tung buoc|tang cuong|day manh|nang cao|chu trong|quan tam|phat huy|tich cuc"
    r"|thuong xuyen (tuyen truyen|nang cao|quan triet|hoc tap)"
    r"|tiep tuc (nang cao|doi moi|day manh|tang cuong|phat huy|quan tam))\b"
)


def aims_in(nodes: list[Node]) -> Iterator[LeftOut]:
    """Take the items that only strive for something out of lists of levels, and yield them.

    Where most items of a list set no level either, they are what the office promises.
    """
    measured = sum(any(clause.measured for clause in clauses(node.text)) for node in nodes)
    if measured * 2 > len(nodes):
        for node in [node for node in nodes if _is_aim(node)]:
            nodes.remove(node)
            yield LeftOut(node.quote, node.place, Message(Zone.GENERAL.value))
    for node in nodes:
        yield from aims_in(node.below)


def _is_aim(node: Node) -> bool:
    if node.below or node.measures or not _AIM.match(bare(node.text)):
        return False
    return [clause.goal.kind for clause in clauses(node.text)] == [Kind.YES_NO]
