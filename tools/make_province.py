"""(Re)build the illustrative province: forty communes' summaries, as they reach the level above.

python tools/make_province.py            # writes samples/tinh-minh-hoa/
python tools/make_province.py FOLDER     # writes elsewhere

Names and figures are invented; the objectives are those of Thượng Lộ's kind. Each commune plays its
half-year through the product's own steps: register, forms, summary, closing. What is odd about some
of them is written beside their numbers below; tests/steps/test_province.py works the sums out.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from qms_xlsx.domain.period import Period
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.close import close
from qms_xlsx.steps.init import init
from qms_xlsx.steps.manifest import MANIFEST
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.write.form import write_form
from qms_xlsx.write.register import fill_register_template

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

    from qms_xlsx.read.tables import Table
    from qms_xlsx.steps.workspace import Workspace

    Change = Callable[[Worksheet], object]

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "tinh-minh-hoa"
REGISTER, OFFICES = "so-muc-tieu-tinh.xlsx", "cac-xa"
PERIOD, ON_TIME, LATE = Period.parse("2024-H1"), date(2024, 7, 3), date(2024, 7, 12)
COMMUNES = 40
"""The forty-first of the province's list sends nothing."""
LOOSER, OTHER_ROW, MILLIONS, NO_PARTS, TWICE, OPEN = 5, 6, 7, 8, 9, 10
"""A looser target; a row of its own under the province's code; another unit; a rate without its
parts; two runs; communes up to this number have not closed the half-year."""
ALTERED, EDITED, LATER, DOUBTFUL, OLDER = 36, 37, 38, 39, 40
"""A closed summary changed since; figures changed by hand; late; doubtful; an older layout."""

Row = dict[str, object]
PROVINCE: list[Row] = [
    {"code": "T1", "number": "1", "name": "Hồ sơ thủ tục hành chính trả đúng hạn",
     "target": "đạt từ 95% trở lên", "unit": "%", "numerator_label": "hồ sơ đúng hạn",
     "denominator_label": "hồ sơ đã trả", "over_time": "ratio", "over_departments": "ratio"},
    {"code": "T2", "number": "2", "name": "Tạo việc làm mới cho người lao động",
     "target": "10.000 người", "unit": "người", "over_time": "sum", "over_departments": "sum"},
    {"code": "T3", "number": "3", "name": "Tỷ lệ hộ nghèo", "target": "dưới 4%", "unit": "%",
     "numerator_label": "hộ nghèo", "denominator_label": "tổng số hộ", "better": "lower",
     "over_time": "last", "over_departments": "ratio", "profile": "same"},
    {"code": "T4", "number": "4", "name": "Thu ngân sách trên địa bàn", "target": "100 tỷ đồng",
     "unit": "tỷ đồng", "over_time": "sum", "over_departments": "sum"},
    {"code": "T5", "number": "5", "name": "Khiếu nại vượt cấp", "target": "không để phát sinh",
     "unit": "vụ", "over_time": "sum", "over_departments": "sum"},
    {"code": "T6", "number": "6", "name": "Duy trì hệ thống quản lý chất lượng",
     "target": "duy trì", "over_time": "all", "over_departments": "all"},
    {"code": "T7", "number": "7", "name": "Chỉ số cải cách hành chính bình quân",
     "target": "từ 85 điểm trở lên", "unit": "điểm", "over_time": "last",
     "over_departments": "single", "profile": "same"},
]  # fmt: skip
"""What the province asks; offices follow T1 to T7."""
DEPARTMENTS: list[Row] = [
    {"code": "VP", "name": "Văn phòng - Thống kê"},
    {"code": "VH", "name": "Văn hóa - Xã hội"},
]


def main(arguments: list[str]) -> int:
    target = Path(arguments[0]) if arguments else SAMPLE
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    province(target / REGISTER)
    with tempfile.TemporaryDirectory() as work:
        for number in range(1, COMMUNES + 1):
            commune(number, Path(work) / str(number), target / OFFICES / f"xa-{number:02}")
            print(name(number))
    return 0


def name(number: int) -> str:
    """Return what a commune is called."""
    return f"UBND xã Minh Họa {number:02}"


def province(path: Path) -> None:
    """Write the province's register; its departments are the communes."""
    info = {
        "organisation": "UBND tỉnh Minh Họa", "level": "tỉnh", "year": 2024, "due_h1": "05/7/2024",
        "signer_title": "TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH", "place": "Minh Họa",
    }  # fmt: skip
    offices = [
        {"code": f"X{n:02}", "name": name(n), "groups": "Các xã"} for n in range(1, COMMUNES + 2)
    ]
    everybody = [{**row, "cadence": "half", "departments": "Các xã"} for row in PROVINCE]
    fill_register_template({"info": [info], "departments": offices, "objectives": everybody}, path)


