"""Puts what `import` makes of a document beside what a person expects of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qms_xlsx.document.model import Document
from qms_xlsx.document.opening import opened_document
from qms_xlsx.document.understanding import understood
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.numbers import parse
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.document.decision import Decision, Item

Row = dict[str, Any]
_DAYS = 31
"""A date that begins with a higher number is written year first."""


@dataclass(slots=True)
class Score:
    """What was found as expected, and each thing that was not."""

    targets: int = 0
    found: int = 0
    right: int = 0
    parents: int = 0
    departments: int = 0
    measures: int = 0
    measures_right: int = 0
    faults: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        names = ("targets", "found", "right", "parents", "departments", "measures")
        names = (*names, "measures_right")
        sums = {name: getattr(self, name) + getattr(other, name) for name in names}
        return Score(**sums, faults=self.faults + other.faults)


def scored(path: Path, expected: Row) -> Score:
    """Return how what is read in a document agrees with what is expected of it."""
    document = opened_document(path)
    assert isinstance(document, Document), document
    decision = understood(document)
    score = Score()
    _head(decision, expected, score)
    _objectives(decision, expected, score)
    _plan(decision, expected, score)
    _left_out(decision, expected, score)
    _checks(decision, expected, score)
    score.faults = [f"{path.name}: {fault}" for fault in score.faults]
    return score


def _head(decision: Decision, expected: Row, score: Score) -> None:
    head = decision.head
    found = {
        "organisation": _office(head.organisation),
        "year": head.year,
        "decision_number": head.number or None,
        "decision_date": head.day.isoformat() if head.day else None,
    }
    for key, value in found.items():
        wanted = [expected.get(key), *expected.get(f"accept_{key.split('_')[0]}", [])]
        if key == "organisation":
            # the province or district behind the name may stand or not
            offices = [_office(w or "") for w in wanted]
            if any(w == value or (w and value and (w in value or value in w)) for w in offices):
                continue
        elif value in wanted:
            continue
        score.faults.append(f"head {key}: {value!r} for {expected.get(key)!r}")
    dates = expected.get("report_dates")
    own = [_day(day, head.year) for day in (decision.due_h1, decision.due_year)]
    if dates and own != [_day(day, head.year) for day in dates]:
        score.faults.append(f"report dates {decision.due_h1} {decision.due_year} for {dates}")


def _office(name: str) -> str:
    low = bare(name).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")
    return re.sub(r"\W+", " ", low).strip()


def _day(text: str, year: int | None) -> str:
    """Return a day with its year, but where that is the year of the objectives."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    numbers = numbers[::-1] if numbers[:1] > [_DAYS] else numbers
    return "/".join(map(str, numbers if numbers[2:] != [year] else numbers[:2]))


def _objectives(decision: Decision, expected: Row, score: Score) -> None:
    items = [item for item in decision.items if item.target]
    free = list(items)
    pairs: list[tuple[Row, Item | None]] = []
    for row in expected["objectives"]:
        if row["kind"] == "heading":
            continue
        best = max(free, key=lambda item: _likeness(row, item), default=None)
        if best is not None and _likeness(row, best) >= 1.4:
            free.remove(best)
        else:
            best = None
        pairs.append((row, best))
    for row, item in pairs:
        _objective(row, item, decision, score)
    for item in free:
        score.faults.append(f"invented {item.number} {item.name!r}: {item.target!r}")
    for phrase in expected.get("must_not_be_targets", []):
        hits = [item for item in items if bare(phrase) in bare(item.target)]
        score.faults += [f"no target: {item.target!r} ({phrase})" for item in hits]


