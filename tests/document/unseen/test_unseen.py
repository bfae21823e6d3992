"""Documents of other offices, with what is expected of them, written without sight of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qms_xlsx.document.assigning import assignment_of
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.counted_lines import counted
from qms_xlsx.document.decision import PlanRow
from qms_xlsx.document.lines import line_of
from qms_xlsx.document.model import Document
from qms_xlsx.document.opening import opened_document
from qms_xlsx.document.understanding import understood
from qms_xlsx.language.text import bare
from tests.document.unseen.scoring import expectation, scored

DOCUMENTS = sorted(
    path
    for path in Path(__file__).parent.glob("*/*.*")
    if path.suffix not in (".json", ".py", ".pyc")
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_row_is_found_and_none_invented_or_lost(path: Path) -> None:
    score = scored(path, expectation(path))
    assert score.faults == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_nothing_that_states_a_level_is_lost_without_being_listed(path: Path) -> None:
    document = opened_document(path)
    assert isinstance(document, Document)
    decision = understood(document)
    quotes = [item.quote for item in decision.items] + [left.quote for left in decision.left_out]
    quotes += [value for action in decision.plan for value in _texts(action)]
    told = bare(" | ".join(quotes))
    below = [row for table in document.tables for row in table.rows[2:]]  # headings state none
    cells = [text for row in below if len(set(row)) > 2 for text in row]  # nor do rows across
    lines = [one for paragraph in document.paragraphs for one in counted(paragraph)]
    stated = [line_of(p.text, p.marker).text for p in lines]
    stated += [line_of(text).text for text in cells]
    lost = [text for text in stated if _states(text) and bare(text).strip(" .;") not in told]
    assert lost == []


def _states(text: str) -> bool:
    """Whether a text states a level; numbers and dates of documents, and headings, are none."""
    heads = r"(số|ngày|v/v|năm|kế hoạch năm|ước thực hiện)\b|.{2,30}, ngày|mục tiêu \d+$"
    if re.match(heads, text.lower()):
        return False
    if re.fullmatch(r"[IVX .;()\d]*", text):  # numbers of rows
        return False
    return assignment_of(text) is None and any(clause.measured for clause in clauses(text))


def _texts(action: PlanRow) -> list[str]:
    keys = ("number", "quote", "measure", "lead", "coordinating", "deadline", "monitor", "evidence")
    return [getattr(action, key) for key in keys]
