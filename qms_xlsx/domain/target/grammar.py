"""Reading a wording: tokens, what is no target, figures, clauses, targets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.baselines import baseline
from qms_xlsx.domain.target.build import built
from qms_xlsx.domain.target.changing import without_number
from qms_xlsx.domain.target.clauses import Clause, clauses
from qms_xlsx.domain.target.dropping import dropped, unread
from qms_xlsx.domain.target.figures import figure
from qms_xlsx.domain.target.levels import IMPLIED
from qms_xlsx.domain.target.model import Better, Kind, Reading, Target, Unknown
from qms_xlsx.domain.target.names import garbled, named
from qms_xlsx.domain.target.pairing import paired
from qms_xlsx.domain.target.part import Built
from qms_xlsx.domain.target.quantities import quantities
from qms_xlsx.domain.target.ranks import with_ranks
from qms_xlsx.language.lexicon import Lexicon, covered, phrases
from qms_xlsx.language.messages import Message, doubt, message
from qms_xlsx.language.scanner import Text, scan
from qms_xlsx.language.text import left_blank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.domain.target.quantity import Quantity

LONGEST = 2000
"""Characters of the longest wording that is read."""

DIRECTIONS = {
    "càng cao càng tốt": Better.HIGHER,
    "càng thấp càng tốt": Better.LOWER,
    "chỉ theo dõi": Better.NEITHER,
}
"""What may be added in brackets to say which way is better."""
_DIRECTION = re.compile(r"\s*\((" + "|".join(DIRECTIONS) + r")\)", re.I)
_AMONG = re.compile(r"\(\s*(trong đó|trong do)\b([^()]*)\)", re.I)
"""A part in brackets, "(trong đó nước sạch 60%)", is a target like one after a semicolon."""
_DUE = Lexicon(
    phrases(
        "(trước|trong|chậm nhất|chậm nhất là|chậm nhất vào|muộn nhất|muộn nhất là|đến hết|đến"
        "|không quá|hết) [ngày] <date> [<date>|hàng năm|hằng năm|hàng tháng|hằng tháng"
        "|hàng quý|hằng quý]"
    )
)
_ANSWERS = ("co", "dat", "hoan thanh", "thuc hien", "co/khong", "dat/khong dat", "yes")


def read(text: str) -> Reading | Unknown:
    """Return the targets that a wording states, or why it is not understood."""
    if len(text) > LONGEST:
        return Unknown(text, (message("The wording is too long."),))
    if left_blank(text):
        return Unknown(text, (message("A number is left blank."),))
    told = _DIRECTION.search(text)
    scanned = scan(_AMONG.sub(r"; \1\2", _DIRECTION.sub("", text)))
    if not any(token.kind != "symbol" for token in scanned.tokens):
        return Unknown(text, (message("There is no wording."),))
    if garbled(scanned):
        return Unknown(text, (doubt("A number is garbled."),))
    scanned = named(scanned)
    targets, notes, failed = _targets(scanned)
    if failed or not targets:
        return Unknown(text, tuple(notes) or (_why_not(scanned),))
    if told:
        targets = [_directed(target, DIRECTIONS[told[1].lower()]) for target in targets]
    return Reading(text, tuple(targets), _distinct(notes))


def _targets(text: Text) -> tuple[list[Target], list[Message], bool]:
    text, places = with_ranks(text)
    figures = quantities(text)
    parts = list(clauses(text, places, figures))
    shared = baseline(text)
    targets: list[Target] = []
    notes: list[Message] = []
    passed: list[Message] = []
    for clause in parts:
        joined, conflict = paired(text, clause, figures)
        if joined is not clause:
            figures = [f for f in figures if not clause.start <= f.start < clause.end]
        if conflict:
            return targets, [conflict], True
        result = _result(text, joined, shared, targets)
        if result is None:
            passed.extend(unread(text, clause))
            continue
        notes.extend(result.notes)
        notes.extend(dropped(text, joined))
        if result.target is None:
            return targets, notes, True
        targets.append(result.target)
    notes.extend((*_left_out(text, figures, parts), *(passed if targets else ())))
    return targets, notes, False


def _result(
    text: Text, clause: Clause, shared: str | None, before: Sequence[Target]
) -> Built | None:
    found = built(text, clause, shared, before[-1] if before else None)
    return found or without_number(text, clause, shared) or _answer(text, clause)


def _answer(text: Text, clause: Clause) -> Built | None:
    """Return yes or no for a clause that asks for something to be done or kept."""
    start, end = clause.start, clause.end
    index = start
    while text.kind(index) in ("symbol", "date"):
        index += 1
    due = _due(text, start, end)
    words = text.bare_words(index, end).strip(" .,;:")
    if words in _ANSWERS or (due and _only_done(text, index, end)):
        return Built(_yes(explicit=words != "thuc hien", by=due))
    named = verbs.NAMING.at(text, index)
    doing = verbs.DOING.at(text, index)
    if named and (doing is None or named[0] > doing[0]):
        if not any(verbs.FINITE.within(text, index + named[0], end)):
            return None
    elif not doing and not list(verbs.DOING.within(text, index, end)):
        return None
    if end - index < 2 or any(verbs.FORMAL.within(text, index, end)):
        return None
    if any(t.kind == "number" and figure(t.raw) is None for t in text.tokens[start:end]):
        return None  # "1.2.3 điểm"
    if all(t.named or t.kind == "symbol" for t in text.tokens[index:end]):
        return None
    keeps = any(verbs.KEEPING.within(text, start, end))
    notes = [] if keeps else [message("Nothing measurable is named: it is read as yes or no.")]
    return Built(_yes(explicit=keeps, by=due), notes)


def _only_done(text: Text, start: int, end: int) -> bool:
    """Tell whether a clause says but that something is done ("Hoàn thành trước 30/11")."""
    done = any(verbs.DONE.within(text, start, end))
    return done and covered(text, start, end, verbs.LIGHT, verbs.DONE, _DUE)


def _due(text: Text, start: int, end: int) -> str | None:
    """Return the words of the day by which something is to be done."""
    for index, size, _ in _DUE.within(text, start, end):
        return text.raw_words(index, index + size)
    return None


def _yes(*, explicit: bool, by: str | None) -> Target:
    return Target(
        kind=Kind.YES_NO,
        comparator=None,
        value=None,
        better=Better.HIGHER,
        explicit=explicit,
        by=by,
    )


def _directed(target: Target, better: Better) -> Target:
    comparator = target.comparator
    if target.kind in (Kind.THRESHOLD, Kind.CHILDREN) and not target.explicit:
        comparator = IMPLIED[better]
    return replace(target, better=better, comparator=comparator)


def _left_out(text: Text, figures: list[Quantity], parts: list[Clause]) -> list[Message]:
    """Note the figures that were read past: in brackets, or what a measure is counted of."""
    used = {id(part.core) for part in parts}
    notes = []
    for other in figures:
        if other.aside and id(other) not in used and other.kind not in ("age", "size"):
            words = text.raw_words(other.start, other.end)
            inside = text.tokens[other.number].depth > 0
            notes.append(
                message("“{words}” in brackets is left out.", words=words)
                if inside
                else message("“{words}” is taken as part of the description.", words=words)
            )
    return notes


def _distinct(notes: Sequence[Message]) -> tuple[Message, ...]:
    seen: list[Message] = []
    for note in notes:
        if note not in seen:
            seen.append(note)
    return tuple(seen)


def _why_not(text: Text) -> Message:
    if any(token.named for token in text.tokens) and covered(
        text, 0, len(text.tokens), verbs.LIGHT
    ):
        return message("Only a date, a document or a name is written, no target.")
    if any(token.kind == "number" for token in text.tokens):
        return message("The number in it is not one that can be a target.")
    return message("It says neither a figure nor what is to be done.")
