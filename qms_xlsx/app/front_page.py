"""The front page of a run as a page: its sentences, its list, and a line an objective.

Figures and statuses come from the run's own document; what is said of them from `say`, as in the
summary workbook.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.finding import Excludes
from qms_xlsx.domain.status import Status
from qms_xlsx.say import VIETNAMESE, movement, sentences
from qms_xlsx.say.facts import Facts
from qms_xlsx.say.figures import several
from qms_xlsx.say.names import one_line
from qms_xlsx.write.summary.attention import attention, named

if TYPE_CHECKING:
    from collections import Counter

    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Result
    from qms_xlsx.steps.aggregate import Run
    from qms_xlsx.write.summary.attention import Matter

    Document = dict[str, Any]

_ALL = 1_000
"""Items of the list: a page on a screen has no end."""
_BY_MARK = {status.mark: status for status in Status}


@dataclass(frozen=True, slots=True)
class FrontLine:
    """An objective with its own figure, and those of its departments."""

    number: str
    name: str
    depth: int
    heading: bool
    pace: str
    """What it still needs, where an amount says it."""
    own: Document
    """As `aggregate --format json` prints it."""
    departments: tuple[Document, ...]
    refused: tuple[str, ...]
    """Where figures of it stand that do not count because of an error."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """One thing that needs a hand."""

    status: Status
    """Whose mark and colours it bears."""
    what: str
    how: str
    who: str
    objective: str
    """The row that it is about; '' where it is about none."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What a leader sees first of a run."""

    headline: str
    """'' where the language is not the summary's."""
    told: tuple[str, ...]
    """How complete the figures are, and what moved."""
    met: int
    judged: int
    counts: Counter[Status]
    items: tuple[Urgent, ...]
    lines: tuple[FrontLine, ...]


def front_page(run: Run, told: Document, language: str) -> FrontPage:
    """Return the front page of a run; `told` is its document in that language."""
    facts = Facts(run.aggregate, run.findings, run.sources, run.background)
    own = language == VIETNAMESE
    return FrontPage(
        headline=sentences.headline(facts) if own else "",
        told=(sentences.completeness(facts), movement.since(facts)) if own else (),
        met=facts.met,
        judged=facts.judged,
        counts=facts.counts,
        items=tuple(_items(facts)),
        lines=tuple(_lines(run, told["results"])),
    )


def _items(facts: Facts) -> list[Urgent]:
    rows = {
        f"{o.number} {one_line(o.name)}".strip(): o.code
        for o in facts.aggregate.register.objectives
    }
    return [_item(facts, matter, rows.get(matter.what, "")) for matter in attention(facts, _ALL)]


def _item(facts: Facts, matter: Matter, objective: str) -> Urgent:
    who = several(named(facts, matter), 6, "bộ phận") or matter.where
    return Urgent(_BY_MARK[matter.state.mark], matter.what, matter.how, who, objective)


def _lines(run: Run, documents: list[Document]) -> list[FrontLine]:
    register = run.aggregate.register
    below: dict[str, list[Document]] = {}
    for document in documents:
        if document["department"] is not None:
            below.setdefault(document["objective"], []).append(document)
    refused = _refused(run)
    pairs = zip(run.aggregate.results, documents, strict=True)
    return [
        FrontLine(
            number=result.objective.number,
            name=result.objective.name,
            depth=_depth(register, result.objective.code),
            heading=result.coverage.children is not None,
            pace=_pace(run, result),
            own=document,
            departments=tuple(below.get(result.objective.code, ())),
            refused=tuple(refused.get(result.objective.code, ())),
        )
        for result, document in pairs
        if result.department is None
    ]


def _refused(run: Run) -> dict[str, list[str]]:
    """Return the cells that an error keeps out of the figures, by objective."""
    counted = {submission.path for submission in run.aggregate.submissions}
    found: dict[str, list[str]] = {}
    for one in run.findings:
        if one.excludes is Excludes.CELL and one.place.file in counted and one.row:
            found.setdefault(one.row, []).append(str(one.place))
    return found


def _pace(run: Run, result: Result) -> str:
    needed = run.background.pace(run.aggregate, result)
    return movement.pace(needed, result) if needed else ""


def _depth(register: Register, code: str) -> int:
    """Return how many objectives an objective stands under; a circle ends where it began."""
    seen = {code}
    while (code := register.by_code[code].parent) in register.by_code and code not in seen:
        seen.add(code)
    return len(seen) - 1
