"""Cases of family R: registers, row by row, and beside the parent organisation's."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.read.register import read_register
from qms_xlsx.read.tables import Cell
from qms_xlsx.rules.cascade import compare
from qms_xlsx.rules.register import lint
from tests.rules.cases import Case
from tests.rules.office import linted, objectives, plan, rows
from tests.tables_helper import OBJECTIVES, register, register_contents, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.read.tables import Table

TWO_DEPARTMENTS = "Các bộ phận"
NOBODY: dict[str, object] = {"departments": ""}


def one(**cells: object) -> partial[list[Finding]]:
    """Return the lint of a register whose one objective has these cells."""
    return partial(linted, objectives(cells))


def step(**cells: object) -> partial[list[Finding]]:
    """Return the lint of a register whose one measure has these cells."""
    return partial(linted, plan=plan(cells))


def about(**info: str) -> partial[list[Finding]]:
    """Return the lint of a register with these settings."""
    return partial(linted, **info)


def reading(*args: str, **given: str) -> partial[list[Finding]]:
    """Return what is found while a register is read."""
    return partial(_read, *args, **given)


def _read(*args: str, **given: str) -> list[Finding]:
    return list(read_register(register_contents(*args, **given)).findings)


def without(area: str) -> list[Finding]:
    """Return what is found while a register is read that lacks an area."""
    return _reading_of(lambda tables: [t for t in tables if t.area != area])


def _reading_of(change: Callable[[Iterable[Table]], Iterable[Table]]) -> list[Finding]:
    given = register_contents()
    return list(read_register(replace(given, tables=tuple(change(given.tables)))).findings)


def family(*children: dict[str, object], **heading: object) -> partial[list[Finding]]:
    """Return the lint of a heading with children."""
    head = {"name": "Chỉ tiêu chủ yếu", "target": "", "departments": "", **heading}
    below = ({"parent": "M-1", "name": f"Chỉ tiêu {i}", **c} for i, c in enumerate(children))
    return partial(linted, objectives(head, *below))


CHANGE = {"target": "tăng 15% so với năm trước", "unit": "tỷ đồng", "baseline_year": 860.0}
RATIO = {
    "over_time": "ratio",
    "numerator_label": "Số hồ sơ đúng hạn",
    "denominator_label": "Số hồ sơ đã trả",
}


def follows(**cells: object) -> partial[list[Finding]]:
    """Return how an objective compares with the parent's M-1, "ít nhất 95%"."""
    return partial(_compared, objectives({"follows": "M-1", **cells}), OBJECTIVES)


def _compared(own: str, above: str) -> list[Finding]:
    return compare(register(own), register(above))


def of_levels(own: str, above: str) -> partial[list[Finding]]:
    """Return what is found between two registers of these levels."""
    return partial(lambda: compare(register(level=own), register(level=above)))


def given(*shares: str) -> partial[list[Finding]]:
    """Return the lint of a register that gives two departments shares of "100 hộ"."""
    whole = {"target": "100 hộ", "unit": "hộ", "over_time": "sum", "over_departments": "sum"}
    lines = zip(("VP-TK", "TP-HT"), shares, strict=True)
    given = ({"objective": "M-1", "department": who, "target": share} for who, share in lines)
    own = objectives({**whole, "departments": TWO_DEPARTMENTS, "name": "Hộ được vay vốn"})
    return partial(linted, own, allocations=rows(*given))


def reading_on(deadline: object) -> partial[list[Finding]]:
    """Return the lint of a register with a measure whose deadline's cell holds this."""
    return partial(_with_deadline, deadline)


def _with_deadline(deadline: object) -> list[Finding]:
    known = register_contents()
    tables = [
        replace(t, rows=tuple(replace(r, cells={**r.cells, "deadline": Cell(deadline, "G11")}) for r in t.rows))
        if t.area == "plan" else t
        for t in known.tables
    ]  # fmt: skip
    found = read_register(replace(known, tables=tuple(tables))).register
    assert found is not None
    return lint(found)


OFFICES = (
    {
        "code": "VP-TK",
        "name": "Văn phòng - Thống kê",
        "aliases": "Văn phòng",
        "groups": "Các bộ phận",
    },
    {"code": "TP-HT", "name": "Tư pháp - Hộ tịch", "groups": "Các bộ phận"},
)
CLOSED = {"code": "DC", "name": "Địa chính", "active_to": "30/6/2024"}
TOTAL = {"target": "450 người", "unit": "người", "over_time": "sum", "follows": "M-1"}

