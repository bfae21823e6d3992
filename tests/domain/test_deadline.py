"""How deadlines are read, from tables of phrases."""

from __future__ import annotations

import random
import unicodedata
from calendar import monthrange
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import qms_xlsx
from qms_xlsx.domain.deadline import Deadline, DeadlineKind, Every
from qms_xlsx.domain.deadline.values import MONTHS_OF
from qms_xlsx.language.lexicon import expanded
from qms_xlsx.language.text import bare
from qms_xlsx.language.vocabulary.times import TIMES
from tests.long_tables import each_row

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR = 2024
TABLES = Path(__file__).parent / "deadlines"
CATALOGUE = Path(qms_xlsx.__file__).parent / "locale" / "vi" / "LC_MESSAGES" / "qms_xlsx.po"
MONTHS = {"ME": range(1, 13), "QE": (3, 6, 9, 12), "HE": (6, 12), "NM": range(2, 14)}
FIGURES = [
    "15",
    "6",
    "30/11",
    "31/2",
    "2024",
    "2-3/2024",
    "I",
    "II",
    "III",
    "IV",
    "12/2023",
    "20.7",
    "T6",
    "Q3",
    "17h00",
    ";",
    ",",
    "-",
    "/",
    "(",
    ")",
    "[",
    "]",
    ".",
    "và",
    "%",
    "09/2019/NĐ-CP",
    "hội",
    "nghị",
    "99",
    "0",
    "24/7",
    "00/00",
    "9999",
    "31/12/9999",
    "12/9999",
    "0001",
    "⅓",
    "²",
    "́",
]


