"""What a document says twice, put beside each other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.counts import declared
from qms_xlsx.document.decision import Check, ancestors
from qms_xlsx.document.sums import sums_of
from qms_xlsx.document.twofold import NO_DATE, share_of, twofold
from qms_xlsx.document.zones import Zone
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import decimals, parse, show
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.decision import Item, LeftOut, PlanRow
    from qms_xlsx.document.plan import Section

_FRACTION = re.compile(rf"{NO_DATE}(\d[\d.]*)/(\d[\d.]*)(?![\d/]|/)")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_IN_BRACKETS = re.compile(r"\((\d+(?:[.,]\d+)?)\s*%\)")
_COUNT = re.compile(r"(?<![\d/])(\d{1,3}) (?:nhóm )?(mục tiêu|chỉ tiêu|biện pháp)", re.IGNORECASE)
_SAYING = (Zone.HEADING, Zone.TITLE, Zone.OBJECTIVES, Zone.NOTE)
_ANNOUNCING = tuple(zone.value for zone in _SAYING)
_ISSUING = re.compile(r"\b(?:ban hành|công bố|giao|kèm theo)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?:(?:[A-HĐ]|[IVX]+|[a-zđ])\.)*\d+")
"""The number of a row that a list counts: behind a group's letter, and no part of another."""
_NEAR = 40
"""How many letters may stand between a fraction and its percentage."""


def checks_of(
    items: tuple[Item, ...],
    sections: tuple[Section, ...],
    actions: tuple[PlanRow, ...],
    left_out: tuple[LeftOut, ...] = (),
) -> tuple[Check, ...]:
    """Return everything that can be proved of a document, agreeing or not."""
    return (
        *_declared(items),
        *_announced(items, actions, left_out),
        *sums_of(items),
        *_fractions(items),
        *_sections(items, sections),
        *_repeated(items, actions),
    )


def _declared(items: tuple[Item, ...]) -> Iterator[Check]:
    above = ancestors(items)
    for item in items:
        count = _said(item)
        listed = [i for i in items if i.parent == item.number] if count else []
        if not listed:
            continue  # they stand in another document
        atomic = [i for i in items if i.target and item.number in above[i.number]]
        yield Check(
            message("{number} declares {count} items.", number=item.number, count=count),
            message(
                "{count} are listed, with {targets} targets.",
                count=len(listed),
                targets=len(atomic),
            ),
            count in {len(listed), *({len(atomic)} if not item.goal else ())},
            item.place,
        )


def _said(item: Item) -> int:
    """Return how many items a heading says that it has: "18/18 chỉ tiêu", "(3 chỉ tiêu)"."""
    if item.goal is not None:
        return int(item.goal.of or 0) if item.goal.kind is Kind.CHILDREN else 0
    return declared(item.quote) if not item.target else 0


def _announced(
    items: tuple[Item, ...], actions: tuple[PlanRow, ...], left_out: tuple[LeftOut, ...]
) -> Iterator[Check]:
    """Yield how many objectives or measures headings say that there are, against those listed."""
    targets = sum(bool(item.target) for item in items)
    tops = sum(not item.parent for item in items)
    tops = sum(bool(_COUNTED.fullmatch(item.number)) for item in items) or tops
    for left in left_out:
        for found in _COUNT.finditer(left.quote) if _announces(left) else ():
            count = int(found[1])
            measures = found[2].lower() == "biện pháp"
            listed = {len(actions)} if measures else {targets, tops}
            yield Check(
                message("“{words}”.", words=found[0]),
                message("{count} are listed, with {targets} targets.", count=tops, targets=targets)
                if not measures
                else message("{count} measures are listed.", count=len(actions)),
                count in listed,
                left.place,
            )


def _announces(left: LeftOut) -> bool:
    """Whether a passage may say how many there are: a heading, or the article that issues them."""
    issues = left.reason.id == Zone.ARTICLE.value and bool(_ISSUING.search(left.quote))
    return left.reason.id in _ANNOUNCING or issues


