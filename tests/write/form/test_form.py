from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from qms_xlsx.book.areas import ACTIONS, FORM, PROGRESS, RESULTS
from qms_xlsx.book.keys import CellKey
from qms_xlsx.book.lines import FORM_INPUTS
from qms_xlsx.domain.finding import Code, Excludes, Finding, Place, Severity
from qms_xlsx.domain.period import Cadence
from qms_xlsx.read.form import read_form
from qms_xlsx.steps.entries import typed_entries
from qms_xlsx.steps.reading import open_all
from qms_xlsx.write.form import write_form
from qms_xlsx.write.review import Review, by_harm
from tests.registers import measure
from tests.write.form.parity_cases import OWN, parity_register
from tests.write.form.register_helper import objective, small_register
from tests.write.found_tables import FoundTable, find_tables

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.domain.register import Register

KEYS = ["5a:numerator", "5a:denominator", "6:value", "7:grade", "8:answer"]


def made(path: Path, register: Register | None = None, **more: Any) -> Workbook:
    write_form(register or small_register(), "VP", path / "form.xlsx", **more)
    return load_workbook(path / "form.xlsx")


def table(workbook: Workbook, area: Any = RESULTS) -> FoundTable:
    return find_tables(workbook, (area,))[0]


def open_cells(found: FoundTable) -> set[tuple[str, str]]:
    """Return the unlocked cells of a table, by row key and column key."""
    rows = {row: key for key, row in found.lines.items()}
    keys = {column: key for key, column in found.columns.items()}
    return {
        (rows[cell.row], keys[cell.column])
        for line in found.sheet.iter_rows(found.first_row)
        for cell in line
        if not cell.protection.locked and cell.row in rows and cell.column in keys
    }


def slots_open(found: FoundTable, key: str) -> list[str]:
    slots = re.compile(r"[tqh]\d+|year")
    return sorted(c for row, c in open_cells(found) if row == key and slots.fullmatch(c))


def test_a_form_has_a_row_for_each_component_in_the_registers_order(tmp_path: Path) -> None:
    assert list(table(made(tmp_path)).lines) == KEYS


@pytest.mark.parametrize(
    ("key", "slots"),
    [
        ("5a:numerator", [f"t{i}" for i in (1, 10, 11, 12, 2, 3, 4, 5, 6, 7, 8, 9)]),
        ("6:value", ["q1", "q2", "q3", "q4"]),
        ("8:answer", ["h1", "h2"]),
        ("7:grade", ["year"]),
    ],
)
def test_only_the_slots_of_a_rows_cadence_are_open(
    tmp_path: Path, key: str, slots: list[str]
) -> None:
    assert slots_open(table(made(tmp_path)), key) == slots


def test_closed_slots_are_shown_and_locked(tmp_path: Path) -> None:
    earlier = {("results", "6:value", "q1"): 12, ("results", "6:value", "q3"): 3}
    found = table(made(tmp_path, earlier=earlier, closed=frozenset({"q1", "q2"})))
    assert slots_open(found, "6:value") == ["q3", "q4"]
    assert found.cell(found.lines["6:value"], "q1").value == 12


def test_the_cursor_opens_on_the_first_cell_that_is_still_open(tmp_path: Path) -> None:
    closed = frozenset({"t1", "t2", "t3", "q1"})
    found = table(made(tmp_path, closed=closed))
    selected = found.sheet.sheet_view.selection[-1].activeCell
    assert selected == found.address(found.lines["5a:numerator"], "t4")


def test_everything_known_is_locked_and_every_sheet_protected(tmp_path: Path) -> None:
    workbook = made(tmp_path)
    assert all(sheet.protection.sheet for sheet in workbook.worksheets)
    assert {row for row, _ in open_cells(table(workbook, FORM))} == set(FORM_INPUTS)
    known = {"name", "target", "unit", "component", "result", "status", "baseline"}
    assert not {column for _, column in open_cells(table(workbook))} & known