def table(name: str, bar: str = " | ") -> list[tuple[str, str]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    rows = (line.rsplit(bar, 1) for line in lines if line and not line.startswith("#"))
    return [(phrase, reading) for phrase, reading in rows]


def dates(word: str) -> Iterator[date]:
    if word[:2] in MONTHS:
        day = int(word[3:] or 31)
        for month in MONTHS[word[:2]]:
            year, number = (YEAR, month) if month < 13 else (YEAR + 1, month - 12)
            yield date(year, number, min(day, monthrange(year, number)[1]))
    else:
        day, month, *year = (int(part) for part in word.split("/"))
        yield date(year[0] if year else YEAR, month, day)


def expected(reading: str) -> tuple[object, ...]:
    head, *words = reading.split()
    kinds = () if head == "?" else tuple(DeadlineKind(kind) for kind in head.split("+"))
    every = next((Every(word[1:]) for word in words if word[0] == "@"), None)
    start = next((next(dates(word[1:])) for word in words if word[0] == ">"), None)
    due = {day for word in words if word[0] not in "@>!x" for day in dates(word)}
    return kinds, every, start, tuple(sorted(due)), "!" in words


def read(phrase: str) -> tuple[object, ...]:
    found = Deadline.parse(phrase, YEAR)
    return found.kinds, found.every, found.start, found.due, found.strict


def notes(phrase: str) -> str:
    return " ".join(note.id for note in Deadline.parse(phrase, YEAR).notes)


PHRASES = table("phrases.txt")
ATTACKS = table("attacks.txt")
PLANS = table("plans.txt")
NOTED = [
    (*head.rsplit(" | ", 1), tuple(said.strip().split(" ; ")) if said.strip() else ())
    for head, said in table("notes.txt", " |")
]


@each_row(PHRASES + ATTACKS + PLANS)
def test_a_phrase_reads_as_an_official_reads_it(phrase: str, reading: str) -> None:
    assert read(phrase) == expected(reading)


@each_row(PHRASES)
def test_spelling_in_decomposed_unicode_capitals_and_odd_spaces_changes_nothing(
    phrase: str, reading: str
) -> None:
    assert read(unicodedata.normalize("NFD", phrase)) == expected(reading)
    assert read(phrase.upper()) == expected(reading)
    assert read(f"\u00a0 {phrase.replace(' ', chr(0xA0) + ' ')}\n") == expected(reading)


# Without marks "tháng sáu" and "tháng sau", "tháng năm" and "tháng, năm", "quý tư" are one.
AMBIGUOUS = {"tháng Năm", "tháng sáu", "quý tư", "Đang cập nhật"}


@each_row(row for row in PHRASES if row[0] not in AMBIGUOUS)
def test_a_phrase_without_diacritics_reads_the_same(phrase: str, reading: str) -> None:
    assert read(bare(phrase)) == expected(reading)


def test_the_tables_hold_each_phrase_once() -> None:
    phrases = [phrase for phrase, _ in PHRASES + ATTACKS]
    assert len(phrases) > 300
    assert len(set(phrases)) > 0.95 * len(phrases)


@pytest.mark.parametrize(("phrase", "reading", "said"), NOTED)
def test_a_phrase_reads_so_and_says_what_is_doubtful(
    phrase: str, reading: str, said: tuple[str, ...]
) -> None:
    found = Deadline.parse(phrase, YEAR)
    doubts = {note.id for note in found.doubts}
    notes = ["*" * (note.id in doubts) + note.id for note in found.notes]
    assert read(phrase) == expected(reading)
    assert tuple(note for note in notes if not note.startswith("On a weekend")) == said
    assert found.times == next((int(w[1:]) for w in reading.split() if w[0] == "x"), 1)


def test_every_note_of_the_grammar_is_given_by_a_phrase_of_the_tables() -> None:
    with CATALOGUE.open("rb") as file:
        known = {
            message.id
            for message in read_po(file)
            if any(place.startswith("domain/deadline/") for place, _ in message.locations)
        }
    phrases = [row[0] for row in PHRASES + ATTACKS + PLANS + NOTED] + ["x" * 2000]
    given = {note.id for phrase in phrases for note in Deadline.parse(phrase, YEAR).notes}
    assert known - given == {"A first of the month may stand for the whole month typed."}


@pytest.mark.parametrize(
    ("phrase", "part"),
    [
        ("Trước 15/6", "weekend"),
        ("Trước 30/02/2024", "no such day"),
        ("Từ 01/4 đến 31/4", "no such day"),
        ("Trước 32/02/2024", "no day"),
        ("Ngày 00/6/2024", "Not read"),
        ("Định kỳ", "how often"),
        ("01 - 02 lần/năm", "least"),
        ("Hàng tháng, hàng quý", "Several periods"),
        ("Trước 15/6, chậm nhất 30/11", "some of the dates"),
        ("Số liệu từ 15/12 năm trước đến 14/6", "window of data"),
        ("Trước 17h00 ngày 25/6/2024", "time of day"),
        ("Tháng 12 - tháng 01", "next year"),
        ("Đầu tháng 6", "no day"),
        ("Theo kế hoạch", "another document"),
        ("Trước ngày 25", "without its month"),
        ("Rằm tháng Bảy âm lịch", "lunar"),
        ("Năm học 2024-2025", "calendar year"),
        ("Ngày 30 hàng tháng", "no such day"),
        ("Quý II và quý III", "one another"),
        ("Tháng 13/2024", "Not read"),
        ("Sau khi có Quyết định ngày 15/3/2024", "event"),
        ("Không thường xuyên", "negation"),
        ("2 lần/tháng", "Several times"),
        ("4 tháng/lần", "roughly"),
        ("Ngày làm việc cuối cùng của tháng", "Working days"),
        ("x" * 2000, "too long"),
    ],
)
def test_what_is_doubtful_is_noted(phrase: str, part: str) -> None:
    assert part in notes(phrase)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Báo cáo quý 5 của tỉnh", "quý 5"),
        ("Tuần 52", "tuần 52"),
        ("Hội thảo 2025", "2025"),
        ("Từ quý II đến nay", "nay"),
        ("Năm học 2024-2025", "năm học"),
    ],
)
def test_a_doubt_quotes_the_words_left_out(phrase: str, words: str) -> None:
    assert [note.values for note in Deadline.parse(phrase, YEAR).doubts] == [{"words": words}]


@pytest.mark.parametrize(
    ("phrase", "doubtful"),
    [
        ("Trước 15/6; ngày 45/9", True),
        ("Không thường xuyên", True),
        ("Năm học 2024-2025", True),
        ("Tháng 13/2024", True),
        ("Trước 15/6", False),
        ("Trước 30/02/2024", False),
        ("Định kỳ", False),
    ],
)
def test_only_what_is_left_out_is_a_doubt(phrase: str, doubtful: bool) -> None:
    found = Deadline.parse(phrase, YEAR)
    assert bool(found.doubts) is doubtful
    assert set(map(str, found.doubts)) <= set(map(str, found.notes))


