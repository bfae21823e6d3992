"""From a clause to its target."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.baselines import baseline
from qms_xlsx.domain.target.changing import ChangeWord, governing, of_change
from qms_xlsx.domain.target.comparators import DOWN, Comparison
from qms_xlsx.domain.target.cores import Grade, Untold, Zero
from qms_xlsx.domain.target.denying import turn, undenied
from qms_xlsx.domain.target.levels import none_at_all, of_level
from qms_xlsx.domain.target.model import PLACES, Better, Kind, Target
from qms_xlsx.domain.target.part import Built, Part
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.domain.target.ranks import Rank, place_or_step
from qms_xlsx.domain.target.sharing import each, of_plan, period
from qms_xlsx.language.lexicon import Lexicon, covered, phrases
from qms_xlsx.language.messages import doubt, message

if TYPE_CHECKING:
    from qms_xlsx.domain.target.clauses import Clause
    from qms_xlsx.language.messages import Message
    from qms_xlsx.language.scanner import Text

CHILDREN = ("chỉ tiêu", "mục tiêu")
"""What an objective counts its children in."""
_OF_CHILDREN = Lexicon(
    phrases(*(f"(các|số|tổng số|tổng số các) {child}" for child in CHILDREN))
    | phrases("[các] chỉ tiêu (kinh tế|phát triển|đề ra|chủ yếu|nghị quyết), mục tiêu")
)
_SOFTENED = Lexicon(phrases("[về] cơ bản, hầu như, gần như"))


def built(text: Text, clause: Clause, shared: str | None, before: Target | None) -> Built | None:
    """Return what a clause asks for; None when it has nothing to be asked for.

    `shared` is the baseline named elsewhere in the sentence, `before` the target ahead of it.
    """
    core = clause.core
    if isinstance(core, Quantity):
        result = _of_quantity(Part(text, clause, core, shared, before, list(core.notes)))
    elif isinstance(core, Rank):
        result = _rank(core)
    elif isinstance(core, Grade):
        result = _grade(core)
    elif isinstance(core, Zero):
        result = Built(none_at_all(), _softened(text, clause.start, core.start))
    elif isinstance(core, Untold):
        result = Built(None, [core.note])
    else:
        return None
    return Built(result.target, [*clause.notes, *result.notes])


def _softened(text: Text, start: int, end: int) -> list[Message]:
    """Say of "cơ bản không còn …" that not one is asked, which its words leave open."""
    for index, size, _ in _SOFTENED.within(text, start, end):
        words = text.raw_words(index, index + size)
        return [doubt("“{words}” leaves some room: not one is read.", words=words)]
    return []


def _rank(core: Rank) -> Built:
    if core.place is None:
        return Built(None, list(core.notes))
    target = Target(
        kind=Kind.RANK,
        comparator="<=",
        value=core.place,
        of=core.of,
        better=Better.LOWER,
        explicit=core.explicit,
    )
    return Built(target, list(core.notes))


def _grade(core: Grade) -> Built:
    target = Target(
        kind=Kind.GRADE,
        comparator=">=",
        value=core.name,
        better=Better.HIGHER,
        explicit=core.explicit,
    )
    return Built(target)


def _of_quantity(part: Part) -> Built:
    core = part.core
    part.notes.extend(core.comparison.notes)
    if core.comparison.conflict:
        return Built(None, part.notes)
    turn(part)
    if core.about:
        part.notes.append(message("“About” is read as the figure itself."))
    if children := _children(part):
        return Built(children, part.notes)
    if part.around.count("tren tong") > 1:
        part.notes.append(message("Two wholes are named that the figure may be a share of."))
    change = governing(part)
    if change and core.comparison.denied:
        change = undenied(change)
    if change and _sunk(part, change):
        return Built(of_level(part, change), part.notes)
    if change and (not core.level or _step(part, change)):
        return of_change(part, change)
    if change is None and core.unit in PLACES:
        return _placed(part)
    if change and core.kind == "share" and baseline(part.text, core.end, part.clause.end):
        part.notes.append(
            doubt("“{value}%” may be a level or a change: a level is read.", value=core.value)
        )
    return _shared(part, of_level(part, change))


def _placed(part: Part) -> Built:
    """Return the rank that "≤ 5 hạng" limits; "đạt 5 hạng" may be a place or so many places up."""
    core = part.core
    if core.comparison.op == "<=" and core.upper is None:
        return _rank(Rank(core.start, core.end, core.value))
    return Built(None, [place_or_step(part.text.raw_words(core.start, core.end))])


def _shared(part: Part, target: Target) -> Built:
    """Add for whom and when the figure is asked."""
    target = replace(target, per=period(part), each=each(part), of_plan=of_plan(part))
    return Built(target, part.notes)


def _sunk(part: Part, change: ChangeWord) -> bool:
    """Tell the level of a rate that "giảm dưới 1%" means from the size of a change."""
    core = part.core
    sunk = change.way == "down" and core.comparison.op == "<" and core.kind in ("share", "duration")
    if sunk:
        part.notes.append(doubt("“Down below {value}” is read as a level.", value=core.value))
    return sunk


def _step(part: Part, change: ChangeWord) -> bool:
    """Tell a step ("nâng lên 3 bậc", "tăng lên 1,5 lần") from the level that a change reaches."""
    stepped = part.core.unit in (*PLACES, "lần") and change.rises and part.core.of is None
    if stepped and part.core.comparison.leaned:
        part.core.comparison = Comparison(None)
    return stepped


def _children(part: Part) -> Target | None:
    core, op = part.core, part.core.comparison.op or ">="
    counted = core.unit in CHILDREN
    if not counted and not (core.kind == "share" and _of_all_children(part)):
        return None
    return Target(
        kind=Kind.CHILDREN,
        comparator=op,
        value=core.value,
        of=core.of,
        unit=core.unit,
        better=Better.LOWER if op in DOWN else Better.HIGHER,
        explicit=core.comparison.op is not None or (core.of is not None and counted),
    )


def _of_all_children(part: Part) -> bool:
    """Tell "100% các chỉ tiêu" from a figure of its own ("Thu thuế đạt 100% chỉ tiêu")."""
    named = _OF_CHILDREN.at(part.text, part.core.end) is not None
    return named and covered(part.text, part.clause.start, part.core.start, verbs.LIGHT)
