"""The next year's folder: everything comes over listed, nothing silently, the old one untouched."""

from __future__ import annotations

import shutil
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from qms_xlsx.cli import main
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import Period
from qms_xlsx.history.next_year import Handed
from qms_xlsx.rules.register import lint
from qms_xlsx.say import VIETNAMESE, text
from qms_xlsx.steps.close import close
from qms_xlsx.steps.new_folder import new_folder
from qms_xlsx.steps.next_year import Turned, turn_year
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.validate import validate
from tests.form_filler import actions_in, contents_of
from tests.small_office import office, report
from tests.year_folders import NAMES, digests, year_folder, year_of

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.steps.workspace import Workspace

TODAY = date(2025, 1, 20)
DEPARTMENTS: list[dict[str, Any]] = [
    {"code": "VP", "name": "Văn phòng"},
    {"code": "TC", "name": "Tài chính", "groups": "Khối kinh tế"},
    {
        "code": "NN", "name": "Nông nghiệp", "aliases": "Công chức nông nghiệp",
        "groups": "Khối đồng ruộng", "active_to": date(2024, 12, 31), "successor": "Tài chính",
    },
]  # fmt: skip
OBJECTIVES: list[dict[str, Any]] = [
    {
        "code": "THU", "number": "1", "name": "Thu ngân sách năm 2024", "unit": "triệu đồng",
        "target": "tăng 10% so với năm 2023", "over_time": "sum", "over_departments": "single",
        "cadence": "half", "departments": "TC", "baseline_h1": 400, "baseline_year": 900,
        "quote": "Thu ngân sách tăng 10%", "source": "QĐ 12/QĐ-UBND", "confirmed": "x",
    },
    {
        "code": "LOP", "number": "2", "name": "Lớp tập huấn", "unit": "lớp", "target": "12 lớp",
        "over_time": "sum", "over_departments": "sum", "cadence": "half",
        "departments": "VP; Nông nghiệp",
    },
    {
        "code": "DAN", "number": "3", "name": "Đàn bò", "unit": "con", "target": "1.000 con",
        "over_time": "last", "over_departments": "single", "cadence": "half", "departments": "TC",
    },
    {
        "code": "LK", "number": "4", "name": "Số CBCC đã bồi dưỡng (lũy kế)", "unit": "người",
        "target": "20 người", "over_time": "last", "over_departments": "single", "cadence": "half",
        "profile": "linear", "departments": "VP",
    },
]  # fmt: skip
PLAN: list[dict[str, Any]] = [
    {
        "number": "I.1", "objectives": "THU", "measure": "Xây dựng kế hoạch thu năm 2024",
        "lead": "Tài chính", "deadline": "Trước 05/02/2024", "evidence": "Kế hoạch 2024",
    },
    {
        "number": "I.2", "objectives": "THU", "measure": "Báo cáo thu", "lead": "Tài chính",
        "deadline": "Định kỳ hàng tháng",
    },
    {
        "number": "I.3", "objectives": "LOP", "measure": "Mở lớp", "lead": "Công chức nông nghiệp",
        "deadline": date(2024, 2, 29),
    },
]  # fmt: skip


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = office(
        tmp_path_factory.mktemp("offices") / "MTCL-2024",
        2024,
        departments=DEPARTMENTS,
        objectives=OBJECTIVES,
        plan=PLAN,
        allocations=[
            {"objective": "LOP", "department": "Nông nghiệp", "target": "5 lớp"},
            {"objective": "LOP", "department": "VP", "target": "7 lớp"},
        ],
        exceptions=[{"period": "2024-H1", "department": "VP", "reason": "Đếm sót"}],
    )
    action = {"objective": "LOP", "nonconformity": "Thiếu 2 lớp", "action": "Mở thêm lớp"}
    done = {"objective": "LOP", "nonconformity": "Lớp muộn", "action": "Xếp lịch sớm",
            "effectiveness": "Đã đúng lịch", "closed_on": date(2024, 9, 1)}  # fmt: skip
    report(made, "TC", date(2025, 1, 10), "2024", {
        "THU:value": {"h1": 500, "h2": 600}, "DAN:value": {"h1": 900, "h2": 950},
        "LOP:value": {"h1": "KPS", "h2": "KPS"},
    })  # fmt: skip
    report(made, "VP", date(2025, 1, 9), "2024", {
        "LOP:value": {"h1": 3, "h2": 4}, "LK:value": {"h1": 8, "h2": 20},
    })  # fmt: skip
    report(
        made, "NN", date(2024, 12, 30), "2024", {"LOP:value": {"h1": 2}},
        {("actions", "1", key): value for key, value in done.items()}
        | {("actions", "2", key): value for key, value in action.items()},
    )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def turned(old: Workspace) -> Turned:
    before = digests(old.root)
    done = turn_year(old.root, as_of=TODAY)
    assert digests(old.root) == before
    return done