def test_a_half_yearly_department_sees_three_slots(tmp_path: Path) -> None:
    found = table(made(tmp_path, small_register(objective("1", "đạt chuẩn", cadence=Cadence.HALF))))
    hidden = {
        key
        for key in found.columns
        if found.sheet.column_dimensions[found.letter(key)].hidden and not key.startswith("_")
    }
    months = {f"t{i}" for i in range(1, 13)} | {f"q{i}" for i in range(1, 5)}
    assert hidden == months | {"baseline"}


@pytest.mark.parametrize(("period", "slots"), [("2024-Q2", "t1:t6"), ("Năm 2024", "t7:t12")])
def test_paper_takes_the_half_year_that_is_reported_and_hides_no_input(
    tmp_path: Path, period: str, slots: str
) -> None:
    earlier = {("form", "report_period", "value"): period}
    found = table(made(tmp_path, earlier=earlier))
    first, last = (found.letter(key) for key in slots.split(":"))
    assert found.sheet.print_area.startswith(f"'Kết quả'!${first}$4:${last}$")
    assert not [
        key for key in found.columns
        if found.sheet.column_dimensions[found.letter(key)].hidden and key[0] in "tqhy"
    ]  # fmt: skip


def test_a_coarser_slot_is_a_formula_over_the_typed_ones(tmp_path: Path) -> None:
    found = table(made(tmp_path))
    row = found.lines["5a:numerator"]
    first, last = found.address(row, "t4"), found.address(row, "t6")
    assert f"SUM({first}:{last})" in found.cell(row, "q2").value
    assert found.cell(found.lines["8:answer"], "q1").value is None


def test_only_led_measures_have_a_key_and_open_cells(tmp_path: Path) -> None:
    found = table(made(tmp_path), PROGRESS)
    assert list(found.lines) == ["I.1"]
    roles = [row[0].value for row in found.sheet.iter_rows(
        found.first_row, min_col=found.columns["role"], max_col=found.columns["role"])]  # fmt: skip
    assert [role for role in roles if role] == ["Chủ trì", "Phối hợp"]


def test_beside_each_row_stands_how_it_is_understood_and_where_its_figures_come_from(
    tmp_path: Path,
) -> None:
    own = objective("6", "450 người", unit="người", source="Sổ theo dõi", note="Cả xã.")
    found = table(made(tmp_path, small_register(own)))
    told = found.cell(found.first_row, "_reading")
    assert told.protection.locked
    assert "450" in told.value
    assert told.value.endswith("Nguồn số liệu: Sổ theo dõi. Cả xã.")


def test_a_measure_says_who_watches_it_and_what_it_needs(tmp_path: Path) -> None:
    watched = measure(
        number="I.1", measure="Đánh giá", lead="VP", evidence="Biên bản", monitor="Thư ký ISO",
        resources="Kinh phí",
    )  # fmt: skip
    found = table(made(tmp_path, small_register(measures=(watched,))), PROGRESS)
    told = found.cell(found.lines["I.1"], "evidence").value
    assert told == "Biên bản\nTheo dõi: Thư ký ISO\nNguồn lực: Kinh phí"


def test_what_was_typed_earlier_comes_back_as_typed(tmp_path: Path) -> None:
    earlier = {
        ("form", "report_period", "value"): "2024-Q2",
        ("form", "report_date", "value"): date(2024, 6, 14),
        ("results", "5a:numerator", "t1"): 12,
        ("results", "5a:denominator", "t1"): "khoảng 20",
        ("results", "5a:numerator", "cause"): "=thiếu người",
        ("results", "8:answer", "h1"): "Có",
        ("progress", "I.1", "state"): "hoàn thành",
        ("actions", "1", "objective"): "5a",
    }
    made(tmp_path, earlier=earlier)
    (opened,) = open_all([tmp_path / "form.xlsx"])
    assert opened.contents is not None
    typed = {key: value for key, value in typed_entries(opened.contents).items() if value != ""}
    prefilled = {("form", "head", "value"): "Trần Thị C"}
    again = {
        key: value for key, value in typed.items()
        if key[2] not in _FORMULAS and key[1:] != ("5a:numerator", "h1")
    }  # fmt: skip
    assert {**again, ("form", "report_date", "value"): date(2024, 6, 14)} == {
        **earlier,
        **prefilled,
    }