def _fractions(items: tuple[Item, ...]) -> Iterator[Check]:
    """Yield the percentages that a fraction beside them proves, each passage's once."""
    passages: dict[tuple[str, str], list[str]] = {}
    for item in items:
        if item.target:
            cells = passages.setdefault((item.quote, item.place), item.quote.split(" | "))
            cells += [] if item.target in item.quote else [item.target]
    for (_, place), cells in passages.items():
        for cell in cells:
            for fraction, percent, share in _shares(cell):
                said = parse(percent)
                places = decimals(said)
                yield Check(
                    message("{fraction} = {percent} %.", fraction=fraction, percent=percent),
                    message("It is {value} %.", value=show(round(share, max(places, 1)))),
                    round(share, places) == round(said, places),
                    place,
                )


def _shares(text: str) -> Iterator[tuple[str, str, float]]:
    """Yield the fractions of a text, each with its percentage and what it comes to."""
    both = {one.fraction: one for one in twofold(text)}
    for found in _FRACTION.finditer(text):
        one = both.get(found[0])
        near = _near(text, found) if one is None else None
        share = share_of(found[1], found[2])
        if one is not None:
            yield one.fraction, one.percent, one.share
        elif near is not None and share is not None:
            yield found[0], near[1], share


def _near(text: str, found: re.Match[str]) -> re.Match[str] | None:
    """Return the percentage that stands near a fraction and speaks of it."""
    near = _PERCENT.search(text, max(0, found.start() - _NEAR), found.end() + _NEAR)
    if near and _parted(text, found, near):
        near = None
    return near or _IN_BRACKETS.search(text, found.end(), _clause_end(text, found.end()))


def _parted(quote: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the second begins behind a comma or a semicolon: they speak of different things."""
    between = quote[min(one.end(), other.end()) : max(one.start(), other.start())]
    return between.rstrip().endswith(",") or ";" in between


def _clause_end(quote: str, begin: int) -> int:
    end = quote.find(";", begin)
    return len(quote) if end < 0 else end


def _sections(items: tuple[Item, ...], sections: tuple[Section, ...]) -> Iterator[Check]:
    if not sections:
        return
    tops = [item for item in items if not item.parent]
    served = {number for section in sections for number in section.objectives}
    for section in sections:
        if not section.objectives:
            yield Check(
                message(
                    "The plan's section {number}: “{text}”.",
                    number=section.number,
                    text=section.text[:80],
                ),
                message("No objective of the list says the same."),
                False,
                section.place,
            )
    above = ancestors(items)
    covered = served.union(*(above[number] for number in served if number in above))
    without = [top.number for top in tops if top.number not in covered]
    yield Check(
        message("The plan has {count} sections.", count=len(sections)),
        message(
            "{count} objectives are listed; without a section: {numbers}.",
            count=len(tops),
            numbers=", ".join(without) or "0",
        ),
        not without,
        sections[0].place,
    )


def _repeated(items: tuple[Item, ...], actions: tuple[PlanRow, ...]) -> Iterator[Check]:
    pairs = [
        (bare(f"{i.parent} {i.name} {i.target} {i.departments}"), i.number, i.place)
        for i in items
        if i.target
    ]
    pairs += [
        (bare(f"{a.objectives} {a.measure} {a.lead} {a.deadline}"), a.number, a.place)
        for a in actions
    ]
    counts = Counter(key for key, _, _ in pairs)
    for key, count in counts.items():
        if count > 1:
            numbers = [number for other, number, _ in pairs if other == key]
            place = next(place for other, _, place in pairs if other == key)
            yield Check(
                message("{numbers} say the same word for word.", numbers=", ".join(numbers)),
                message("One of them may be meant otherwise."),
                False,
                place,
            )


def doubted(items: tuple[Item, ...], checks: tuple[Check, ...]) -> tuple[Item, ...]:
    """Return the items, each with a doubt where what it consists of does not add up to it."""
    failing = {check.number: check for check in checks if check.number and not check.agrees}
    return tuple(
        replace(item, notes=(*item.notes, replace(failing[item.number].found, doubtful=True)))
        if item.number in failing
        else item
        for item in items
    )
