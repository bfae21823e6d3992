"""What people do to a form: moved, renamed, copied, mistyped; sent back, corrected, accepted."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.comments import Comment

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import slots_of
from qms_xlsx.read.form import FormReading, read_form
from qms_xlsx.read.tables import Cell, Contents, Row, Table
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.entries import typed_entries
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.init import init
from qms_xlsx.steps.intake import take_in
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.steps.validate import validate
from qms_xlsx.write.form import write_form
from tests.read.carried import carried
from tests.steps.test_other_writers import cell
from tests.year_folders import H1_2024, NAMES, THUONG_LO, digests, year_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.domain.register import Register
    from qms_xlsx.steps.workspace import Workspace

pytestmark = pytest.mark.untraced

JUNE = date(2024, 6, 20)
Key = tuple[str, str, str]
HEAD: dict[Key, object] = {
    ("form", "report_period", "value"): "6 tháng đầu năm 2024",
    ("form", "report_date", "value"): datetime(2024, 6, 14),
    ("form", "prepared_by", "value"): "Trần Thị B",
}
MISTAKES: dict[Key, tuple[object, str, object]] = {
    # what was typed, the code that says so, what it is corrected to
    ("results", "TL-2a:numerator", "t1"): ("98,5 %", "V113", 4),
    ("results", "TL-2a:numerator", "t2"): ("khoảng 4", "V110", 4),
    ("results", "TL-2a:numerator", "t3"): ("–", "V114", 4),
    ("results", "TL-2a:denominator", "t3"): (datetime(2024, 4, 3), "V112", 4),
    ("results", "TL-2a:numerator", "t4"): (-4, "V107", 4),
    ("results", "TL-2a:numerator", "t5"): (9, "V201", 4),
    ("results", "TL-2b:numerator", "t1"): ("3/4", "V112", 3),
    ("results", "TL-2b:denominator", "t2"): ("1O", "V110", 10),
    ("results", "TL-2b:numerator", "t3"): ("nhiều\x1f\x07", "V111", 3),
    ("results", "TL-2b:numerator", "t4"): ("x" * 32_767, "V111", 3),
    ("results", "TL-6:denominator", "t2"): (62_000, "X201", 62),
    ("results", "TL-1:answer", "h1"): ("có lẽ", "V105", "Có"),
}
GOOD: dict[Key, object] = {
    ("results", "TL-2a:denominator", "t1"): 4,
    ("results", "TL-2a:denominator", "t2"): 4,
    ("results", "TL-2a:denominator", "t4"): 4,
    ("results", "TL-2a:denominator", "t5"): 4,
    ("results", "TL-2b:denominator", "t1"): 4,
    ("results", "TL-2b:numerator", "t2"): 3,
    ("results", "TL-2b:denominator", "t3"): 4,
    ("results", "TL-2b:denominator", "t4"): 4,
    **{("results", "TL-6:numerator", f"t{month}"): 60 for month in range(1, 6)},
    **{("results", "TL-6:denominator", f"t{month}"): 61 for month in (1, 3, 4, 5)},
    ("results", "TL-3a:numerator", "t1"): "12 ",
    ("results", "TL-3a:denominator", "t1"): "12",
    ("results", "TL-2a:numerator", "cause"): "Häp giao ban víi c¸c bé phËn ®Ó th¸o gì v­íng m¾c",
}


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = init(tmp_path_factory.mktemp("nam") / "MTCL", 2024, THUONG_LO)
    make_forms(workspace.root)
    return workspace


@pytest.fixture(scope="module")
def register(blank: Workspace) -> Register:
    return open_register(blank.register)[0]


def filled(workspace: Workspace, path: Path, entries: Mapping[Key, object]) -> Workbook:
    """Type entries into a department's blank form and return the workbook, saved as `path`."""
    workbook = openpyxl.load_workbook(workspace.forms / "VH-XH-2024.xlsx")
    for key, value in entries.items():
        at = cell(workbook, *key)
        at.value = value if not isinstance(value, str) else value.replace("\x1f\x07", "")
    workbook.save(path)
    return workbook


def read(path: Path, register: Register) -> FormReading:
    [opened] = open_all([path])
    assert opened.contents is not None, opened.findings
    return carried(read_form(opened.contents, register), path.name)


def codes(reading: FormReading) -> set[str]:
    return {finding.code for finding in reading.findings}


