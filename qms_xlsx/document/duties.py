"""Who reports which objectives, told in a part of its own: "Phòng A theo dõi Mục tiêu 1, 3"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import numbers_of
from qms_xlsx.document.decision import Item, LeftOut, ancestors
from qms_xlsx.document.lines import line_of
from qms_xlsx.document.parties import KIND, KINDS, is_group, is_role, led, split_parties
from qms_xlsx.document.zones import Zone
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.columns import Columns
    from qms_xlsx.document.model import TextTable

_GOAL = r"(?:mục tiêu|chỉ tiêu|MTCL)(?: chất lượng)?"
_LETTER = r"(?-i:[a-zđ])(?!\w)"
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*(?:\.?{_LETTER})?|[IVX]{{1,4}}|{_LETTER})"
_NEXT = rf"\s*(?:,\s*và|,|và|đến|-|–)\s*(?:(?:các )?{_GOAL}\s+)?(?:số\s+)?"
_ENDS = (
    r"(?=\s*(?:[,;.:()]|$)|\s+[-–|]"
    r"|\s+(?:và|đến|do|giao|nêu|tại|trong|của|này|trên|theo|được|thuộc|ở)\b)"
)
_REFERENCE = re.compile(
    rf"(?:các\s+)?{_GOAL}\s+(?:từ\s+)?(?:số\s+)?(?P<numbers>{_NUMBER}(?:{_NEXT}{_NUMBER})*){_ENDS}"
    rf"|(?:các\s+)?điểm\s+(?P<letters>{_LETTER}(?:{_NEXT}{_LETTER})*),?\s+(?:của\s+)?"
    rf"(?:mục(?: tiêu)?|khoản)\s+(?P<of>\d{{1,2}})(?!\d)"
    rf"|(?:các\s+)?(?:mục|điểm)\s+(?P<points>{_NUMBER}(?:{_NEXT}{_NUMBER})*)"
    rf"(?=\s*(?:[:;.]|$)|\s+(?:do|giao)\b)"
    rf"|(?P<rest>(?:các\s+)?{_GOAL}\s+còn lại)"
    rf"|(?:các\s+|nhóm\s+)?{_GOAL}\s+(?:về|thuộc lĩnh vực|lĩnh vực)\s+"
    rf"(?P<topic>[^,;.:()]+?)(?=\s+và\s+(?:các\s+)?{_GOAL}\b|\s*(?:[,;.:()]|$))",
    re.IGNORECASE,
)
"""The objectives that a sentence speaks of, by their numbers or by what they are about."""
_LEADS = r"chủ trì|phụ trách|theo dõi|chịu trách nhiệm|đầu mối|thực hiện|triển khai|báo cáo"
_HELPS = r"phối hợp|tổng hợp|kiểm tra|giám sát|đôn đốc|hướng dẫn|đánh giá|thẩm định|phổ biến"
_VERB = re.compile(rf"\b(?:{_LEADS}|{_HELPS}|có trách nhiệm|căn cứ|tham mưu)\b", re.IGNORECASE)
_LEADING = re.compile(rf"(?:{_LEADS})\b", re.IGNORECASE)
_LEADING_ANYWHERE = re.compile(rf"\b(?:{_LEADS})\b", re.IGNORECASE)
_TOGETHER = re.compile(rf"phối hợp\s+(?:cùng\s+)?(?:{_LEADS})\b", re.IGNORECASE)
_GIVEN = re.compile(r"^[\s,;:]*(?:và\s+|trong đó,?\s+)?(?:giao\s+(?:cho\s+)?)?", re.IGNORECASE)
_BEHIND = re.compile(
    rf"^\s*(?:[:(|–-]|do\b|giao(?: cho)?\b)\s*(?:(?:{_LEADS})\s*:\s*)?"
    rf"(?P<name>(?:{KINDS})(?:\s[^;()]*?|(?=\W*$)))\s*(?=\W*$|[;)]|\s(?:{_LEADS}|{_HELPS})\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r";|\.\s+|\n")
_ALONE = ("van phong", "cong an", "thanh tra", "ke toan")
"""Departments that many offices have one of, called by their kind."""
_TEN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_READ = (Zone.OTHER.value, Zone.ARTICLE.value)
"""Where decisions say who does what."""


@dataclass(frozen=True, slots=True)
class Given:
    """Who reports the objectives of these numbers, or those about a topic, and the words for it."""

    numbers: tuple[str, ...]
    topic: str
    departments: tuple[str, ...]
    quote: str
    place: str
    word: str = ""
    """What they are called: "mục tiêu" are of the first level, "chỉ tiêu" may run on below."""
    rest: bool = False
    """Whether it means what nobody else is given."""


def gives(table: TextTable, columns: Columns) -> bool:
    """Return whether a table only says who reports which objectives: "Mục tiêu 1 | Phòng A"."""
    if columns.plan or "lead" not in columns.at or {"value", "unit"} & columns.at.keys():
        return False
    rows = [row for row in table.rows[columns.first :] if any(row)]
    return bool(rows) and all(any(map(_REFERENCE.search, row)) for row in rows)


def told_by(table: TextTable, columns: Columns) -> Iterator[LeftOut]:
    """Yield the rows of a table that gives objectives to departments as passages."""
    for index, row in enumerate(table.rows[columns.first :], columns.first):
        texts = [text for at, text in enumerate(row) if text and at != columns.at.get("number")]
        quote = " | ".join(dict.fromkeys(texts))
        yield LeftOut(quote, table.at(index), Message(Zone.OTHER.value))


def duties_of(left_out: Iterable[LeftOut]) -> tuple[Given, ...]:
    """Return what the passages about carrying out the decision give to whom."""
    duties: list[Given] = []
    owner, style = "", ""
    for left in left_out:
        line = line_of(left.quote)
        titled = _department(line.text) if line.style != "goal" else ""
        if titled or left.reason.id not in _READ or line.style == style:
            owner, style = titled, line.style
        if not titled and left.reason.id in _READ:
            duties += _told(left.quote if line.style == "goal" else line.text, owner, left)
    return tuple(duties)


def _department(title: str) -> str:
    """Return the department that a line names and says nothing else of."""
    name = led(clean(title).rstrip(" :."))
    more = ":" in name or _VERB.search(name) or _REFERENCE.search(name)
    alone = _is_proper(name) and not more and not is_role(name)
    return name if alone and len(name.split()) <= 12 and not is_group(name) else ""


def _is_proper(name: str) -> bool:
    """Whether a name is somebody's: of a kind and its own name, or a kind that is alone."""
    return bool(KIND.match(name)) or bare(name) in _ALONE


