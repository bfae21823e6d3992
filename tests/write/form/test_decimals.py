"""A form shows as many decimals of a figure as the summary does."""

from __future__ import annotations

import pytest

from qms_xlsx.language.numbers import decimals, show
from qms_xlsx.write.calculation import calculated
from qms_xlsx.write.form.decimals import wanted
from qms_xlsx.write.parts.sheet import Formula, SheetRow, Worksheet
from tests.write.bare_books import bare_book

CASES = [
    # value, against, as the summary and every sentence show it
    (94.996, 95.0, "94,996"),
    (95.0, 94.996, "95"),
    (97.0, 95.0, "97"),
    (9.267, None, "9,267"),
    (12250.0, 12250.5, "12.250"),
    (290 / 3, 97.0, "96,7"),
    (96.96666, 97.0, "96,97"),
    (700 / 12, 700 / 12, "58,3"),
    (700 / 12, None, "58,3"),
    (0.1 + 0.2, 0.3, "0,3"),
    (99.9996, 100.0, "99,9996"),
    (4.6499, 4.6501, "4,6"),
    (4.6501, 4.6499, "4,7"),
    (-0.04321, 0.0, "-0,04"),
]


def _shown(value: object, against: object) -> int | None:
    """Return the decimals of the first condition that is true; None for a whole number."""
    sheet = Worksheet("S", rows={1: SheetRow(values={1: value, 2: against})})
    conditions = list(wanted("A1", "" if against is None else "B1"))
    for row, (_, formula) in enumerate(conditions, start=2):
        sheet.cell(row, 1).put(Formula(formula))
    results = calculated(bare_book(sheet))
    true = [p for row, (p, _) in enumerate(conditions, 2) if results["S", row, 1] is True]
    return true[0] if true else None


@pytest.mark.parametrize(("value", "against", "text"), CASES)
def test_a_form_and_a_sentence_show_the_same_decimals(
    value: float, against: float | None, text: str
) -> None:
    assert show(value, _shown(value, against) or 0) == text
    assert show(value, decimals(value, against)) == text


@pytest.mark.parametrize("value", ["KPS", "", None, "Có"])
def test_what_is_no_number_has_no_decimals(value: object) -> None:
    assert _shown(value, 95.0) is None


def test_beside_a_grade_a_figure_has_its_own_decimals() -> None:
    assert _shown(58.33333, "Tốt") == 1
