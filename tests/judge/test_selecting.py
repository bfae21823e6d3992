"""Which of many summaries count, and what is said of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qms_xlsx.domain.office import Proof
from qms_xlsx.domain.period import Period
from qms_xlsx.judge.selecting import Aside, select
from tests.summaries import DAY, H1, RATE, above, row, summary


def test_the_newest_run_of_an_office_counts_and_the_other_is_told() -> None:
    old = summary("UBND xã A", row(), file="cu.xlsx", as_of=DAY.replace(day=1))
    new = summary("Ủy ban nhân dân xã A", row(), file="moi.xlsx")
    found = select([new, old])
    assert found is not None
    assert [o.summary for o in found.offices] == [new]
    assert [(one.summary, one.why, one.newer) for one in found.aside] == [
        (old, Aside.REPLACED, "moi.xlsx")
    ]


def test_the_period_is_the_one_that_most_offices_report() -> None:
    quarter = Period.parse("2024-Q1")
    given = [summary(f"UBND xã {n}", row()) for n in "AB"]
    other = summary("UBND xã C", row(), period=quarter)
    found = select([*given, other])
    assert found is not None
    assert (found.period, [one.why for one in found.aside]) == (H1, [Aside.PERIOD])
    asked = select([*given, other], period=quarter)
    assert asked is not None
    assert [o.name for o in asked.offices if o.summary] == ["UBND xã C"]


def test_offices_of_one_name_are_told_apart_by_what_is_above_them() -> None:
    given = [summary("UBND xã A", row(), parent=f"UBND huyện {n}", file=n) for n in "XY"]
    found = select(given)
    assert found is not None
    assert [o.name for o in found.offices] == [
        "UBND xã A (UBND huyện X)", "UBND xã A (UBND huyện Y)",
    ]  # fmt: skip


def test_an_older_summary_without_its_parent_is_of_the_one_office_of_that_name() -> None:
    new = summary("UBND xã A", row(), parent="UBND huyện X", file="moi.xlsx")
    old = summary("UBND xã A", row(), file="cu.xlsx", layout=1)
    found = select([old, new])
    assert found is not None
    assert [o.summary for o in found.offices] == [new]  # nobody counts twice


def test_departments_in_no_group_of_the_offices_are_not_waited_for() -> None:
    names = ("UBND xã A", "UBND xã B")
    register = above(RATE, offices=names)
    own = replace(register.departments[0], code="VP", name="Văn phòng UBND tỉnh", groups=())
    register = replace(register, departments=(*register.departments, own))
    found = select([summary("UBND xã A", row())], (), register)
    assert found is not None
    assert [o.name for o in found.offices] == list(names)


def test_of_two_runs_of_one_day_the_closed_one_counts_whatever_the_files_are_called() -> None:
    closed = summary("UBND xã A", row(), file="a.xlsx", proof=Proof.CLOSED)
    other = summary("UBND xã A", row(), file="b.xlsx")
    found = select([closed, other])
    assert found is not None
    assert [o.summary for o in found.offices] == [closed]


@pytest.mark.parametrize(
    ("known", "altered", "why"),
    [
        ({}, ("A.xlsx",), Aside.ALTERED),
        ({"edited": True}, (), Aside.EDITED),
        ({"period": Period.parse("2024-Q1")}, (), Aside.PERIOD),
        ({"edited": True, "period": Period.parse("2024-Q1")}, ("A.xlsx",), Aside.ALTERED),
    ],
)
def test_an_office_whose_summary_cannot_count_is_told_why(
    known: dict[str, object], altered: tuple[str, ...], why: Aside
) -> None:
    given = [summary("UBND xã A", row(), file="A.xlsx", **known), summary("UBND xã B", row())]
    found = select(given, altered, period=H1)
    assert found is not None
    assert [one.why for one in found.aside] == [why]
    told = {office.name: office.refused and office.refused.id for office in found.offices}
    assert told == {"UBND xã A": why.value, "UBND xã B": None}


def test_an_office_that_counts_is_not_refused_for_an_older_run_that_was_changed() -> None:
    changed = summary("UBND xã A", row(), file="cu.xlsx", edited=True)
    found = select([summary("UBND xã A", row(), file="moi.xlsx"), changed])
    assert found is not None
    assert [(o.summary is not None, o.refused) for o in found.offices] == [(True, None)]


def test_an_office_that_the_register_does_not_list_is_a_stranger_and_nobodys_report() -> None:
    register = above(RATE, offices=("UBND xã A",))
    found = select([summary("UBND xã A", row()), summary("UBND xã Z", row())], (), register)
    assert found is not None
    assert [(one.summary.organisation, one.why) for one in found.aside] == [
        ("UBND xã Z", Aside.STRANGER)
    ]
    assert [(o.name, o.refused) for o in found.offices] == [("UBND xã A", None)]


def test_offices_are_the_registers_with_its_names_and_in_its_order() -> None:
    register = above(RATE, offices=("UBND xã B", "UBND xã A"))
    named = replace(register.departments[0], code="XB", aliases=("UBND xã Bê",))
    register = replace(register, departments=(named, register.departments[1]))
    found = select([summary("UBND xã Bê", row(), parent="UBND tỉnh")], (), register)
    assert found is not None
    assert found.listed
    assert [(o.code, o.name, o.summary is not None) for o in found.offices] == [
        ("XB", "UBND xã B", True), ("UBND xã A", "UBND xã A", False),
    ]  # fmt: skip


def test_a_register_that_lists_none_of_them_is_no_list_of_offices() -> None:
    register = above(RATE, offices=("Phòng Nội vụ",))
    found = select([summary("UBND xã A", row())], (), register)
    assert found is not None
    assert (found.listed, [o.name for o in found.offices]) == (False, ["UBND xã A"])


def test_two_offices_of_one_name_that_a_register_cannot_tell_apart_count_neither() -> None:
    register = above(RATE, offices=("UBND xã A",))
    given = [summary("UBND xã A", row(), parent=f"UBND huyện {n}", file=n) for n in "XY"]
    found = select(given, (), register)
    assert found is not None
    assert [one.why for one in found.aside] == [Aside.UNCLEAR] * 2
    assert [(o.summary, o.refused and o.refused.id) for o in found.offices] == [
        (None, Aside.UNCLEAR.value)
    ]


def test_one_office_whose_older_layout_names_nothing_above_it_is_still_one() -> None:
    register = above(RATE, offices=("UBND xã A",))
    new = summary("UBND xã A", row(), parent="UBND huyện X", file="moi.xlsx")
    old = summary("UBND xã A", row(), file="cu.xlsx", layout=1)
    found = select([old, new], (), register)
    assert found is not None
    assert [o.summary for o in found.offices] == [new]


def test_without_any_summary_there_is_no_period() -> None:
    assert select([]) is None