@pytest.fixture(scope="module")
def register(turned: Turned) -> Register:
    return open_register(turned.workspace.register)[0]


def lines(turned: Turned, how: Handed) -> list[tuple[str, str, str]]:
    """Return the lines of one part of the list: what, before, now."""
    own = [one for one in turned.made.carried if one.how is how]
    return [(text(one.says, VIETNAMESE), one.before, one.now) for one in own]


def test_the_folder_stands_beside_the_old_one_with_its_year(
    turned: Turned, register: Register, old: Workspace
) -> None:
    assert turned.workspace.root == old.root.parent / "MTCL-2025"
    assert register.year == 2025
    assert (register.decision_number, register.decision_date) == ("", None)
    assert (register.organisation, register.caution) == ("UBND xã Thử Nghiệm", 90)
    assert turned.workspace.submitted.is_dir()


def test_years_in_words_and_deadlines_move_on_and_each_change_is_listed(
    turned: Turned, register: Register
) -> None:
    assert register.by_code["THU"].name == "Thu ngân sách năm 2025"
    assert register.by_code["THU"].target == "tăng 10% so với năm 2024"
    assert [m.deadline.text for m in register.measures] == [
        "Trước 05/02/2025", "Định kỳ hàng tháng", "28/02/2025",
    ]  # fmt: skip
    moved = [(before, now) for _, before, now in lines(turned, Handed.MOVED)]
    assert ("Thu ngân sách năm 2024", "Thu ngân sách năm 2025") in moved
    assert ("tăng 10% so với năm 2023", "tăng 10% so với năm 2024") in moved
    assert ("Kế hoạch 2024", "Kế hoạch 2025") in moved
    assert register.by_code["THU"].quote == ""
    assert not register.by_code["THU"].confirmed


def test_last_years_results_are_the_baselines_with_their_source(
    turned: Turned, register: Register
) -> None:
    thu = register.by_code["THU"]
    assert (thu.baseline_h1, thu.baseline_year, thu.baseline_kind) == (500, 1100, "actual")
    assert thu.source == "Số gốc: kết quả năm 2024 (da-nop). QĐ 12/QĐ-UBND"
    told = {says: now for says, _, now in lines(turned, Handed.BASELINE)}
    assert told["1 Thu ngân sách năm 2025"] == "6T1: 500 triệu đồng; NĂM: 1.100 triệu đồng"


def test_a_total_from_which_figures_are_missing_is_no_baseline(register: Register) -> None:
    lop = register.by_code["LOP"]  # Nông nghiệp did not report its second half-year
    assert (lop.baseline_h1, lop.baseline_year) == (5, None)


def test_a_row_counted_from_nothing_gets_no_baseline_and_a_level_asks(
    turned: Turned, register: Register
) -> None:
    assert register.by_code["LK"].baseline_year is None
    assert register.by_code["DAN"].baseline_year == 950
    assert any("Đàn bò" in says and "đường thẳng" in says
               for says, _, _ in lines(turned, Handed.ASKED))  # fmt: skip


def test_what_was_due_once_is_asked_about_and_what_comes_back_is_renewed(turned: Turned) -> None:
    asked = [says for says, _, _ in lines(turned, Handed.ASKED)]
    assert any(says.startswith("I.1 ") and "làm một lần" in says for says in asked)
    kept = [says for says, _, _ in lines(turned, Handed.KEPT)]
    assert "I.2 Báo cáo thu: làm tiếp trong năm mới" in kept


def test_a_department_that_closed_is_gone_and_its_rows_are_its_successors(
    turned: Turned, register: Register
) -> None:
    assert [d.code for d in register.departments] == ["VP", "TC"]
    assert register.owners["LOP"] == ("VP", "TC")
    assert register.leads["I.3"] == ("TC",)
    assert register.resolve("Khối đồng ruộng") == ("TC",)
    assert register.resolve("Công chức nông nghiệp") == ("TC",)
    assert [register.resolve(share.department) for share in register.allocations] == [
        ("TC",), ("VP",),
    ]  # fmt: skip
    assert any("Nông nghiệp" in says and "31/12/2024" in says
               for says, _, _ in lines(turned, Handed.MOVED))  # fmt: skip


