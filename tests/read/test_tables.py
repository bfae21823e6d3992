"""What a cell says as text."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from qms_xlsx.read.tables import Cell


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" Có ", "Có"),
        (12.0, "12"),
        (0.5, "0.5"),
        (datetime(2024, 6, 15), "15/06/2024"),
        (date(2024, 6, 5), "05/06/2024"),
        (True, "True"),
    ],
)
def test_a_cell_as_text_reads_as_an_office_writes_it(value: object, text: str) -> None:
    assert Cell(value, "A1").text == text
