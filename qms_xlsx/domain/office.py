"""What the level above knows of an office: its summary's figures, and how far to trust them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.domain.department import party_key
from qms_xlsx.domain.finding import Place
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.indicator import Aggregation
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.status import Status
    from qms_xlsx.language.messages import Message


class Doubt(StrEnum):
    """Why a figure of a summary is not to be relied on alone; counts say what is incomplete."""

    QUESTION = "question"
    """The row's words are a question that nobody has answered, so that it has no status."""
    READING = "reading"
    """It is judged by a doubtful reading that nobody has confirmed."""
    ESTIMATE = "estimate"


class Proof(StrEnum):
    """What tells whether a summary's figures are as the run wrote them."""

    CLOSED = "closed"
    """Its bytes are those of the manifest of a closed period."""
    SEALED = "sealed"
    """Its figures are those that the run took the digest of."""
    NONE = "none"
    """An older layout without a digest, and no manifest beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """An organisation's own row of one objective, as its summary states it."""

    code: str
    number: str = ""
    name: str = ""
    follows: str = ""
    over_time: Aggregation | None = None
    """None for a heading."""
    over_departments: Aggregation | None = None
    unit: str = ""
    target: str = ""
    comparator: str | None = None
    year_target: float | str | None = None
    period_target: float | str | None = None
    period_upper: float | None = None
    actual: float | bool | str | None = None
    in_period: float | bool | str | None = None
    numerator: float | None = None
    denominator: float | None = None
    attainment: float | None = None
    percent_of_year: float | None = None
    status: Status | None = None
    provisional: bool = False
    doubt: Doubt | None = None
    reach: int | None = None
    """The month that the row has come to; None where the layout does not tell."""
    slots: tuple[int, int] | None = None
    departments: tuple[int, int] | None = None
    place: Place = field(default=Place())


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSummary:
    """The summary of one office and one run."""

    organisation: str
    parent: str = ""
    """The organisation above it, where its register names one."""
    level: str = ""
    period: Period
    as_of: date
    layout: int
    """The version of its results' layout."""
    expected: int | None = None
    """Departments that owed a report, and how many of them reported; None where it is not told."""
    received: int | None = None
    on_time: int | None = None
    rows: tuple[OfficeRow, ...]
    edited: bool = False
    """Whether figures were changed since the run wrote them."""
    saved: bool = False
    """Whether a program has saved it since."""
    proof: Proof = Proof.NONE
    file: str = ""
    sha256: str = ""
    size: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """What two summaries of one office share, however its name is spelt."""
        return office_key(self.organisation), office_key(self.parent)

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office below: known by its summary, by the register above, or by both."""

    code: str
    """What it is known by above: its department's code there, else its name."""
    name: str
    summary: OfficeSummary | None = None
    """The summary that counts; None where there is none."""
    refused: Message | None = None
    """Why what it sent does not count; None where nothing came."""


def office_key(name: str) -> str:
    """Return what two spellings of an office share, with the kind of authority or without.

    >>> office_key("Ủy ban nhân dân xã Thượng Lộ") == office_key("UBND Xã Thượng Lộ")
    True
    """
    key = party_key(name)
    return next((key.removeprefix(kind) for kind in _KINDS if key.startswith(kind)), key)


_KINDS = ("ubnd ", "uy ban nhan dan ")
_NO_WORD = re.compile(r"\W+|\b(?:nam )?(?:19|20)\d\d\b")


def name_key(name: str) -> str:
    """Return what two spellings of an indicator's name share, whatever the year in it.

    >>> name_key("Hồ sơ đúng hạn, năm 2024") == name_key("hồ sơ đúng hạn năm 2025")
    True
    """
    return " ".join(_NO_WORD.sub(" ", bare(name)).split())