def test_mistakes_go_back_marked_and_come_home_corrected(tmp_path: Path) -> None:
    workspace = init(tmp_path / "MTCL", 2024, THUONG_LO)
    make_forms(workspace.root)
    sent = workspace.submitted / "VH-XH.xlsx"
    wrong = {key: typed for key, (typed, _, _) in MISTAKES.items()}
    filled(workspace, sent, {**HEAD, **GOOD, **wrong})
    before = digests(workspace.submitted)
    first = run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
    assert digests(workspace.submitted) == before
    [returned] = first.returned

    copy = openpyxl.load_workbook(returned)
    for key, (_, code, right) in MISTAKES.items():
        at = cell(copy, *key)
        assert at.comment is not None, key
        assert code in at.comment.text
        assert not at.is_date, "a date's format would spoil the corrected number"
        at.value = right
    cell(copy, "form", "report_date", "value").value = datetime(2024, 6, 17)
    copy.save(workspace.submitted / "VH-XH_sua.xlsx")

    again = run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
    own = [f for f in again.findings if f.place.file == "VH-XH_sua.xlsx"]
    assert [str(f) for f in own if f.severity is Severity.ERROR] == []
    assert again.returned == ()
    submission = next(s for s in again.aggregate.submissions if s.department == "VH-XH")
    assert submission.path == "VH-XH_sua.xlsx"
    assert submission.cells.rejected == 0
    assert submission.cells.accepted == len(MISTAKES) + len(GOOD) - 1
    assert not returned.exists()


@pytest.mark.parametrize(
    "value", [float("nan"), float("-inf"), timedelta(days=3), time(3, 4), datetime(9999, 12, 31)]
)
def test_whatever_a_cell_held_can_stand_in_a_form_again(
    register: Register, tmp_path: Path, value: object
) -> None:
    given = Table(
        "results", "1", "Kết quả", "A1", {"t1": "B", "note": "C"},
        (Row(2, "TL-2a:numerator", {"t1": Cell(value, "B2"), "note": Cell("\x07lý do", "C2")}),),
    )  # fmt: skip
    typed = typed_entries(Contents(tmp_path, "xlsx", "", 0, None, tables=(given,)))
    path = tmp_path / "VH-XH.xlsx"
    write_form(register, "VH-XH", path, earlier=typed)
    found = read(path, register)
    assert found.submission is not None
    assert found.submission.cells.rejected == 1
    assert found.submission.remarks["TL-2a"].note == "lý do"


def test_validate_says_what_is_gone_what_stays_and_what_is_new(tmp_path: Path) -> None:
    workspace = init(tmp_path / "MTCL", 2024, THUONG_LO)
    make_forms(workspace.root)
    sent = workspace.submitted / "VH-XH.xlsx"
    one, two, three = list(MISTAKES)[3], list(MISTAKES)[1], list(MISTAKES)[2]
    first = {key: MISTAKES[key][0] for key in (one, two)}
    filled(workspace, sent, {**HEAD, **GOOD, **first})
    told = validate([workspace.root])
    assert told.since_last is None
    assert "since_last" not in told.as_json()

    same = validate([workspace.root]).since_last
    assert same is not None
    assert (same.gone, same.new, same.stay) == ((), (), len(told.findings))

    second = {one: 4, two: MISTAKES[two][0], three: MISTAKES[three][0]}
    filled(workspace, sent, {**HEAD, **GOOD, **second})
    change = json.loads(json.dumps(validate([workspace.root]).as_json()))["since_last"]
    assert "V112" in {finding["code"] for finding in change["gone"]}
    assert [finding["code"] for finding in change["new"]] == ["V114"]
    assert change["stay"] == len(told.findings) - len(change["gone"])


def test_a_spoilt_memory_of_the_last_check_is_no_trouble(tmp_path: Path) -> None:
    workspace = init(tmp_path / "MTCL", 2024, THUONG_LO)
    memory = workspace.root / ".qms-xlsx" / "last-validation.json"
    for text in (
        "",
        "[[1]]",
        '{"a": 1}',
        "[1, 2]",
        "\ud83d".encode("utf-16", "surrogatepass").hex(),
    ):
        memory.parent.mkdir(exist_ok=True)
        memory.write_text(text, encoding="utf-8")
        assert validate([workspace.root]).since_last is None


@pytest.mark.parametrize("sample", NAMES)
def test_every_run_accounts_for_every_cell(tmp_path: Path, sample: str) -> None:
    workspace = year_folder(tmp_path / "MTCL", sample)
    before = digests(workspace.submitted)
    taken = take_in(workspace)
    assert digests(workspace.submitted) == before
    assert taken.submissions
    for submission in taken.submissions:
        owned = taken.register.owned(submission.department)
        asked = sum(len(o.parts) * len(slots_of(o.cadence)) for o in owned)
        kept = sum(map(len, submission.entries.values()))
        assert (submission.cells.total, submission.cells.accepted) == (asked, kept)


