"""Cases of family X: the summaries of many offices, beside each other and the level above."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.office import Proof
from qms_xlsx.domain.period import Period
from qms_xlsx.judge.offices import roll_up
from qms_xlsx.judge.selecting import select
from qms_xlsx.rules.offices import OfficesCase, office_findings
from qms_xlsx.steps.summaries import gather
from tests.rules.cases import Case
from tests.summaries import DAY, H1, JOBS, RATE, above, jobs, row, summary

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.office import OfficeSummary
    from qms_xlsx.domain.register import Register

GOOD = row(follows="T1", pair=(97, 100))
A, B, STRANGER = "UBND xã A", "UBND xã B", "UBND xã Lạ"
LISTED = above(RATE, offices=(A, B))
UNLISTED = above(RATE)


def found(
    *summaries: OfficeSummary, register: Register = LISTED, altered: tuple[str, ...] = ()
) -> list[Finding]:
    """Return what is said of summaries below a register."""
    selection = select(summaries, altered, register, H1)
    assert selection is not None
    rolled = roll_up(register, selection.offices, H1, DAY)
    return office_findings(OfficesCase(selection, rolled, above=True))


def one(*rows: Any, register: Register = LISTED, **known: Any) -> list[Finding]:
    """Return what is said of two offices, the first of which has these rows."""
    return found(summary(A, *(rows or (GOOD,)), **known), summary(B, GOOD), register=register)


def read(name: str) -> list[Finding]:
    """Return what is said of a folder with one sample's workbook, and one that is none of ours."""
    samples = Path(__file__).parents[2] / "samples"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tong-hop.xlsx"
        path.write_bytes((samples / name).read_bytes())
        return list(gather([path]).findings)


SINGLE = {**RATE, "numerator_label": "", "denominator_label": "", "over_time": Aggregation.LAST,
          "over_departments": Aggregation.SINGLE}  # fmt: skip
COUNTED = row("T1", "last/single", follows="T1", actual=97.0)

_MANY = [summary(f"UBND xã {n}", GOOD) for n in "AB"]
CASES: dict[str, Case] = {
    "X601": Case(error=partial(one, edited=True), ok=one),
    "X602": Case(
        error=partial(found, summary(A, GOOD), altered=(f"{A}.xlsx",)),
        ok=partial(found, summary(A, GOOD)),
    ),
    "X603": Case(
        error=partial(found, summary(A, GOOD), summary(A, GOOD, file="moi.xlsx", layout=3)),
        ok=one,
    ),
    "X604": Case(error=partial(one, period=Period.parse("2024-Q1")), ok=one),
    "X605": Case(
        error=partial(read, "thuong-lo-2024/so-muc-tieu.xlsx"),
        ok=partial(read, "tinh-minh-hoa/cac-xa/xa-01/tong-hop-2024-H1-20240703.xlsx"),
    ),
    "X606": Case(
        error=partial(one, row("T1", name="Văn bản đúng thể thức", pair=(9, 10))),
        ok=partial(one, row("T1", name="hồ sơ đúng hạn", pair=(9, 10))),
    ),
    "X607": Case(
        error=partial(one, jobs(5.0, unit="hộ"), register=above(JOBS, offices=(A, B))),
        ok=partial(one, jobs(5.0), register=above(JOBS, offices=(A, B))),
    ),
    "X608": Case(error=partial(one, row(follows="T1", actual=97.0)), ok=one),
    "X609": Case(error=partial(one, row(follows="T-1", pair=(97, 100))), ok=one),
    "X610": Case(error=partial(found, summary(A, GOOD), summary(STRANGER, GOOD)), ok=one),
    "X611": Case(error=partial(found, *_MANY, register=UNLISTED), ok=one),
    "X612": Case(error=partial(one, saved=True), ok=partial(one, saved=True, proof=Proof.CLOSED)),
    "X613": Case(
        error=partial(
            found,
            summary(A, COUNTED),
            summary(B, COUNTED),
            register=above(SINGLE, offices=(A, B)),
        ),
        ok=partial(found, summary(A, COUNTED), register=above(SINGLE, offices=(A, B))),
    ),
    "X614": Case(
        error=partial(
            found, summary(A, GOOD, parent="Huyện X"), summary(A, GOOD, parent="Huyện Y")
        ),
        ok=partial(found, summary(A, GOOD, parent="Huyện X"), summary(A, GOOD)),
    ),
    "X615": Case(
        error=partial(one, row(follows="T1", pair=(97, 100), target="từ 90% trở lên")), ok=one
    ),
    "X616": Case(
        error=partial(one, row(follows="T1", pair=(97, 100), target="tăng 5% so với năm trước")),
        ok=one,
    ),
    "X618": Case(
        error=partial(
            found,
            *(summary(n, jobs(5.0, year_target=400.0)) for n in (A, B)),
            register=above(JOBS, offices=(A, B)),
        ),
        ok=partial(
            found,
            *(summary(n, jobs(5.0, year_target=500.0)) for n in (A, B)),
            register=above(JOBS, offices=(A, B)),
        ),
    ),
    "X617": Case(error=partial(one, register=above(RATE, JOBS, offices=(A, B))), ok=one),
}
