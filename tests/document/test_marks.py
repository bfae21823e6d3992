"""Columns that mark who reports a row."""

from __future__ import annotations

import pytest

from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document, Paragraph, TextTable
from qms_xlsx.document.understanding import understood

OFFICE, ECONOMY = "Văn phòng HĐND và UBND", "Phòng Kinh tế"


def read(cells: list[tuple[str, str]], above: str = "Bộ phận thực hiện") -> Decision:
    heads = (
        ("TT", "Mục tiêu", "Đơn vị tính", "Chỉ tiêu năm 2026", above, above),
        ("TT", "Mục tiêu", "Đơn vị tính", "Chỉ tiêu năm 2026", OFFICE, ECONOMY),
        ("I", *("CẢI CÁCH HÀNH CHÍNH",) * 5),
    )
    rows = [(str(n), f"Tỷ lệ hồ sơ loại {n}", "%", "≥ 90", *two) for n, two in enumerate(cells, 1)]
    title = Paragraph("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "Đoạn 1", bold=True)
    return understood(Document((title, TextTable((*heads, *rows), "Bảng 1"))))


def reporting(decision: Decision) -> list[tuple[str, ...]]:
    return [item.departments for item in decision.items if item.target]


@pytest.mark.parametrize("mark", ["x", "X", "✓", "+", "(x)"])
def test_a_mark_below_a_department_says_that_it_reports_the_row(mark: str) -> None:
    decision = read([(mark, mark), ("", mark), (mark, "")])
    assert reporting(decision) == [(OFFICE, ECONOMY), (ECONOMY,), (OFFICE,)]
    assert not any(item.shares for item in decision.items)


@pytest.mark.parametrize(("lead", "helps"), [("C", "P"), ("CT", "PH"), ("●", "○")])
def test_of_two_marks_the_one_of_who_leads_counts(lead: str, helps: str) -> None:
    assert reporting(read([(lead, helps), (helps, lead)])) == [(OFFICE,), (ECONOMY,)]


def test_two_marks_that_nothing_explains_give_nobody() -> None:
    assert reporting(read([("x", "+"), ("+", "x")])) == [(), ()]


def test_figures_below_departments_stay_their_shares() -> None:
    (item,) = [i for i in read([("92", "95")]).items if i.target]
    assert item.shares == ((OFFICE, "92 %"), (ECONOMY, "95 %"))
