"""Names of parties as real plans write them."""

from __future__ import annotations

import pytest

from qms_xlsx.domain.register import Department, Measure, Objective, Register

OFFICE = Department(
    code="VP-TK",
    name="Văn phòng - Thống kê",
    aliases=("Công chức văn phòng thống kê",),
    groups=("Các bộ phận chuyên môn", "Toàn thể CBCC"),
)
LAND = Department(code="DC-XD", name="Địa chính - Xây dựng", groups=("Toàn thể CBCC",))
REGISTER = Register(
    organisation="UBND xã Thử",
    year=2024,
    departments=(OFFICE, LAND),
    objectives=(
        Objective(code="A", name="Một", target="100%", departments=("VP-TK",)),
        Objective(code="B", name="Hai", target="100%", departments=("Toàn thể CBCC",)),
        Objective(code="H", name="Mục"),
    ),
    measures=(
        Measure(
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
    from dataclasses import replace

    changed = replace(REGISTER.objectives[0], target="98%")
    other = replace(REGISTER, objectives=(changed, *REGISTER.objectives[1:]))
    assert other.fingerprint("VP-TK") != REGISTER.fingerprint("VP-TK")
    assert other.fingerprint("DC-XD") == REGISTER.fingerprint("DC-XD")
