"""Tables of phrases stand in targets/*.txt, one "phrase => reading" a line.

A reading is short: several targets are joined by " & ", "said" is `explicit`, "@" the baseline,
"?" a wording that is not understood, and a final "*" says that it is read with a note, without one
that nothing is noted. What is asked in every period, of each department or of a plan ends in
"per month", "each", "of plan".

    >= 95 [%] higher
    range >= 80..85 [%] higher said
    growth >= 15 [%] higher @previous_year
    grade xuất sắc said · rank 3/9 said · yes_no · ?
"""

from __future__ import annotations

import random
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx import say
from qms_xlsx.domain.target import (
    GRADE_SCALES,
    Better,
    Kind,
    Reading,
    Target,
    Unknown,
    grade_rank,
)
from qms_xlsx.domain.target.grammar import LONGEST
from qms_xlsx.domain.target.scales import LOWEST
from qms_xlsx.language.lexicon import expanded
from qms_xlsx.language.numbers import show
from qms_xlsx.language.text import bare
from qms_xlsx.language.vocabulary import comparing, qualities, verbs
from qms_xlsx.language.vocabulary.row import PhraseRow
from tests.language.test_vocabulary import filled
from tests.long_tables import each_row

TABLES = Path(__file__).parent / "targets"


def described(reading: Reading | Unknown) -> str:
    return " & ".join(line(target) for target in reading.targets) or "?"


def line(target: Target) -> str:
    said = " said" if target.explicit else ""
    if target.kind is Kind.YES_NO:
        return f"yes_no by {target.by}" if target.by else "yes_no"
    if target.kind is Kind.GRADE:
        return f"grade {target.value}{said}"
    of = f"/{show(target.of)}" if target.of is not None else ""
    if target.kind is Kind.RANK:
        return f"rank {show(float(target.value or 0))}{of}{said}"
    value = "-" if target.value is None else show(float(target.value))
    upper = f"..{show(target.upper)}" if target.upper is not None else ""
    unit = f" [{target.unit}]" if target.unit else ""
    base = f" @{target.baseline}" if target.baseline else ""
    kind = "" if target.kind is Kind.THRESHOLD else f"{target.kind} "
    per = f" per {target.per}" if target.per else ""
    more = per + " each" * target.each + " of plan" * target.of_plan
    return f"{kind}{target.comparator} {value}{upper}{of}{unit} {target.better}{said}{base}{more}"


@cache
def table(name: str) -> tuple[tuple[str, str, bool], ...]:
    rows = []
    for row in (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            phrase, _, reading = row.rpartition(" => ")
            rows.append((phrase, reading.removesuffix("*").strip(), reading.endswith("*")))
    return tuple(rows)


def everything() -> list[tuple[str, str, bool]]:
    return [row for path in sorted(TABLES.glob("*.txt")) for row in table(path.stem)]


@each_row(everything())
def test_a_phrase_is_read_as_an_official_means_it(phrase: str, reading: str, noted: bool) -> None:
    found = Target.parse(phrase)
    assert described(found) == reading
    assert bool(found.notes) is (noted or reading == "?")
    for note in found.notes:
        assert say.text(note, "vi")


@each_row(row[0] for row in everything() if row[1] != "?")
def test_the_canonical_words_say_the_same(phrase: str) -> None:
    for target in Target.parse(phrase).targets:
        assert Target.parse(str(target)).targets == (target,)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("đạt từ 97% trở lên", "ít nhất 97%"),
        ("mỗi phòng ít nhất 01 bài/tháng", "mỗi đơn vị ít nhất 1 bài/tháng"),
        ("mỗi tháng 02 lần", "mỗi tháng 2 lần"),
        ("3 bài/tháng/đơn vị", "3 bài/tháng/đơn vị"),
        ("không quá 3 lần/quý", "không quá 3 lần/quý"),
        ("bình quân 2 hồ sơ/đơn vị", "bình quân 2 hồ sơ/đơn vị"),
        ("tăng 02 bậc so với năm trước", "tăng 2 bậc so với năm trước"),
        ("xếp loại chi bộ hằng năm tốt", "xếp loại tốt"),
        ("tập thể lao động tiên tiến", "danh hiệu tập thể lao động tiên tiến"),
        ("không còn vụ nào", "không có"),
        ("0 vụ tai nạn", "0 vụ"),
        ("đạt 5/7 chỉ tiêu", "5/7 chỉ tiêu"),
        ("không quá 2/7 chỉ tiêu", "không quá 2/7 chỉ tiêu"),
        ("trên 90% các chỉ tiêu", "trên 90% các chỉ tiêu"),
        ("không tụt hạng so với năm trước", "không tụt hạng so với năm trước"),
        ("95% (1.900/2.000 hồ sơ)", "95% (1.900/2.000)"),
        ("đạt trên 80% đến 90% kế hoạch", "từ trên 80 đến 90% kế hoạch"),
        ("thực hiện trước 31/12/2026", "thực hiện trước 31/12/2026"),
    ],
)
def test_the_canonical_words_are_plain_vietnamese(phrase: str, text: str) -> None:
    assert [str(target) for target in Target.parse(phrase).targets] == [text]