def _objective(row: Row, item: Item | None, decision: Decision, score: Score) -> None:
    told = f"{row['number']} {row['name'][:60]!r}: {row['target']!r}"
    listed = any(
        _overlap(row["name"], left.quote) > 0.4 and bare(row["target"]) in bare(left.quote)
        for left in decision.left_out
    )
    if item is None:
        if row.get("optional") or (row.get("accept_left_out") and listed):
            return
        score.targets += 1
        score.faults.append(f"{'listed' if listed else 'LOST'} {told}")
        return
    score.targets += 1
    score.found += 1
    wrong = [problem for problem in _reading_problems(row, item) if problem]
    if wrong:
        score.faults.append(f"reading of {told}: {item.target!r} {'; '.join(wrong)}")
    else:
        score.right += 1
    if _parent_fits(row, item, decision):
        score.parents += 1
    else:
        score.faults.append(f"parent of {told}: {item.parent!r} for {row['parent_number']!r}")
    wanted = {bare(name) for name in row["departments"]}
    found = {bare(name) for name in item.departments} | {bare(n) for n, _ in item.shares}
    others = row.get("accept", {}).get("departments", [])
    also = [{bare(name) for name in other} for other in others]
    if wanted == found or "*" in others or {"*"} in also or found in also:
        score.departments += 1
    else:
        score.faults.append(f"departments of {told}: {sorted(found)} for {sorted(wanted)}")
    if row.get("allocations"):
        shares = {bare(n): _figure(w) for n, w in item.shares}
        given = {bare(n): _figure(w) for n, w in row["allocations"].items() if w != "không giao"}
        if shares != given:
            score.faults.append(f"shares of {told}: {shares} for {given}")
    if row.get("must_flag") and not item.doubtful:
        score.faults.append(f"not flagged {told}")


def _figure(words: object) -> float:
    """Return the figure of a share, written out or as a number."""
    if isinstance(words, int | float):
        return float(words)
    found = re.match(r"\D*([\d.,]+)", str(words))
    return parse(found[1].rstrip(".,")) if found else -1.0


def _reading_problems(row: Row, item: Item) -> list[str]:
    goal, accept = item.goal, row.get("accept", {})
    kinds = [row["kind"], *accept.get("kind", [])]
    if goal is None:
        return [] if "unread" in kinds and item.doubtful else ["not read"]
    if goal.kind.value not in kinds:
        return [f"kind {goal.kind.value}"]
    if goal.kind.value != row["kind"]:
        return []
    comparators = [row["comparator"], *accept.get("comparator", [])]
    free = goal.kind in (Kind.RANGE, Kind.GRADE, Kind.YES_NO, Kind.CHILDREN)
    problems = []
    values = [row["value"], *accept.get("value", [])]
    if "*" not in values and not any(_same(item.value, value) for value in values):
        problems.append(f"value {item.value!r} for {row['value']!r}")
    if not free and row["comparator"] and not {"*", goal.comparator} & set(comparators):
        problems.append(f"comparator {goal.comparator!r} for {row['comparator']!r}")
    problems += [
        f"{key} {getattr(goal, key)!r} for {row[key]!r}"
        for key in ("of", "upper")
        if row.get(key) and not _same(getattr(goal, key), row[key])
    ]
    zero = goal.value == 0 and goal.comparator == "="
    if goal.kind is Kind.THRESHOLD and row["unit"] and not zero and not _unit_fits(row, item):
        problems.append(f"unit {item.unit!r} for {row['unit']!r}")
    return problems


def _unit_fits(row: Row, item: Item) -> bool:
    own, units = bare(item.unit), [row["unit"], *row.get("accept", {}).get("unit", [])]
    return "*" in units or any(own and (own in bare(u) or bare(u) in own) for u in units if u)


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    if one is None or other is None:
        return one is None and other is None
    return bare(str(one)) == bare(str(other)) or bare(str(other)).endswith(bare(str(one)))


