"""A sentence of a decision, taken apart: one clause a target, what is measured and its level."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from qms_xlsx.document.carrying import carried, is_place, name_parts
from qms_xlsx.document.changes import with_verbs
from qms_xlsx.document.conjuncts import conjuncts
from qms_xlsx.document.halves import part_of_year, with_halves
from qms_xlsx.document.listing import with_subject, without_list, without_names
from qms_xlsx.document.parting import pieces, sentences, states_a_result
from qms_xlsx.document.twofold import Twofold, twofold
from qms_xlsx.document.wording import (
    StatedTarget,
    does,
    named,
    parsed,
    read,
    says_as_much,
    unit_words,
)
from qms_xlsx.domain.target import Kind, Target
from qms_xlsx.language.messages import N_, Message, doubt, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

_Piece: TypeAlias = tuple[str, Target | None, tuple[Message, ...]]

_FULL = 100.0
_NO_TARGET = N_("“{words}” is not read as a target of its own.")
_PART_OF_YEAR = re.compile(
    r"(den |het |den het |trong )*(quy (i|ii|iii|iv|[1-4])\b|0?6 thang|thang \d)"
)
_NAMED_LEVEL = re.compile(
    r"(?P<name>[^:;]{3,120}):\s*(?P<level>(?:đạt|từ|trên|dưới|ít nhất|tối thiểu|tối đa|không quá"
    r"|[≥≤<>]=?)\s?[^:;]*)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(rieng |tinh )?(den )?(het )?(ngay )?(30/0?6(/\d{4})?|(6|06) thang( dau nam)?|quy ii)"
    r"( nam \d{4})?"
)
"""The half of the year, and nothing that is measured."""
_SAID = 3
"""A sentence of so many words says something, though it is not read."""
_RIDER = re.compile(
    r"(va )?moi (dot|ky|quy|thang|nam|tuan|lan|lop|cuoc|buoi|nguoi)"
    r"( it nhat| toi thieu| khong duoi| khong qua| tu)* \d+([,.]\d+)?"
    r" (lan|ngay|tuan|thang|gio|tiet|phut|nguoi|buoi)( tro len)?"
)
"""How often or how long each time: "100% chi bộ sinh hoạt, mỗi quý ít nhất 01 lần"."""
_TIMES = ("giờ", "ngày", "tuần", "tháng")
_WITHIN = re.compile(
    r"^(?!thoi (gian|han)\b).*\btrong( vong| thoi (gian|han))?( khong qua| toi da)?"
    r" \d+ (gio|ngay|tuan|thang)\b"
)
"""Within which time something is done; not how long it takes."""
_AGAIN = re.compile(r"(bang|tuong duong|tuong ung|ung voi)( voi)?( khoang)? \d")
"""How the level before is said once more, in other terms: "14,5 tỷ đồng, bằng 108% dự toán"."""
_WHEN = re.compile(
    r"(?P<when>(?:sau|trong(?: vòng)?|kể từ)\s+\d+\s+(?:giờ|ngày|tuần|tháng|năm)\b(?! đầu năm)"
    r"[^,;:%\d]*),\s+",
    re.IGNORECASE,
)
"""After how long, or within which time, something is looked at."""
_RESULT = re.compile(r"(giu vung|duy tri|dat|duoc cong nhan|hoan thanh|khong)\b")
"""Words that state a result of its own, and not how the deed before is done."""


def clauses(text: str) -> tuple[StatedTarget, ...]:
    """Return a sentence's targets, each with its own words."""
    twice = tuple(twofold(text))
    for one in twice:
        text = text.replace(one.again, "", 1)
    found: list[StatedTarget] = []
    whole = None
    unread = ""
    for sentence in with_subject(sentences(text)):
        begin = len(found)
        when, stated = _without_when(sentence)
        stated, names = without_names(stated)
        for at, piece in enumerate(_split(stated)):
            _add(found, piece, opens=at == 0)
        unread = unread or ("" if found or not _is_said(stated) else stated)
        if when and found[begin:]:
            found[begin] = replace(found[begin], name=f"{found[begin].name} ({when})")
        if names and found[begin:]:
            found[begin] = replace(found[begin], name=f"{found[begin].name} {names}")
        with_verbs(found, begin, stated)
        with_halves(found, begin)
        only = begin and found[begin:] and is_place(found[begin].name)  # "; riêng lĩnh vực đất đai"
        _carry(found, begin - 1 if only else begin)
        whole = name_parts(found, begin, sentence, whole)
    if "lần lượt" in text.lower():
        turn = doubt("Several levels stand “in turn”: name what each of them measures.")
        found = [replace(clause, notes=(*clause.notes, turn)) for clause in found]
    if unread and found:
        found[0] = replace(found[0], notes=(*found[0].notes, doubt(_NO_TARGET, words=unread)))
    contested = [one for one in twice if not one.agrees]
    return tuple(_contested(clause, contested) for clause in found)


