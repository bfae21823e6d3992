"""A target in the words that the grammar reads back as the same target."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from qms_xlsx.domain.target import nouns
from qms_xlsx.domain.target.comparators import CANONICAL
from qms_xlsx.domain.target.grammar import DIRECTIONS, read
from qms_xlsx.domain.target.model import PLACES, Kind, Target
from qms_xlsx.domain.target.scales import LEADS, grade_rank
from qms_xlsx.domain.target.sharing import PERIODS, SHOWN, of_offices
from qms_xlsx.language.numbers import show

if TYPE_CHECKING:
    from collections.abc import Callable

BASELINES = {
    "previous_year": "so với năm trước",
    "same_period": "so với cùng kỳ",
    "previous_year_estimate": "so với ước thực hiện năm trước",
}
"""How a baseline is named."""


def wording(target: Target) -> str:
    """Return the canonical Vietnamese wording of a target."""
    words = _WORDS[target.kind](target)
    if read(words).targets == (target,):
        return words
    added = next(text for text, better in DIRECTIONS.items() if better is target.better)
    return f"{words} ({added})"


def _figure(target: Target) -> str:
    return _shown(target.value) + _whole(target) + _unit(target) + _notation(target)


def _shown(value: float | str | None) -> str:
    return show(cast("float", value))


def _whole(target: Target) -> str:
    return "" if target.of is None or _shared(target) else f"/{show(target.of)}"


def _unit(target: Target) -> str:
    if not target.unit:
        return ""
    return target.unit if target.unit[0] in "%‰" else f" {target.unit}"


def _shared(target: Target) -> bool:
    return nouns.kind_of(target.unit) == "share"


def _notation(target: Target) -> str:
    if target.of is None or not _shared(target):
        return ""
    part = round(cast("float", target.value) * target.of / 100)
    return f" ({show(part)}/{show(target.of)})"


def _said(target: Target, figure: str) -> str:
    implied = not target.explicit and target.comparator is not None
    return figure if implied else f"{CANONICAL[str(target.comparator)]} {figure}"


def _threshold(target: Target) -> str:
    if target.comparator == "=" and target.value == 0:
        return f"0{_unit(target)}" if target.unit else "không có"
    return _asked_of(target) + _said(target, _figure(target)) + _plan(target)


def _plan(target: Target) -> str:
    return " kế hoạch" if target.of_plan else ""


def _range(target: Target) -> str:
    above = f"{CANONICAL['>']} " if target.comparator == ">" else ""
    upper = _shown(target.upper) + _unit(target) + _plan(target)
    return f"{_asked_of(target)}từ {above}{_shown(target.value)} đến {upper}"


def _asked_of(target: Target) -> str:
    """Return "mỗi đơn vị", "mỗi tháng" where the unit does not say it."""
    tail = (target.unit or "").split("/")[1:]
    offices = any(map(of_offices, tail))
    words = ["mỗi đơn vị"] if target.each and not offices else []
    if offices and not target.each:
        words.append("bình quân")
    if target.per and not any(word in PERIODS for word in tail):
        words.append(f"mỗi {SHOWN[target.per]}")
    return "".join(f"{word} " for word in words)


def _change(target: Target) -> str:
    ranked = target.unit in PLACES
    if ranked and target.value == 0:
        return " ".join(["không tụt hạng", *_against(target)])
    verb = "tăng" if target.kind is Kind.GROWTH or ranked else "giảm"
    words = [verb]
    if target.value is not None:
        upper = f" - {show(target.upper)}" if target.upper is not None else ""
        words.append(_said(target, _shown(target.value) + upper + _unit(target)))
    return " ".join([*words, *_against(target)])


def _against(target: Target) -> list[str]:
    if not target.baseline:
        return []
    year = target.baseline.partition(":")[2]
    return [BASELINES.get(target.baseline) or f"so với năm {year}"]


def _grade(target: Target) -> str:
    place = grade_rank(str(target.value))
    lead = LEADS[place[0]] if place else "xếp loại"
    return f"{lead} {target.value}{' trở lên' if target.explicit else ''}"


def _rank(target: Target) -> str:
    place = f"thứ {_shown(target.value)}{_whole(target)}"
    return f"từ {place} trở lên" if target.explicit else f"xếp {place}"


def _children(target: Target) -> str:
    figure = _figure(target)
    if _shared(target):
        return _said(target, figure.replace("%", "% các chỉ tiêu"))
    fraction = target.of is not None and target.comparator == ">="
    return figure if fraction else _said(target, figure)


def _answer(target: Target) -> str:
    if target.by:
        return f"hoàn thành {target.by}" if target.explicit else f"thực hiện {target.by}"
    return "đạt" if target.explicit else "thực hiện"


_WORDS: dict[Kind, Callable[[Target], str]] = {
    Kind.THRESHOLD: _threshold,
    Kind.CHILDREN: _children,
    Kind.RANGE: _range,
    Kind.GROWTH: _change,
    Kind.REDUCTION: _change,
    Kind.YES_NO: _answer,
    Kind.GRADE: _grade,
    Kind.RANK: _rank,
}
