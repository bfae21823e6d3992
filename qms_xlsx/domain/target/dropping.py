"""Demands without a figure beside one that is read: said, never dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.cores import Zero
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.language.lexicon import covered
from qms_xlsx.language.messages import Message, doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.target.clauses import Clause
    from qms_xlsx.language.scanner import Text

LEAST = 4
"""Words that a demand of its own has at the least."""
_CLAUSE = 3
"""The same, of one that a semicolon sets apart."""


def dropped(text: Text, clause: Clause) -> Iterator[Message]:
    """Yield a note on each part of a clause that asks for something else to be done.

    "Công khai 100% thủ tục và tổ chức đối thoại" asks for two things; "100% cán bộ ký cam kết và
    thực hiện" asks for one, of whoever the figure counts.
    """
    core = clause.core
    if not isinstance(core, Quantity | Zero) or _of_whom(text, clause):
        return
    for start, end in _parts(text, clause):
        ahead = end <= core.start and _ahead(text, core, end)
        apart = ahead or start >= core.end
        if apart and _asks(text, start, end):
            words = text.raw_words(start, end)
            yield not_read(words)


def _ahead(text: Text, core: Quantity | Zero, end: int) -> bool:
    """Tell a demand ahead of a figure of another, not what the figure is of ("…, đạt 100%")."""
    of_it = isinstance(core, Quantity) and covered(text, end, core.start, verbs.LIGHT)
    return text.fold(end) == "," and _opens(text, end) and not of_it


def unread(text: Text, clause: Clause) -> Iterator[Message]:
    """Yield a note on a clause of which nothing is read ("…; cán bộ thân thiện, gần gũi")."""
    words = [t for t in text.tokens[clause.start : clause.end] if t.kind == "word"]
    if len(words) >= _CLAUSE:
        yield not_read(text.raw_words(clause.start, clause.end))


def not_read(words: str) -> Message:
    """Return that something is asked for which no target says."""
    return doubt("“{words}” is not read as a target of its own.", words=words)


def _of_whom(text: Text, clause: Clause) -> bool:
    """Tell whether a figure opens the clause, so that every verb after it is of those it counts."""
    return clause.core is not None and covered(text, clause.start, clause.core.start, verbs.LIGHT)


def _parts(text: Text, clause: Clause) -> Iterator[tuple[int, int]]:
    start = clause.start
    for index, size, _ in verbs.SOFT.within(text, clause.start, clause.end):
        if text.tokens[index].depth == 0 and text.tokens[index].fold != "còn":
            yield start, index
            start = index + size
    yield start, clause.end


def _opens(text: Text, index: int) -> bool:
    """Tell whether something of its own is asked for behind a boundary, no more of a list."""
    index += 1
    found = (lexicon.at(text, index) for lexicon in (verbs.DOING, verbs.NONE, verbs.RATES))
    return any(found)


def _asks(text: Text, start: int, end: int) -> bool:
    words = [token for token in text.tokens[start:end] if token.kind == "word"]
    verb = verbs.DOING.at(text, start) or verbs.ACTING.at(text, start)
    asked = verb is not None and len(words) >= LEAST and text.fold(start) != "phấn"
    # "Duy trì tỷ lệ điều tra, khám phá" asks for what is measured.
    return asked and not any(verbs.RATES.within(text, start, end))
