"""One target in words: what is measured, the shortest words of its level, how they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import Better, Kind, Target
from qms_xlsx.language.text import bare, clean, folded

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

_OPENS = re.compile(r",?\s*(?:cụ thể|trong đó|gồm|bao gồm)\s*:?\s*$")
"""Words that open a list of parts; they say nothing of the level before them."""
_KEPT = re.compile(r"(?<=\s)(?:tiếp tục\s+)?(?:duy trì|giữ vững)\s+$", re.IGNORECASE)
"""What is said of a level that is to be kept; it is no part of who keeps it."""
_AGAINST = re.compile(r"so\s+$", re.IGNORECASE)
"""The first word of what a change is against: "So với năm 2025, giảm 5% …"."""
_ASIDE = re.compile(r"\s*\(([^()]*)\)$")
"""Brackets at the end of a level."""
_DEED = 2
_REACHED = re.compile(r"(?:đạt|là|còn|tăng|giảm)\b", re.IGNORECASE)
_LEVEL_ALONE = 4
"""A level of more words than this says what is measured, too: "mỗi tổ 01 chuyên đề/tháng"."""
_BARE_CHANGE = re.compile(
    r"(?:tăng|giảm)\s+(?:từ |ít nhất |tối thiểu |trên |thêm )*\d", re.IGNORECASE
)
"""A change whose subject the clause before it names."""
LEAD = re.compile(
    r"^(?:(?:và|với|đồng thời|cụ thể|trong đó)\b)?[,:\s]*"
    r"(?:(?:phấn đấu|phần đầu|phân đấu|phân đầu|phấn đầu|đảm bảo|bảo đảm)\b[:,\s]*)?"
    r"(?:(?:đến )?(?:hết |cuối )?năm \d{4}[,:\s]+)?"
    r"(?:(?:có|đạt)\s+(?=ít nhất|tối thiểu|trên|từ|\d+\s?/))?",
    re.IGNORECASE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEVEL_WORDS = _words(
    "giảm tăng kéo kìm cắt "
    "đạt từ trên dưới ít nhất tối thiểu đa là còn xuống lên không quá hơn xếp loại danh hiệu "
    "nằm thuộc đứng trong top ở mức thứ tỷ lệ bằng chiếm hạng > < >= <= ≥ ≤ ="
)
_TYPED_PLAIN = frozenset(map(bare, _LEVEL_WORDS))
"""The same as they are typed without diacritics."""
_ENDED = _words("mặt văn cân công")
"""What "bằng" ends as one word, and is no "equal" then: "giải phóng mặt bằng 02 dự án"."""
_APART = "".join(f"(?<!{word} )" for word in sorted(_ENDED))
_JOINS = re.compile(rf"[\s,]+(?:cho|của|với|tại|và|phấn đấu|{_APART}bằng)$")
"""Words at a name's end that only join it to its level."""
_PLAIN_UNITS = _words(
    "ha m m2 m3 km tấn tạ kg lít điểm lần con cây % đồng tỷ triệu nghìn giờ ngày phút tuần"
)
"""Units that tell nothing of what is counted: they stay out of its name."""
_NOTHING = re.compile(
    r"^(?:không|khong|ko)\s+(?:có|co|để|de|gây|xảy ra|xay ra|phát sinh|phat sinh|còn|con)\s+"
    r"(?:(?:xảy ra|xay ra|phát sinh|phat sinh|có|tình trạng)\s+)?",
    re.IGNORECASE,
)
_NOT = re.compile(r"không\s+(?=[^\W\d_])", re.IGNORECASE)
"""What must not happen, where the whole sentence is read as none: "Không thất lạc hồ sơ"."""
_TIER = re.compile(r"\b(?:tuyến|cấp|tầng|bậc) (?:trên|dưới):?$", re.IGNORECASE)
"""Who is meant, before a level with a sign of its own: "chuyển tuyến trên: không quá 6%"."""
_COUNTED = (Kind.THRESHOLD, Kind.RANGE)
_CHANGED = (Kind.GROWTH, Kind.REDUCTION)
MEASURED = (Kind.THRESHOLD, Kind.RANGE, Kind.GRADE, Kind.RANK, Kind.CHILDREN, *_CHANGED)


