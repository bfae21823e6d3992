from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from qms_xlsx.write.calculation import calculated
from qms_xlsx.write.parts.sheet import NEXT, OWN, Formula, SheetRow, Worksheet
from tests.write.bare_books import bare_book

if TYPE_CHECKING:
    from collections.abc import Mapping

CELLS = {"A1": 3, "B1": "KPS", "C1": None, "D1": 4.5, "E1": "Có", "F1": 0, "A2": "kps", "B2": ""}


def result(formula: str, cells: Mapping[str, object] = CELLS) -> Any:
    """Return what a formula in H1 comes to, "no result" where we cannot tell."""
    sheet, other = Worksheet("Sheet"), Worksheet("Danh mục '1'")
    for address, value in cells.items():
        sheet.cell(int(address[1:]), ord(address[0]) - 64).put(value)
    other.cell(2, 1).put("T7")
    book = bare_book(sheet, other)
    book.define("qms_row", "'Sheet'!$A$1:$F$1")
    book.define("qms_sum", "SUM(qms_row)")
    sheet.cell(1, 8).put(Formula(formula))
    return calculated(book).get(("Sheet", 1, 8), "no result")


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1+2*3-4/2", 5),
        ("-A1+10", 7),
        ('"a"&"b""c"&A1&D1', 'ab"c34,5'),
        ("A1:D1", "no result"),
        ("SUM(A1:F1)", 7.5),
        ("COUNT(A1:F1)", 3),
        ("COUNTA(A1:F1)", 5),
        ('COUNTIF(A1:F1,"kps")', 1),
        ('COUNTIF(A1:F1,">2")', "no result"),
        ("AVERAGE(A1:F1)", 2.5),
        ("MIN(A1:F1)", 0),
        ("MAX(A1,D1,C1)", 4.5),
        ("SUM(A1:INDEX(A1:F1,1,4))", 7.5),
        ("SUM(A1:INDEX(A1:F1,1,3))", 3),
        ("INDEX(A1:F1,1,9)", "no result"),
        ("INDEX(qms_row,5)", "Có"),
        ("qms_sum", 7.5),
        ('MATCH("CÓ",qms_row,0)', 5),
        ('IFERROR(MATCH("x",qms_row,0),99)', 99),
        ("IF(C1=0,1,2)", 1),
        ('IF(C1="",1,2)', 1),
        ('IF(B1>999999,"text is above numbers","")', "text is above numbers"),
        ('B1="kps"', True),
        ("1/F1", "no result"),
        ("IFERROR(1/F1,7)", 7),
        ("IFERROR(VLOOKUP(1,A1:B2,2),7)", "no result"),
        ("AND(ISNUMBER(A1),ISNUMBER(B1))", False),
        ("OR(ISTEXT(B1),FALSE)", True),
        ("NOT(A1=3)", False),
        ("ROUND(2.5,0)", 3),
        ("ROUND(-1.25,1)", -1.3),
        ("ROUND(1234.5,-2)", 1200),
        ("ROUND(0.1+0.2,11-INT(LOG10(ABS(0.3))))", 0.3),
        ("CHOOSE(A1,10,20,30)", 30),
        ('N("x")', 0),
        ("INT(-0.5)", -1),
        ('UPPER(TRIM("  kps "))', "KPS"),
        ("C1", 0),
        ("B1+1", "no result"),
        ("'Danh mục ''1'''!A2", "T7"),
        ('IF(A1>2,"Q1","T$7")', "Q1"),
        ("H1+1", "no result"),
        ("VLOOKUP(1,A1:B2,2)", "no result"),
        ("A1 B1", "no result"),
        ("(A1+", "no result"),
        ("sheet_of_nobody", "no result"),
        ("9E+307>1e3", True),
    ],
)
def test_a_formula_comes_to_what_a_spreadsheet_program_says(formula: str, value: object) -> None:
    assert result(formula) == value


def test_rows_of_one_shape_share_a_formula_and_keep_their_own_cells() -> None:
    sheet, shared = Worksheet("S"), Formula(f"A{OWN}*10+A{NEXT}+$A$1")
    for row in range(1, 4):
        sheet.rows[row] = SheetRow(values={1: row, 2: shared}, about=(row, row + 1))
    values = calculated(bare_book(sheet))
    assert [values["S", row, 2] for row in range(1, 4)] == [13, 24, 31]
