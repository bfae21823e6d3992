"""Cases of slips within a row, and the table of rows that tests them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import slots_of
from qms_xlsx.read.form import read_form
from qms_xlsx.read.tables import Contents
from tests.rules.cases import Case
from tests.rules.office import HEAD, objectives
from tests.tables_helper import register, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.domain.finding import Finding

MONTHLY = {"over_time": "sum", "cadence": "month", "unit": "tỷ đồng", "target": "12 tỷ đồng"}
SHARE = {"over_time": "last", "cadence": "half", "profile": "same", "target": "ít nhất 95%"}
CHANGE = {"over_time": "sum", "cadence": "year", "unit": "tỷ đồng"} | {
    "target": "tăng 8% so với năm trước"
}
STOCK = {"over_time": "last", "cadence": "quarter", "unit": "hộ", "target": "400 hộ"}
RATIO = {"over_time": "ratio", "cadence": "month", "target": "ít nhất 95%"} | {
    "over_departments": "ratio",
    "numerator_label": "Số hồ sơ đúng hạn",
    "denominator_label": "Số hồ sơ đã trả",
}


def row(*rows: Sequence[object], note: str = "", **objective: str) -> list[Finding]:
    """Return what is found in a form of one indicator, given its rows' figures from January on."""
    own = register(objectives(objective))
    [indicator] = own.indicators
    keys = [slot.key for slot in slots_of(indicator.cadence)]
    lines: list[list[object]] = [
        [f"M-1:{part}", *[*figures, *[""] * len(keys)][: len(keys)], note]
        for part, figures in zip(indicator.parts, rows, strict=True)
    ]
    head = {
        "organisation": own.organisation,
        "department": "VP-TK",
        "year": 2024,
        "fingerprint": own.fingerprint("VP-TK"),
        **HEAD,
        "report_period": "2024",
        "report_date": "2024-12-20",
    }
    tables = (
        table_of("form", ["key", "value"], [[key, value] for key, value in head.items()]),
        table_of("results", ["key", *keys, "note"], lines),
    )
    given = Contents(Path("VP-TK.xlsx"), "xlsx", "", 0, None, tables=tables)
    return list(read_form(given, own).findings)


CASES = {
    "X201": Case(partial(row, [9850.0], **SHARE), partial(row, [98.5], **SHARE)),
    "X206": Case(
        partial(row, [1.05, 0.98, 1020.0], **MONTHLY),
        partial(row, [1.05, 0.98, 1020.0], note="1.020 là đúng: thu cả năm", **MONTHLY),
    ),
    "X202": Case(partial(row, [0.985], **SHARE), partial(row, [98.5], **SHARE)),
    "X203": Case(
        partial(row, [1.0, 2.1, 3.0, 4.2, 5.1], **MONTHLY),
        partial(row, [1.0, 1.1, 1.0, 1.2, 1.1], **MONTHLY),
    ),
    "X207": Case(
        partial(row, [9.4], **CHANGE, baseline_year="8550"),
        partial(row, [9.4], **CHANGE, baseline_year="8.55"),
    ),
    "X204": Case(
        partial(row, [380.0, 390.0, 15.0], **STOCK), partial(row, [380.0, 390.0, 395.0], **STOCK)
    ),
    "X205": Case(partial(row, [98.5], [100.0], **RATIO), partial(row, [98.0], [100.0], **RATIO)),
}