def _likeness(row: Row, item: Item) -> float:
    goal = item.goal
    value = item.value
    values = [row["value"], *row.get("accept", {}).get("value", [])]
    same = "*" in values or any(_same(value, one) for one in values)
    kinds = row.get("accept", {}).get("kind", [])
    same = same or (
        goal is not None and goal.kind.value != row["kind"] and goal.kind.value in kinds
    )
    names = [row["name"], *row.get("accept", {}).get("name", [])]
    alike = max(_overlap(name, f"{item.name} {item.target}") for name in names)
    ordered = 0.05 * (_digits(row["number"]) == _digits(item.number))
    return alike + same * (1.0 if value is not None else 0.8) + ordered


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _overlap(name: str, text: str) -> float:
    words, others = bare(name).split(), set(re.findall(r"\w+", bare(text)))
    words = [re.sub(r"\W", "", word) for word in words]
    words = [word for word in words if word]
    return sum(word in others for word in words) / max(1, len(words))


def _parent_fits(row: Row, item: Item, decision: Decision) -> bool:
    accept = row.get("accept", {})
    wanted = [row["parent_number"], *accept.get("parent", []), *accept.get("parent_number", [])]
    if "*" in wanted:
        return True
    parents = {one.number: one.parent for one in decision.items}
    own, chain = item.parent, []
    while own:
        chain.append(_plain(own))
        own = parents.get(own, "")
    if {None, ""} & set(wanted) and (not chain or chain[0] == _plain(row["number"])):
        return True
    numbers = {_plain(str(w)) for w in wanted if w is not None}
    numbers.add(_plain(row["number"]))
    return bool(numbers & set(chain)) or any(
        link.endswith(f"{n}") for n in numbers for link in chain
    )


def _plain(number: str) -> str:
    return re.sub(r"[^\w]", "", number).lower()


def _plan(decision: Decision, expected: Row, score: Score) -> None:
    found = {action.number: action for action in decision.plan}
    for order, row in enumerate(expected["plan"]):
        score.measures += 1
        action = found.pop(row["number"], None)
        if action is None and order < len(decision.plan):
            action = decision.plan[order]
            found.pop(action.number, None)
        if action is None:
            score.faults.append(f"LOST measure {row['number']}")
            continue
        keys = ("measure", "lead", "coordinating", "deadline", "monitor", "evidence")
        wrong = [
            f"{key} {getattr(action, key)!r} for {row[key]!r}"
            for key in keys
            if _squeezed(getattr(action, key)) != _squeezed(row[key])
            and not any(
                _squeezed(a) == _squeezed(getattr(action, key))
                for a in row.get("accept", {}).get(key, [])
            )
        ]
        objective = row.get("objective")
        if objective and not any(
            _plain(part).startswith(_plain(objective))
            for o in action.objectives
            for part in (o, o.rpartition(".")[2])
        ):
            wrong.append(f"objective {action.objectives} for {objective}")
        if wrong:
            score.faults.append(f"measure {row['number']}: {'; '.join(wrong)}")
        else:
            score.measures_right += 1
    score.faults += [f"invented measure {number}" for number in found]


def _squeezed(text: str) -> str:
    return re.sub(r"[\s;.\-–,]+", " ", bare(text)).strip()


def _left_out(decision: Decision, expected: Row, score: Score) -> None:
    quotes = [bare(left.quote) for left in decision.left_out]
    for phrase in expected.get("left_out", []):
        words = phrase if isinstance(phrase, str) else phrase.get("phrase", phrase.get("quote"))
        if not any(bare(words) in quote for quote in quotes):
            score.faults.append(f"not listed as left out: {words!r}")


def _checks(decision: Decision, expected: Row, score: Score) -> None:
    failing = [check for check in decision.checks if not check.agrees]
    wanted = [check for check in expected.get("checks", []) if not check.get("optional")]
    if len([c for c in wanted if not c["agrees"]]) > len(failing):
        score.faults.append(
            f"proofs that fail: {len(failing)} for {[c for c in wanted if not c['agrees']]}"
        )
    if len(wanted) > len(decision.checks):
        score.faults.append(f"proofs: {len(decision.checks)} for {[c['says'] for c in wanted]}")


def expectation(path: Path) -> Row:
    """Return what is expected of a document; its print shares the expectation."""
    row: Row = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return row