@pytest.mark.parametrize(
    "phrase", ["Trước 05/01/2024", "Hàng tuần", "Thường xuyên", "Khi có văn bản", "Quý III"]
)
def test_what_is_plain_is_not_noted(phrase: str) -> None:
    assert notes(phrase) == ""


@pytest.mark.parametrize(
    ("phrase", "lends"),
    [
        ("Định kỳ", True),
        ("Định kỳ và đột xuất", True),
        ("Định kỳ hàng tuần", False),
        ("Định kỳ trước 15/6", False),
        ("Thường xuyên", False),
        ("như trên", False),
    ],
)
def test_only_dinh_ky_without_a_period_takes_the_register_s_dates(phrase: str, lends: bool) -> None:
    assert Deadline.parse(phrase, YEAR).lends_report_dates is lends


def test_truoc_ends_on_the_day_before_unless_the_register_says_otherwise() -> None:
    strict, loose = Deadline.parse("Trước 01/3", YEAR), Deadline.parse("Chậm nhất 01/3", YEAR)
    assert strict.last_good_days() == (date(2024, 2, 29),)
    assert strict.last_good_days(strict_before=False) == (date(2024, 3, 1),)
    assert loose.last_good_days() == (date(2024, 3, 1),)


@pytest.mark.parametrize(
    ("phrase", "times", "dates"),
    [
        ("2 lần/tháng", 2, 12),
        ("5 lần/năm", 5, 1),
        ("02 buổi/quý, 01 cuộc/năm", 2, 4),
        ("01 - 02 lần/năm", 1, 1),
        ("2 lần/năm", 1, 2),
        ("Mỗi tháng 2 lần vào ngày 10 và ngày 25", 1, 24),
        ("2 lần/tuần", 1, 0),
        ("02 cuộc/quý", 2, 4),
        ("02 cuộc họp giao ban/quý", 2, 4),
        ("02 cuộc họp giao ban nội bộ/quý", 2, 4),
        ("mỗi quý 02 lần", 2, 4),
        ("mỗi quý tổ chức họp giao ban nội bộ cơ quan 02 lần", 2, 4),
        ("Kiểm tra 3 đơn vị trực thuộc và báo cáo/quý", 1, 4),
        ("3 lần/năm: 30/4, 31/8, 20/12", 1, 3),
    ],
)
def test_several_times_for_one_date_are_kept(phrase: str, times: int, dates: int) -> None:
    found = Deadline.parse(phrase, YEAR)
    assert (found.times, len(found.due)) == (times, dates)


@pytest.mark.parametrize(
    ("precision", "start", "due", "kind"),
    [
        (Every.DAY, None, date(2024, 5, 1), DeadlineKind.BY),
        (Every.MONTH, date(2024, 5, 1), date(2024, 5, 31), DeadlineKind.WINDOW),
        (Every.QUARTER, date(2024, 4, 1), date(2024, 6, 30), DeadlineKind.WINDOW),
        (Every.HALF, date(2024, 1, 1), date(2024, 6, 30), DeadlineKind.WINDOW),
        (Every.YEAR, date(2024, 1, 1), date(2024, 12, 31), DeadlineKind.WINDOW),
    ],
)
def test_a_date_in_the_cell_is_read_as_far_as_it_is_shown(
    precision: Every, start: date | None, due: date, kind: DeadlineKind
) -> None:
    found = Deadline.of_date(date(2024, 5, 1), precision)
    assert (found.kinds, found.start, found.due, found.strict) == ((kind,), start, (due,), False)
    assert found.times == 1
    again = Deadline.parse(found.text, 2031)
    assert (again.kinds, again.start, again.due) == (found.kinds, found.start, found.due)


@pytest.mark.parametrize(("day", "noted"), [(1, True), (2, False), (31, False)])
def test_a_first_of_the_month_may_have_been_the_month(day: int, noted: bool) -> None:
    assert bool(Deadline.of_date(date(2024, 5, day)).notes) is noted
    assert not Deadline.of_date(date(2024, 5, day), Every.MONTH).notes


