"""The looks of a workbook: numbers of its style sheet, to which more can be added."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.write.parts.node import DECLARATION, Element

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTS = {"font": "fonts", "fill": "fills", "border": "borders"}
_SIZE = 11.0
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""The numbers of Excel's own formats of dates and times."""
_FIRST_FORMAT = 163
_TIME = "hh:mm:ss"
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_FONT = ("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz",
         "color", "name", "family", "charset", "scheme")  # fmt: skip
"""The children of a font, in the order of the schema (ECMA-376, CT_Font): not openpyxl's."""


@dataclass(slots=True)
class Styles:
    """A style sheet; a style is known by its number."""

    sheet: Element
    _known: dict[tuple[int, str], int] = field(default_factory=dict)
    _places: dict[str, dict[str, int]] = field(default_factory=dict)
    """The numbers of a kind's items, by their XML."""
    _sizes: dict[int, float] = field(default_factory=dict)
    _sealed: bool = False

    @classmethod
    def parse(cls, part: bytes) -> Styles:
        """Return the looks of a style sheet's part."""
        sheet = Element.parse(part)
        for kind in ("fonts", "dxfs"):
            if own := sheet.find(kind):
                _order_fonts(own)
        return cls(sheet)

    def font_size(self, style: int) -> float:
        """Return the size of a style's letters, in points."""
        if style not in self._sizes:
            font = self._item("fonts", int(self._xf(style).attributes.get("fontId", "0")))
            size = font.find("sz")
            self._sizes[style] = float(size.attributes["val"]) if size else _SIZE
        return self._sizes[style]

    def locked(self, style: int) -> bool:
        """Whether a style's cells are locked once their sheet is."""
        own = self._xf(style).find("protection")
        return own is None or own.attributes.get("locked", "1") not in ("0", "false")

    def dated(self, style: int, value: object) -> int:
        """Return a style that shows a date or a time as one; others as they are.

        A date in a cell of no date's format would be a number to its reader.
        """
        if not isinstance(value, date | time | timedelta) or self._shows_dates(style):
            return style
        return self.like(style, numFmt=look.DATE if isinstance(value, date) else _TIME)

    def _shows_dates(self, style: int) -> bool:
        number = self._xf(style).attributes.get("numFmtId", "0")
        known = self.sheet.find("numFmts")
        formats = {
            own.attributes["numFmtId"]: own.attributes["formatCode"]
            for own in (known.elements() if known else ())
        }
        code = _QUOTED.sub("", formats.get(number, ""))
        return int(number) in _DATES or any(letter in code.lower() for letter in "dmyhs")

    def like(self, style: int, **changes: str | Mapping[str, object]) -> int:
        """Return a style that differs from another in some ways only.

        `font`, `fill` and `border` are XML, `numFmt` is a number's format; `alignment` and
        `protection` are attributes to set.
        """
        asked = (style, repr(sorted(changes.items())))
        if asked not in self._known:
            xf = self._xf(style).copy()
            for kind, change in changes.items():
                if kind == "numFmt":
                    xf.attributes |= {
                        "numFmtId": self._format(str(change)),
                        "applyNumberFormat": "1",
                    }
                elif isinstance(change, str):
                    self._use(xf, kind, change)
                else:
                    _set(xf, kind, change)
            self._known[asked] = self._added("cellXfs", str(xf))
        return self._known[asked]

    def differing(self, dxf: str) -> int:
        """Return the number of what a conditional format changes of a style."""
        if self.sheet.find("dxfs") is None:
            self.sheet.put(Element("dxfs"), before=("tableStyles", "colors", "extLst"))
        return self._added("dxfs", dxf)

    def _format(self, code: str) -> str:
        """Return the number of a number's format, added unless it is there."""
        known = self.sheet.find("numFmts")
        if known is None:
            known = Element("numFmts")
            self.sheet.children.insert(0, known)
        numbers = {
            own.attributes["formatCode"]: own.attributes["numFmtId"] for own in known.elements()
        }
        if code not in numbers:
            number = str(max([_FIRST_FORMAT, *map(int, numbers.values())]) + 1)
            known.children.append(Element("numFmt", {"numFmtId": number, "formatCode": code}))
            return number
        return numbers[code]

    def part(self) -> bytes:
        """Return the part; nothing can be added after that."""
        self._sealed = True
        for kind in ("numFmts", *_PARTS.values(), "cellXfs", "dxfs"):
            if own := self.sheet.find(kind):
                own.attributes["count"] = str(sum(1 for _ in own.elements()))
        return (DECLARATION + str(self.sheet)).encode()

    def _xf(self, style: int) -> Element:
        return self._item("cellXfs", style)

    def _list(self, kind: str) -> Element:
        found = self.sheet.find(kind)
        if found is None:
            raise ValueError(f"a style sheet without {kind}")
        return found

    def _item(self, kind: str, number: int) -> Element:
        own = self._list(kind).children[number]
        if isinstance(own, str):
            raise TypeError(f"a style sheet with text among its {kind}")
        return own

    def _use(self, xf: Element, kind: str, xml: str) -> None:
        number = self._added(_PARTS[kind], xml)
        xf.attributes[f"{kind}Id"] = str(number)
        xf.attributes[f"apply{kind.capitalize()}"] = "1"

    def _added(self, kind: str, xml: str) -> int:
        """Return the number of an item of the style sheet, added unless it is there."""
        items = self._list(kind).children
        if kind not in self._places:
            self._places[kind] = {str(item): number for number, item in enumerate(items)}
        places = self._places[kind]
        if xml not in places:
            if self._sealed:
                raise RuntimeError(f"a look that was not foreseen: {xml}")
            places[xml] = len(items)
            items.append(Element.parse(xml))
        return places[xml]


def _order_fonts(node: Element) -> None:
    for own in node.elements():
        if own.name == "font":
            marks = list(own.elements())
            own.children = [*sorted(marks, key=lambda mark: _FONT.index(mark.name))]
        else:
            _order_fonts(own)


def _set(xf: Element, kind: str, changes: Mapping[str, object]) -> None:
    own = xf.find(kind) or Element(kind)
    own.attributes |= {name: str(value) for name, value in changes.items() if value is not None}
    for name in (name for name, value in changes.items() if value is None):
        own.attributes.pop(name, None)
    xf.put(own, before=("protection", "extLst"))
    xf.attributes[f"apply{kind.capitalize()}"] = "1"


def font(size: float, *, bold: bool = False, italic: bool = False, ink: str = "",
         underlined: bool = False) -> str:  # fmt: skip
    """Return our font, its children in the order of the schema."""
    marks = "".join(f'<{tag} val="1"/>' for tag, own in (("b", bold), ("i", italic)) if own)
    line = '<u val="single"/>' if underlined else ""
    colour = f'<color rgb="00{ink}"/>' if ink else ""
    return f'<font>{marks}{line}<sz val="{size:g}"/>{colour}<name val="{look.FONT}"/></font>'


def filled(colour: str) -> str:
    """Return a fill of one colour."""
    ground = f'<fgColor rgb="00{colour}"/><bgColor rgb="00{colour}"/>'
    return f'<fill><patternFill patternType="solid">{ground}</patternFill></fill>'


def boxed(colour: str) -> str:
    """Return thin lines around a cell."""
    sides = ("left", "right", "top", "bottom")
    own = "".join(f'<{s} style="thin"><color rgb="00{colour}"/></{s}>' for s in sides)
    return f"<border>{own}<diagonal/></border>"
