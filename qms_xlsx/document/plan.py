"""The plan matrix: sections bound to objectives, measures with who, by when, shown by what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import numbers_of
from qms_xlsx.document.columns import Columns, columns_of
from qms_xlsx.document.decision import PlanRow, ancestors
from qms_xlsx.document.labels import Labels
from qms_xlsx.document.lines import line_of
from qms_xlsx.document.measure_cells import Told, measures_in
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.document.decision import Item
    from qms_xlsx.document.model import Paragraph, TextTable

_LIKE = 0.6
"""How alike a section and an objective are at least, from 0 to 1, to be the same."""
_FIELDS = ("lead", "coordinating", "deadline", "monitor", "evidence")


@dataclass(slots=True)
class Section:
    """A row across the matrix: the objective that the measures below it serve."""

    number: str
    text: str
    place: str
    objectives: tuple[str, ...] = ()
    names: str = ""
    """The number of the objective that it names: "Mục tiêu 3: …"."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan matrix of a document."""

    sections: tuple[Section, ...] = ()
    actions: tuple[PlanRow, ...] = ()
    tables: frozenset[int] = frozenset()
    """Which of the document's tables it was read from."""

    def serving(self) -> dict[str, list[PlanRow]]:
        """Return the measures that serve each objective, by its number."""
        found: dict[str, list[PlanRow]] = {}
        for action in self.actions:
            for number in dict.fromkeys(action.objectives):
                found.setdefault(number, []).append(action)
        return found

    def joined(self, *more: PlanRow) -> Plan:
        """Return the plan with more measures, every one under a number of its own."""
        labels = Labels()
        actions = (replace(a, number=labels.own(a.number)) for a in (*self.actions, *more))
        return replace(self, actions=tuple(actions))


def plan_of(tables: Iterable[TextTable], heads: Mapping[int, Item] | None = None) -> Plan:
    """Return the plan of the tables that are one; rows cut by a page are made whole.

    `heads` are the objectives that tables stand below, each with its own.
    """
    reader = _PlanReader()
    columns: Columns | None = None
    read: set[int] = set()
    for order, table in enumerate(tables):
        own = columns_of(table)
        if own.at and not own.plan:
            columns = None
            continue
        columns = own if own.plan else columns
        if columns is not None and max(columns.at.values()) < len(table.rows[0]):
            if heads and order in heads:
                reader.begin(heads[order])
            reader.read(table, columns if own.plan else replace(columns, first=0))
            read.add(order)
    return Plan(tuple(reader.sections), tuple(reader.actions), frozenset(read))


class _PlanReader:
    """Collects sections and measures from table to table."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.actions: list[PlanRow] = []
        self._labels = Labels()
        self._inside = 0
        """How many measures the section holds so far."""
        self._rest = ""
        """What of its objective's cell stands on the next page."""

    def read(self, table: TextTable, columns: Columns) -> None:
        for index, row in columns.below(table):
            number = columns.get(row, "number").rstrip(".")
            words = columns.get(row, "measure" if "measure" in columns.at else "name")
            fields = {key: columns.get(row, key) for key in _FIELDS}
            if columns.combined:
                number = self._beside(columns.get(row, "name"), number, table.at(index))
            if _is_section(row, number, words, fields):
                self._begin("" if number == words.rstrip(".") else number, words, table.at(index))
                continue
            serves = numbers_of(columns.get(row, "serves"))
            for told in measures_in(words, fields):
                own = told.number or number
                if not own and self._cut_by_a_page(told.words, told.fields):
                    self.actions[-1] = _rejoined(self.actions[-1], told.words, told.fields)
                elif told.words or any(told.fields.values()):
                    self._add(own, told, table.at(index), serves)

    def begin(self, head: Item) -> None:
        """Begin the section of an objective that a table stands below."""
        self.sections.append(Section(head.number, head.quote, head.place, (head.number,)))
        self._inside = 0

    def _beside(self, name: str, number: str, place: str) -> str:
        """Begin a section where a row names another objective; return the measure's own number."""
        last = self.sections[-1] if self.sections else None
        if last and name and not number and name[:1].islower() and name != self._rest:
            last.text, self._rest = f"{last.text} {name}", name  # a page's end cut the cell in two
        elif name and name != self._rest and (last is None or last.text != line_of(name).text):
            self._begin(number, name, place)
        own = self.sections[-1].number if self.sections else ""
        return "" if number == own else number

    def _begin(self, number: str, words: str, place: str) -> None:
        line = line_of(words or number)
        label = number or line.label
        own = label.rstrip(".") or str(len(self.sections) + 1)
        names = line.label if line.style == "goal" else ""
        self.sections.append(Section(own, line.text, place, names=names))
        self._inside, self._rest = 0, ""

    def _cut_by_a_page(self, words: str, fields: dict[str, str]) -> bool:
        """Whether a row without a number is the rest of the one above, in the same section.

        A row with a deadline and a lead of its own that begin with a capital is one of its own.
        """
        if not self._inside:
            return False
        last = self.actions[-1]
        begins = fields["lead"][:1].isupper() and fields["deadline"][:1].isupper()
        return not (begins and words[:1].isupper() and last.lead != "" and last.deadline != "")

    def _add(self, number: str, told: Told, place: str, serves: tuple[str, ...]) -> None:
        section = self.sections[-1].number if self.sections else ""
        self._inside += 1
        own = number or str(self._inside)
        full = own if not section or own.startswith(f"{section}.") else f"{section}.{own}"
        row = PlanRow(
            number=self._labels.own(full),
            measure=told.words,
            quote=told.quote,
            place=place,
            objectives=serves,
        )
        self.actions.append(replace(row, **told.fields))  # type: ignore[arg-type]