@pytest.mark.parametrize(
    ("phrase", "day", "kept", "dropped"),
    [
        ("Hằng tháng", date(2024, 7, 1), 6, 6),
        ("Hằng tháng", date(2024, 6, 30), 7, 5),
        ("Trước ngày 25 hằng tháng", date(2024, 3, 24), 10, 2),
        ("Trước ngày 25 hằng tháng", date(2024, 3, 25), 9, 3),
        ("Trước 15/6 và trước 30/11 hằng năm", date(2024, 7, 1), 1, 1),
        ("Trước 05/01/2024", date(2024, 3, 22), 1, 0),
        ("Tháng 2-3/2024", date(2024, 7, 1), 1, 0),
        ("4 tháng/lần", date(2025, 1, 1), 0, 3),
        ("Định kỳ", date(2024, 7, 1), 0, 0),
    ],
)
def test_what_came_back_before_the_plan_held_is_no_debt(
    phrase: str, day: date, kept: int, dropped: int
) -> None:
    found = Deadline.parse(phrase, YEAR)
    later = found.since(day)
    assert (len(later.due), len(later.dropped)) == (kept, dropped)
    assert (*later.dropped, *later.due) == found.due
    assert later.lends_report_dates is (phrase == "Định kỳ")
    assert found.since(None) is found


def test_a_loose_truoc_keeps_the_day_itself() -> None:
    monthly = Deadline.parse("Trước ngày 25 hằng tháng", YEAR)
    assert len(monthly.since(date(2024, 3, 25), strict_before=False).due) == 10


def test_dates_without_a_year_fall_in_the_plan_s() -> None:
    assert Deadline.parse("Trước 15/6", 2031).due == (date(2031, 6, 15),)


@pytest.mark.parametrize(
    "phrase",
    [
        "Trước 15/6 và trước 30/11 hằng năm",
        "Tháng 2-3/2024",
        "Định kỳ hàng tháng",
        "ngày 10 tháng đầu quý sau",
        "trước ngày 25 hàng tháng",
        "6 tháng/lần",
        "Định kỳ",
        "Hằng tuần",
        "Thường xuyên",
        "Thường xuyên từ tháng 7/2024",
        "Đột xuất",
        "Thường xuyên và đột xuất",
        "Quý IV/2023 - Quý I/2024",
        "Định kỳ hàng quý hoặc khi có yêu cầu",
    ],
)
def test_the_canonical_text_reads_as_the_deadline_itself(phrase: str) -> None:
    deadline = Deadline.parse(phrase, YEAR)
    assert read(str(deadline)) == read(phrase)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("06 tháng/01 lần", "Định kỳ 06 tháng/lần"),
        ("hàng quý", "Định kỳ hằng quý"),
        ("Trước 15/6 và 30/11 hàng năm", "Trước ngày 15/06/2024, 30/11/2024 hằng năm"),
        ("Tháng 2-3", "Từ ngày 01/02/2024 đến ngày 31/03/2024"),
        ("Mỗi tuần", "Định kỳ hằng tuần"),
        ("Từ tháng 7", "Thường xuyên từ ngày 01/07/2024"),
    ],
)
def test_the_canonical_text_is_plain_vietnamese(phrase: str, text: str) -> None:
    assert str(Deadline.parse(phrase, YEAR)) == text


def test_several_times_in_a_period_are_said_in_the_canonical_text() -> None:
    deadline = Deadline.parse("2 buổi/tháng", YEAR)
    assert str(deadline) == "Định kỳ 02 lần/tháng"
    assert Deadline.parse(str(deadline), YEAR).times == 2


def said_whole(deadline: Deadline) -> bool:
    """Tell whether the canonical text has room for all: one window, a whole year's cycle."""
    kinds = set(deadline.kinds) - {DeadlineKind.ONGOING, DeadlineKind.ON_EVENT}
    if kinds == {DeadlineKind.RECURRING}:
        months = MONTHS_OF.get(deadline.every, ())
        return not deadline.due or len(deadline.due) == len(months)
    one = DeadlineKind.WINDOW not in kinds or len(deadline.due) == 1
    return bool(deadline.kinds) and one and len(kinds) < 2


@each_row(phrase for phrase, _ in PHRASES + ATTACKS + PLANS)
def test_the_canonical_text_says_the_deadline_again(phrase: str) -> None:
    deadline = Deadline.parse(phrase, YEAR)
    again = Deadline.parse(str(deadline), YEAR)
    if said_whole(deadline):
        assert (again.kinds, again.every, again.due) == (
            deadline.kinds,
            deadline.every,
            deadline.due,
        )
        assert (again.strict, again.times) == (deadline.strict, deadline.times)
    assert again.understood is deadline.understood


