"""A small office's year, every status and every state of a measure in it, built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.finding import Code, Excludes, Finding, Place, Severity
from qms_xlsx.domain.indicator import Aggregation, Component, Objective
from qms_xlsx.domain.period import Cadence, Period, Slot
from qms_xlsx.domain.progress import Derived, Progress, State
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import (
    Action,
    CellCount,
    Entry,
    Mark,
    ProgressEntry,
    Remark,
    Submission,
)
from qms_xlsx.domain.target import Better
from qms_xlsx.history.background import Background
from qms_xlsx.history.past import past_run
from qms_xlsx.judge.items import Pair
from qms_xlsx.judge.results import Aggregate, Coverage, MeasureResult, Reporting, Result
from qms_xlsx.language.messages import Message
from qms_xlsx.write.summary import Source, write_summary
from tests.registers import added, measure, register_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HALF = Period.parse("2024-H1")
AS_OF = date(2024, 6, 20)
FORM = "da-nop/VP_6thang.xlsx"
WHY = Message("vì sao")


def objective(code: str, name: str, target: str = "", **more: object) -> Objective:
    return added(Objective(code=code, number=code, name=name, target=target, **more))  # type: ignore[arg-type]


RATIO: dict[str, object] = {
    "unit": "%",
    "better": Better.HIGHER,
    "over_time": Aggregation.RATIO,
    "over_departments": Aggregation.RATIO,
    "cadence": Cadence.MONTH,
    "departments": ("Các bộ phận chuyên môn",),
}
OBJECTIVES = (
    objective("1", "Giải quyết thủ tục hành chính"),
    objective("1a", "Hồ sơ đúng hạn", "đạt từ 97% trở lên", parent="1", **RATIO),
    objective("1b", "Hồ sơ trực tuyến", "ít nhất 50%", parent="1", **RATIO),
    objective("1c", "Mức độ hài lòng", "tối thiểu 90%", parent="1", **RATIO),
    objective("2", "Người được tập huấn", "450 người", unit="người", cadence=Cadence.QUARTER),
    objective("3", "Xếp loại cải cách hành chính", "xếp loại tốt", cadence=Cadence.YEAR),
    objective("4", "Đơn thư khiếu nại", "100%", **(RATIO | {"departments": ("VP",)})),
    objective("5", "Duy trì hệ thống", "duy trì hệ thống", over_time=Aggregation.ALL),
)
DEPARTMENTS = (
    Department(code="VP", name="Văn phòng - Thống kê", groups=("Các bộ phận chuyên môn",)),
    Department(code="TC", name="Tài chính - Kế toán", groups=("Các bộ phận chuyên môn",)),
    Department(code="CA", name="Công an xã"),
)
MEASURES = (
    measure(
        number="I.1",
        measure="Ban hành kế hoạch",
        objectives=("1a", "1b"),
        lead="Văn phòng - Thống kê",
        coordinating="Các bộ phận có liên quan",
        deadline="Trước 05/01/2024",
        evidence="Quyết định",
    ),
    measure(
        number="I.2",
        measure="Báo cáo hằng tháng",
        objectives=("1a", "1b"),
        lead="Các bộ phận chuyên môn",
        deadline="Định kỳ hàng tháng",
    ),
    measure(number="II.1", measure="Mở lớp tập huấn", objectives=("2",), lead="CA"),
)
REGISTER = register_of(
    organisation="UBND xã Bình An",
    parent_organisation="UBND huyện Đông Hải",
    year=2024,
    decision_number="12/QĐ-UBND",
    decision_date=date(2024, 2, 5),
    place="Bình An",
    signer_title="TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH",
    due_h1=date(2024, 6, 15),
    due_year=date(2024, 11, 30),
    departments=DEPARTMENTS,
    objectives=OBJECTIVES,
    measures=MEASURES,
)


def result(code: str, department: str | None = None, **more: object) -> Result:
    """Return a result row; what is not said is empty."""
    own = REGISTER.by_code[code]
    values: dict[str, object] = {
        "unit": own.unit,
        "target_unit": own.unit,
        "target": own.target,
        "why": WHY,
        "sources": (Place(FORM, "Kết quả", "H12"),),
    }
    return Result(objective=own, department=department, **(values | more))  # type: ignore[arg-type]


RESULTS = (
    result("1", status=Status.MISSED, coverage=Coverage(children=(2, 3)), sources=()),
    result(
        "1a",
        status=Status.MISSED,
        comparator=">=",
        period_target=97.0,
        actual=96.5,
        in_period=95.25,
        numerator=1544.0,
        denominator=1600.0,
        attainment=99.48,
        percent_of_year=99.48,
        year_target=97.0,
        series=(
            (Slot(Cadence.MONTH, 1), Pair(8.0, 10.0)),
            (Slot(Cadence.MONTH, 2), Mark.KPS),
            (Slot(Cadence.MONTH, 3), Pair(9.0, 10.0)),
        ),
        provisional=True,
        estimated=True,
        coverage=Coverage(slots=(5, 6), departments=(1, 2)),
        cause="Thiếu người",
        remedy="Điều thêm người",
    ),
    result(
        "1a",
        "VP",
        status=Status.AT_RISK,
        comparator=">=",
        period_target=97.0,
        actual=94.996,
        numerator=94.996,
        denominator=100.0,
        attainment=97.9,
        coverage=Coverage(slots=(5, 6)),
    ),
    result("1a", "TC", status=Status.MISSED, actual=90.0, coverage=Coverage(slots=(6, 6))),
    result(
        "1b",
        status=Status.EXCEEDED,
        comparator=">=",
        period_target=50.0,
        actual=61.0,
        attainment=122.0,
        percent_of_year=122.0,
        coverage=Coverage(slots=(6, 6), departments=(2, 2)),
    ),
    result("1c", status=Status.AT_RISK, actual=88.0, comparator=">=", period_target=90.0),
    result("2", status=Status.NO_DATA, actual=12250.0, as_of_slot="Q1"),
    result("3", status=Status.NOT_DUE, actual="khá"),
    result("4", status=Status.NOT_APPLICABLE),
    result("5", status=Status.MET, actual=True, in_period=True),
)


def measured(
    number: str, department: str | None, derived: Derived, **more: object
) -> MeasureResult:
    """Return a measure's row in a state."""
    measure = next(m for m in MEASURES if m.number == number)
    due = {
        "I.1": (date(2024, 1, 5),),
        "I.2": tuple(date(2024, month, 28) for month in range(1, 13)),
        "II.1": (date(2024, 9, 30),),
    }[number]
    early = timedelta(days=measure.deadline.text.startswith("Trước"))
    entry = more.pop("entry", None)
    departments = more.pop("done_departments", None)
    return MeasureResult(
        measure=replace(measure, due=due, last_good=tuple(day - early for day in due)),
        department=department,
        progress=Progress(derived=derived, why=WHY, **more),  # type: ignore[arg-type]
        entry=entry,  # type: ignore[arg-type]
        done_departments=departments,  # type: ignore[arg-type]
    )