def rename_sheets(book: Workbook) -> None:
    for number, sheet in enumerate(book.worksheets):
        sheet.title = f"Trang {number}"


def reverse_sheets(book: Workbook) -> None:
    book._sheets.reverse()


def hide_everything(book: Workbook) -> None:
    for sheet in book.worksheets:
        for number in range(1, sheet.max_row + 1):
            sheet.row_dimensions[number].hidden = True


def hide_a_month(book: Workbook) -> None:
    at = cell(book, "results", "TL-6:numerator", "t2")
    at.parent.column_dimensions[at.column_letter].hidden = True


def merge_two_months(book: Workbook) -> None:
    merge(book, ("TL-6:numerator", "t5"), ("TL-6:numerator", "t6"))


def merge_two_rows(book: Workbook) -> None:
    merge(book, ("TL-2a:denominator", "t2"), ("TL-2b:numerator", "t2"))


def merge_blank_cells(book: Workbook) -> None:
    merge(book, ("TL-6:numerator", "t6"), ("TL-6:denominator", "t6"))


def merge_cause_and_remedy(book: Workbook) -> None:
    sheet = book["Kết quả"]
    at = cell(book, "results", "TL-2a:numerator", "cause")
    sheet.unmerge_cells(f"{at.coordinate}:{at.column_letter}{at.row + 1}")
    merge(book, ("TL-2a:numerator", "cause"), ("TL-2a:numerator", "remedy"))


def merge(book: Workbook, first: tuple[str, str], last: tuple[str, str]) -> None:
    """Merge cells of the results as Excel does: what stood in all but the first is gone."""
    start, end = cell(book, "results", *first), cell(book, "results", *last)
    start.parent.merge_cells(f"{start.coordinate}:{end.coordinate}")


def filter_rows(book: Workbook) -> None:
    book["Kết quả"].auto_filter.ref = "A15:Z40"


def add_a_sheet(book: Workbook) -> None:
    book.create_sheet("Theo dõi riêng")["A1"] = "sổ tay"


def comment_on_a_cell(book: Workbook) -> None:
    at = cell(book, "results", "TL-6:numerator", "t2")
    at.comment = Comment("Lan:\nsố này chờ xác nhận", "Lan")


def insert_above(book: Workbook) -> None:
    book["Kết quả"].insert_rows(1, 3)


def insert_left(book: Workbook) -> None:
    book["Kết quả"].insert_cols(1)


def delete_guide(book: Workbook) -> None:
    del book["Hướng dẫn"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (rename_sheets, set()),
        (comment_on_a_cell, {"S133"}),
        (reverse_sheets, set()),
        (hide_everything, {"S129"}),
        (hide_a_month, {"S130"}),
        (merge_blank_cells, set()),
        (merge_cause_and_remedy, {"S132"}),
        (filter_rows, set()),
        (add_a_sheet, {"S116"}),
        (insert_above, set()),
        (insert_left, set()),
        (delete_guide, set()),
    ],
)
def test_a_form_handled_roughly_is_read_as_before(
    blank: Workspace,
    register: Register,
    tmp_path: Path,
    change: Callable[[Workbook], None],
    said: set[str],
) -> None:
    path = tmp_path / "VH-XH.xlsx"
    workbook = filled(blank, path, {**HEAD, **GOOD})
    plain = read(path, register)
    change(workbook)
    workbook.save(path)
    rough = read(path, register)
    assert plain.submission is not None
    assert rough.submission is not None
    assert rough.submission.cells == plain.submission.cells
    assert figures(rough) == figures(plain)
    assert codes(rough) - codes(plain) == said


def figures(reading: FormReading) -> dict[object, object]:
    assert reading.submission is not None
    return {
        (key, slot): entry.value
        for key, row in reading.submission.entries.items()
        for slot, entry in row.items()
    }


@pytest.mark.parametrize("change", [merge_two_months, merge_two_rows])
def test_a_figure_of_merged_cells_does_not_count(
    blank: Workspace, register: Register, tmp_path: Path, change: Callable[[Workbook], None]
) -> None:
    path = tmp_path / "VH-XH.xlsx"
    workbook = filled(blank, path, {**HEAD, **GOOD})
    change(workbook)
    workbook.save(path)
    merged = read(path, register)
    [finding] = [f for f in merged.findings if f.code == "S131"]
    assert merged.submission is not None
    assert merged.submission.cells.rejected == 1
    counted = {e.place for row in merged.submission.entries.values() for e in row.values()}
    assert finding.place not in counted


