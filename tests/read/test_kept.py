"""What the reading process hands to the run is bounded, and equal texts travel once."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.reader import Reader
from qms_xlsx.read.markers import contents
from qms_xlsx.read.tables import Contents
from tests.intake.intake_books import with_cells, write
from tests.year_folders import SAMPLES, THUONG_LO

if TYPE_CHECKING:
    from pathlib import Path

WORD = "ă" * 32_000


def inline(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def form(rows: int, texts: int = 1, area: str = "results") -> bytes:
    """Return a workbook with a results area whose every cell holds one of a few long texts."""
    keys = "".join(inline(f"{chr(66 + n)}1", f"t{n + 1}") for n in range(12))
    head = f'<row r="1">{inline("A1", f"#qms:{area}:1")}{keys}</row>'
    lines = []
    for row in range(2, rows + 2):
        cells = "".join(
            f'<c r="{chr(65 + n)}{row}" t="s"><v>{(row * 13 + n) % texts}</v></c>'
            for n in range(13)
        )
        lines.append(f'<row r="{row}">{cells}</row>')
    # texts that do not pack too tightly
    words = [f"{number:05}{WORD[: -5 - number % 7]}" for number in range(texts)]
    return with_cells(head + "".join(lines), texts=words)


def kept(data: bytes, folder: Path) -> Contents | Refused:
    with Reader(contents, workers=1) as reader:
        return reader.read(write(folder, data))


def test_equal_texts_travel_once(tmp_path: Path) -> None:
    found = kept(form(90), tmp_path)
    assert isinstance(found, Contents)
    assert len(found.tables[0].rows) == 90
    assert len(pickle.dumps(found)) < 300_000
    texts = {id(cell.value) for row in found.tables[0].rows for cell in row.cells.values()}
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (form(20, 13), "F212"),  # 13 texts of 64 KiB
        (form(2_500), "F202"),  # a thousand megabytes, written out
        (form(700), "F202"),
    ],
    ids=["much text", "often", "less often"],
)
def test_a_form_with_too_much_text_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    found = kept(data, tmp_path)
    assert isinstance(found, Refused)
    assert found.fault.code == code


def numbers(rows: int) -> bytes:
    """Return a workbook with a results area of many figures."""
    keys = "".join(inline(f"{chr(66 + n)}1", f"t{n + 1}") for n in range(12))
    lines = []
    for row in range(2, rows + 2):
        cells = "".join(f'<c r="{chr(66 + n)}{row}"><v>{row * n}</v></c>' for n in range(12))
        lines.append(f'<row r="{row}">{inline(f"A{row}", f"X{row}:value")}{cells}</row>')
    head = f'<row r="1">{inline("A1", "#qms:results:1")}{keys}</row>'
    return with_cells(head + "".join(lines))


def test_a_form_with_too_many_cells_is_refused(tmp_path: Path) -> None:
    assert isinstance(kept(numbers(limits.FORM_CELLS // 12), tmp_path), Contents)
    found = kept(numbers(limits.FORM_CELLS // 12 + 1), tmp_path)
    assert isinstance(found, Refused)
    assert found.fault.code == "F211"


def test_a_workbook_of_very_many_areas_is_refused(tmp_path: Path) -> None:
    marks = "".join(
        f'<row r="{row}">'
        + "".join(inline(f"{chr(65 + n)}{row}", "#qms:results:1") for n in range(12))
        + "</row>"
        for row in range(1, 61)
    )
    found = kept(with_cells(marks), tmp_path)
    assert isinstance(found, Refused)
    assert found.fault.code == "F211"


def test_what_stands_beside_a_table_is_kept_up_to_a_bound(tmp_path: Path) -> None:
    far = "".join(f'<row r="{row}"><c r="AZ{row}"><v>7</v></c></row>' for row in range(2, 5_000))
    head = f'<row r="1">{inline("A1", "#qms:results:1")}{inline("B1", "t1")}</row>'
    found = kept(with_cells(head + far), tmp_path)
    assert isinstance(found, Contents)
    assert len(found.tables[0].loose) == limits.LOOSE_CELLS


def test_every_form_of_a_sample_is_far_within_the_bounds(tmp_path: Path) -> None:
    folder = SAMPLES / THUONG_LO / "da-nop"
    with Reader(contents, workers=1) as reader:
        for found in reader.read_all(sorted(folder.iterdir())):
            assert isinstance(found, Contents)
            filled = sum(len(row.cells) for table in found.tables for row in table.rows)
            assert filled < limits.FORM_CELLS / 10
            assert len(pickle.dumps(found)) < limits.FORM_TEXT_BYTES / 10
