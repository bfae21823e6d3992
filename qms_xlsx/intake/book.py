"""What reading a file gives: a book of plain values, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding

Place: TypeAlias = tuple[int, int]  # row, column; both from 0
Span: TypeAlias = tuple[Place, Place]  # first and last place


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's values from A1 on, as calamine gives them ('' for an empty cell)."""

    name: str
    visible: bool
    rows: list[list[object]]
    errors: frozenset[Place] = frozenset()  # #N/A, #DIV/0! …, which read as ''
    formulas: frozenset[Place] = frozenset()
    unvalued: frozenset[Place] = frozenset()  # formulas without a stored result
    odd: frozenset[Place] = frozenset()  # left out: no program writes them so
    shown: Mapping[Place, str] = field(default_factory=dict)
    """Numbers that are shown as a 'date' or a 'percent', and stayed numbers; days as a 'month'."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Span, ...] = ()
    locked: bool = False  # protected against changes, as every sheet of a form is


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook that was read whole."""

    path: Path
    kind: str  # xlsx, xlsm, ods or xls, by content
    sheets: tuple[Sheet, ...]
    sha256: str
    size: int
    modified: datetime | None  # what the file itself says; an .xls says nothing
    warnings: tuple[Finding, ...] = ()
    notes: int = 0  # comments of people's own; an .xls does not tell


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why."""

    path: Path
    fault: Finding
    size: int = 0
    sha256: str | None = None
