"""What a draft calls the two counts of a share; naming them changes no reading."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from qms_xlsx.book import resources
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.counted import counts_of
from qms_xlsx.document.decision import Item
from qms_xlsx.say.readings import readings
from qms_xlsx.steps.import_decision import import_decision
from qms_xlsx.steps.reading import open_register


@pytest.mark.parametrize(
    ("words", "part", "whole"),
    [
        (
            "100% các hồ sơ của xã được trả đúng hạn",
            "Số hồ sơ của xã được trả đúng hạn",
            "Tổng số hồ sơ của xã",
        ),
        ("100% TTHC được niêm yết", "Số TTHC được niêm yết", "Tổng số TTHC"),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98%", "Số hồ sơ đúng hạn", "Tổng số hồ sơ"),
        (
            "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ đạt 50%",
            "Số hồ sơ trực tuyến",
            "Tổng số hồ sơ",
        ),
        ("Tỷ lệ hộ nghèo dưới 2%", "", ""),
        ("Mức độ hài lòng đạt 95%", "", ""),
        ("Trồng 200 ha rừng", "", ""),
    ],
)
def test_a_share_s_counts_are_named_by_its_words(words: str, part: str, whole: str) -> None:
    (clause,) = clauses(words)
    item = Item(number="1", name=clause.name, goal=clause.goal, quote=words, place="")
    assert counts_of(item) == (part, whole)


@pytest.mark.parametrize(
    "sample", ["bac-hong-2021", "thuong-lo-2024", "cao-loc-2023", "loc-son-2021"]
)
def test_naming_the_counts_changes_no_reading(sample: str, tmp_path: Path) -> None:
    decision = resources.samples() / sample / "source" / "quyet-dinh.docx"
    done = import_decision([decision], tmp_path / "so.xlsx")
    assert done.path is not None
    named = _told(done.path)
    book = openpyxl.load_workbook(done.path)
    sheet = book["Mục tiêu"]
    labels = [
        cell
        for row in sheet["J6:K60"]
        for cell in row
        if re.match(r"(Số|Tổng số) ", str(cell.value))
    ]
    assert labels
    for cell in labels:
        cell.value = None
    book.save(done.path)
    assert _told(done.path) == named


def _told(path: Path) -> list[object]:
    register, _ = open_register(path)
    return [(row.objective.code, row.sentence) for row in readings(register)]