def test_the_index_says_that_sheets_of_the_departments_own_stayed_in_the_original(
    tmp_path: Path,
) -> None:
    workspace = init(tmp_path / "MTCL", 2024, THUONG_LO)
    make_forms(workspace.root)
    sent = workspace.submitted / "VH-XH.xlsx"
    workbook = filled(workspace, sent, {**HEAD, **GOOD, list(MISTAKES)[1]: "khoảng 4"})
    rename_sheets(workbook)
    add_a_sheet(workbook)
    workbook.create_sheet("Trống")
    workbook.save(sent)
    [returned] = run_aggregation(workspace.root, period=H1_2024, as_of=JUNE).returned
    index = openpyxl.load_workbook(returned)["Danh mục lỗi"]
    lines = {line[6].value: str(line[4].value) for line in index.iter_rows(min_row=5)}
    assert "V110" in lines
    assert "“Theo dõi riêng”" in lines["S116"]
    assert "vẫn nằm trong tệp gốc" in lines["S116"]
    assert "Trang" not in lines["S116"]
    assert "Trống" not in lines["S116"]


def copy_results(book: Workbook) -> None:
    book.copy_worksheet(book["Kết quả"])


def delete_plan(book: Workbook) -> None:
    del book["Kế hoạch"]


def lose_a_column(book: Workbook) -> None:
    at = cell(book, "results", "TL-2a:numerator", "t3")
    at.parent.delete_cols(at.column)


def lose_a_row(book: Workbook) -> None:
    at = cell(book, "results", "TL-2a:numerator", "t3")
    at.parent.delete_rows(at.row)


def name_a_newer_version(book: Workbook) -> None:
    for sheet in book.worksheets:
        for line in sheet.iter_rows(max_row=60, max_col=12):
            for at in line:
                if at.value == "#qms:results:1":
                    at.value = "#qms:results:2"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (copy_results, "S102"),
        (delete_plan, "S128"),
        (lose_a_column, "S113"),
        (lose_a_row, "S107"),
        (merge_two_months, "S131"),
        (merge_two_rows, "S131"),
        (name_a_newer_version, "S126"),
    ],
)
def test_what_a_form_lost_is_said_and_the_rest_is_read(
    blank: Workspace,
    register: Register,
    tmp_path: Path,
    change: Callable[[Workbook], None],
    said: str,
) -> None:
    path = tmp_path / "VH-XH.xlsx"
    workbook = filled(blank, path, {**HEAD, **GOOD})
    plain = read(path, register)
    change(workbook)
    workbook.save(path)
    rough = read(path, register)
    assert said in codes(rough) - codes(plain)
    assert rough.submission is not None
    assert plain.submission is not None
    assert rough.submission.cells.total == plain.submission.cells.total
    assert figures(rough).items() <= figures(plain).items()


def test_a_form_pasted_as_values_is_read_while_its_marks_are_there(
    blank: Workspace, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "VH-XH.xlsx"
    workbook = filled(blank, path, {**HEAD, **GOOD})
    plain = read(path, register)
    pasted = openpyxl.Workbook()
    pasted.remove(pasted.worksheets[0])
    for sheet in workbook.worksheets:
        target = pasted.create_sheet(sheet.title)
        for line in sheet.iter_rows():
            for at in line:
                formula = at.data_type == "f"
                target[at.coordinate] = 0 if formula else at.value
    pasted.save(path)
    rough = read(path, register)
    assert figures(rough) == figures(plain)
    assert "S125" in codes(rough)
    assert "S112" not in codes(rough)


def test_what_is_handed_in_instead_of_a_form_is_named(tmp_path: Path) -> None:
    workspace = init(tmp_path / "MTCL", 2024, THUONG_LO)
    make_forms(workspace.root)
    book = openpyxl.load_workbook(workspace.forms / "VH-XH-2024.xlsx")
    for sheet in book.worksheets:
        for line in sheet.iter_rows(max_row=60, max_col=12):
            for at in line:
                if str(at.value).startswith("#qms:"):
                    at.value = None
    book.save(workspace.submitted / "mat-dau.xlsx")
    (workspace.submitted / "so.xlsx").write_bytes(workspace.register.read_bytes())
    run = run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
    assert run.summary is not None
    (workspace.submitted / "tong-hop.xlsx").write_bytes(run.summary.read_bytes())
    run = run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
    told = {f.place.file: f.code for f in run.findings if f.severity is Severity.ERROR}
    assert told == {"mat-dau.xlsx": "S123", "so.xlsx": "S122", "tong-hop.xlsx": "S121"}
