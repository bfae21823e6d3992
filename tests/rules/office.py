"""A small office and its forms, for the cases of the rules: what isn't given is without fault."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.read.form import read_form
from qms_xlsx.read.tables import Contents
from qms_xlsx.rules.register import lint
from tests.tables_helper import OBJECTIVES, contents, register, table, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission

PLAIN = {
    "code": "M-1",
    "name": "Hồ sơ trả đúng hạn",
    "target": "ít nhất 95%",
    "unit": "%",
    "better": "higher",
    "over_time": "last",
    "cadence": "year",
    "departments": "VP-TK",
}
"""An objective without fault."""
STEP = {
    "number": "1",
    "objectives": "M-1",
    "measure": "Theo dõi hồ sơ",
    "lead": "Văn phòng",
    "coordinating": "Tư pháp - Hộ tịch",
    "deadline": "Hàng quý",
}
"""A measure without fault."""
REPORTED = """
code | name               | target           | unit     | better | over_time | over_departments | cadence | departments | numerator_label   | denominator_label
M-1  | Hồ sơ trả đúng hạn | ít nhất 95%      | %        | higher | ratio     | ratio            | half    | Các bộ phận | Số hồ sơ đúng hạn | Số hồ sơ đã trả
M-2  | Lớp tập huấn       | 10 lớp           | lớp      | higher | sum       | single           | half    | VP-TK       |                   |
M-3  | Áp dụng HTQLCL     | Duy trì áp dụng HTQLCL | có/không | higher | all | all              | half    | VP-TK       |                   |
M-4  | Xếp loại           | xếp loại tốt     | xếp loại | higher | last      | single           | half    | VP-TK       |                   |
M-5  | Thứ hạng           | top 3            | hạng     | lower  | last      | single           | half    | VP-TK       |                   |
M-6  | Việc riêng         | 5 việc           | việc     | higher | sum       | single           | half    | TP-HT       |                   |
"""
PLANNED = """
number | objectives      | measure           | lead        | deadline
1      | M-1;M-2;M-3;M-4 | Kiểm tra hồ sơ    | Văn phòng   | Trước 31/5/2024
2      | M-5;M-6         | Tự đánh giá       | Các bộ phận | Tháng 4-5/2024
3      | M-1             | Báo cáo hằng tháng | Văn phòng  | Hàng tháng
"""
HEAD = {"report_period": "2024-H1", "report_date": "2024-06-14"}


def rows(*lines: Mapping[str, object]) -> str:
    """Return a text table of rows, each given by its cells."""
    keys = list(dict.fromkeys(key for line in lines for key in line))
    texts = [" | ".join(str(line.get(key, "")) for key in keys) for line in lines]
    return "\n".join([" | ".join(keys), *texts])


def objectives(*changes: Mapping[str, object]) -> str:
    """Return objectives that differ from a faultless one in these cells, numbered M-1, M-2…"""
    return rows(
        *({**PLAIN, "code": f"M-{i}", **change} for i, change in enumerate(changes, start=1))
    )


def plan(*changes: Mapping[str, object]) -> str:
    """Return measures that differ from a faultless one in these cells, numbered 1, 2…"""
    return rows(*({**STEP, "number": str(i), **change} for i, change in enumerate(changes, 1)))


def linted(objectives: str = OBJECTIVES, **given: str) -> list[Finding]:
    """Return what the lint says of a register."""
    return lint(register(objectives, **given))


@cache
def office(**given: str) -> Register:
    """Return the register that the forms below belong to; reading it costs more than a form."""
    return register(REPORTED, PLANNED, **given)


def form(
    cells: Mapping[str, object] | None = None,
    *,
    head: Mapping[str, object] | None = None,
    department: str = "VP-TK",
    path: str = "VP-TK.xlsx",
    progress: str = "",
    actions: str = "",
    drop: str = "",
    more: Iterable[tuple[str, Mapping[str, object]]] = (),
    without: str = "",
) -> Contents:
    """Return a form of the office; `cells` are written "M-1:numerator.h1"."""
    own = office()
    typed = dict(cells or {})
    keys = [column.key for column in layout.RESULTS.columns if column.key != without]
    found: list[list[object]] = []
    for objective in own.owned(department):
        for part in objective.parts:
            key = f"{objective.code}:{part}"
            locked = {"name": objective.name, "target": objective.target, "unit": objective.unit}
            row = {k: typed.get(f"{key}.{k}", locked.get(k, "")) for k in keys}
            if key != drop:
                found.append([key, *row.values()])
    for key, line in more:
        found.append([key, *(line.get(k, "") for k in keys)])
    lines = {
        "organisation": own.organisation,
        "department": department,
        "year": 2024,
        "fingerprint": own.fingerprint(department),
        **HEAD,
        **(head or {}),
    }
    tables = [
        table_of("form", ["key", "value"], [[key, value] for key, value in lines.items()]),
        table_of("results", ["key", *keys], found),
        *(
            table(area, text)
            for area, text in (("progress", progress), ("actions", actions))
            if text
        ),
    ]
    return Contents(_path(path), "xlsx", "", 0, None, tables=tuple(tables))


def _path(name: str) -> Path:
    return contents(name).path


def read(given: Contents) -> list[Finding]:
    """Return what is found while a form is read."""
    return list(read_form(given, office()).findings)


def submitted(*args: Mapping[str, object], **given: object) -> Submission:
    """Return the submission of a form."""
    reading = read_form(form(*args, **given), office())  # type: ignore[arg-type]
    assert reading.submission is not None, [str(f) for f in reading.findings]
    return reading.submission