@dataclass(frozen=True, slots=True)
class StatedTarget:
    """One target of a sentence: what is measured, the words of its level, how they are read."""

    words: str
    name: str
    target: str
    goal: Target
    better: Better | None = None
    stretch: str = ""
    """The words of a higher level that is striven for beside this one."""
    half: str = ""
    """The words of the half-year's level that stand beside it."""
    notes: tuple[Message, ...] = ()

    @property
    def measured(self) -> bool:
        """Whether it states a figure, a grade or a rank, and not only that something be done."""
        return self.goal.kind in MEASURED


@lru_cache(maxsize=8192)
def parsed(text: str) -> tuple[tuple[Target, ...], tuple[Message, ...]]:
    """Return the targets that a wording states and the notes on them."""
    reading = Target.parse(text)
    return reading.targets, reading.notes


def read(words: str, target: Target, notes: tuple[Message, ...]) -> StatedTarget:
    """Return the clause with its name and the shortest words that still say the same level."""
    lead = LEAD.match(words)
    body = words[lead.end() :] if lead else words
    if _same(target, body) is None:
        body = words
    if target.kind is Kind.YES_NO:
        return StatedTarget(words, named(body), words.strip(" ."), target, notes=notes)
    if nothing := _NOTHING.match(body) or (target.value == 0 and _NOT.match(body)):
        name = named(body[nothing.end() :])
        return StatedTarget(words, name, words.strip(" ."), target, notes=notes)
    for at in _starts(body):
        level = body[at:]
        same = _same(target, level)
        if same is not None:
            return _level(words, body, at, target, same, notes)
    shown = words if len(parsed(words)[0]) == 1 else str(target)
    return StatedTarget(words, named(body), shown, target, notes=notes)


def _level(
    words: str, body: str, at: int, target: Target, same: Target, notes: tuple[Message, ...]
) -> StatedTarget:
    at -= len(kept[0]) if (kept := _KEPT.search(body[:at]) or _AGAINST.match(body[:at])) else 0
    name, level = body[:at].strip(" :,-–"), _OPENS.sub("", body[at:]).strip(" .;")
    better = target.better if same.better is not target.better else None
    if target.kind in _CHANGED and (not name or bare(name) in _VERBS):
        name = "" if _BARE_CHANGE.match(body) else body
    elif target.kind is Kind.CHILDREN:
        name = _without_level(body, _trimmed(level, target))
        level = _trimmed(level, target)
    elif target.kind in _COUNTED and (not name or _is_deed(name, body[:at], level)):
        shorter = _trimmed(level, target)
        rest = level[len(shorter) :].strip(" ,")
        if folded(rest) in _PLAIN_UNITS or folded(rest) in ("trở lên", "trở xuống"):
            shorter, rest = level, ""
        unit = unit_words(shorter)
        about = "" if folded(unit).split("/")[0].split(" ")[0] in _PLAIN_UNITS else unit
        if not name and not rest and len(re.findall(r"[^\W\d_]+", level)) > _LEVEL_ALONE:
            name = level
        elif name or rest:
            name = " ".join(part for part in (name, about, rest) if part)
            level = shorter
    level, aside = _without_aside(level, target) if name else (level, "")
    return StatedTarget(words, named(f"{name} {aside}"), level, target, better, notes=notes)


def _without_aside(level: str, target: Target) -> tuple[str, str]:
    """Return a level without brackets behind it that only name something, and these.

    "04 tuyến hẻm (hẻm 27, hẻm 63)" asks for four; "98% (năm 2025: 96%)" and "50% (2/4 trường)"
    say more of the level.
    """
    found = _ASIDE.search(level)
    if found is None or parsed(found[1])[0] or _same(target, level[: found.start()]) is None:
        return level, ""
    return level[: found.start()], found[0].strip()


def _is_deed(name: str, before: str, level: str) -> bool:
    """Whether the words before a level are only what is done: "Kiểm tra 40 cơ sở"."""
    short = len(name.split()) <= _DEED and not before.rstrip().endswith(":")
    return bare(name) in _VERBS or name.endswith(" có") or (short and not _REACHED.match(level))


def _without_level(body: str, level: str) -> str:
    """Return the words of a roll-up without its figure: "Chỉ tiêu chủ yếu … đạt kế hoạch"."""
    unit = unit_words(level)
    return body.replace(level, unit, 1) if level in body else body