@pytest.mark.parametrize(("length", "read"), [(600, True), (601, False)])
def test_a_text_of_a_page_is_no_deadline(length: int, read: bool) -> None:
    assert Deadline.parse("Trước 15/6".ljust(length), YEAR).understood is read


def test_what_is_not_understood_keeps_its_words() -> None:
    assert str(Deadline.parse("như trên", YEAR)) == "như trên"


def mixtures(count: int) -> Iterator[str]:
    phrases = [spelt for row in TIMES for phrase in row.phrases for spelt in expanded(phrase)]
    words = [*phrases, *FIGURES]
    chance = random.Random(20240615)  # noqa: S311 (nothing to guess)
    for _ in range(count):
        text = " ".join(chance.choice(words) for _ in range(chance.randint(1, 9)))
        yield text.replace(" ", "") if chance.random() < 0.2 else text


@pytest.mark.untraced
def test_ten_thousand_mixtures_of_the_vocabulary_are_read_without_a_crash() -> None:
    for text in mixtures(10_000):
        deadline = Deadline.parse(text, YEAR)
        assert deadline.due == tuple(sorted(set(deadline.due))), text
        assert deadline.understood or not (deadline.due or deadline.every), text
        assert deadline.kinds == tuple(k for k in DeadlineKind if k in deadline.kinds), text
        assert str(deadline)
        assert all(note.id for note in deadline.notes), text


@given(st.text(max_size=60), st.integers(min_value=1, max_value=9999))
def test_any_text_in_any_year_is_read_without_a_crash(text: str, year: int) -> None:
    deadline = Deadline.parse(text, year)
    assert deadline.due == tuple(sorted(set(deadline.due)))


CLAUSES = st.lists(
    st.sampled_from([p for p, _ in PHRASES + ATTACKS + PLANS]), min_size=1, max_size=3
)


@given(CLAUSES, st.sampled_from(["; ", ", ", " và ", " hoặc ", "\n"]))
def test_clauses_put_together_keep_their_bounds(clauses: list[str], link: str) -> None:
    found = Deadline.parse(link.join(clauses), YEAR)
    assert found.due == tuple(sorted(set(found.due)))
    assert all(2020 <= day.year <= 2026 for day in found.due)
    assert found.due or not found.strict
    assert found.understood or not (found.due or found.every or found.start)
    opened = found.start if DeadlineKind.WINDOW in found.kinds else None
    assert opened is None or opened <= max(found.due)
    assert found.times == 1 or found.due
    assert set(map(str, found.doubts)) <= set(map(str, found.notes))


@given(CLAUSES)
def test_clauses_on_lines_of_their_own_lose_no_kind_of_event(clauses: list[str]) -> None:
    kinds = {kind for clause in clauses for kind in Deadline.parse(clause, YEAR).kinds}
    found = set(Deadline.parse("\n".join(clauses), YEAR).kinds)
    assert DeadlineKind.ON_EVENT not in kinds or DeadlineKind.ON_EVENT in found


@given(st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31)), st.sampled_from(["Trước", "Chậm nhất"]))
def test_a_date_reads_as_itself_however_it_is_written(day: date, limit: str) -> None:
    for shown in (f"{day:%d/%m/%Y}", f"ngày {day.day} tháng {day.month}", f"{day:%d-%m-%Y}"):
        found = Deadline.parse(f"{limit} {shown}", YEAR)
        assert (found.kinds, found.due) == ((DeadlineKind.BY,), (day,))
        assert found.strict is (limit == "Trước")


@cache
def of_the_phrases() -> list[Deadline]:
    return [Deadline.parse(phrase, YEAR) for phrase, _ in PHRASES]


@given(st.dates(date(YEAR, 1, 1), date(YEAR + 1, 12, 31)))
def test_dropping_before_a_day_keeps_what_is_owed_after_it(day: date) -> None:
    for found in of_the_phrases():
        later = found.since(day)
        assert later.since(day) == later or not found.comes_back
        assert (*later.dropped, *later.due) == found.due
        assert not later.comes_back or all(good >= day for good in later.last_good_days())


@pytest.mark.parametrize("year", [1, 2, 9998, 9999])
def test_years_at_the_ends_of_the_calendar_are_read_without_a_crash(year: int) -> None:
    for phrase, _ in PHRASES:
        assert Deadline.parse(phrase, year).last_good_days() is not None