def objectives(number: int) -> list[Row]:
    """Return the rows of a commune's register, each following the province's."""
    rows: list[Row] = []
    for row in PROVINCE:
        own = {**row, "code": f"M{row['number']}", "follows": row["code"], "cadence": "half"}
        own["departments"] = "VP; VH" if row["code"] in ("T1", "T6") else "VH"
        rows.append(own)
    rows[1]["target"], rows[3]["target"] = "240 người", "2,5 tỷ đồng"
    rows.append(
        {"code": "M8", "number": "8", "name": "Văn bản phát hành đúng thể thức",
         "target": "100%", "unit": "%", "numerator_label": "văn bản đúng",
         "denominator_label": "văn bản phát hành", "cadence": "half", "departments": "VP"}
    )  # fmt: skip
    rows[0]["target"] = "đạt từ 90% trở lên" if number == LOOSER else "đạt từ 97% trở lên"
    if number == OTHER_ROW:
        rows[1] |= {"code": "T2", "follows": "", "name": "Lao động được đào tạo nghề"}
    if number == MILLIONS:
        rows[3] |= {"target": "2.500 triệu đồng", "unit": "triệu đồng"}
    if number == NO_PARTS:
        rows[2] |= {"numerator_label": "", "denominator_label": "", "over_departments": "single"}
    if number == DOUBTFUL:
        rows[1]["target"] = "tăng 2 lần"
    return rows


def figures(number: int) -> dict[str, dict[str, object]]:
    """Return what the two departments of a commune type for the first half-year."""
    on_time = 98 if number % 4 else 90
    poor = 3 if number % 2 else 5
    budget: object = 1250 if number == MILLIONS else 1.25
    office = {"M1:numerator": on_time, "M1:denominator": 100, "M6:answer": "Có",
              "M8:numerator": 50, "M8:denominator": 50}  # fmt: skip
    culture = {
        "M1:numerator": 99, "M1:denominator": 100, "M2:value": 120,
        "M3:numerator": poor, "M3:denominator": 100, "M4:value": budget,
        "M5:value": 1 if number == 20 else 0, "M6:answer": "Không" if number == 30 else "Có",
        "M7:value": 80 + number % 10,
    }  # fmt: skip
    if number == OTHER_ROW:
        culture["T2:value"] = culture.pop("M2:value")
    if number == NO_PARTS:
        culture |= {"M3:value": culture.pop("M3:numerator")}
        culture.pop("M3:denominator")
    return {"VP": office, "VH": culture}


def commune(number: int, work: Path, target: Path) -> None:
    """Play a commune's half-year, and put what it sends up into a folder."""
    workspace = init(work, 2024)
    info = {
        "organisation": name(number), "level": "xã", "year": 2024, "due_h1": "01/7/2024",
        "parent_organisation": "UBND tỉnh Minh Họa",
    }  # fmt: skip
    tables = {"info": [info], "departments": DEPARTMENTS, "objectives": objectives(number)}
    fill_register_template(tables, workspace.register)
    register, _ = open_register(workspace.register)
    for department, typed in figures(number).items():
        if number == DOUBTFUL and department == "VP":
            continue
        entries: dict[tuple[str, str, str], object] = {
            ("form", "report_period", "value"): PERIOD.label,
            ("form", "report_date", "value"): date(2024, 6, 30),
            **{("results", key, "h1"): value for key, value in typed.items()},
        }
        write_form(
            register, department, workspace.submitted / f"{department}.xlsx", earlier=entries
        )
    target.mkdir(parents=True)
    day = LATE if number == LATER else ON_TIME
    if number <= OPEN or number in (EDITED, DOUBTFUL, OLDER):
        run_aggregation(work, period=PERIOD, as_of=day)
        _copy(workspace.summary(PERIOD, day), target)
    else:
        closed = close(work, PERIOD, as_of=day, despite="Tỉnh minh họa").folder
        _copy(closed / workspace.summary(PERIOD, day).name, target)
        _copy(closed / MANIFEST, target)
    _spoil(number, workspace, target)


def _copy(source: Path, folder: Path) -> None:
    shutil.copyfile(source, folder / source.name)


def _spoil(number: int, workspace: Workspace, target: Path) -> None:
    """Do to a summary what people do: run it again, change a figure, keep an old one."""
    summary = target / workspace.summary(PERIOD, ON_TIME).name
    if number == TWICE:
        earlier = date(2024, 7, 1)
        run_aggregation(workspace.root, period=PERIOD, as_of=earlier)
        _copy(workspace.summary(PERIOD, earlier), target)
    if number == ALTERED:
        _change(summary, "Mục tiêu", lambda sheet: sheet.append(["Đã xem"]))
    if number == EDITED:
        _change(summary, *_figure(summary, "M2", 999))
    if number == OLDER:
        _change(summary, *_older(summary))


def _change(path: Path, sheet: str, change: Change) -> None:
    book = load_workbook(path)
    change(book[sheet])
    book.save(path)


def _table(path: Path) -> Table:
    contents = next(open_all([path])).contents
    if contents is None:
        raise AssertionError(path)
    (table,) = contents.of("judged")
    return table


def _figure(path: Path, code: str, value: float) -> tuple[str, Change]:
    """Return the sheet, and what types another figure of an objective into it."""
    table = _table(path)
    cell = table.by_key()[f"/{code}"].cells["actual"].address

    def change(sheet: Worksheet) -> None:
        sheet[cell] = value

    return table.sheet, change


def _older(path: Path) -> tuple[str, Change]:
    """Return the sheet, and what gives it the first layout: fewer columns, no digest."""
    table = _table(path)

    def change(sheet: Worksheet) -> None:
        sheet[table.marker] = "#qms:results:1"
        for key in ("doubt", "reach"):
            column = table.columns[key]
            for row in range(int(table.marker[1:]), sheet.max_row + 1):
                sheet[f"{column}{row}"] = None
        for row in range(1, int(table.marker[1:])):
            if sheet[f"A{row}"].value in ("digest", "on_time", "level", "parent_organisation"):
                sheet[f"A{row}"] = sheet[f"B{row}"] = None

    return table.sheet, change


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
