"""Targets and deadlines in words that the grammars had not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.target import Target
from tests.long_tables import each_row
from tests.unseen.offices import tables

if TYPE_CHECKING:
    from qms_xlsx.domain.target import Reading, Unknown

OTHERWISE = {
    # A change without a number is strictly better than the baseline: its comparator is ">".
    "Giảm tỷ lệ tảo hôn so với năm trước",
    "Tăng số doanh nghiệp thành lập mới so với năm 2023",
    # The unit is the whole of it, "lớp tập huấn"; the note names what else is asked.
    "Tổ chức 04 lớp tập huấn cho 200 lượt người",
    "Giảm tỷ lệ sinh con thứ 3 trở lên so với năm 2024",
    # Read with a note, so that somebody looks.
    "Ty le hoa tang dat tren 40%",
    "Giảm phát thải bụi tại khu công nghiệp 8% so với năm 2023",
    "- Thu ngân sách 320 tỷ đồng;\n- Chi đầu tư phát triển 95 tỷ đồng",
}
DUE_OTHERWISE = {
    # By a date, every year (DESIGN §9), not recurring.
    "Trước ngày 30/10 hằng năm",
    "Trước ngày 05/6 và ngày 05/12 hàng năm",
    # Read with a note.
    "Quý III và quý IV/2025",
    "30/02/2025",
}
"""Wordings that are read otherwise than their author wrote it."""
TARGETS = {row["text"]: row for row in tables("targets")}
DEADLINES = {row["text"]: row for row in tables("deadlines")}


@each_row(TARGETS)
def test_a_target_is_read_as_its_author_meant_it(text: str) -> None:
    assert _target_read(TARGETS[text], Target.parse(text)) is (text not in OTHERWISE)


@each_row(DEADLINES)
def test_a_deadline_is_read_as_its_author_meant_it(text: str) -> None:
    row = DEADLINES[text]
    found = Deadline.parse(text, row["year"])
    if row.get("asked"):
        assert found.notes or not found.understood
        return
    assert _deadline_read(row["expect"], found) is (text not in DUE_OTHERWISE)


def _deadline_read(wanted: Any, found: Deadline) -> bool:
    if wanted == "unknown":
        return not found.understood
    told = {
        "kinds": sorted(kind.value for kind in found.kinds),
        "every": found.every.value if found.every else None,
        "start": found.start.isoformat() if found.start else None,
        "due": [day.isoformat() for day in found.due],
        "strict": found.strict,
    }
    wanted = {key: sorted(value) if key == "kinds" else value for key, value in wanted.items()}
    return {key: told[key] for key in wanted} == wanted


def _target_read(row: dict[str, Any], found: Reading | Unknown) -> bool:
    wanted, noted = row["expect"], bool(found.notes)
    if row.get("asked"):
        return noted or not found.understood
    if wanted == "unknown":
        return not found.understood
    if row.get("note") and not noted:
        return False
    if row.get("first_with_note") and noted and _all(wanted[: row["first_with_note"]], found):
        return True
    return _all(wanted, found)


def _all(wanted: list[dict[str, Any]], found: Reading | Unknown) -> bool:
    return len(wanted) == len(found.targets) and all(
        _same(one, target) for one, target in zip(wanted, found.targets, strict=True)
    )


def _same(wanted: dict[str, Any], target: Target) -> bool:
    for key, value in wanted.items():
        told = getattr(target, key)
        if key == "baseline":
            if bool(value) != bool(told):
                return False
        elif not (key in ("unit", "kind") and value is None) and _plain(value) != _plain(told):
            return False
    return True


def _plain(value: object) -> object:
    if not isinstance(value, str):
        return value
    return value.lower().replace("điểm %", "điểm phần trăm").replace("tỉ", "tỷ")