_FORMULAS = ("q1", "q3", "q4", "h2", "year", "q2")


def test_a_blank_form_is_accepted_and_says_nothing(tmp_path: Path) -> None:
    register = small_register()
    made(tmp_path, register)
    (opened,) = open_all([tmp_path / "form.xlsx"])
    assert opened.contents is not None
    reading = read_form(opened.contents, register)
    assert reading.submission is not None
    assert not any(reading.submission.entries.values())
    assert not [str(f) for f in reading.findings if f.severity is Severity.ERROR]


def test_a_department_without_indicators_gets_a_form_of_its_measures(tmp_path: Path) -> None:
    register = small_register()
    write_form(register, "DC", tmp_path / "form.xlsx")
    workbook = load_workbook(tmp_path / "form.xlsx")
    assert list(table(workbook).lines) == []
    assert list(table(workbook, PROGRESS).lines) == ["I.2"]


def test_text_of_the_register_never_becomes_a_formula(tmp_path: Path) -> None:
    evil = objective("1", "450 người", name='=HYPERLINK("http://x","y")', unit="@người")
    found = table(made(tmp_path, small_register(evil)))
    cell = found.cell(found.first_row, "name")
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x","y")', "s")


def test_no_formula_needs_a_prefix_an_array_or_today(tmp_path: Path) -> None:
    write_form(parity_register(), OWN, tmp_path / "form.xlsx")
    workbook = load_workbook(tmp_path / "form.xlsx")
    formulas = [
        cell.value
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) > 40
    used = {name for text in formulas for name in re.findall(r"([A-Z][A-Z0-9.]+)\(", text)}
    allowed = {"IF", "IFERROR", "INDEX", "MATCH", "INT", "COUNT", "COUNTIF", "COUNTA", "SUM", "AND",
               "OR", "NOT", "ISNUMBER", "ISTEXT", "ROUND", "LOG10", "ABS", "N",
               "CHOOSE", "TRIM", "AVERAGE", "MIN", "MAX"}  # fmt: skip
    assert used <= allowed
    assert not [text for text in formulas if "[" in text]
    assert max(map(len, formulas)) < 8192, "more characters than Excel takes"


def test_the_same_register_makes_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    write_form(small_register(), "VP", one)
    write_form(small_register(), "VP", two)
    assert one.read_bytes() == two.read_bytes()


