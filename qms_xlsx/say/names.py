"""How an item of a list is named: its number and its words, on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Objective

_BULLET = re.compile(r"(^|[;.:]|\n)\s*[-–•+]\s")


def titled(objective: Objective) -> str:
    """Return an objective's number and name."""
    return numbered(objective.number, objective.name)


def cited(objective: Objective) -> str:
    """Return an objective as a sentence names it: by its number, its words in brackets."""
    name = one_line(objective.name)
    return f"chỉ tiêu {objective.number} ({name})" if objective.number else f"chỉ tiêu “{name}”"


def numbered(number: str, text: str) -> str:
    """Return a text behind its number, on one line."""
    return f"{number.rstrip('.')}. {one_line(text)}" if number else one_line(text)


def one_line(text: str) -> str:
    """Return a text without line breaks, bullets and final marks, so that it is one item of a list.

    >>> one_line("- Theo dõi thường xuyên; - Báo cáo hàng quý.")
    'Theo dõi thường xuyên; Báo cáo hàng quý'
    """
    return " ".join(_BULLET.sub(r"\1 ", text).split()).rstrip(" .;:")