def test_all_105_targets_of_the_decisions_are_in_the_table() -> None:
    assert len(table("seeds")) == 105


@pytest.mark.parametrize("phrase", [row[0] for row in table("seeds")])
def test_the_keyboard_makes_no_difference(phrase: str) -> None:
    expected = described(Target.parse(phrase))
    assert described(Target.parse(unicodedata.normalize("NFD", phrase))) == expected
    assert described(Target.parse(phrase.replace(" ", "\u00a0"))) == expected
    assert described(Target.parse(f"- {phrase};")) == expected


UNITS = [
    None,
    "%",
    "‰",
    "tỷ đồng",
    "triệu đồng/người/năm",
    "hồ sơ",
    "ha",
    "tạ/ha",
    "điểm",
    "ngày làm việc",
]
NAMES = [name for scale in GRADE_SCALES.values() for name in scale]
BASES = [None, "previous_year", "same_period", "previous_year_estimate", "year:2020"]
values = st.one_of(
    st.integers(1, 99_999).map(float),
    st.decimals("0.01", "999", places=2).map(float),
)
IMPLIED = {Better.HIGHER: ">=", Better.LOWER: "<=", Better.NEITHER: "="}


@st.composite
def thresholds(draw: st.DrawFn) -> Target:
    better, explicit = draw(st.sampled_from(Better)), draw(st.booleans())
    op = draw(st.sampled_from([">=", ">", "<=", "<", "="])) if explicit else IMPLIED[better]
    unit, value = draw(st.sampled_from(UNITS)), draw(values)
    of = None
    if unit == "hồ sơ" and draw(st.booleans()):
        value, of = float(int(value) % 20), 20.0
        value = value or 1.0
    plain = of is None and not (op == "=" and value == 0)
    counted = plain and unit == "hồ sơ"
    planned = plain and unit == "%" and op not in ("<=", "<")
    return Target(
        kind=Kind.THRESHOLD,
        comparator=op,
        value=value,
        of=of,
        unit=unit,
        better=better,
        explicit=explicit,
        per=draw(st.sampled_from([None, "month", "quarter"])) if counted else None,
        each=counted and draw(st.booleans()),
        of_plan=planned and draw(st.booleans()),
    )


@st.composite
def changes(draw: st.DrawFn) -> Target:
    kind = draw(st.sampled_from([Kind.GROWTH, Kind.REDUCTION]))
    numbered, explicit = draw(st.booleans()), draw(st.booleans())
    return Target(
        kind=kind,
        comparator=draw(st.sampled_from([">=", ">", "<="]))
        if numbered and explicit
        else ">="
        if numbered
        else ">",
        value=draw(values) if numbered else None,
        unit=draw(st.sampled_from(["%", "điểm phần trăm", "hồ sơ", "‰"])) if numbered else None,
        better=draw(st.sampled_from([Better.HIGHER, Better.LOWER])),
        baseline=draw(st.sampled_from(BASES)),
        explicit=numbered and explicit,
    )


@st.composite
def ranges(draw: st.DrawFn) -> Target:
    low = draw(st.integers(1, 90))
    return Target(
        kind=Kind.RANGE,
        comparator=draw(st.sampled_from([">=", ">"])),
        value=float(low),
        upper=float(low + draw(st.integers(1, 9))),
        unit=(unit := draw(st.sampled_from([*UNITS, "lần/năm"]))),
        better=draw(st.sampled_from(Better)),
        explicit=True,
        per="year" if unit == "lần/năm" else None,
    )


