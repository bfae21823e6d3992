"""A wording cut into clauses, each with the one thing that it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.cores import Core, Grade, Zero, asked
from qms_xlsx.domain.target.governing import asked_for, leads, rated, skip_light
from qms_xlsx.domain.target.notation import twice
from qms_xlsx.domain.target.nouns import periods
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.domain.target.ranks import Rank
from qms_xlsx.domain.target.scales import named_at
from qms_xlsx.language.lexicon import Lexicon, covered, phrases
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.language.messages import Message
    from qms_xlsx.language.scanner import Text


_EARLIER = ("kỳ", "trước", "ngoái")
_TRAITS = ("age", "size", "duration", "money")
_OWNERS = Lexicon(
    phrases(
        """
        tập thể, chỉ số, cơ quan, đơn vị, ubnd, ủy ban, xã, phường, thị trấn, huyện, mức độ
        chi bộ, đảng bộ, chính quyền, nhà trường, trường, sở, phòng, ban, văn phòng, công đoàn
        tổ chức, kết quả xếp loại
        """
    )
)


@dataclass(slots=True)
class Clause:
    """A part of a wording between two tokens, and the thing it asks for, if it can be told."""

    start: int
    end: int
    core: Core | None = None
    leads: bool = False
    notes: list[Message] = field(default_factory=list)


def clauses(text: Text, places: list[Rank], figures: list[Quantity]) -> Iterator[Clause]:
    """Yield the clauses of a wording in order, with its ranks and its figures in them."""
    cores = asked(text, places, figures)
    for start, end in _segments(text):
        inside = [core for core in cores if start <= core.start < end]
        yield from _cut(text, start, end, inside)


def _segments(text: Text) -> Iterator[tuple[int, int]]:
    start, index, size = 0, 0, len(text.tokens)
    while index < size:
        width = _hard(text, index)
        if width and text.tokens[index].depth == 0:
            yield start, index
            start = index + width
        index += width or 1
    yield start, size


def _hard(text: Text, index: int) -> int:
    found = verbs.HARD.at(text, index)
    if found:
        return found[0]
    after = text.tokens[index + 1 : index + 2]
    return int(text.tokens[index].fold == "." and (not after or after[0].spaced))


def _cut(text: Text, start: int, end: int, cores: list[Core]) -> Iterator[Clause]:
    _set_aside(text, start, cores)
    outer = [c for c in cores if not (isinstance(c, Quantity) and c.aside)]
    cores = outer or [c for c in cores if not _earlier_figure(text, start, c)]
    if not cores:
        yield Clause(start, end)
        return
    clause, pending = start, cores[:1]
    for core in cores[1:]:
        cut = _boundary(text, clause, pending[-1], core, pending)
        if cut is None:
            pending.append(core)
            continue
        yield _clause(text, clause, cut, pending)
        clause, pending = cut, [core]
    yield _clause(text, clause, end, pending)


def _earlier_figure(text: Text, start: int, core: Core) -> bool:
    """Tell the baseline's own figure in a change ("không thấp hơn năm 2025 (97,5%)")."""
    opening = core.start - 1
    dated = text.kind(opening - 1) == "date" or text.fold(opening - 1) in _EARLIER
    changed = any(verbs.CHANGES.within(text, start, opening))
    return dated and changed and text.fold(opening) == "("


def _set_aside(text: Text, start: int, cores: list[Core]) -> None:
    """Set aside what a measure is counted of ("Giá trị thu được trên 01 ha … đạt 130 triệu")."""
    last = cores[-1] if cores else None
    money = isinstance(last, Quantity) and last.kind == "money"
    reached = money or (isinstance(last, Quantity) and (last.reached or last.comparison.op))
    if reached and verbs.MEASURABLE.at(text, skip_light(text, start)):
        for core in cores[:-1]:
            if isinstance(core, Quantity) and _of_each(text, core):
                core.aside = True


def _of_each(text: Text, core: Quantity) -> bool:
    """Tell "trên 01 ha", which may say of what, from "đạt trên 01 ha"."""
    return core.value == 1 and text.fold(core.number - 1) == "trên" and not core.reached


