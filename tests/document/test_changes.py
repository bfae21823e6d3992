"""Changes whose verb is said once: what follows is one too, or it is asked."""

from __future__ import annotations

import pytest

from qms_xlsx.document.clauses import clauses
from qms_xlsx.domain.target import Better, Kind

ASKS = "Does the change before go on here, or is this a level?"


@pytest.mark.parametrize(
    ("sentence", "targets", "kind", "better"),
    [
        ("Giảm hộ nghèo 0,7%, hộ cận nghèo 1%", ["giảm 1%"], Kind.REDUCTION, Better.LOWER),
        ("Giảm số vụ tai nạn 5%, số người chết 10%, số người bị thương 5% so với năm 2025",
         ["giảm 10%", "giảm 5% so với năm 2025"], Kind.REDUCTION, Better.LOWER),
        ("Phấn đấu tăng đàn bò 5%, đàn lợn 8%", ["tăng 8%"], Kind.GROWTH, Better.HIGHER),
    ],
)  # fmt: skip
def test_what_follows_a_change_at_the_beginning_is_a_change(
    sentence: str, targets: list[str], kind: Kind, better: Better
) -> None:
    found = clauses(sentence)
    assert [clause.target for clause in found[1:]] == targets
    assert {(clause.goal.kind, clause.goal.better) for clause in found} == {(kind, better)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Số vụ tai nạn giao thông giảm 5%, số người chết 10%",
        "Giá trị sản xuất tăng 12%, trong đó nông nghiệp 4%, công nghiệp 15%",
    ],
)
def test_figures_behind_a_change_inside_a_sentence_are_asked_about(sentence: str) -> None:
    for clause in clauses(sentence)[1:]:
        assert ASKS in [note.id for note in clause.notes if note.doubtful]


@pytest.mark.parametrize(
    "sentence",
    [
        "Phấn đấu tăng đàn bò 5%, sản lượng thịt hơi 1.200 tấn",
        "Giảm tỷ lệ hộ nghèo xuống còn 2%, hộ cận nghèo 3%",
        "Hộ nghèo giảm 0,5%, bảo hiểm y tế 95%",
        "Phạm pháp hình sự giảm 5%, khám phá án đạt 45% trở lên",
    ],
)
def test_a_level_behind_a_change_stays_a_level(sentence: str) -> None:
    last = clauses(sentence)[-1]
    assert last.goal.kind is Kind.THRESHOLD
    assert ASKS not in [note.id for note in last.notes]


def test_a_part_takes_the_words_of_its_whole_over_once() -> None:
    _, part = clauses("90% cơ sở đảng hoàn thành tốt, trong đó hoàn thành xuất sắc từ 20% trở lên")
    assert part.name == "Cơ sở đảng hoàn thành tốt: hoàn thành xuất sắc"