def _is_section(row: tuple[str, ...], number: str, words: str, fields: dict[str, str]) -> bool:
    merged = len(set(row[1:])) == 1 and bool(row[-1])
    alone = not any(fields.values()) and bool(number) and bool(words)
    repeated = bool(words) and set(fields.values()) == {words}
    return merged or alone or repeated


def _rejoined(action: PlanRow, words: str, fields: dict[str, str]) -> PlanRow:
    more = {key: clean(f"{getattr(action, key)} {fields[key]}") for key in _FIELDS}
    measure = clean(f"{action.measure} {words}")
    return replace(action, measure=measure, quote=measure, **more)  # type: ignore[arg-type]


def bound(plan: Plan, items: tuple[Item, ...]) -> Plan:
    """Return the plan with each measure's objectives: the item that its section repeats."""
    tops = [item for item in items if not item.parent]
    above = ancestors(items)
    wholes = _wholes(tops, items, above) if plan.sections else {}
    serve: dict[str, tuple[str, ...]] = {}
    for order, section in enumerate(plan.sections):
        own = section.objectives[0] if section.objectives else None
        top = own or _named(section, tops) or _nearest(section.text, wholes)
        if top is None and len(plan.sections) == len(tops):
            top = tops[order].number
        section.objectives = _leaves(top, items, above) if top else ()
        serve[section.number] = section.objectives
    numbered = {item.number.rpartition(".")[2]: item.number for item in reversed(items)}

    def served(action: PlanRow) -> tuple[str, ...]:
        named = (numbered.get(number, "") for number in action.objectives)
        own = tuple(leaf for number in named for leaf in _leaves(number, items, above))
        return own or serve.get(action.number.rpartition(".")[0], ())

    actions = tuple(replace(action, objectives=served(action)) for action in plan.actions)
    return replace(plan, actions=actions)


def below(
    actions: tuple[PlanRow, ...], items: tuple[Item, ...], paragraphs: Iterable[Paragraph]
) -> tuple[PlanRow, ...]:
    """Return the measures that a text tells, each with the objective that it stands below.

    Measures that all stand below one objective may be of the whole: below the last of a list.
    """
    order = {paragraph.place: at for at, paragraph in enumerate(paragraphs)}
    tops = [(order[i.place], i.number) for i in items if not i.parent and i.place in order]
    heads = [
        max((top for top in tops if top[0] < order.get(action.place, 0)), default=None)
        for action in actions
    ]
    if len({head for head in heads if head}) < 2:
        return actions
    above = ancestors(items)
    return tuple(
        replace(action, objectives=_leaves(head[1], items, above)) if head else action
        for action, head in zip(actions, heads, strict=True)
    )


def _named(section: Section, tops: list[Item]) -> str | None:
    """Return the item that a section names by its number."""
    numbers = {re.sub(r"\D", "", top.number): top.number for top in tops}
    return numbers.get(section.names) if section.names else None


def _wholes(
    tops: list[Item], items: tuple[Item, ...], above: dict[str, frozenset[str]]
) -> dict[str, str]:
    """Return all the words of each item of the first level, those below it with them."""
    quotes = {top.number: [top.quote] for top in tops}
    for item in items:
        for number in above[item.number] & quotes.keys():
            quotes[number].append(item.quote)
    return {number: bare(" ".join(dict.fromkeys(own))) for number, own in quotes.items()}


def _leaves(
    number: str, items: tuple[Item, ...], above: dict[str, frozenset[str]]
) -> tuple[str, ...]:
    below = tuple(i.number for i in items if i.target and number in above[i.number])
    return below or tuple(i.number for i in items if i.number == number)


def _nearest(text: str, wholes: dict[str, str]) -> str | None:
    """Return the item whose words a section repeats, wholly or from its beginning."""
    said = bare(text)
    best, most = None, _LIKE
    for number, whole in wholes.items():
        short = min(len(said), len(whole))
        for one, other in ((said, whole), (said[:short], whole[:short])):
            alike = SequenceMatcher(None, one, other, autojunk=False)
            if alike.real_quick_ratio() > most and alike.quick_ratio() > most:
                ratio = alike.ratio()
                best, most = (number, ratio) if ratio > most else (best, most)
    return best