def _is_said(sentence: str) -> bool:
    """Whether a sentence without a target says something, and is not only a heading's words."""
    return len(sentence.split()) >= _SAID and bool(re.search(r"\d", sentence) or does(sentence))


def _without_when(sentence: str) -> tuple[str, str]:
    """Return after how long a sentence's level is looked at, where that comes first, and the rest.

    "Sau 6 tháng tốt nghiệp, trên 85% có việc làm" sets one level, and no time.
    """
    when = _WHEN.match(sentence)
    rest = sentence[when.end() :] if when else ""
    return (when["when"].lower(), rest) if when and parsed(rest)[0] else ("", sentence)


def _contested(clause: StatedTarget, twice: list[Twofold]) -> StatedTarget:
    """Return a clause with both notations of its level where they do not agree, and a doubt."""
    for one in twice:
        if one.fraction in clause.target:
            target = f"{clause.target}{one.again}"
            return replace(clause, target=target, notes=(*clause.notes, one.doubt))
    return clause


def _carry(found: list[StatedTarget], begin: int) -> None:
    """Let the clauses of one sentence take over what the one before has said."""
    for at in range(begin + 1, len(found)):
        clause, before = found[at], found[at - 1]
        if clause.measured and clause.name != before.name:
            found[at] = replace(clause, name=carried(clause.name, before.name))


def _split(sentence: str) -> Iterator[_Piece]:
    """Yield pieces of a sentence with one target each; whole where it cannot be parted."""
    whole, listed = without_list(sentence)
    if listed:
        yield from _parts_of(whole, listed)
        return
    targets, notes = parsed(sentence)
    if len(targets) > 1 and (level := _behind_a_name(sentence)):
        yield sentence, level, notes
        return
    parts = pieces(sentence, len(targets), notes)
    if len(targets) > 1 and not parts and (rest := _behind_a_topic(sentence)):
        yield from _split(rest)
    elif parts:
        for part in with_subject(parts):
            yield from _split(part)
    elif len(targets) <= 1:
        yield from _joined(sentence, targets[0] if targets else None, notes)
    else:
        note = doubt("Several targets stand in one wording: it is shown as it is understood.")
        for target in targets:
            yield sentence, target, (*notes, note)


def _behind_a_name(sentence: str) -> Target | None:
    """Return the level behind a colon, where what stands before it only counts in its name.

    "Khám có thêm 01 kỹ thuật: dưới 3 giờ" measures the time of such an examination.
    """
    found = _NAMED_LEVEL.match(sentence)
    if found is None or does(found["name"]):
        return None
    (named, _), (levels, _) = parsed(found["name"]), parsed(found["level"])
    implied = all(not target.explicit and target.unit != "%" for target in named)
    return levels[0] if implied and len(levels) == 1 and levels[0].explicit else None


def _behind_a_topic(sentence: str) -> str:
    """Return what stands behind a topic without a level, where that alone is one target.

    "Xếp loại cuối năm: 20% cán bộ hoàn thành xuất sắc nhiệm vụ" is one share.
    """
    topic, colon, rest = sentence.partition(": ")
    level = re.search(r"\d", topic) or any(t.kind is not Kind.YES_NO for t in parsed(topic)[0])
    return rest if colon and not level and len(parsed(rest)[0]) == 1 else ""


def _parts_of(whole: str, listed: list[str]) -> Iterator[_Piece]:
    """Yield what a sentence says outside its brackets, where that is a figure, and each part."""
    own = [clause for clause in clauses(whole) if clause.goal.value is not None]
    if own:
        yield from _split(whole)
    about = own[0].name if own else whole
    for part in listed:
        yield from _split(f"{about}: {part}")


def _joined(sentence: str, target: Target | None, notes: tuple[Message, ...]) -> Iterator[_Piece]:
    """Yield a sentence of one target, or one for each of the deeds that it joins.

    All of a thing do both exactly when all do the one and all do the other; below 100 % that is
    not so, and the sentence stays whole and is asked about.
    """
    share = target is not None and target.kind is Kind.THRESHOLD and target.unit == "%"
    deeds = conjuncts(sentence) if share else []
    readings = [parsed(deed)[0] for deed in deeds]
    if not deeds or any(len(found) != 1 for found in readings):
        yield sentence, target, notes
    elif target is not None and target.value == _FULL:
        for deed, (one,) in zip(deeds, readings, strict=True):
            yield deed, one, notes
    else:
        yield sentence, target, (*notes, doubt("Only who does both is counted: is that meant?"))