def test_nothing_of_a_form_is_left_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise OSError("no room")

    monkeypatch.setattr("qms_xlsx.write.form.written", broken)
    with pytest.raises(OSError, match="no room"):
        write_form(small_register(), "VP", tmp_path / "form.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_grades_answers_and_periods_are_chosen_from_named_lists(tmp_path: Path) -> None:
    workbook = made(tmp_path)
    used = {rule.formula1 for sheet in workbook.worksheets
            for rule in sheet.data_validations.dataValidation if rule.type == "list"}  # fmt: skip
    assert {"qms_periods", "qms_answers", "qms_grades_quality", "qms_states", "qms_codes"} <= used
    assert used <= set(workbook.defined_names)


def test_a_return_copy_marks_the_cell_and_links_to_it(tmp_path: Path) -> None:
    told = Code("V203", "x", Severity.ERROR, Excludes.CELL, "Tử số lớn hơn mẫu số.", "Ghi lại.")
    finding = Finding(told, Place("cu.xlsx", "Kết quả", "Z9"))
    marks = [(CellKey("results", "5a:denominator", "t1"), finding)]
    workbook = made(tmp_path, review=Review([finding], marks))
    found = table(workbook)
    cell = found.cell(found.lines["5a:denominator"], "t1")
    assert cell.comment.text.startswith("V203: Tử số lớn hơn mẫu số.")
    index = workbook.worksheets[0]
    assert index.title == "Danh mục lỗi"
    assert index["D5"].hyperlink.location == f"'Kết quả'!{cell.coordinate}"
    assert [index.cell(5, column).value for column in (2, 3, 5, 6, 7)] == [
        "✖ Lỗi", "Ô này không được tính", "Tử số lớn hơn mẫu số.", "Ghi lại.", "V203",
    ]  # fmt: skip


def test_what_stood_outside_the_cells_is_listed_to_be_copied(tmp_path: Path) -> None:
    told = _finding("keyless_row", Severity.ERROR, Excludes.ROW)
    lost = [("Kết quả!AZ6", "=1+1 thêm 3 hộ"), ("Kế hoạch!B40", "x" * 3_000)]
    index = made(tmp_path, review=Review([told], (), lost)).worksheets[0]
    shown = [[index.cell(row, column).value for column in (1, 4, 5)] for row in (8, 9)]
    assert shown == [[str(n), *own] for n, own in enumerate(lost, 1)]
    assert index.cell(8, 5).data_type == "s"
    assert index.auto_filter.ref == "A4:G5"


def _finding(name: str, severity: Severity, excludes: Excludes) -> Finding:
    return Finding(Code(name[:2], name, severity, excludes, name, "Ghi."), Place())


def test_findings_come_in_order_of_what_they_cost() -> None:
    named = {
        "hint": (Severity.INFO, Excludes.NOTHING),
        "loud": (Severity.ERROR, Excludes.NOTHING),
        "cell": (Severity.WARNING, Excludes.CELL),
        "row": (Severity.WARNING, Excludes.ROW),
        "error cell": (Severity.ERROR, Excludes.CELL),
        "form": (Severity.ERROR, Excludes.FILE),
    }
    ordered = by_harm(_finding(name, *own) for name, own in named.items())
    names = [finding.told.name for finding in ordered]
    assert names == ["form", "row", "error cell", "cell", "loud", "hint"]


@pytest.mark.parametrize(
    ("name", "key", "filled", "target"),
    [
        ("missed_without_cause", ("results", "6:value", "q1"), {}, ("6:value", "cause")),
        ("missed_without_cause", ("results", "6:value", "q1"),
         {("results", "6:value", "cause"): "mưa"}, ("6:value", "remedy")),
        ("at_risk_without_remedy", ("results", "5a:numerator", "t1"), {}, ("5a:numerator", "cause")),
        ("text_number", ("results", "6:value", "q2"), {}, ("6:value", "q2")),
    ],
)  # fmt: skip
def test_a_finding_leads_to_the_cell_that_is_to_be_filled(
    tmp_path: Path, name: str, key: Any, filled: Any, target: tuple[str, str]
) -> None:
    finding = _finding(name, Severity.WARNING, Excludes.NOTHING)
    workbook = made(tmp_path, review=Review([finding], [(CellKey(*key), finding)]), earlier=filled)
    found = table(workbook)
    cell = found.cell(found.lines[target[0]], target[1])
    assert workbook.worksheets[0]["D5"].hyperlink.location == f"'Kết quả'!{cell.coordinate}"
    assert cell.comment is not None


@pytest.mark.parametrize(
    ("name", "typed", "column"),
    [
        ("overdue", {}, "state"),
        ("overdue", {"state": "đang thực hiện"}, "state"),
        ("overdue", {"state": "đang thực hiện", "times_done": 0}, "times_done"),
        ("times_not_counted", {"state": "đang thực hiện"}, "times_done"),
        ("in_the_future", {"evidence_date": "14/6/2025"}, "evidence_date"),
        ("done_before_it_began", {"done_on": "1/1/2020"}, "done_on"),
        ("done_without_evidence", {"state": "hoàn thành"}, "evidence_number"),
    ],
)
def test_a_finding_on_a_measure_leads_to_what_is_typed_there(
    tmp_path: Path, name: str, typed: dict[str, object], column: str
) -> None:
    finding = _finding(name, Severity.WARNING, Excludes.NOTHING)
    marks = [(CellKey("progress", "I.1", "number"), finding)]
    earlier = {("progress", "I.1", key): value for key, value in typed.items()}
    workbook = made(tmp_path, review=Review([finding], marks), earlier=earlier)
    found = table(workbook, PROGRESS)
    cell = found.cell(found.lines["I.1"], column)
    assert workbook.worksheets[0]["D5"].hyperlink.location == f"'Kế hoạch'!{cell.coordinate}"


@pytest.mark.parametrize(
    ("name", "typed", "column"),
    [
        ("action_without_owner_or_day", {"owner": "Tổ Một cửa"}, "due"),
        ("action_without_owner_or_day", {}, "owner"),
        ("closed_without_effectiveness", {"state": "đã đóng"}, "effectiveness"),
        ("action_overdue", {"due": "1/5/2024"}, "state"),
    ],
)
def test_a_finding_on_an_action_leads_to_what_is_typed_there(
    tmp_path: Path, name: str, typed: dict[str, object], column: str
) -> None:
    finding = _finding(name, Severity.WARNING, Excludes.NOTHING)
    marks = [(CellKey("actions", "1", "objective"), finding)]
    earlier = {("actions", "1", k): v for k, v in {"objective": "5a", **typed}.items()}
    workbook = made(tmp_path, review=Review([finding], marks), earlier=earlier)
    found = table(workbook, ACTIONS)
    cell = found.cell(found.first_row, column)
    assert workbook.worksheets[0]["D5"].hyperlink.location == f"'Khắc phục'!{cell.coordinate}"


@pytest.mark.parametrize(
    ("begun", "row", "column"), [("5a", 1, "objective"), ("6", 0, "action"), (None, 0, "objective")]
)
def test_a_missing_action_leads_to_the_one_begun_or_the_first_free_row(
    tmp_path: Path, begun: str | None, row: int, column: str
) -> None:
    finding = _finding("missed_without_action", Severity.WARNING, Excludes.NOTHING)
    workbook = made(
        tmp_path,
        review=Review([finding], [(CellKey("results", "6:value", "q1"), finding)]),
        earlier={("actions", "1", "objective"): begun} if begun else {},
    )
    found = table(workbook, ACTIONS)
    cell = found.cell(found.first_row + row, column)
    assert workbook.worksheets[0]["D5"].hyperlink.location == f"'Khắc phục'!{cell.coordinate}"


def test_several_findings_at_a_cell_are_all_told_in_its_comment(tmp_path: Path) -> None:
    both = [_finding("A1 one", Severity.ERROR, Excludes.CELL),
            _finding("B2 two", Severity.INFO, Excludes.NOTHING)]  # fmt: skip
    marks = [(CellKey("results", "6:value", "q1"), finding) for finding in both]
    workbook = made(tmp_path, review=Review(both, marks))
    found = table(workbook)
    text = found.cell(found.lines["6:value"], "q1").comment.text
    assert "A1: A1 one" in text
    assert "B2: B2 two" in text
    assert workbook.worksheets[0]["D6"].hyperlink is not None


def test_an_action_names_its_indicator_and_is_read_back_by_code(tmp_path: Path) -> None:
    register = small_register()
    workbook = made(tmp_path, register, earlier={("actions", "1", "objective"): "5a"})
    found = table(workbook, ACTIONS)
    assert found.cell(found.first_row, "objective").value == "5a · Chỉ tiêu 5a"
    (opened,) = open_all([tmp_path / "form.xlsx"])
    assert opened.contents is not None
    assert typed_entries(opened.contents)["actions", "1", "objective"] == "5a"
    submission = read_form(opened.contents, register).submission
    assert submission is not None
    assert [action.objective for action in submission.actions] == ["5a"]


def test_a_mark_on_what_a_ratio_says_once_lands_on_its_first_row(tmp_path: Path) -> None:
    finding = Finding(
        Code("X1", "x", Severity.WARNING, Excludes.NOTHING, "Thiếu.", "Ghi."), Place()
    )
    workbook = made(
        tmp_path,
        review=Review([finding], [(CellKey("results", "5a:denominator", "cause"), finding)]),
    )
    found = table(workbook)
    assert found.cell(found.lines["5a:numerator"], "cause").comment is not None


def test_actions_have_twenty_open_rows(tmp_path: Path) -> None:
    found = table(made(tmp_path), ACTIONS)
    unlocked = [
        row
        for row in range(found.first_row, found.sheet.max_row + 1)
        if not found.cell(row, "action").protection.locked
    ]
    assert len(unlocked) == 20
