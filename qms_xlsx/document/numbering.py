"""The numbers and bullets that Word makes and does not store: worked out from its definitions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    indent: int


class Numbering:
    """Counts a document's list items as Word would show them."""

    def __init__(
        self, definitions: Element | None, styles: Element | None, body: Element | None = None
    ) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._styles = _style_lists(styles)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for abstract in _all(definitions, "abstractNum"):
            self._levels[_value(abstract, "abstractNumId")] = _levels(abstract)
        for one in _all(definitions, "num"):
            inner = one.find(f"{W}abstractNumId")
            self._lists[_value(one, "numId")] = _value(inner, "val")
        used = [] if body is None else [self._of(one)[0] for one in body.iter(f"{W}p")]
        self._indents = sorted({self._indent(self._lists[n]) for n in used if n in self._lists})

    def marker(self, paragraph: Element) -> tuple[str, int]:
        """Return a paragraph's number or bullet and how deep it stands; call it in order."""
        number, level = self._of(paragraph)
        abstract = self._lists.get(number, "")
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return "", 0
        counts = self._counts[abstract]
        for above in (at for at in levels if at < level):
            counts.setdefault(above, levels[above].start)  # an item below counts as one of these
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        depth = level + self._depth(abstract)
        return self._shown(levels, level, counts), depth

    def _depth(self, abstract: str) -> int:
        """Return how many lists of the document stand further left: styles nest by indents."""
        indent = self._indent(abstract)
        return self._indents.index(indent) if indent in self._indents else 0

    def _indent(self, abstract: str) -> int:
        first = self._levels.get(abstract, {}).get(0)
        return first.indent if first else 0

    def _of(self, paragraph: Element) -> tuple[str, int]:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "", 0
        style = _value(properties.find(f"{W}pStyle"), "val")
        number, level = self._styles.get(style, ("", 0))
        own = properties.find(f"{W}numPr")
        if own is None:
            return number, level
        number = _value(own.find(f"{W}numId"), "val") or number
        said = _value(own.find(f"{W}ilvl"), "val")
        return number, int(said) if said.isdigit() else level

    @staticmethod
    def _shown(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
        own = levels[level]
        if own.form == "bullet":
            return "-"
        if own.form == "none":
            return ""
        text = own.text
        for at, one in levels.items():
            text = text.replace(f"%{at + 1}", formatted(one.form, counts.get(at, one.start)))
        return text.strip()


def _levels(abstract: Element) -> dict[int, _Level]:
    found = {}
    for level in _all(abstract, "lvl"):
        at, start = _value(level, "ilvl"), _value(level.find(f"{W}start"), "val")
        form = _value(level.find(f"{W}numFmt"), "val") or "decimal"
        text = _value(level.find(f"{W}lvlText"), "val")
        if at.isdigit():
            left = level.find(f"{W}pPr/{W}ind")
            indent = _value(left, "left") or _value(left, "start")
            found[int(at)] = _Level(
                form,
                text,
                int(start) if start.isdigit() else 1,
                int(indent) if indent.isdigit() else 0,
            )
    return found


def _style_lists(styles: Element | None) -> dict[str, tuple[str, int]]:
    found = {}
    for style in _all(styles, "style"):
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None:
            level = _value(own.find(f"{W}ilvl"), "val")
            number = _value(own.find(f"{W}numId"), "val")
            found[_value(style, "styleId")] = (number, int(level) if level.isdigit() else 0)
    return found


def formatted(form: str, count: int) -> str:
    """Return a count as a list of that form writes it: b, II, 03."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, letters in _ROMAN:
            while count >= value:
                roman, count = roman + letters, count - value
        return roman if form == "upperRoman" else roman.lower()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _all(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else element.findall(f"{W}{name}")


def _value(element: Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{W}{name}", "")
