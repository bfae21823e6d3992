"""Measures and actions of a form: what is worth a word, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qms_xlsx import say
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.progress import State
from qms_xlsx.domain.submission import ProgressEntry
from qms_xlsx.judge import aggregate
from qms_xlsx.rules.plan import plan_findings
from qms_xlsx.rules.verdicts import result_findings
from tests.rules.office import office, plan, rows, submitted
from tests.rules.plan_cases import ACTION, AS_OF, DONE, acts, says
from tests.tables_helper import register


def told(deadline: str, **entry: str) -> set[str]:
    """Return the codes for a measure with this deadline, stated like this."""
    given = submitted(progress=rows({**DONE, "key": "1", **entry}))
    own = register(plan=plan({"deadline": deadline}))
    return {finding.code for finding in plan_findings(own, given, AS_OF)}


@pytest.mark.parametrize(
    ("deadline", "day", "early"),
    [
        ("Trước 05/01/2024", "2023-12-28", False),
        ("Trước 05/01/2024", "2023-11-28", True),
        ("Trước 30/6/2024", "2023-12-28", True),
        ("Tháng 12/2023 – Tháng 01/2024", "2023-12-02", False),
        ("Tháng 4-5/2024", "2024-03-30", True),
        ("Thường xuyên", "2024-01-02", False),
    ],
)
def test_done_before_it_began(deadline: str, day: str, early: bool) -> None:
    assert ("P102" in told(deadline, done_on=day)) is early


def test_the_forms_own_date_is_its_present() -> None:
    given = submitted(
        progress=rows({**DONE, "done_on": "2024-06-17"}), head={"report_date": "2024-06-14"}
    )
    assert "P103" in {finding.code for finding in plan_findings(office(), given, AS_OF)}


def test_one_future_date_is_enough_for_a_row() -> None:
    found = says(done_on="2024-12-20", evidence_date="2024-12-20")()
    assert [finding.code for finding in found].count("P103") == 1


def test_what_is_not_reported_is_overdue_in_the_forms_own_name() -> None:
    found = [f for f in plan_findings(office(), submitted(), AS_OF) if f.code == "P201"]
    assert {f.message.values["number"] for f in found} == {"1", "2", "3"}
    assert {(f.place.file, f.department) for f in found} == {("VP-TK.xlsx", "VP-TK")}


def test_a_department_answers_for_its_own_measures_only() -> None:
    given = submitted(department="TP-HT", path="TP-HT.xlsx")
    found = plan_findings(office(), given, AS_OF)
    assert {f.message.values["number"] for f in found if f.code == "P201"} == {"2"}


@pytest.mark.parametrize(
    ("state", "codes"), [(None, []), (State.IN_PROGRESS, ["P201"]), (State.DONE, ["P101"])]
)
def test_a_successor_answers_for_what_it_says_of_the_work_that_it_took_over(
    state: State | None, codes: list[str]
) -> None:
    known = office()
    closed, *others = known.departments
    gone = replace(closed, active_to=date(2024, 5, 1), successor="TP-HT")
    own = replace(known, departments=(gone, *others), measures=known.measures[:1])
    entry = ProgressEntry(number="1", state=state)
    given = submitted(department="TP-HT", path="TP-HT.xlsx")
    given = replace(given, progress={"1": entry} if state else {})
    assert [f.code for f in plan_findings(own, given, AS_OF)] == codes


def test_an_action_that_is_done_need_not_be_closed() -> None:
    found = {f.code for f in acts(state="hoàn thành", due="2024-05-31")()}
    assert not {"P301", "P302", "P303"} & found


@pytest.mark.parametrize("name", ["M-2", "m-2", "M-2 Lớp tập huấn", "Lớp tập huấn"])
def test_an_action_names_its_objective_by_code_or_name(name: str) -> None:
    given = submitted({"M-2:value.h1": 1.0}, actions=rows({**ACTION, "objective": name}))
    result = aggregate(office(), [given], Period.parse("2024-H1"), AS_OF)
    assert "X502" not in {finding.code for finding in result_findings(result)}


def test_an_action_for_another_objective_does_not_answer() -> None:
    given = submitted({"M-2:value.h1": 1.0}, actions=rows({**ACTION, "objective": "M-22"}))
    result = aggregate(office(), [given], Period.parse("2024-H1"), AS_OF)
    assert "X502" in {finding.code for finding in result_findings(result)}


def test_a_total_that_departments_share_is_answered_for_once() -> None:
    shared = """
code | name | target   | unit | better | over_time | over_departments | cadence | departments
M-2  | Lớp  | 10 lớp   | lớp  | higher | sum       | sum              | half    | Các bộ phận
"""
    own = register(shared, plan({"objectives": "M-2"}))
    first = submitted({"M-2:value.h1": 1.0})
    second = replace(first, department="TP-HT", path="TP-HT.xlsx")
    result = aggregate(own, [first, second], Period.parse("2024-H1"), AS_OF)
    found = [(f.code, f.department) for f in result_findings(result)]
    assert found == [("X501", None), ("X502", None)]


@pytest.mark.parametrize(("number", "named"), [("1.2", "1.2 (M-2)"), ("", "M-2")])
def test_what_is_owed_names_the_number_in_the_form_and_the_code_in_its_list(
    number: str, named: str
) -> None:
    known = office()
    numbered = tuple(replace(o, number=number) for o in known.objectives)
    result = aggregate(
        replace(known, objectives=numbered),
        [submitted({"M-2:value.h1": 1.0})],
        Period.parse("2024-H1"),
        AS_OF,
    )
    assert {f.message.values.get("code", named) for f in result_findings(result)} == {named}
    assert any(
        f.code == "X502" and named in say.text(f.message, "vi") for f in result_findings(result)
    )
