"""Workbooks of sheets alone, without a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.write.parts.book import Frame, Workbook
from qms_xlsx.write.parts.node import Element
from qms_xlsx.write.parts.styles import Styles

if TYPE_CHECKING:
    from qms_xlsx.write.parts.sheet import Worksheet


def bare_book(*sheets: Worksheet) -> Workbook:
    blank = [Element(name) for name in ("workbook", "Relationships", "Types", "core")]
    return Workbook(Frame({}, *blank, Styles(Element("styleSheet"))), list(sheets))
