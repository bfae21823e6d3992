"""Every figure of a run in a file of its own."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from qms_xlsx.write import data_file
from qms_xlsx.write.data_file import COLUMNS, JUDGED, NUMBERS, write_data
from tests.judge.cases import KPS, objective, register, run, submission

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.judge.results import Aggregate

SHARE = objective("100%", over_time="ratio", over_departments="ratio", cadence="month", unit="%")
YES = objective("duy trì hệ thống", code="B", over_time="all", over_departments="all",
                cadence="half", name="=cmd|' /C calc'!A0; -\n\"x\"")  # fmt: skip


def made() -> Aggregate:
    told = submission(SHARE, [(9, 10), KPS, (0.1 + 0.2, 5.5)], estimate_from="t3")
    other = submission(YES, [True])
    whole = replace(told, entries=told.entries | other.entries)
    return run(register(SHARE, YES), whole, period="2024-H1")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_a_row_stands_for_each_judged_figure_and_each_cell(tmp_path: Path) -> None:
    write_data(made(), tmp_path / "a.csv")
    rows = rows_of(tmp_path / "a.csv")
    assert tuple(rows[0]) == COLUMNS
    judged = [row for row in rows if row["Số liệu"] == JUDGED]
    assert [(r["Mã bộ phận"], r["Mã chỉ tiêu"], r["Đánh giá"]) for r in judged] == [
        ("", "A", "✖ Không đạt"), ("D1", "A", "✖ Không đạt"), ("", "B", "✔ Đạt"), ("D1", "B", "✔ Đạt"),
    ]  # fmt: skip
    assert judged[0]["Bộ phận"] == "Toàn cơ quan"
    assert (judged[0]["Tử số"], judged[0]["Mẫu số"]) == ("9,3", "15,5")
    assert judged[2]["Bằng chữ"] == "Có"
    cells = [(r["Số liệu"], r["Kỳ"], r["Giá trị"], r["Bằng chữ"], r["Tạm tính"])
             for r in rows if r["Số liệu"] != JUDGED]  # fmt: skip
    assert cells == [
        ("Tử số", "T1", "9", "", ""), ("Tử số", "T2", "", "KPS", ""), ("Tử số", "T3", "0,3", "", "x"),
        ("Mẫu số", "T1", "10", "", ""), ("Mẫu số", "T2", "", "KPS", ""),
        ("Mẫu số", "T3", "5,5", "", "x"), ("Có/Không", "6T1", "", "Có", ""),
    ]  # fmt: skip


def test_a_spreadsheet_reads_the_letters_and_runs_none_of_them(tmp_path: Path) -> None:
    write_data(made(), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = rows_of(tmp_path / "a.csv")
    assert {r["Chỉ tiêu"] for r in rows} == {"Chỉ tiêu", f"'{YES.name}"}
    assert not [text for r in rows for text in r.values() if text and text[0] in "=+-@\t\r"]


def test_parquet_holds_the_same_rows_numbers_as_numbers(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for name in ("a.csv", "a.parquet"):
        write_data(made(), tmp_path / name)
    told = rows_of(tmp_path / "a.csv")
    held = pd.read_parquet(tmp_path / "a.parquet")
    assert tuple(held.columns) == COLUMNS
    assert len(held) == len(told)
    assert all(held[column].dtype == float for column in NUMBERS)
    assert set(held["Chỉ tiêu"]) == {"Chỉ tiêu", YES.name}
    assert list(held["Giá trị"].fillna(-1).map("{:.15g}".format)) == [
        row["Giá trị"].replace(",", ".") or "-1" for row in told
    ]


def test_it_is_written_in_batches_of_which_nobody_sees_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyarrow")
    codes = tuple(f"D{n}" for n in range(9))
    own = replace(SHARE, departments=codes)
    months = [(float(n), 12.0) for n in range(12)]
    done = run(register(own, departments=codes), *(submission(own, months, code) for code in codes))
    paths = tmp_path / "a.csv", tmp_path / "a.parquet"
    for path in paths:
        write_data(done, path)
    before, table = paths[0].read_bytes(), pd.read_parquet(paths[1])
    monkeypatch.setattr(data_file, "_BATCH", 7)
    for path in paths:
        write_data(done, path)
    assert paths[0].read_bytes() == before
    pd.testing.assert_frame_equal(pd.read_parquet(paths[1]), table)
    assert len(table) == 10 + 9 * 24
