"""What a row of the register is, by its words: the ways that blank cells stand for."""

from __future__ import annotations

from qms_xlsx.domain.meaning.choosing import choose
from qms_xlsx.domain.meaning.model import Choice, SaidRow, Sort

__all__ = ["Choice", "SaidRow", "Sort", "choose"]
