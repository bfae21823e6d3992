"""From tokens to pieces: the rules by which words make dates."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import counts, cycles, days, marks, periods
from qms_xlsx.domain.deadline.cursor import Sentence
from qms_xlsx.domain.deadline.pieces import STARTS, Cycle, Join, Limit, Piece
from qms_xlsx.domain.deadline.tokens import Role, tokens
from qms_xlsx.language.messages import message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.deadline.draft import Notes
    from qms_xlsx.domain.deadline.pieces import Body
    from qms_xlsx.domain.deadline.tokens import Word

_LIMITS = {
    Role.BEFORE: Limit.BEFORE,
    Role.LATEST: Limit.BY,
    Role.FROM: Limit.FROM,
    Role.AFTER: Limit.AFTER,
    Role.EXCEPT: Limit.EXCEPT,
}
_LISTING = frozenset({Role.COMMA, Role.AND, Role.OR, Role.SLASH})
_SILENT = frozenset(
    {Role.IN, Role.FILLER, Role.SOFT, Role.MORE, Role.PERIOD, Role.THIS, Role.NEXT, Role.EACH}
)
_UNTIL = ("đến", "den", "tới", "toi", "cho đến", "cho den")
_APART = bare("riêng")
"""The word that sets one date of a cycle apart: "ngày 26 hằng tháng, riêng tháng 12 ngày 20"."""
_DEEDS = frozenset(
    map(
        bare,
        (
            *("hoàn thành", "xong", "thực hiện", "báo cáo", "gửi", "nộp", "gửi báo cáo"),
            *("nộp báo cáo", "tổng hợp", "lập", "sơ kết", "tổng kết", "tổ chức", "triển khai"),
            "ban hành",
        ),
    )
)
"""What is done by a time: a month behind one of them is no more of the list before it."""
_FAR = 3
"""Words after which "trước" no longer speaks of the date that follows."""


# Counts come first ("quý 1 lần" is not the first quarter), bare units last.
_RULES: tuple[Callable[[Sentence], tuple[Body, ...] | None], ...] = (
    marks.reference,
    marks.foreign,
    marks.data,
    counts.count,
    marks.relative,
    marks.event,
    cycles.each,
    cycles.first_months,
    periods.stretch,
    days.dated,
    days.days,
    days.stretch,
    days.edge,
    cycles.numbered,
    periods.months,
    cycles.anchored,
    cycles.following,
    periods.quarters,
    periods.years,
    marks.plain,
    cycles.units,
)


def _element(cursor: Sentence) -> tuple[Body, ...] | None:
    """Return the bodies that start here, () for words that say nothing, None where no rule fits."""
    for rule in _RULES:
        bodies = rule(cursor)
        if bodies is not None:
            return bodies
    return None


@dataclass(slots=True)
class _Scan:
    """Where the scan stands: what was said since the last piece."""

    notes: Notes
    clause: int = 0
    join: Join = Join.NEAR
    limit: Limit | None = None
    timed: bool = False
    words: int = 0
    told: bool = False
    pieces: list[Piece] = field(default_factory=list)

    def add(self, bodies: tuple[Body, ...]) -> None:
        for index, body in enumerate(bodies):
            join = Join.LIST if index else self._join()
            limit = self.limit
            if limit is None and join is Join.LIST and self._alike(body):
                limit = self.pieces[-1].limit
                limit = None if limit in STARTS else limit
            told = not index and (self.told or self.words > 0)
            self.pieces.append(Piece(body, join, limit, self.clause, self.timed, told))
        self.join, self.words, self.timed, self.told = Join.NEAR, 0, False, False
        self.limit = None

    def stop(self) -> None:
        self.clause += 1
        self.join, self.limit, self.words, self.timed = Join.NEAR, None, 0, False
        self.told = False

    def bodies(self) -> Iterator[Body]:
        """Yield what was read in this clause, the latest first."""
        return (p.body for p in reversed(self.pieces) if p.clause == self.clause)

    def _join(self) -> Join:
        if self.join is Join.NEAR and self.words:
            return Join.APART
        return self.join

    def _alike(self, body: Body) -> bool:
        """Return whether the piece continues a list: "trước 15/6 và 30/11"."""
        before = self.pieces[-1] if self.pieces else None
        return (
            before is not None and before.clause == self.clause and type(before.body) is type(body)
        )


def parse(text: str, year: int, notes: Notes) -> list[Piece]:
    """Return the pieces of a deadline's words in a plan for the year."""
    cursor = Sentence(tokens(text), year, notes)
    scan = _Scan(notes)
    while cursor.kind() is not Role.END:
        cursor.previous = scan.pieces[-1] if scan.pieces and _adjacent(scan) else None
        cursor.limited = scan.limit
        cursor.cycle = next((b for b in scan.bodies() if isinstance(b, Cycle)), None)
        bodies = _element(cursor)
        if bodies is None:
            _pass(cursor, scan)
        elif bodies:
            scan.add(bodies)
    return scan.pieces


def _adjacent(scan: _Scan) -> bool:
    return scan.words == 0 and scan.pieces[-1].clause == scan.clause


def _pass(cursor: Sentence, scan: _Scan) -> None:
    """Take a token that is no piece of its own."""
    token = cursor.take()
    if token.kind is Role.STOP:
        scan.stop()
    elif token.kind in _LIMITS:
        _limit(token, scan)
    elif token.kind in (Role.TO, Role.DASH):
        _to(token, scan)
    elif token.kind in _LISTING:
        scan.join, scan.limit = Join.LIST, None
    elif bare(token.text) == _APART:
        scan.join = Join.APART
    elif token.kind is Role.CLOCK:
        scan.timed = True
    elif token.kind is Role.ONWARD and scan.pieces and _adjacent(scan):
        scan.pieces[-1] = replace(scan.pieces[-1], limit=Limit.FROM)
    elif (token.text == "nay" or token.kind is Role.ROMAN) and scan.join is Join.RANGE:
        scan.notes.doubt(message("Not read: “{words}”.", words=token.text))
    elif token.kind not in _SILENT:
        _word(token, cursor, scan)
    scan.told = scan.told or bare(token.text) in _DEEDS


def _limit(token: Word, scan: _Scan) -> None:
    # "chậm nhất trước ngày …" stays strict.
    if scan.limit is not Limit.BEFORE:
        scan.limit = _LIMITS[token.kind]
    if token.text.startswith(_UNTIL) and scan.pieces and _adjacent(scan):
        scan.join = Join.RANGE
    scan.words = 0


def _to(token: Word, scan: _Scan) -> None:
    """Read "đến" as the end of a range after its beginning, else as a last day."""
    follows = bool(scan.pieces) and _adjacent(scan)
    if follows:
        scan.join = Join.RANGE
        scan.limit = Limit.BEFORE if token.text == "đến trước" else None
    elif token.kind is Role.TO:
        scan.limit = Limit.BY


def _word(token: Word, cursor: Sentence, scan: _Scan) -> None:
    scan.words += 1
    if token.kind is Role.LATER:
        scan.notes.doubt(message("Not read: “{words}”.", words=token.text))
    if scan.words >= _FAR:
        scan.limit = None
    counted = cursor.kind() is Role.WORD  # "05 hội nghị" counts things, not days
    if token.kind in (Role.NUMBER, Role.DASHED) and not counted:
        scan.notes.doubt(message("Not read: “{words}”.", words=token.text))