DONE = ProgressEntry(
    number="I.1",
    state=State.DONE,
    done_on=date(2024, 3, 22),
    evidence_number="59/QĐ-UBND",
    evidence_date=date(2024, 3, 22),
    evidence_title="Quyết định ban hành",
)
PLAN = (
    measured("I.1", None, Derived.DONE_LATE, done=1, due_so_far=1, total=1, entry=DONE),
    measured("I.1", "VP", Derived.DONE_LATE, done=1, due_so_far=1, total=1, entry=DONE),
    measured(
        "I.2",
        None,
        Derived.OVERDUE,
        done=3,
        due_so_far=5,
        total=12,
        days_overdue=53,
        next_due=date(2024, 4, 28),
        done_departments=(0, 2),
    ),
    measured("I.2", "VP", Derived.DUE_SOON, done=5, due_so_far=5, total=12),
    measured(
        "I.2",
        "TC",
        Derived.OVERDUE,
        done=3,
        due_so_far=5,
        total=12,
        days_overdue=53,
        next_due=date(2024, 4, 28),
    ),
    measured("II.1", None, Derived.NOT_DUE, done=0, due_so_far=0, next_due=date(2024, 9, 30)),
    measured("II.1", "CA", Derived.NOT_DUE, done=0, due_so_far=0, next_due=date(2024, 9, 30)),
)


def entries(*values: float | bool | str | Mark, row: int = 12) -> dict[Slot, Entry]:
    """Return months' entries, January first, from H on."""
    return {
        Slot(Cadence.MONTH, month): Entry(value, Place(FORM, "Kết quả", f"{'GHIJKLM'[month]}{row}"))
        for month, value in enumerate(values, 1)
    }