def _told(text: str, owner: str, left: LeftOut) -> Iterator[Given]:
    """Yield the duties of a passage; a name before its colon speaks for all its sentences."""
    before, colon, rest = text.partition(":")
    named = _department(before) if colon else ""
    for sentence in _SENTENCE.split(rest if named else text):
        begin = 0
        who: tuple[str, ...] = ()
        for found in _REFERENCE.finditer(sentence):
            before, behind = sentence[begin : found.start()], sentence[found.end() :]
            again = bool(begin) and not _GIVEN.sub("", before).strip()
            who = who if again else _who(before, behind, named or owner)
            begin = found.end()
            if who:
                yield Given(
                    _meant_by(found),
                    found["topic"] or "",
                    who,
                    left.quote,
                    left.place,
                    " ".join(re.findall(r"mục tiêu|chỉ tiêu", found[0].lower())[:1]),
                    bool(found["rest"]),
                )


def _meant_by(found: re.Match[str]) -> tuple[str, ...]:
    """Return the numbers that a reference names: "điểm a, b mục 1" are 1.a and 1.b."""
    if found["letters"]:
        return tuple(f"{found['of']}.{letter}" for letter in numbers_of(found["letters"]))
    return numbers_of(found["numbers"] or found["points"] or "")


def _who(before: str, behind: str, owner: str) -> tuple[str, ...]:
    """Return who leads what a reference means, by the words before it, else by those behind it."""
    words = before[_GIVEN.match(before).end() :]  # type: ignore[union-attr]
    verb = _VERB.search(words)
    names = _names(words[: verb.start()] if verb else words.rstrip(" (:|–-"))
    if not names and (found := _BEHIND.match(behind)):
        return _names(found["name"])
    if not names and owner:
        names = (owner,)
    return names if verb is None or _leads(words[verb.start() :], names) else ()


def _leads(deeds: str, names: tuple[str, ...]) -> bool:
    """Whether who does this leads: a helper does not, unless two of them do it together."""
    if _TOGETHER.match(deeds):
        return len(names) > 1
    if bare(deeds).startswith("co trach nhiem") or bare(deeds).startswith(("can cu", "tham muu")):
        return bool(_LEADING_ANYWHERE.search(deeds)) and "phối hợp" not in deeds.lower()
    return bool(_LEADING.match(deeds))