def _boundary(text: Text, clause: int, before: Core, core: Core, pending: list[Core]) -> int | None:
    """Return where a new clause begins between two things asked for; None if they are of one."""
    soft = _soft(text, before.end, core.start)
    leading = leads(text, clause, pending[0])
    opens = rated(text, clause)
    if isinstance(core, Zero):
        near = soft is not None and covered(text, soft, core.start, verbs.LIGHT, verbs.SOFT)
        return soft if near else None
    if isinstance(core, Grade):
        return _before_grade(text, before, core, soft, leading)
    if isinstance(core, Rank):
        return None if leading and soft is None else (core.start if soft is None else soft)
    if isinstance(before, Grade):
        listed = soft is None or named_at(text, soft + 1)  # "khá, giỏi trên 80%"
        shared = isinstance(core, Quantity) and core.kind in ("share", "count")
        return None if listed or (opens and shared) else soft
    if isinstance(before, Rank | Zero):
        return soft
    return _between_figures(text, before, core, soft, leading=leading, rated=opens)


def _before_grade(
    text: Text, before: Core, core: Grade, soft: int | None, leading: bool
) -> int | None:
    if isinstance(before, Zero) and soft is None:
        return None  # "không có đơn vị xếp loại yếu trở lên"
    if isinstance(before, Grade):
        near = soft is None or covered(text, soft, core.start, verbs.LIGHT, verbs.SOFT)
        return None if near else soft
    if leading:
        return _owner(text, before.end, core.start)
    if soft is None and isinstance(before, Quantity) and before.kind != "score":
        return None
    return core.start if soft is None else soft


def _between_figures(
    text: Text, before: Core, core: Core, soft: int | None, *, leading: bool, rated: bool
) -> int | None:
    if not isinstance(before, Quantity) or not isinstance(core, Quantity):
        return soft
    if twice(text, before, core):
        return None
    head = _own_head(text, before, core.start)
    if head is not None:
        return head
    if soft is None:
        two = leading and core.reached and before.kind == "count" and core.kind != before.kind
        return core.start if two else _level_and_change(text, before, core)
    if _each(text, soft):
        return None
    if core.reached or core.level or verbs.CHANGES.at(text, soft + 1):
        return soft
    if leading and core.kind in _TRAITS and core.comparison.op is not None:
        return None
    trait = rated and before.kind != "share" and core.kind == "share" and not before.reached
    return None if trait else soft


def _level_and_change(text: Text, before: Quantity, core: Quantity) -> int | None:
    """Return where a second demand begins unmarked ("1.200 tấn tăng 5%", "tăng 5% đạt 5 ha")."""
    kinds = before.kind, core.kind
    if before.of is not None or "share" not in kinds or before.kind == core.kind:
        return None
    if core.kind == "share":
        index = core.lead - 1
        return index if index == before.end and verbs.CHANGES.at(text, index) else None
    return before.end if core.reached and core.lead == before.end else None


def _each(text: Text, soft: int) -> bool:
    """Tell whether "mỗi tổ 5 người" describes what was counted before."""
    return text.fold(soft + 1) in ("mỗi", "moi") and not periods().at(text, soft + 2)


def _own_head(text: Text, figure: Quantity, end: int) -> int | None:
    """Return where a second subject begins ("49 ha năng suất 51 tạ/ha"), at its boundary if any."""
    for index, _, _ in verbs.RATES.within(text, figure.end, end):
        apart = text.fold(index - 1) in (",", "và", "với")
        # "10% số vụ" has no second subject.
        if apart or (index == figure.end and figure.kind != "share"):
            return index
    return None


def _owner(text: Text, start: int, end: int) -> int | None:
    """Return where another holder of a grade begins ("…, tập thể đạt danh hiệu …")."""
    for index, _, _ in verbs.SOFT.within(text, start, end):
        if _OWNERS.at(text, skip_light(text, index)):
            return index
    return None


def _soft(text: Text, start: int, end: int) -> int | None:
    """Return the last soft boundary between two things asked for, in brackets if they are."""
    depth = min(text.tokens[start - 1].depth, text.tokens[end].depth)
    softs = verbs.SOFT.within(text, start, end)
    found = [i for i, _, _ in softs if text.tokens[i].depth <= depth]
    return found[-1] if found else None


def _clause(text: Text, start: int, end: int, cores: list[Core]) -> Clause:
    core = asked_for(text, start, cores)
    clause = Clause(start, end, core, leads(text, start, core))
    for other in cores:
        if other is not clause.core and _apart(clause, other):
            words = text.raw_words(other.start, other.end)
            clause.notes.append(
                message("“{words}” is taken as part of the description.", words=words)
            )
    return clause


def _apart(clause: Clause, other: Core) -> bool:
    """Tell what is passed over with a note; a grade that tells of whom a share is needs none."""
    if isinstance(other, Quantity):
        return other.kind not in ("age", "size")
    shared = isinstance(clause.core, Quantity) and (clause.leads or clause.core.kind == "share")
    return isinstance(other, Grade | Rank) and not shared
