"""What a percentage is: a part of cases, a share of what stands, of a plan, or a rate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.domain.meaning import asking
from qms_xlsx.domain.meaning.model import SaidRow, Sort
from qms_xlsx.domain.meaning.signs import WEIGHTS, Found, Sign, counting, sharing
from qms_xlsx.language.scanner import scan
from qms_xlsx.language.text import folded

if TYPE_CHECKING:
    from qms_xlsx.domain.question import Question
    from qms_xlsx.language.messages import Message

    Told = tuple[Sort, tuple[Message, ...]]

_NOUNS = frozenset({Sign.CASE, Sign.GROUP, Sign.EXTENT, Sign.OFFICE, Sign.CONDITION, Sign.SURVEY})
_QUOTA = re.compile(r"\d\s*(?:%|phần trăm)\s*(?P<whole>.+)", re.I | re.S)
_QUOTA_ONLY = re.compile(r"%\s*(?:các )?chỉ tiêu\W*$")
_GIVEN = re.compile(r"\b(giao|kế hoạch|dự toán)\b", re.I)


_COMING = re.compile(r"sơ sinh|khai sinh|khai tử|trước sinh|sản phụ|nội trú|nhập viện|ra viện")
"""Of whom others come in every period."""
_WHOLE_COMES = re.compile(
    r"sinh ra|trẻ (?:được )?sinh(?! hoạt)|ca (?:sinh|đẻ)|mới sinh|(?:kết|ly) hôn|tử vong|qua đời"
    r"|(?:vào|ra|xuất) viện|nhập học|ra trường|chuyển (?:đến|đi)"
)
"""Words of a whole that is counted anew in every period ("tổng số trẻ sinh ra", "cặp kết hôn")."""
_PARTS = ("tỷ lệ", "tỉ lệ")
_PROCEDURES = ("thủ tục hành chính", "tthc", "thủ tục")
_PLANNED_WORK = ("nhiệm vụ", "chương trình", "đề án", "dự án", "công trình", "hạng mục", "nội dung")


def labelled(row: SaidRow, *, share: bool) -> Told:
    """Return what two counts make, by what the denominator counts."""
    whole = row.denominator_label or row.numerator_label
    if _GIVEN.search(whole):
        return Sort.PLAN, ()
    if not share or _flows(whole):
        return Sort.PART, ()
    for text in (whole, row.said):
        noun = next((f for f in sharing(text) if f.sign in _NOUNS), None)
        if noun:
            return _part(row, noun, text)
    return Sort.PART, (asking.NOT_SAID_WHOLE,)


def _flows(whole: str) -> bool:
    """Tell whether the whole is an amount that comes anew ("m3 nước sản xuất", "tấn rác")."""
    head = folded(whole).split()[:1]
    signs = [f.sign for f in counting(whole)]
    amount = bool(signs) and signs[0] in (Sign.AMOUNT, Sign.MAKING, Sign.DOING)
    return bool(set(head) & set(WEIGHTS)) or amount


def unlabelled(row: SaidRow) -> Told | Question:
    """Return what a percentage without labels is, by its words."""
    quota = _QUOTA.search(row.words)
    text = row.said
    found = sharing(text)
    if of_plan(row):
        return Sort.PLAN, ()
    whole = sharing(quota["whole"]) if quota and not _opens_as_rate(row.words) else ()
    noun = next((f for f in whole if f.sign in _NOUNS), None)
    if any(f.sign is Sign.SURVEY for f in found):
        return (Sort.PART if _asked_of_some(found) else Sort.RATE), ()
    if noun is not None and quota is not None:
        return _part(row, noun, quota["whole"])
    events = counting(quota["whole"])[:1] if quota and not _opens_as_rate(row.words) else ()
    if any(event.sign is Sign.EVENT and not event.start for event in events):
        return Sort.PART, ()
    return _stated(row, found)


def _asked_of_some(found: tuple[Found, ...]) -> bool:
    """Tell people who are satisfied, which are counted, from a degree of satisfaction."""
    survey = next(f for f in found if f.sign is Sign.SURVEY)
    counted = [f for f in found if f.sign in (Sign.CASE, Sign.GROUP)]
    degree = any(f.sign is Sign.RATE and f.phrase not in _PARTS for f in found)
    if degree or survey.phrase.startswith("mức độ"):
        return False
    return any(f.start < survey.start or f.sign is Sign.CASE for f in counted)


def _stated(row: SaidRow, found: tuple[Found, ...]) -> Told | Question:
    """Return what a percentage is that is stated after what it is of."""
    rates = [f.phrase for f in found if f.sign is Sign.RATE]
    rate = bool(rates)
    if rate and found[0].phrase == "chỉ số":
        return Sort.SCORE, ()
    parted = bool(rates) and rates[0] in _PARTS and not published(row)
    first = next((f for f in found if f.sign in _NOUNS | {Sign.OUTCOME}), None)
    noun = next((f for f in found if f.sign in _NOUNS), None)
    dealt = any(f.sign is Sign.OUTCOME for f in found)
    if first is not None and first.sign is Sign.OUTCOME:
        return Sort.PART, ()
    if noun is not None:
        case = noun.sign is Sign.CASE or (dealt and noun.phrase in _PROCEDURES)
        listed = noun.sign is Sign.GROUP and parted
        stated = noun.sign is Sign.CONDITION or (rate and not listed)
        return (Sort.RATE, ()) if stated and not case else _part(row, noun, row.said)
    if rate or awarded(row):
        return Sort.RATE, () if awarded(row) else (asking.NOT_SAID_RATE,)
    return asking.per_cent_of_what(row.called)


def _part(row: SaidRow, noun: Found, text: str) -> Told:
    """Return what a share is of the whole that a noun in a text names."""
    found = sharing(row.said)
    signs = {f.sign for f in found}
    dealt = Sign.OUTCOME in signs
    happens = any(f.sign is Sign.EVENT and f.start <= noun.start for f in counting(text))
    born = _COMING.search(folded(row.said)) is not None
    born = born or _WHOLE_COMES.search(folded(row.denominator_label)) is not None
    anew = happens or born or noun.sign in (Sign.CASE, Sign.SURVEY)
    if anew or (noun.phrase in _PROCEDURES and dealt):
        planned = noun.phrase.startswith(_PLANNED_WORK) and not dealt
        return Sort.PART, (asking.DUE_IN_PERIOD,) if planned else ()
    if joins(row):
        return Sort.SHARE, (asking.SINCE_JANUARY,)
    if Sign.GATHERED not in signs or awarded(row):
        return Sort.SHARE, ()
    if Sign.RATE in signs:
        return Sort.SHARE, (asking.SINCE_JANUARY,)
    return Sort.SHARE, (asking.GATHERS,) if row.profile is None else ()


def awarded(row: SaidRow) -> bool:
    """Tell whether a share is of what is given or known once a year."""
    return any(f.sign is Sign.AWARD for f in sharing(row.said))


def joins(row: SaidRow) -> bool:
    """Tell whether what is new is compared with what stands ("kết nạp mới 3% đảng viên")."""
    return any(f.sign is Sign.NEW for f in counting(row.said))


def published(row: SaidRow) -> bool:
    """Tell whether a share is found by survey or statistics, not counted by a department."""
    return any(f.sign is Sign.CONDITION for f in sharing(row.said))


def states_a_condition(row: SaidRow) -> bool:
    """Tell whether a share is stated as a rate ("Tỷ lệ hộ nghèo"), not asked of a whole."""
    rate = any(f.sign is Sign.RATE for f in sharing(row.said))
    return rate or (published(row) and not _QUOTA.search(row.words))


def of_offices(row: SaidRow) -> bool:
    """Tell whether the whole is the departments themselves ("100 % các bộ phận …")."""
    found = sharing(row.words if "%" in row.words else row.name)
    noun = next((f for f in found if f.sign in _NOUNS), None)
    return noun is not None and noun.sign is Sign.OFFICE


def of_plan(row: SaidRow) -> bool:
    """Tell whether a plan, a budget or a quota is what a percentage is of."""
    if any(target.of_plan for target in row.targets):
        return True
    if _QUOTA_ONLY.search(folded(row.words)) and "chỉ tiêu" not in folded(row.name):
        return True
    text = row.said
    words = [token.fold for token in scan(text).tokens]
    for f in sharing(text):
        after = words[f.start + f.size :]
        by = {"theo", "đúng", "trong", "các"} & set(words[max(f.start - 3, 0) : f.start])
        dealt = after[:1] == ["được"] and after[1:2] != ["giao"]
        if f.sign is Sign.PLANNED and not by and not dealt:
            return True
    return False


def _opens_as_rate(words: str) -> bool:
    found = sharing(words.partition("%")[0])
    return bool(found) and found[0].sign is Sign.RATE