CASES = {
    # while it is read
    "R101": Case(partial(without, "plan"), reading()),
    "R102": Case(
        partial(_reading_of, lambda tables: [*tables, table("plan", plan({}))]), reading()
    ),
    "R103": Case(reading(year="hai nghìn"), reading()),
    "R104": Case(reading(organisation=""), reading()),
    "R105": Case(reading(caution="cao"), reading(caution="85")),
    "R106": Case(
        reading(objectives({}, {"code": "M-1"})), reading(objectives({}, {"name": "Khác"}))
    ),
    "R107": Case(reading(objectives({"cadence": "tuần"})), reading(objectives({"cadence": "Quý"}))),
    "R108": Case(
        reading(departments=rows({"code": "VP-TK", "name": "Văn phòng", "active_to": "hết năm"})),
        reading(departments=rows({"code": "VP-TK", "name": "Văn phòng", "active_to": "30/6/2024"})),
    ),
    "R109": Case(
        reading(objectives({**CHANGE, "baseline_year": "chưa rõ"})),
        reading(objectives({**CHANGE, "baseline_year": "'860,5'"})),
    ),
    "R114": Case(
        reading(objectives({**CHANGE, "baseline_year": "95%"})),
        reading(objectives({**CHANGE, "baseline_year": "95"})),
    ),
    "R110": Case(
        reading(objectives({"name": "Hå s¬ tr¶ ®óng h¹n cho nh©n d©n"})),
        reading(objectives({"name": "Hồ sơ trả đúng hạn cho nhân dân"})),
    ),
    "R111": Case(
        reading(objectives({"name": "Hé tÞch"})), reading(objectives({"name": "Hộ tịch"}))
    ),
    "R112": Case(
        reading(objectives({"code": ""})),
        reading(objectives({"code": "", "name": "", "target": ""})),
    ),
    "R113": Case(reading(objectives({"code": "", "name": "", "target": ""})), reading()),
    # targets
    "R201": Case(one(target="như năm trước"), one(target="ít nhất 95%")),
    "R202": Case(one(target="đạt trên 60% trở lên"), one(target="đạt trên 60%")),
    "R203": Case(one(target="5%; dịch vụ 20%"), one(target="5%")),
    "R204": Case(
        one(name="Tỷ lệ trẻ suy dinh dưỡng", target="> 6,0%", better="lower"),
        one(name="Tỷ lệ trẻ suy dinh dưỡng", target="< 6,0%", better="lower"),
    ),
    "R205": Case(one(target="49 ha", unit="%"), one(target="49 ha", unit="ha")),
    "R206": Case(
        one(target="Đẩy mạnh ứng dụng công nghệ thông tin", unit="có/không"),
        one(target="Duy trì áp dụng HTQLCL theo TCVN ISO 9001:2015", unit="có/không"),
    ),
    "R207": Case(one(target_h1="90%"), one(target_h1="90%", cadence="half", profile="same")),
    "R208": Case(
        one(target_h1="khá", cadence="half", profile="same"),
        one(target_h1="90%", cadence="half", profile="same"),
    ),
    "R209": Case(
        one(target="100% cán bộ tận tâm, trách nhiệm"),
        one(target="100% cán bộ tận tâm, trách nhiệm", numerator_label="Số phiếu hài lòng"),
    ),
    "R210": Case(
        one(target="9,267 tỷ đồng", unit="tỷ đồng"), one(target="9,5 tỷ đồng", unit="tỷ đồng")
    ),
    "R216": Case(one(target="0,97", unit="%"), one(target="97", unit="%")),
    # parents and children
    "R211": Case(one(parent="M-9"), family({})),
    "R212": Case(
        partial(linted, objectives({"parent": "M-2"}, {"parent": "M-1", "name": "Khác"})),
        family({}),
    ),
    "R213": Case(
        family({}, {}, target="3/3 chỉ tiêu", unit="chỉ tiêu"),
        family({}, {}, target="2/2 chỉ tiêu", unit="chỉ tiêu"),
    ),
    "R214": Case(family({}, target="ít nhất 95%"), family({}, target="1/1 chỉ tiêu")),
    "R215": Case(one(target=""), one()),
    # baselines and putting together
    "R221": Case(one(**CHANGE | {"baseline_year": ""}), one(**CHANGE)),
    "R222": Case(one(**CHANGE | {"baseline_year": 0}), one(**CHANGE)),
    "R223": Case(one(**CHANGE, baseline_kind="estimate"), one(**CHANGE, baseline_kind="actual")),
    "R217": Case(one(stretch="90%"), one(stretch="98%")),
    "R218": Case(
        one(
            name="Số giấy chứng nhận", target="150 giấy", unit="giấy", over_time="", cadence="half"
        ),
        one(
            name="Số giấy chứng nhận",
            target="150 giấy",
            unit="giấy",
            over_time="sum",
            cadence="half",
        ),
    ),
    "R219": Case(given("60 hộ", "30 hộ"), given("60 hộ", "40 hộ")),
    "R220": Case(given("60 hộ", "nhiều hơn"), given("60 hộ", "40 hộ")),
    "R224": Case(one(cadence="half"), one(cadence="half", profile="same")),
    "R225": Case(
        one(target="Duy trì áp dụng HTQLCL", unit="có/không", over_time="sum"),
        one(target="Duy trì áp dụng HTQLCL", unit="có/không", over_time="all"),
    ),
    "R226": Case(one(over_time="sum"), one(**RATIO, over_departments="ratio")),
    "R230": Case(
        one(**RATIO | {"over_time": "average"}, over_departments="ratio"),
        one(**RATIO, over_departments="ratio"),
    ),
    "R227": Case(one(**RATIO | {"denominator_label": ""}), one(**RATIO)),
    "R228": Case(
        one(departments=TWO_DEPARTMENTS),
        one(departments=TWO_DEPARTMENTS, over_departments="ratio", **RATIO),
    ),
    "R229": Case(
        one(target="xếp loại tốt", cadence="month"), one(target="xếp loại tốt", cadence="year")
    ),
    # who
    "R231": Case(one(departments="VPTK"), one(departments="Văn phòng")),
    "R232": Case(one(departments=""), one()),
    "R247": Case(
        partial(linted, objectives(NOBODY, NOBODY | {"code": "N-2"})),
        partial(linted, objectives(NOBODY, {"code": "N-2"})),
    ),
    "R233": Case(step(lead="Thư ký ISO"), step(lead="Các bộ phận")),
    "R234": Case(step(lead=""), step()),
    "R235": Case(step(coordinating="Mặt trận Tổ quốc xã"), step(coordinating="")),
    "R238": Case(
        partial(linted, departments=rows({"code": "VP/TK"}, {"code": "vp-tk"})),
        partial(linted, departments=rows({"code": "VP/TK"}, {"code": "VP_TK"})),
    ),
    "R239": Case(
        partial(linted, departments=rows({"code": "con"})),
        partial(linted, departments=rows({"code": "CON1"})),
    ),
    # plan
    "R236": Case(
        partial(linted, departments=rows(*OFFICES, {**CLOSED, "successor": "Phòng Một"})),
        partial(linted, departments=rows(*OFFICES, {**CLOSED, "successor": "Văn phòng"})),
    ),
    "R237": Case(
        partial(linted, departments=rows(*OFFICES, CLOSED), plan=plan({"lead": CLOSED["code"]})),
        partial(
            linted,
            departments=rows(*OFFICES, {**CLOSED, "successor": "Văn phòng"}),
            plan=plan({"lead": CLOSED["code"]}),
        ),
    ),
    "R241": Case(partial(linted, plan=rows({"number": "", "measure": ""})), step()),
    "R242": Case(
        partial(linted, objectives({}, {"name": "Khác"})),
        partial(linted, objectives({}, {"name": "Khác"}), plan=plan({"objectives": "M-1;M-2"})),
    ),
    "R243": Case(step(objectives=""), step()),
    "R244": Case(step(objectives="M-1;N-1"), step()),
    "R245": Case(
        partial(linted, plan=plan({}, {})),
        partial(linted, objectives({}, {"name": "Khác"}), plan=plan({}, {"objectives": "M-2"})),
    ),
    "R246": Case(
        partial(linted, objectives({}, {})), partial(linted, objectives({}, {"target": "98%"}))
    ),
    # deadlines
    "R251": Case(step(deadline=""), step()),
    "R252": Case(step(deadline="như trên"), step()),
    "R253": Case(
        step(deadline="Trước 32/02/2024 và trước 30/5"), step(deadline="Trước 29/02/2024")
    ),
    "R254": Case(
        partial(linted, plan=plan({"deadline": "Trước 05/01/2024"}), decision_date="2024-03-22"),
        partial(linted, plan=plan({"deadline": "Hàng tháng"}), decision_date="2024-03-22"),
    ),
    "R255": Case(step(deadline="Định kỳ"), step(deadline="Định kỳ hàng quý")),
    "R256": Case(step(deadline="Trước 15/6/2024"), step(deadline="Trước 14/6/2024")),
    "R257": Case(step(deadline="Đầu năm"), step(deadline="Quý I")),
    # decision
    "R258": Case(reading_on(datetime(2024, 5, 1)), reading_on("Trước 30/5/2024")),
    "R261": Case(about(decision_number=""), about()),
    "R262": Case(about(decision_date=""), about()),
    "R263": Case(about(due_h1=""), about()),
    "R264": Case(about(due_h1="15/6"), about()),
    "R265": Case(one(name="Áp dụng TCVN ISO 9001:2008"), one(name="Áp dụng TCVN ISO 9001:2015")),
    "R266": Case(
        one(name="Dịch vụ công trực tuyến mức độ 3, 4"),
        one(name="Dịch vụ công trực tuyến toàn trình"),
    ),
    # beside the parent organisation's
    "R301": Case(follows(target="ít nhất 90%"), follows(target="trên 95%")),
    "R302": Case(follows(target="xếp loại tốt", unit="xếp loại"), follows()),
    "R303": Case(follows(follows=""), follows()),
    "R304": Case(follows(follows="M1"), follows()),
    "R305": Case(
        partial(_compared, objectives(TOTAL), objectives({**TOTAL, "follows": ""})), follows()
    ),
    "R306": Case(of_levels("xã", "Xã"), of_levels("xã", "huyện")),
}
