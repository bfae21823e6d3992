"""A workbook to fill: its sheets and names, and its parts that stay as they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.write.parts.node import Element

if TYPE_CHECKING:
    from qms_xlsx.write.parts.archive import ArchivePart
    from qms_xlsx.write.parts.sheet import Worksheet
    from qms_xlsx.write.parts.styles import Styles

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a workbook, or of one of its sheets."""

    attributes: dict[str, str]
    formula: str

    @property
    def key(self) -> tuple[str, str]:
        """The sheet's number, where it is one's own, and the name."""
        return self.attributes.get("localSheetId", ""), self.attributes["name"]


@dataclass(slots=True)
class Frame:
    """What workbooks made of one template share: changed until the first of them is written."""

    parts: dict[str, bytes]
    """The template's parts but for those below."""
    workbook: Element
    relations: Element
    """What the workbook's part leads to."""
    types: Element
    """What kind of part each is."""
    core: Element
    """Who made the workbook, and when."""
    styles: Styles
    paths: list[str] = field(default_factory=list)
    """The part of each sheet."""
    sealed: tuple[ArchivePart, ...] = ()
    """The parts that all of them hold, as they stand in the files."""


@dataclass(slots=True)
class Workbook:
    """A workbook: the frame of its template, and what is written into it."""

    frame: Frame
    sheets: list[Worksheet]
    names: dict[tuple[str, str], Name] = field(default_factory=dict)
    title: str = ""
    author: str = ""

    def copy(self) -> Workbook:
        """Return the workbook to be filled without this one."""
        sheets = [sheet.copy() for sheet in self.sheets]
        return Workbook(self.frame, sheets, self.names.copy(), self.title, self.author)

    def sheet(self, title: str) -> Worksheet:
        """Return the sheet of a title."""
        return next(sheet for sheet in self.sheets if sheet.title == title)

    def define(self, name: str, formula: str, sheet: Worksheet | None = None, **more: str) -> None:
        """Give a reference or a formula a name, in the workbook or in one sheet."""
        here = {"localSheetId": str(self.sheets.index(sheet))} if sheet else {}
        own = Name({"name": name, **here, **more}, formula)
        self.names[own.key] = own

    def named(self, name: str) -> str | None:
        """Return what a name of the workbook stands for."""
        own = self.names.get(("", name))
        return own.formula if own else None

    def add(self, sheet: Worksheet, at: int | None = None, state: str = "visible") -> None:
        """Take a sheet in, last or at a place; names of sheets behind it follow them."""
        number = 1
        while f"xl/worksheets/sheet{number}.xml" in self.frame.paths:
            number += 1
        place = len(self.sheets) if at is None else at
        self.sheets.insert(place, sheet)
        self.frame.paths.insert(place, f"xl/worksheets/sheet{number}.xml")
        listed = self.frame.workbook.find("sheets") or Element("sheets")
        ids = [int(own.attributes["sheetId"]) for own in listed.elements()]
        attributes = {"xmlns:r": RELATIONSHIPS, "name": sheet.title, "state": state,
                      "sheetId": str(max(ids, default=0) + 1), "r:id": f"own{number}"}  # fmt: skip
        listed.children.insert(place, Element("sheet", attributes))
        self.names = {own.key: own for own in (_moved(n, place) for n in self.names.values())}

    def open_at(self, sheet: Worksheet, cell: str) -> None:
        """Open the workbook at a cell of a sheet."""
        for own in self.sheets:
            own.elements = own.elements | {"sheetViews": _view(own, None)}
        sheet.elements["sheetViews"] = _view(sheet, cell)
        views = self.frame.workbook.find("bookViews")
        for view in views.elements() if views else ():
            view.attributes["activeTab"] = str(self.sheets.index(sheet))


def _moved(name: Name, place: int) -> Name:
    own = name.attributes.get("localSheetId")
    if own is None or int(own) < place:
        return name
    return Name({**name.attributes, "localSheetId": str(int(own) + 1)}, name.formula)


def _view(sheet: Worksheet, cell: str | None) -> str:
    """Return a sheet's views, opened at a cell or not at all."""
    views = Element.parse(sheet.elements.get("sheetViews") or "<sheetViews/>")
    view = views.find("sheetView") or Element("sheetView", {"workbookViewId": "0"})
    view.attributes["tabSelected"] = "0" if cell is None else "1"
    if cell is not None:
        pane = view.find("pane")
        where = {"pane": pane.attributes["activePane"]} if pane else {}
        kept = [
            s
            for s in view.elements()
            if s.name == "pane" or s.attributes.get("pane", "") != where.get("pane", "")
        ]
        own = Element("selection", {**where, "activeCell": cell, "sqref": cell})
        view.children = [*kept, own]
    views.put(view)
    return str(views)