def _names(text: str) -> tuple[str, ...]:
    """Return the departments and groups that words name, none where they name anything else."""
    names = tuple(led(name) for name in split_parties(text.strip(" ,:|–-")))
    proper = all(_is_proper(name) or is_group(name) for name in names)
    return names if proper and not any(map(is_role, names)) else ()


def with_duties(items: tuple[Item, ...], duties: tuple[Given, ...]) -> tuple[Item, ...]:
    """Return the items with the departments that are given them, where they name none."""
    above = ancestors(items)
    given: dict[str, list[Given]] = {}
    numbers = _Numbers.of(items)
    for duty in duties:
        for number in numbers.meant(duty):
            given.setdefault(number, []).append(duty)
    items = tuple(_given(item, given, above[item.number]) for item in items)
    rest = {"": [duty for duty in duties if duty.rest]}
    return tuple(_given(item, rest, frozenset(("",))) for item in items)


def _given(item: Item, given: dict[str, list[Given]], above: frozenset[str]) -> Item:
    if not item.target or item.departments or item.shares:
        return item
    duties = given.get(item.number) or [d for number in above for d in given.get(number, [])]
    names = dict.fromkeys(name for duty in duties for name in duty.departments)
    words = dict.fromkeys(f"“{duty.quote}” ({duty.place})" for duty in duties)
    return replace(item, departments=tuple(names), given="; ".join(words))


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What the numbers of a document's rows mean where a duty names them."""

    tops: tuple[Item, ...]
    known: frozenset[str]
    twice: frozenset[str]
    """Numbers that stand twice: they mean none of their rows."""
    running: dict[str, str]

    @classmethod
    def of(cls, items: tuple[Item, ...]) -> _Numbers:
        known = frozenset(item.number for item in items)
        twice = frozenset(number.partition("-")[0] for number in known if "-" in number)
        tops = tuple(item for item in items if not item.parent)
        return cls(tops, known, twice, _running(items))

    def meant(self, duty: Given) -> list[str]:
        """Return the rows that a duty speaks of."""
        if duty.topic:
            return self._about(duty.topic)
        meant = [self._numbered(number, duty.word) for number in duty.numbers]
        return [number for number in meant if number and number not in self.twice]

    def _about(self, topic: str) -> list[str]:
        """Return the only row of the first level that is about a topic."""
        found = [t.number for t in self.tops if bare(topic) in bare(f"{t.name} {t.quote}")]
        return found if len(found) == 1 else []

    def _numbered(self, number: str, word: str) -> str:
        """Return the row that a number means; where it may mean two, the word for it decides."""
        lettered = f"{number[:-1].rstrip('.')}.{number[-1:]}"  # "1a" may stand as 1.a
        own = next((one for one in (number, lettered) if one in self.known), "")
        top = own or _roman(number)
        below = self.running.get(number, "")
        if top in self.known and below not in ("", top):
            return {"mục tiêu": top, "chỉ tiêu": below}.get(word, "")
        return top if top in self.known else below


def _running(items: tuple[Item, ...]) -> dict[str, str]:
    """Return the rows by their labels where these run on from group to group: "4" is B.4."""
    rows = [item.number for item in items if "." in item.number]
    labels = [number.rpartition(".")[2] for number in rows]
    groups = {number.rpartition(".")[0] for number in rows}
    if len(groups) > 1 and len(set(labels)) == len(labels):
        return dict(zip(labels, rows, strict=True))
    counts = Counter(labels)
    single = {label: row for label, row in zip(labels, rows, strict=True) if counts[label] == 1}
    return {} if _tops(items) else single


def _tops(items: tuple[Item, ...]) -> bool:
    """Whether objectives of the first level bear plain numbers."""
    return any(not item.parent and item.number.isdigit() for item in items)


def _roman(number: str) -> str:
    return _TEN[int(number) - 1] if number.isdigit() and 0 < int(number) <= len(_TEN) else ""


def taken(
    left_out: tuple[LeftOut, ...], duties: tuple[Given, ...], items: tuple[Item, ...]
) -> tuple[LeftOut, ...]:
    """Return what was left out; a passage that gives objectives says that this was taken."""
    numbers = _Numbers.of(items)
    places = {(d.quote, d.place) for d in duties if d.rest or numbers.meant(d)}
    reason = message("who reports what: taken as the departments of the objectives")
    return tuple(
        replace(one, reason=reason) if (one.quote, one.place) in places else one for one in left_out
    )