def test_leave_to_change_closed_periods_stays_behind_and_is_listed(
    turned: Turned, register: Register
) -> None:
    assert register.exceptions == ()
    assert any(before == "2024-H1 · VP · Đếm sót" for _, before, _ in lines(turned, Handed.ASKED))


def test_an_open_action_stands_in_the_form_of_the_successor(turned: Turned) -> None:
    [form] = turned.forms
    assert form.name == "TC-2025.xlsx"
    [row] = actions_in(form)
    assert (row["objective"], row["action"]) == ("LOP", "Mở thêm lớp")


def test_the_list_leads_to_each_cell_and_back(turned: Turned) -> None:
    sheet = load_workbook(turned.workspace.register)["Đã chuyển"]
    cells = [cell for row in sheet.iter_rows(min_row=4) for cell in row if cell.hyperlink]
    back = [cell.hyperlink for cell in cells if cell.column == 5]
    assert {link.target for link in back} == {"../MTCL-2024/so-muc-tieu.xlsx"}
    contents = contents_of(turned.workspace.register)
    [info] = contents.of("info")
    year = f"'{info.sheet}'!{info.columns['value']}{info.by_key()['year'].number}"
    assert year in [cell.hyperlink.location for cell in cells if cell.column == 6]


def test_a_second_time_nothing_is_overwritten_and_inside_the_old_year_nothing_is_made(
    turned: Turned, old: Workspace
) -> None:
    before = digests(old.root.parent)
    with pytest.raises(StepError, match="MTCL-2025"):
        turn_year(old.root, as_of=TODAY)
    with pytest.raises(StepError, match="không thể nằm trong thư mục năm trước"):
        turn_year(old.root, old.root / "MTCL-2025", as_of=TODAY)
    assert digests(old.root.parent) == before


def test_of_two_runs_at_once_the_slower_one_leaves_the_other_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "MTCL-2025"
    with pytest.raises(StepError, match="MTCL-2025"), new_folder(place) as slow:  # noqa: PT012
        (slow / "so-muc-tieu.xlsx").write_bytes(b"slow")
        with new_folder(place) as quick:
            (quick / "so-muc-tieu.xlsx").write_bytes(b"quick")
    assert digests(tmp_path) == {"MTCL-2025/so-muc-tieu.xlsx": sha256(b"quick").hexdigest()}


def test_figures_of_a_closed_year_are_those_that_were_closed(
    old: Workspace, tmp_path: Path
) -> None:
    copy = tmp_path / "MTCL-2024"
    shutil.copytree(old.root, copy)
    close(copy, Period.parse("2024"), as_of=date(2025, 1, 15), despite="Chốt năm")
    done = turn_year(copy, as_of=TODAY)
    assert "năm đã chốt (chot-so/2024)" in text(done.figures, VIETNAMESE)
    known = open_register(done.workspace.register)[0]
    assert known.by_code["THU"].source.startswith("Số gốc: kết quả năm 2024 (chot-so/2024).")


def test_before_the_year_has_ended_no_years_result_is_a_baseline(
    old: Workspace, tmp_path: Path
) -> None:
    done = turn_year(old.root, tmp_path / "MTCL-2025", as_of=date(2024, 10, 1))
    known = open_register(done.workspace.register)[0]
    assert known.by_code["THU"].baseline_year is None
    assert any("Năm chưa kết thúc" in says for says, _, _ in lines(done, Handed.ASKED))


@pytest.mark.parametrize("sample", NAMES)
def test_a_samples_next_register_has_no_error_that_the_old_one_had_not(
    sample: str, tmp_path: Path
) -> None:
    workspace = year_folder(tmp_path / "x", sample)
    done = turn_year(workspace.root, as_of=date(year_of(sample) + 1, 1, 20))
    before, after = (
        {(f.code, str(f.place)) for f in (*found, *lint(known)) if f.severity is Severity.ERROR}
        for known, found in map(open_register, (workspace.register, done.workspace.register))
    )
    assert after <= before
    reports = [r for r in validate([done.workspace.root]).files if r.kind == "form"]
    assert not any(f.severity is Severity.ERROR for r in reports for f in r.findings)


def test_the_command_says_what_is_to_be_decided(old: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "sau"
    done = CliRunner().invoke(
        main, ["next-year", str(old.root), str(place), "--as-of", "2025-01-20"]
    )
    assert done.exit_code == 0, done.output
    assert "Đã tạo thư mục năm 2025" in done.output
    assert "việc cần quyết định" in done.output
