"""Lines of the objectives part hung under each other, each with who reports it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import (
    assignment_of,
    department_of,
    given_above,
    owner_of,
    without_party,
)
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.labelled import field_of, opens_levels
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.lines import Line
    from qms_xlsx.document.model import Paragraph

_PAST = re.compile(r"\bda (dat|giai quyet|hoan thanh|thuc hien|tiep nhan|to chuc|xay dung|co)\b")
_KEPT = re.compile(r"(?:duy trì|giữ vững|không để|hoàn thành|đạt)\b", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """A line of the objectives part with the lines below it."""

    style: str
    level: int
    label: str
    text: str
    quote: str
    place: str
    departments: tuple[str, ...] = ()
    titled: bool = False
    """Whether it looks like a heading: what follows without a marker stands below it."""
    below: list[Node] = field(default_factory=list)
    measures: list[dict[str, str]] = field(default_factory=list)
    """What labelled lines below say is done for it, by whom and when."""

    def give(self, departments: tuple[str, ...]) -> None:
        """Give it and what stands below to departments, where it names none itself."""
        self.departments = self.departments or departments
        for node in self.below:
            node.give(self.departments)


class Tree:
    """Hangs lines under each other as they come."""

    def __init__(self) -> None:
        self.roots: list[Node] = []
        self._stack: list[Node] = []
        self._given: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self.unused: list[Paragraph] = []
        """Lines that name what is measured, and no level followed."""
        self._indicator: Paragraph | None = None

    def close(self) -> None:
        """End the list: what follows hangs under none of its lines."""
        self._stack.clear()
        self._wait(None)

    def takes(self, paragraph: Paragraph, line: Line) -> bool:
        """Hang a line, or put it to the one before; tell whether it belongs to the objectives."""
        return (
            (bool(self._stack) and opens_levels(line.text))
            or self._heads(paragraph, line)
            or self._assigns(line)
            or self._is_labelled(paragraph, line)
            or self._goes_on(line)
            or self._hangs(paragraph, line)
        )

    def _heads(self, paragraph: Paragraph, line: Line) -> bool:
        """Take a line that names whose list follows."""
        heads = not line.style and (not self._stack or self._stack[0].style == "owner")
        owner = owner_of(line.text) if heads else ""
        if owner:
            self._place(Node("owner", 0, "", owner, line.text, paragraph.place))
        return bool(owner)

    def _assigns(self, line: Line) -> bool:
        """Take a line that gives items to somebody."""
        given = assignment_of(line.text)
        if given is None or not (given.numbers or self._stack):
            return False
        self._given.append((given.numbers or self._above(line), given.departments))
        return True

    def _is_labelled(self, paragraph: Paragraph, line: Line) -> bool:
        """Take a line whose label says what it tells of the item above: a measure, an indicator."""
        key, rest = field_of(line.text)
        if not self._stack or key in ("", "level"):
            return False
        if key != "indicator":
            self._serve(key, rest, line, paragraph.place)
            return True
        if line.style or any(clause.measured for clause in clauses(rest)):
            return False
        self._wait(paragraph)
        return True

    def _wait(self, paragraph: Paragraph | None) -> None:
        """Keep a line that names what the next level measures; one before it was of no use."""
        if self._indicator is not None:
            self.unused.append(self._indicator)
        self._indicator = paragraph

    def _goes_on(self, line: Line) -> bool:
        """Put a line to the last one, where it is the rest of it."""
        if not self._stack or not _goes_on(self._stack[-1], line):
            return False
        last = self._stack[-1]
        last.quote += f" {line.text}"
        last.text, last.departments = without_party(last.quote)
        return True

    def _hangs(self, paragraph: Paragraph, line: Line) -> bool:
        """Hang a line that is an item below the one that it belongs to."""
        key, text = field_of(line.text)
        level = key in ("level", "indicator") and bool(self._stack) and not line.style
        if not level and not _is_item(line) and not self._promises(line):
            return False
        quote = line.text
        if level and self._indicator is not None:
            measured = field_of(self._indicator.text)[1].rstrip(" .;")
            text, quote = f"{measured}: {text}", f"{self._indicator.text} {quote}"
            self._indicator = None
        text, above = given_above(text)
        if above and self._stack:
            self._given.append((self._above(line), above))
        text, departments = without_party(text)
        node = Node(
            line.style, paragraph.level, line.label, text, quote, paragraph.place, departments
        )
        node.titled = bool(line.style) and (paragraph.bold or text.isupper())
        if level:
            self._owner(line).below.append(node)
        else:
            self._place(node)
        return True

    def _promises(self, line: Line) -> bool:
        """Whether a line directly below a heading states what is kept or reached, in words."""
        below = bool(self._stack) and self._stack[-1].titled
        return below and bool(_KEPT.match(line.text)) and len(clauses(line.text)) == 1

    def _serve(self, key: str, words: str, line: Line, place: str) -> None:
        """Put what a labelled line says to the measure of the item that it stands below."""
        measures = self._owner(line).measures
        if not measures or key in measures[-1]:
            measures.append({"place": place})
        measures[-1][key] = words

    def _owner(self, line: Line) -> Node:
        """Return the item that a line without a number of its own speaks of."""
        other = [node for node in self._stack if node.style != line.style]
        return (other or self._stack)[-1] if line.style else self._stack[0]

    def _above(self, line: Line) -> tuple[str, ...]:
        """Give the item that a line speaks of a name of its own, and return it."""
        return (f"@{id(self._owner(line))}",)

    def give(self) -> None:
        """Give the items that lines of their own assign."""
        by_number: dict[str, list[Node]] = {}
        waiting = list(self.roots)
        while waiting:
            node = waiting.pop()
            waiting += node.below
            named = department_of(node.text) if node.below else ""
            if named or node.below:
                node.give((named,) if named else node.departments)
            for name in (node.label, f"@{id(node)}"):
                by_number.setdefault(name, []).append(node)
        for numbers, departments in self._given:
            for number in numbers:
                for node in by_number.get(number, []):
                    node.give(departments)

    def _place(self, node: Node) -> None:
        """Hang a line under the last one whose marker is of a higher kind."""
        stack = self._stack
        same = [at for at, one in enumerate(stack) if _beside(one, node)]
        if node.style.startswith("decimal"):
            depth = [i for i, one in enumerate(stack) if node.label.startswith(f"{one.label}.")]
            del stack[(depth[-1] + 1 if depth else 0) :]
        elif not node.style and any(one.titled for one in stack):
            del stack[max(at for at, one in enumerate(stack) if one.titled) + 1 :]
        elif same:
            del stack[same[0] :]
        elif not node.style or node.style == "roman":
            stack.clear()
        elif stack and not stack[-1].style:
            stack.pop()
        (stack[-1].below if stack else self.roots).append(node)
        stack.append(node)


def _beside(one: Node, node: Node) -> bool:
    """Whether a line ends another: it bears the same marker and stands no deeper."""
    return one.style == node.style and one.level >= node.level


def _is_item(line: Line) -> bool:
    """Whether a line of the objectives part is an item: it has a number, or states a figure."""
    if line.style:
        return True
    if is_past(line):
        return False
    if line.text.endswith(";"):
        return bool(clauses(line.text))
    return any(clause.measured for clause in clauses(line.text)) and not line.text.endswith(":")


def is_past(line: Line) -> bool:
    """Return whether a line without a number tells what was reached before."""
    return not line.style and bool(_PAST.search(bare(line.text)))


def _goes_on(last: Node, line: Line) -> bool:
    """Whether a line is the rest of the one before: no marker, no capital.

    Behind a semicolon it is a further clause of a marked item; another would bear a marker.
    """
    if line.style or last.quote.endswith((".", ":") if last.style else (".", ";", ":")):
        return False
    return line.text[:1].islower() or line.text.startswith("(")
