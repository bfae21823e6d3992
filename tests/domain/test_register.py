"""Names of parties as real plans write them."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace
from datetime import date

import pytest

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.indicator import Objective
from tests.registers import measure, register_of

OFFICE = Department(
    code="VP-TK",
    name="Văn phòng - Thống kê",
    aliases=("Công chức văn phòng thống kê",),
    groups=("Các bộ phận chuyên môn", "Toàn thể CBCC"),
)
LAND = Department(code="DC-XD", name="Địa chính - Xây dựng", groups=("Toàn thể CBCC",))
REGISTER = register_of(
    organisation="UBND xã Thử",
    year=2024,
    departments=(OFFICE, LAND),
    objectives=(
        Objective(code="A", name="Một", target="100%", departments=("VP-TK",)),
        Objective(code="B", name="Hai", target="100%", departments=("Toàn thể CBCC",)),
        Objective(code="H", name="Mục"),
    ),
    measures=(
        measure(
            number="I.1", measure="Làm", lead="Văn phòng thống kê", coordinating="Toàn thể CBCC"
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("VP-TK", ("VP-TK",)),
        ("Văn phòng thống kê", ("VP-TK",)),
        ("văn phòng – thống kê.", ("VP-TK",)),
        ("CÔNG CHỨC VĂN PHÒNG THỐNG KÊ", ("VP-TK",)),
        ("Van phong - Thong ke", ("VP-TK",)),
        ("- Văn phòng thống kê; - Địa chính - Xây dựng.", ("VP-TK", "DC-XD")),
        ("VP-TK, DC-XD", ("VP-TK", "DC-XD")),
        ("Toàn thể CBCC", ("VP-TK", "DC-XD")),
        ("Các bộ phận chuyên môn", ("VP-TK",)),
        ("Phòng lạ", ()),
        ("", ()),
    ],
)
def test_a_party_resolves_to_departments(text: str, codes: tuple[str, ...]) -> None:
    assert REGISTER.resolve(text) == codes


def test_only_unknown_names_are_unknown() -> None:
    assert REGISTER.unknown_parties("VP-TK; Phòng lạ") == ("Phòng lạ",)


def test_a_department_owns_by_name_and_by_group() -> None:
    assert [o.code for o in REGISTER.owned("VP-TK")] == ["A", "B"]
    assert [o.code for o in REGISTER.owned("DC-XD")] == ["B"]


def test_who_leads_does_not_coordinate() -> None:
    assert REGISTER.coordinators["I.1"] == ("DC-XD",)


def test_the_fingerprint_changes_with_the_departments_own_rows_only() -> None:
    changed = replace(REGISTER.objectives[0], target="98%")
    other = replace(REGISTER, objectives=(changed, *REGISTER.objectives[1:]))
    assert other.fingerprint("VP-TK") != REGISTER.fingerprint("VP-TK")
    assert other.fingerprint("DC-XD") == REGISTER.fingerprint("DC-XD")


def test_a_private_note_makes_no_form_stale() -> None:
    own = REGISTER.indicators[0]
    noted = replace(own, note="hỏi lại Sở", source="báo cáo 12", follows="H-1")
    other = replace(REGISTER, objectives=(noted, *REGISTER.objectives[1:]))
    assert other.fingerprint("VP-TK") == REGISTER.fingerprint("VP-TK")


def test_a_fingerprint_stays_the_same_from_release_to_release() -> None:
    assert REGISTER.fingerprint("VP-TK") == "e2d8156fd363"


def test_a_register_that_travels_to_another_process_is_the_same_and_works() -> None:
    known = REGISTER.by_fingerprint, REGISTER.owners, REGISTER.led("VP-TK")
    copy = pickle.loads(pickle.dumps(REGISTER))  # noqa: S301 (our own bytes)
    assert copy == REGISTER
    assert set(vars(copy)) == {own.name for own in fields(REGISTER)}
    assert (copy.by_fingerprint, copy.owners, copy.led("VP-TK")) == known


def test_a_measure_carries_its_due_dates_and_the_last_days_on_time() -> None:
    [late] = register_of(
        organisation="X",
        year=2024,
        measures=[measure(number="1", measure="Làm", deadline="Trước 15/6")],
    ).measures
    assert (late.due, late.last_good) == ((date(2024, 6, 15),), (date(2024, 6, 14),))


def test_a_deadline_that_says_not_how_often_takes_the_two_report_dates() -> None:
    [lent] = register_of(
        organisation="X", year=2024, due_h1=date(2024, 6, 15), due_year=date(2024, 11, 30),
        strict_before=False, measures=[measure(number="1", measure="Làm", deadline="Định kỳ")],
    ).measures  # fmt: skip
    assert lent.due == lent.last_good == (date(2024, 6, 15), date(2024, 11, 30))
