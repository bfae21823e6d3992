"""The rows of a register workbook that a decision gives, and what a person must look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.head import level_of
from qms_xlsx.document.parties import party_core, split_parties
from qms_xlsx.document.zones import Zone
from qms_xlsx.domain.register import Register
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.decision import Decision, Item, LeftOut, PlanRow
    from qms_xlsx.language.messages import Message

_DUE = re.compile(
    r"báo cáo[^.;]*\b(?:trước|chậm nhất|hạn|định kỳ|hằng|hàng)\b"
    r"|\b(?:trước|chậm nhất|định kỳ|hằng|hàng)\b[^.;]*báo cáo",
    re.IGNORECASE,
)
"""Words that say when reports are due, in whatever way."""
_SCHOOL_YEAR_ENDS = range(5, 9)
"""The months; who reports a year by then counts school years."""


@dataclass(frozen=True, slots=True)
class Look:
    """Something that a person must look at in a draft: what, the words, and the row it is in."""

    says: Message
    quote: str
    place: str
    area: str = ""
    key: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A register's rows by area, and what needs a look."""

    rows: dict[str, list[dict[str, Any]]]
    looks: tuple[Look, ...]


def draft_of(decision: Decision) -> Draft:
    """Return the draft register of a decision; what it does not say stays blank and is asked."""
    rows = {
        "info": [_info(decision)],
        "departments": _departments(decision),
        "objectives": [_objective(item, decision) for item in decision.items],
        "allocations": [
            {"objective": item.number, "department": name, "target": words}
            for item in decision.items
            for name, words in item.shares
        ],
        "plan": [_action(action) for action in decision.plan],
    }
    return Draft(rows, tuple(_looks(decision)))


def weightiest_first(left_out: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    """Return what was left out with the passages first that state a level all the same."""
    formal = (Zone.LEGAL.value, Zone.RECIPIENTS.value, Zone.HEADING.value, Zone.TITLE.value)

    def light(left: LeftOut) -> bool:
        return left.reason.id in formal or not any(c.measured for c in clauses(left.quote))

    return tuple(sorted(left_out, key=light))


def _info(decision: Decision) -> dict[str, Any]:
    head = decision.head
    defaults = Register(organisation="", year=head.year or 0)
    return {
        "organisation": head.organisation,
        "level": level_of(head.organisation),
        "year": head.year,
        "decision_number": head.number,
        "decision_date": head.day,
        "place": head.place,
        "period_rule": defaults.period_rule.value,
        "due_h1": decision.due_h1,
        "due_year": decision.due_year,
        "strict_before": "yes",
        "caution": defaults.caution,
    }


def _departments(decision: Decision) -> list[dict[str, Any]]:
    return [
        {
            "code": party.code,
            "name": party.name,
            "aliases": ";".join(party.aliases),
            "groups": ";".join(decision.groups),
        }
        for party in decision.departments
    ]


def _objective(item: Item, decision: Decision) -> dict[str, Any]:
    number = decision.head.number
    source = f"Quyết định số {number}, {item.place}" if number else item.place
    return {
        "code": item.number,
        "parent": item.parent,
        "number": item.number,
        "name": item.name,
        "target": item.target,
        "target_h1": item.half,
        "stretch": item.stretch,
        "cadence": item.cadence.value if item.cadence else "",
        "unit": item.unit,
        "better": item.better.value if item.better else "",
        "departments": ";".join(_spelt(item.departments or tuple(n for n, _ in item.shares))),
        "source": source,
        "quote": item.quote,
        "note": f"Giao theo {item.given}" if item.given else "",
    }


def _spelt(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in names for name in split_parties(text)))


def _action(action: PlanRow) -> dict[str, Any]:
    return {
        "number": action.number,
        "objectives": ";".join(action.objectives),
        "measure": action.measure,
        "lead": action.lead,
        "coordinating": action.coordinating,
        "deadline": action.deadline,
        "monitor": action.monitor,
        "evidence": action.evidence,
        "quote": action.quote,
    }


def _looks(decision: Decision) -> Iterator[Look]:
    yield from _head_looks(decision)
    yield from _unassigned(decision)
    for row, item in enumerate(decision.items):
        yield from _item_looks(row, item)
    known = {party_core(name) for p in decision.departments for name in (p.name, *p.aliases)}
    for row, action in enumerate(decision.plan):
        for name in split_parties(action.lead):
            if party_core(name) not in known and name not in decision.groups:
                says = message("“{name}” leads a measure and is no department.", name=name)
                yield Look(says, action.quote, action.place, "plan", "lead", row)
        if not action.objectives:
            says = message("It is not told which objective this measure serves.")
            yield Look(says, action.quote, action.place, "plan", "objectives", row)
    for left in decision.left_out:
        if left.reason.id == Zone.NOTE.value and re.search(r"\d", left.quote):
            yield Look(
                message("A note states a figure: does it change a level?"), left.quote, left.place
            )
    for check in decision.checks:
        if not check.agrees and not check.number:  # one that has a number stands at its row
            says = message("{says} {found}", says=check.says, found=check.found)
            yield Look(says, "", check.place)


def _head_looks(decision: Decision) -> Iterator[Look]:
    head = decision.head
    blanks = (
        (head.organisation, message("The document does not name its organisation: type it.")),
        (head.year, message("The document does not name its year: type it.")),
        (head.number, message("The document has no number: type it.")),
        (head.day, message("The document has no date: type it.")),
        (decision.departments, message("The document names no department: list them.")),
    )
    for value, says in blanks:
        if not value:
            yield Look(says, "", "")
    if not decision.due_h1:
        yield _due_look(decision)
    elif int(decision.due_year.split("/")[1]) in _SCHOOL_YEAR_ENDS:
        says = message(
            "Reports are due after school terms, {first} and {second}, but the register counts "
            "halves of the calendar year: look whether both dates fit.",
            first=decision.due_h1,
            second=decision.due_year,
        )
        yield Look(says, "", "")
    if decision.groups:
        names = ", ".join(decision.groups)
        says = message(
            "Groups are named ({names}): list every department that they mean.", names=names
        )
        yield Look(says, "", "")
    if len(head.numbers) > 1:
        numbers = ", ".join(head.numbers)
        yield Look(
            message("The document holds several decisions: {numbers}.", numbers=numbers), "", ""
        )


def _due_look(decision: Decision) -> Look:
    """Return what is asked about the report dates, with the words that tell them otherwise."""
    told = [one for one in decision.left_out if _DUE.search(one.quote)]
    if not told:
        return Look(message("The document does not say when the reports are due: type it."), "", "")
    says = message("When reports are due is not read as two dates of the year: type them.")
    return Look(says, told[0].quote, told[0].place)


def _unassigned(decision: Decision) -> Iterator[Look]:
    """Yield one line for all rows that the document gives to nobody."""
    rows = [
        i
        for i, item in enumerate(decision.items)
        if item.target and not (item.departments or item.shares)
    ]
    if rows:
        first = decision.items[rows[0]]
        says = message(
            "The document does not say who reports {count} of its targets: name the departments.",
            count=len(rows),
        )
        yield Look(says, first.quote, first.place, "objectives", "departments", rows[0])


def _item_looks(row: int, item: Item) -> Iterator[Look]:
    for note in item.notes:
        if note.doubtful:
            yield Look(note, item.quote, item.place, "objectives", "target", row)