def _add(found: list[StatedTarget], piece: _Piece, *, opens: bool) -> None:
    """Add a piece as a clause, or put it to the one before; `opens` where a sentence begins."""
    words, target, notes = piece
    before = found[-1] if found else None
    condition = before is not None and _is_condition(words, before)
    again = before is not None and before.measured and bool(_AGAIN.match(bare(words)))
    if before is not None and not opens and _is_within(words, target, before):
        name = f"{before.name}, {words.strip(' .')}"
        found[-1] = replace(before, name=name, words=f"{before.words}, {words}")
        return
    if target is None or condition or again or _rides_along(words, target, before):
        if before is not None:
            unread = target is None and opens and len(words.split()) >= _SAID
            more = (doubt(_NO_TARGET, words=words),) if condition or unread else ()
            more = (message(_NO_TARGET, words=words),) if again else more
            notes = (*before.notes, *more)
            found[-1] = replace(before, words=f"{before.words}; {words}", notes=notes)
        return
    clause = read(words, target, notes)
    if before is not None and not before.half and _HALF.fullmatch(bare(clause.name)):
        found[-1] = replace(before, half=clause.target, words=f"{before.words}; {words}")
        return
    if _PART_OF_YEAR.match(bare(clause.name.rpartition(": ")[2])):
        clause = replace(clause, notes=(*clause.notes, part_of_year()))
    if clause.name or before is None:
        found.append(clause if clause.name else replace(clause, name=named(words)))
    elif _further(words, clause, before):
        found[-1] = replace(before, stretch=clause.target, words=f"{before.words}; {words}")
    else:
        found.append(_about(before, clause))


def _is_condition(words: str, before: StatedTarget) -> bool:
    """Whether a clause only says under which condition the one before counts, or how often."""
    low = bare(words)
    return low.startswith("neu ") or (before.measured and bool(_RIDER.fullmatch(low.strip(" ."))))


def _is_within(words: str, target: Target | None, before: StatedTarget) -> bool:
    """Whether a clause says within which time the deed before is done, which a share measures.

    "100% hồ sơ được hoàn thiện, nộp lưu trữ trong vòng 15 ngày kể từ ngày ra viện" is one share;
    "thời gian trả lời không quá 15 ngày" is a level of its own.
    """
    timed = target is not None and (target.unit or "").split(" ")[0] in _TIMES
    share = before.goal.unit == "%" and words[:1].islower()
    return timed and share and bool(_WITHIN.search(bare(words)))


def _about(before: StatedTarget, clause: StatedTarget) -> StatedTarget:
    """Return a level alone as one of what the clause before measures, read with its name."""
    name = _counting(before, clause)
    again, _ = parsed(f"{name}: {clause.target}")
    same = len(again) == 1 and says_as_much(again[0], clause.goal)
    goal = again[0] if same else clause.goal
    turned = goal.better if goal.better is not clause.goal.better else clause.better
    return replace(clause, name=name, goal=goal, better=turned)


def _counting(before: StatedTarget, clause: StatedTarget) -> str:
    """Return what a clause of a figure alone counts: "Tuyển dụng 45 công chức, 120 viên chức"."""
    if bare(clause.target).startswith("moi "):
        return named(clause.target)
    old, new = (unit_words(one.target) for one in (before, clause))
    counted = old and new and old != new and before.name.endswith(old)
    return f"{before.name.removesuffix(old)}{new}" if counted else before.name


def _further(words: str, clause: StatedTarget, before: StatedTarget) -> bool:
    """Whether a level is striven for beside the binding one before: "12 tỷ, phấn đấu 13 tỷ"."""
    alike = (clause.goal.kind, clause.goal.unit) == (before.goal.kind, before.goal.unit)
    return alike and not before.stretch and bare(words).startswith("phan dau")


def _rides_along(words: str, target: Target, before: StatedTarget | None) -> bool:
    """Whether a clause without a figure only goes on about what the one before counts.

    "100 % cán bộ giữ gìn phẩm chất; có thái độ nhiệt tình" is one share; what begins with a
    capital or names a deed of its own is a target of its own.
    """
    if before is None or target.kind is not Kind.YES_NO or words[:1].isupper():
        return False
    if before.goal.kind is Kind.YES_NO:
        return not (_RESULT.match(bare(words)) or states_a_result(words))
    return bare(words).split()[0] in ("co", "va", "luon", "biet", "duoc", "day")