_VERBS = frozenset(
    (
        "xay dung",
        "keo",
        "co",
        "giai quyet",
        "hoan thanh",
        "tao",
        "tao moi",
        "trong moi",
        "to chuc",
        "thuc hien",
        "tiep nhan",
        "duy tri",
        "tiep tuc hoan thien",
        "cap",
        "mo",
        "dat",
        "kiem soat",
        "nang cap",
        "lap",
        "ket nap",
        "thanh lap",
        "thanh lap moi",
    )
)


def does(text: str) -> bool:
    """Whether a text begins with what is done, and not with what is measured."""
    words = bare(text)
    return any(words.startswith(f"{verb} ") for verb in _VERBS)


def _starts(body: str) -> list[int]:
    """Return where a level may begin, the shortest first; its own words go with it."""
    tokens = [(m.start(), folded(m[0]).strip(":,")) for m in re.finditer(r"\S+", body)]
    words = _TYPED_PLAIN if body.isascii() else _LEVEL_WORDS
    starts: list[int] = []
    for index in range(len(tokens) - 1, -1, -1):
        first = index
        while first > 0 and tokens[first - 1][1] in words and not _denied(tokens, first):
            before = body[: tokens[first][0]].rstrip()
            further = tokens[first][1] in words or before.endswith(":")
            if before.endswith("lên:") or (further and _TIER.search(before)):
                break  # "phẫu thuật loại I trở lên: 1.200 ca"
            first -= 1
        if tokens[first][0] not in starts:
            starts.append(tokens[first][0])
    return starts


def _denied(tokens: list[tuple[int, str]], first: int) -> bool:
    """Whether the word before belongs to what is counted: "chưa đạt dưới 1,5%"."""
    before, word = tokens[first - 1][1], tokens[first][1]
    kind = before == "loại" and word[:1].isdigit()  # "rau các loại 17 ha"
    housed = before == "ở" and word != "mức"  # "diện tích nhà ở đạt 27 m2"
    earlier = tokens[first - 2][1] if first > 1 else ""
    ends = before == "bằng" and earlier in _ENDED
    return kind or housed or ends or earlier in ("chưa", "không", "đã")


def _trimmed(level: str, target: Target) -> str:
    """Return the shortest beginning of a level that reads the same."""
    ends = [m.end() for m in re.finditer(r"\S+", level)]
    for end in ends:
        short = level[:end]
        if short.count("(") == short.count(")") and _same(target, short) is not None:
            return short.rstrip(",")
    return level


def unit_words(level: str) -> str:
    """Return the words of a level behind its figure."""
    rest = re.sub(r"^[^\d]*[\d.,/\s–-]+%?(?:\s*(?:đến|-|–)\s*[\d.,]+\s*%?)?", "", level)
    return re.sub(r"\s*trở (?:lên|xuống)\b", "", rest).strip()


def _same(target: Target, words: str) -> Target | None:
    """Return the only target of the words when it says the same level, whatever is better."""
    targets, _ = parsed(words)
    if len(targets) != 1:
        return None
    one = targets[0]
    turned = one.better is not target.better
    implied = turned and not one.explicit and not target.explicit
    like = replace(one, better=target.better)
    if implied:
        like = replace(like, comparator=target.comparator)
    return one if like == target else None


def says_as_much(one: Target, other: Target) -> bool:
    """Return whether two readings are of one kind and figure, whatever is better."""
    return (one.kind, one.value, one.unit) == (other.kind, other.value, other.unit)


_LEADS_ON = re.compile(
    r"(?<!chưa)(?<!không)\s+(?:đạt|là|đạt tỷ lệ|ở mức|được|từ \d[\d.,]*\s*%?)$", re.IGNORECASE
)
"""Words at a name's end that only lead on to its level; "chưa đạt" is what is counted."""


def named(text: str) -> str:
    """Return what is measured as a register names it."""
    name = clean(text).strip(" ,;:.-–/")
    name = _LEADS_ON.sub("", name)
    name = _JOINS.sub("", name)
    name = re.sub(r":?\s*(?:chỉ tiêu )?pháp lệnh$", "", name)
    name = _OPENS.sub("", name)
    return name[:1].upper() + name[1:]
