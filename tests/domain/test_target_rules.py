"""Rules that no reading may break, on random mixtures (DESIGN §6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.domain.target import Better, Kind, Reading, Target, Unknown
from qms_xlsx.language.numbers import show

GOOD = [
    "Tỷ lệ hài lòng",
    "Thu ngân sách",
    "Số hồ sơ trực tuyến",
    "Sản lượng lúa",
    "Tỷ lệ trẻ đến lớp",
]
BAD = ["Tỷ lệ hộ nghèo", "Số vụ vi phạm", "Tỷ lệ hồ sơ trễ hạn", "Số ca mắc sốt xuất huyết"]
RISE = ["tăng", "tăng thêm", "tăng bình quân", "phấn đấu tăng"]
FALL = ["giảm", "kéo giảm", "giảm thêm", "giảm bình quân"]
SAID = ["", "ít nhất ", "trên ", "từ ", "tối thiểu "]
BASE = ["", " so với năm trước", " so với cùng kỳ", " so với năm 2023", "/năm", " so với kế hoạch"]
UNITS = ["%", " điểm phần trăm", " hồ sơ", " tỷ đồng", "‰", " vụ", " lần"]
JOINS = ["; ", ", ", ". ", " và ", "; đồng thời ", " (", ": "]

numbers = st.one_of(st.integers(1, 400).map(float), st.decimals("0.1", "99.9", places=1).map(float))


def one_of(*lists: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from([entry for entries in lists for entry in entries])


@st.composite
def clauses(draw: st.DrawFn) -> str:
    """A demand of any kind, with the numbers in it between the words."""
    subject = draw(one_of(GOOD, BAD, ["100% hồ sơ", "Trồng", "Xây dựng", "Tổ chức", ""]))
    verb = draw(one_of(RISE, FALL, ["đạt", "còn", "không quá", "dưới", "là", ":", "=", ""]))
    figure = show(draw(numbers)) + draw(one_of(UNITS, [" cuộc/quý", " ha", " triệu đồng/người"]))
    return " ".join(f"{subject} {verb} {draw(one_of(SAID))}{figure}{draw(one_of(BASE))}".split())


@st.composite
def mixtures(draw: st.DrawFn) -> str:
    first, *others = draw(st.lists(clauses(), min_size=1, max_size=4))
    return first + "".join(draw(one_of(JOINS)) + clause for clause in others)


def changes(found: Reading | Unknown) -> list[Target]:
    return [t for t in found.targets if t.kind in (Kind.GROWTH, Kind.REDUCTION)]


@given(one_of(GOOD, BAD), one_of(RISE), one_of(SAID), numbers, one_of(UNITS), one_of(BASE))
def test_a_rise_is_never_negative(
    subject: str, verb: str, said: str, value: float, unit: str, base: str
) -> None:
    found = Target.parse(f"{subject} {verb} {said}{show(value)}{unit}{base}")
    for target in found.targets:
        assert target.kind is Kind.GROWTH
        assert target.better is Better.HIGHER
        assert target.comparator in (">=", ">")
        assert float(target.value or 0) > 0
    assert found.understood or unit == " lần"


@given(one_of(GOOD, BAD), one_of(FALL), one_of(SAID), numbers, one_of(UNITS), one_of(BASE))
def test_a_fall_never_makes_worse_count_as_better(
    subject: str, verb: str, said: str, value: float, unit: str, base: str
) -> None:
    for target in Target.parse(f"{subject} {verb} {said}{show(value)}{unit}{base}").targets:
        assert target.kind is Kind.REDUCTION
        assert target.better is Better.LOWER
        assert target.comparator in (">=", ">")
        assert float(target.value or 0) >= 0


@given(
    one_of(["tăng", "nâng", "cải thiện", "phấn đấu tăng", "tăng thêm", "nâng lên"]),
    one_of(["", "ít nhất ", "từ "]),
    st.integers(1, 9),
    one_of(["bậc", "hạng"]),
    one_of(BASE[:4]),
)
def test_a_better_rank_is_a_smaller_number(
    verb: str, said: str, places: int, unit: str, base: str
) -> None:
    (target,) = Target.parse(f"Chỉ số CCHC {verb} {said}{places} {unit}{base}").targets
    assert (target.kind, target.better, target.value) == (Kind.REDUCTION, Better.LOWER, places)


@given(st.integers(1, 9), st.integers(10, 30))
def test_a_place_is_at_most_so_far_down(place: int, of: int) -> None:
    for words in (
        f"Xếp từ thứ {place} trở lên trong số {of} xã",
        f"Chỉ số CCHC xếp thứ {place}/{of}",
        f"Nằm trong nhóm {place} sở, ngành dẫn đầu",
        f"Thuộc top {place}",
        f"Không nằm trong nhóm {of - place} đơn vị cuối trong số {of} xã",
    ):
        (target,) = Target.parse(words).targets
        assert (target.kind, target.comparator, target.value) == (Kind.RANK, "<=", place), words
        assert target.better is Better.LOWER


@given(st.integers(1, 9), one_of(["Không nằm trong", "Nằm ngoài", "Thoát khỏi", "Không thuộc"]))
def test_not_among_the_last_asks_of_how_many(last: int, out: str) -> None:
    found = Target.parse(f"{out} nhóm {last} đơn vị cuối")
    assert not found.understood
    assert found.notes


@given(
    one_of(["Cơ cấu kinh tế", "Cơ cấu lao động", "Tỷ trọng các ngành"]),
    st.lists(st.integers(1, 98), min_size=2, max_size=4),
    one_of(["; ", ", "]),
)
def test_a_headings_meaning_reaches_all_its_items(head: str, shares: list[int], join: str) -> None:
    names = ("nông nghiệp", "công nghiệp", "dịch vụ", "xây dựng")
    items = join.join(f"{name} {n}%" for name, n in zip(names, shares, strict=False))
    targets = Target.parse(f"{head}: {items}").targets
    assert [target.value for target in targets] == shares
    assert {target.better for target in targets} == {Better.NEITHER}


@given(
    one_of(GOOD, BAD), numbers, one_of(["%", " triệu đồng", " hồ sơ"]), one_of(["=", "bằng", "là"])
)
def test_equals_in_prose_states_a_level(subject: str, value: float, unit: str, equals: str) -> None:
    figure = f"{show(value)}{unit}"
    said, plain = (Target.parse(f"{subject} {verb} {figure}").targets for verb in (equals, "đạt"))
    assert said == plain
    assert said[0].comparator != "="


@given(numbers, numbers, one_of(["theo tiêu chí", "theo chuẩn", "theo chuẩn nghèo"]))
def test_a_criterion_is_no_target(share: float, income: float, by: str) -> None:
    criterion = f"{by} {show(income)} triệu đồng/người/tháng"
    (target,) = Target.parse(f"Tỷ lệ hộ nghèo {criterion} dưới {show(share)}%").targets
    assert (target.comparator, target.value, target.unit) == ("<", share, "%")


@given(
    one_of(BAD[:1], ["Tỷ lệ tăng dân số tự nhiên", "Tỷ suất sinh"]),
    one_of(["dưới ", "không quá ", "giảm ", ""]),
    numbers,
    one_of(["‰", "%o", " %o", "%0", " ‰", " phần nghìn"]),
    one_of(["", ".", ",", ";", " so với năm trước", ", không có tảo hôn", ")"]),
)
def test_per_mille_is_per_mille_wherever_it_stands(
    subject: str, said: str, value: float, sign: str, after: str
) -> None:
    bracket = "(" if after == ")" else ""
    target, *_ = Target.parse(f"{subject} {bracket}{said}{show(value)}{sign}{after}").targets
    assert (target.value, target.unit) == (value, "‰")


@given(mixtures())
def test_no_figure_is_dropped_in_silence(text: str) -> None:
    found = Target.parse(text)
    if not found.understood:
        assert found.notes
        return
    used = {show(v) for t in found.targets for v in (t.value, t.upper) if isinstance(v, float)}
    values = [value for note in found.notes for value in note.values.values()]
    told = " ".join(show(v) if isinstance(v, float) else str(v) for v in values)
    for word in (
        text.replace("%", " % ").replace("‰", " ").replace("/", " ").replace("(", " ").split()
    ):
        figure = word.strip(";,.:()")
        if figure[:1].isdigit() and figure != "2023":
            assert figure in used or figure in told, figure


@given(mixtures())
def test_what_is_read_says_itself(text: str) -> None:
    for target in Target.parse(text).targets:
        assert Target.parse(str(target)).targets == (target,)


@given(mixtures(), one_of(["", " ", ".", ";", "\n"]))
def test_what_stands_at_the_end_changes_nothing(text: str, end: str) -> None:
    assert Target.parse(text + end).targets == Target.parse(text).targets


@pytest.mark.parametrize("unit", ["%", "‰", " điểm phần trăm"])
def test_points_and_fractions_are_told_apart(unit: str) -> None:
    (target,) = Target.parse(f"Tỷ lệ hộ nghèo giảm 1,5{unit} so với năm 2023").targets
    assert target.unit == unit.strip()