SUBMISSION = Submission(
    path=FORM,
    department="VP",
    year=2024,
    report_period=HALF,
    report_date=date(2024, 6, 14),
    modified=datetime(2024, 6, 14, 8),
    entries={
        ("1a", Component.NUMERATOR): entries(10.0, 0.0, Mark.KPS, 12.5, 7.0),
        ("1a", Component.DENOMINATOR): entries(10.0, 2.0, Mark.KPS, 13.0, 7.0, row=13),
    },
    remarks={"1a": Remark(estimate_from=Slot(Cadence.MONTH, 5))},
    actions=(
        Action(
            objective="1a",
            found_on=date(2024, 4, 2),
            nonconformity="Trễ hạn",
            action="Nhắc việc hằng tuần",
            due=date(2024, 6, 1),
            state="đang thực hiện",
        ),
        Action(
            objective="1c",
            action="Thêm bàn tiếp dân",
            state="đã đóng",
            effectiveness="Có hiệu lực",
            closed_on=date(2024, 5, 2),
        ),
        Action(objective="1b", action="Hướng dẫn tại chỗ", state="hoàn thành"),
    ),
    cells=CellCount(accepted=10, rejected=2),
)
AGGREGATE = Aggregate(
    register=REGISTER,
    period=HALF,
    as_of=AS_OF,
    results=RESULTS,
    measures=PLAN,
    reporting=Reporting(
        expected=("VP", "TC", "CA"), received=("VP", "TC"), on_time=("VP",), due=date(2024, 6, 14)
    ),
    submissions=(SUBMISSION,),
)
FINDINGS = (
    Finding(
        Code("V210", "chu", Severity.INFO, Excludes.NOTHING, "chữ", "bỏ qua"),
        Place(FORM, "Kết quả", "J30"),
    ),
    Finding(
        Code("V201", "sai", Severity.ERROR, Excludes.CELL, "sai", "sửa"),
        Place(FORM, "Kết quả", "H9"),
        department="VP",
    ),
)
SOURCES = (
    Source(path="so-muc-tieu.xlsx", kind="register", sha256="ab" * 32, size=1234),
    Source(
        path=FORM,
        kind="form",
        department="VP",
        sha256="cd" * 32,
        size=23456,
        report_period="2024-H1",
        report_date=date(2024, 6, 14),
        date_from="report",
    ),
    Source(
        path="da-nop/cu.xlsx", kind="form", department="TC", used=False, remark=Message("Bản cũ")
    ),
    Source(path="da-nop/hong.xlsx", kind="unknown", accepted=False, used=False),
)


BEFORE = Background(before=past_run(AGGREGATE))
"""The run before was the same."""


def with_rows(*rows: Result, **more: object) -> Aggregate:
    """Return the office's run with other results."""
    return replace(AGGREGATE, results=rows, **more)  # type: ignore[arg-type]


def summary(where: Path, aggregate: Aggregate = AGGREGATE, **more: object) -> Path:
    """Write the summary of a run and return its path."""
    path = where / "tong-hop" / "tong-hop.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    given: dict[str, object] = {"findings": FINDINGS, "sources": SOURCES} | more
    write_summary(aggregate, path=path, **given)  # type: ignore[arg-type]
    return path


def opened(where: Path, aggregate: Aggregate = AGGREGATE, **more: object) -> Workbook:
    """Write the summary of a run and open it."""
    return load_workbook(summary(where, aggregate, **more))


def texts(sheet: Worksheet) -> list[str]:
    """Return all texts of a sheet, row by row."""
    return [str(c.value) for row in sheet.iter_rows() for c in row if isinstance(c.value, str)]


def table(sheet: Worksheet, heading: str) -> list[dict[str, object]]:
    """Return the rows below the heading row that holds a label, by label."""
    rows = list(sheet.iter_rows(values_only=True))
    top = next(i for i, row in enumerate(rows) if heading in row)
    above = rows[top - 1] if top else ()
    labels = [
        label if label is not None else (above[column] if column < len(above) else None)
        for column, label in enumerate(rows[top])
    ]
    found = []
    for row in rows[top + 1 :]:
        if not any(value is not None for value in row):
            break
        found.append({str(k): v for k, v in zip(labels, row, strict=True) if k is not None})
    return found
