"""Cases of families S and X: forms as files, and several of them beside each other."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import run
from qms_xlsx.read.tables import Contents, Merge, Table
from qms_xlsx.read.trust import no_form, no_register_beside
from qms_xlsx.rules.across import ACROSS_RULES, AcrossCase
from tests.rules.cases import Case
from tests.rules.office import PLANNED, REPORTED, form, office, read, submitted
from tests.tables_helper import register

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.submission import Submission


def whole() -> list[Finding]:
    """Return what is found in a form without fault."""
    return read(form())


def twice(area: str, given: Contents) -> Contents:
    """Return a form whose area stands on a second sheet too."""
    copy = [replace(t, sheet=f"{t.sheet} (2)") for t in given.tables if t.area == area]
    return replace(given, tables=(*given.tables, *copy))


def across(*submissions: Submission) -> list[Finding]:
    """Return what these forms say of each other."""
    return run(ACROSS_RULES, AcrossCase(office(), submissions))


def told(value: float, sha: str, day: str = "2024-07-10", path: str = "VP-TK.xlsx") -> Submission:
    """Return a form that reports this many classes, handed in on a day."""
    given = submitted({"M-2:value.h1": value}, head={"report_date": day}, path=path)
    return replace(given, sha256=sha)


def shared(second: float) -> list[Finding]:
    """Return what two owners of one `single` row say of each other."""
    own = register(
        REPORTED.replace(
            "single           | half    | VP-TK", "single           | half    | VP-TK;TP-HT", 1
        ),
        PLANNED,
    )
    first = told(4.0, "a")
    other = replace(told(second, "b", path="TP-HT.xlsx"), department="TP-HT")
    return run(ACROSS_RULES, AcrossCase(own, (first, other)))


def sheets(*names: str) -> partial[list[Finding]]:
    """Return the reading of a form whose workbook has these sheets beside its areas."""
    return partial(read, replace(form(), own_sheets=names))


def strange(*names: str, areas: tuple[str, ...] = ()) -> Callable[[], list[Finding]]:
    """Return what is said of a workbook with these sheets and areas, handed in as a form."""
    tables = tuple(Table(area, "1", "A", "A1", {}, ()) for area in areas)
    sheets = tuple((name, True) for name in names)
    return lambda: [no_form(replace(form(), tables=tables, sheets=sheets))]


def newer(given: Contents) -> Contents:
    """Return a form whose results are of a later version."""
    return replace(
        given,
        tables=tuple(replace(t, version="2") if t.area == "results" else t for t in given.tables),
    )


def concealed(given: Contents, **changes: object) -> Contents:
    """Return a form whose results are hidden or merged in places."""
    [head, results] = given.tables
    return replace(given, tables=(head, replace(results, **changes)))  # type: ignore[arg-type]


def merged(typed: str, rows: tuple[str, ...], *keys: str) -> Callable[[], list[Finding]]:
    """Return what is said of a form with its cells of these rows and columns merged."""
    given = form({typed: 4.0})
    numbers = {row.key: row.number for row in given.tables[1].rows}
    merge = Merge("(the range)", tuple(numbers[row] for row in rows), keys)
    return partial(read, concealed(given, merges=(merge,)))


HALVES = ("M-1:numerator", "M-1:denominator")
TYPED = form({"M-2:value.h1": 4.0})
ALL_ROWS = frozenset(row.number for row in TYPED.tables[1].rows)
OF_M2 = frozenset(row.number for row in TYPED.tables[1].rows if row.key == "M-2:value")


def renamed(given: Contents, key: str, name: str) -> Contents:
    """Return a form with another text in the hidden cell of a column."""
    [head, results] = given.tables
    columns = {name if known == key else known: at for known, at in results.columns.items()}
    return replace(given, tables=(head, replace(results, columns=columns)))


def recoded(given: Contents, *codes: str) -> Contents:
    """Return a form with these objectives under another code."""
    [head, results] = given.tables
    new = (replace(r, key="K" + r.key) if r.key[:3] in codes else r for r in results.rows)
    return replace(given, tables=(head, replace(results, rows=tuple(new))))


PROGRESS_ROWS = """
key | state
1   | hoàn thành
2   |
3   |
"""

CASES = {
    "S101": Case(partial(read, replace(form(), tables=())), whole),
    "S102": Case(partial(read, twice("results", form())), whole),
    "S103": Case(partial(read, form(head={"year": 2023})), whole),
    "S104": Case(partial(read, form(head={"organisation": "UBND xã Khác"})), whole),
    "S105": Case(
        partial(read, form(head={"department": "VPTK"})),
        partial(read, form(head={"department": "Văn phòng"})),
    ),
    "S106": Case(partial(read, form(head={"fingerprint": "0a1b2c3d4e5f"})), whole),
    "S107": Case(partial(read, form(drop="M-2:value")), whole),
    "S108": Case(partial(read, form(more=[("M-2:value", {"h1": 3.0})])), whole),
    "S109": Case(
        partial(read, form(more=[("M-9:value", {"h1": 3.0})])),
        partial(read, form(more=[("M-9:value", {})])),
    ),
    "S110": Case(
        partial(read, form(more=[("M-6:value", {"h1": 3.0})])),
        partial(read, form(more=[("M-6:value", {})])),
    ),
    "S111": Case(
        partial(read, form({"M-2:value.target": "8 lớp"})),
        partial(read, form({"M-2:value.target": " 10  LỚP"})),
    ),
    "S112": Case(
        partial(read, form({"M-2:value.year": 12.0})),
        partial(read, form({"M-2:value.year": "=12"})),
    ),
    "S113": Case(partial(read, form(without="h2")), partial(read, form(without="t7"))),
    "S114": Case(
        partial(read, form(head={"report_period": "mùa xuân"})),
        partial(read, form(head={"report_period": "6 tháng đầu năm"})),
    ),
    "S115": Case(
        partial(read, form(head={"report_date": "hôm nay"})),
        partial(read, form(head={"report_date": "14/6"})),
    ),
    "S116": Case(sheets("Kết quả", "Theo dõi riêng"), sheets("Kết quả", "Hướng dẫn")),
    "S117": Case(strange("Sổ công văn"), whole),
    "S118": Case(lambda: [no_register_beside("VP-TK.xlsx")], whole),
    "S119": Case(partial(read, form(head={"fingerprint": office().fingerprint("TP-HT")})), whole),
    "S120": Case(
        partial(read, recoded(form(), "M-1", "M-2", "M-3", "M-4", "M-5")),
        partial(read, recoded(form(), "M-1", "M-2", "M-3", "M-4")),
    ),
    "S121": Case(strange(areas=("data", "provenance")), whole),
    "S122": Case(strange(areas=("info", "objectives")), whole),
    "S123": Case(strange("Hướng dẫn", "Kết quả", "Kế hoạch"), whole),
    "S124": Case(whole, partial(read, form({"M-2:value.h1": 0.0}))),
    "S125": Case(
        partial(read, form({"M-2:value.year": 12.0, "M-2:value.result": 12.0})),
        partial(read, form({"M-2:value.year": 12.0, "M-2:value.result": "=12"})),
    ),
    "S126": Case(partial(read, newer(form())), whole),
    "S127": Case(
        partial(read, renamed(form(), "h2", "h 2")), partial(read, renamed(form(), "t7", "t 7"))
    ),
    "S128": Case(whole, partial(read, form(progress=PROGRESS_ROWS))),
    "S129": Case(
        partial(read, concealed(TYPED, hidden_rows=ALL_ROWS)),
        partial(read, concealed(TYPED, hidden_rows=ALL_ROWS - OF_M2)),
    ),
    "S130": Case(
        partial(read, concealed(TYPED, hidden_columns=frozenset({"h1", "h2"}))),
        partial(read, concealed(TYPED, hidden_columns=frozenset({"h2", "t1"}))),
    ),
    "S131": Case(
        merged("M-2:value.h1", ("M-2:value",), "h1", "h2"),
        merged("M-2:value.h1", ("M-2:value",), "t1", "h1"),
    ),
    "S132": Case(
        merged("M-1:numerator.cause", HALVES, "cause", "remedy"),
        merged("M-1:numerator.cause", HALVES, "cause"),
    ),
    "S133": Case(partial(read, replace(form(), notes=2)), whole),
    "X101": Case(
        lambda: across(told(4.0, "a"), told(4.0, "b", "2024-07-12", "VP-TK_sua.xlsx")),
        lambda: across(told(4.0, "a")),
    ),
    "X102": Case(
        lambda: across(told(4.0, "a"), told(5.0, "b", "2024-07-12", "VP-TK_sua.xlsx")),
        lambda: across(told(4.0, "a"), told(4.0, "b", "2024-07-12", "VP-TK_sua.xlsx")),
    ),
    "X103": Case(
        lambda: across(told(4.0, "a"), told(4.0, "a", path="VP-TK_2.xlsx")),
        lambda: across(told(4.0, "a"), told(4.0, "b", path="VP-TK_2.xlsx")),
    ),
    "X104": Case(lambda: shared(5.0), lambda: shared(4.0)),
}