@st.composite
def others(draw: st.DrawFn) -> Target:
    explicit = draw(st.booleans())
    kind = draw(st.sampled_from([Kind.YES_NO, Kind.GRADE, Kind.RANK, Kind.CHILDREN]))
    if kind is Kind.YES_NO:
        return Target(
            kind=kind,
            comparator=None,
            value=None,
            better=Better.HIGHER,
            explicit=explicit,
            by=draw(st.sampled_from([None, "trước 31/12/2026", "trong quý III/2024"])),
        )
    if kind is Kind.GRADE:
        name = draw(st.sampled_from(NAMES))
        said = explicit or name in LOWEST  # nobody strives for "trung bình" without "trở lên"
        return Target(kind=kind, comparator=">=", value=name, better=Better.HIGHER, explicit=said)
    n = draw(st.integers(1, 40))
    of = draw(st.sampled_from([None, float(n + 3)]))
    if kind is Kind.RANK:
        return Target(
            kind=kind,
            comparator="<=",
            value=float(n),
            of=of,
            better=Better.LOWER,
            explicit=explicit,
        )
    said = explicit or of is not None
    return Target(
        kind=kind,
        comparator=">=",
        value=float(n),
        of=of,
        unit="chỉ tiêu",
        better=Better.HIGHER,
        explicit=said,
    )


@given(st.one_of(thresholds(), changes(), ranges(), others()))
def test_what_a_target_says_is_read_back_as_that_target(target: Target) -> None:
    assert Target.parse(str(target)).targets == (target,)


@pytest.mark.untraced
def test_no_mixture_of_the_vocabulary_is_a_crash() -> None:
    words = sorted({word for row in everything() for word in row[0].split()})
    dice = random.Random(9001)  # noqa: S311 (a die, not a secret)
    for _ in range(10_000):
        phrase = " ".join(dice.choices(words, k=dice.randint(1, 9)))
        found = Target.parse(phrase if dice.random() < 0.8 else bare(phrase))
        assert found.understood == bool(found.targets)
        assert found.understood or found.notes


@given(st.text(max_size=60))
def test_no_text_at_all_is_a_crash(text: str) -> None:
    found = Target.parse(text)
    assert found.text == text
    assert found.understood or found.notes


# Without marks these say something else: "hộ so với" is spelt as "hồ sơ với", "trẻ" as "trễ",
# "đất đai" as "đạt …".
OTHERWISE_WITHOUT_MARKS = 4


@pytest.mark.untraced
def test_without_marks_a_phrase_is_read_the_same_or_noted() -> None:
    other = []
    for phrase, _, noted in everything():
        marked, plain = Target.parse(phrase), Target.parse(bare(phrase))
        same = bare(described(plain)) == bare(described(marked))
        if not (same or noted or plain.notes):
            other.append(phrase)
    assert len(other) <= OTHERWISE_WITHOUT_MARKS, other


def test_what_is_not_understood_says_why() -> None:
    reasons = {Target.parse(text).notes[0].id for text in ("", "30/6", "Tỷ lệ hộ nghèo", "1O0%")}
    assert len(reasons) == 4


def test_two_thousand_letters_are_read_and_no_more() -> None:
    wording = "Tỷ lệ hài lòng đạt 95% ".ljust(LONGEST - 1) + "."
    assert len(wording) == LONGEST == 2000
    assert described(Target.parse(wording)) == ">= 95 [%] higher"
    assert isinstance(Target.parse(wording + "."), Unknown)


@pytest.mark.parametrize(("words", "days"), [("1/2", 0.5), ("1/3", 1 / 3), ("3/4", 0.75)])
def test_halves_thirds_and_quarters_are_parts_of_a_day(words: str, days: float) -> None:
    (target,) = Target.parse(f"Thời gian chờ {words} ngày").targets
    assert target.value == pytest.approx(days)
    assert target.of is None


def test_grades_of_one_family_are_comparable() -> None:
    best, good = grade_rank("xuất sắc"), grade_rank("Tốt")
    assert best is not None
    assert good is not None
    assert best[0] == good[0]
    assert best < good
    title = grade_rank("tập thể lao động tiên tiến")
    assert title is not None
    assert title[0] != best[0]
    assert grade_rank("giải nhất") is None


@pytest.mark.parametrize("family", GRADE_SCALES)
def test_every_grade_of_a_scale_has_its_place(family: str) -> None:
    places = [grade_rank(name) for name in GRADE_SCALES[family]]
    assert places == [(family, index) for index in range(len(places))]


def readings() -> list[tuple[PhraseRow, str]]:
    """Every phrase with an example that says how it is read; "!" that nothing is noted."""
    values = [value for module in (comparing, qualities, verbs) for value in vars(module).values()]
    tables = [value for value in values if isinstance(value, tuple) and value]
    return [
        (row, phrase) for table in tables for row in table if row.reading for phrase in row.phrases
    ]


@each_row(readings())
def test_a_phrase_of_the_vocabulary_does_its_part(row: PhraseRow, phrase: str) -> None:
    for spelt in expanded(phrase):
        found = Target.parse(row.example.format(filled(spelt)))
        assert described(found) == row.reading.rstrip("*! ")
        assert found.notes or not row.reading.endswith("*")
        assert not (found.notes and row.reading.endswith("!"))
