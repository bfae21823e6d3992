"""Which direction is better, told from what is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.model import Better
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.vocabulary.qualities import QUALITIES
from qms_xlsx.language.vocabulary.row import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.language.scanner import Text


_MARKS = lexicon(QUALITIES, strict=True)


@dataclass(frozen=True, slots=True)
class Direction:
    """The better direction, and how it is known.

    `told` where what is measured says so; else more is better, `likely` where the words speak of
    something good, or a mere default.
    """

    better: Better
    told: bool = False
    likely: bool = True


@dataclass(slots=True)
class _Reader:
    """What the words read so far say, one mark after the other."""

    dealing: bool
    sign: Better = Better.HIGHER
    told: bool = False
    likely: bool = False
    mending: bool = False
    negated: str = ""
    crowned: bool = False
    someone: bool = False
    moot: bool = False
    settled: bool = False
    spending: bool = False
    spent: bool = False

    def read(self, sort: str) -> None:
        """Take in the next mark."""
        self.likely = self.likely or sort in _LIKELY
        self.someone = (self.someone or sort == "who") and sort != "unknown"
        self.moot = self.moot or (sort in ("moot", "people") and not self.dealing)
        self.settled = self.settled or (
            sort in ("good", "having", "done", "sure", "crown") and not self.spending
        )
        self.spending = self.spending or sort == "moot"
        self.spent = self.spent or (sort == "cost" and not self.told and not self.dealing)
        if self.spent:
            self._tell(Better.LOWER)
        elif sort in ("bad", "badly") or (sort == "cost" and not self.told):
            self._bad(sort)
        elif sort == "done" and (self.sign is Better.LOWER or self.negated):
            self.negated = ""
            self._tell(Better.HIGHER)
        elif sort in ("good", "having", "sure", "mending", "fair", "crown"):
            self._good(sort)
        elif sort == "owner":
            self.crowned = self.crowned or (self.settled and self.sign is Better.HIGHER)
        elif sort == "negated":
            self.negated = self.negated or _OPEN
        self.dealing = self.dealing or sort in ("dealing", "mending")
        self.mending = self.mending or sort == "mending"

    def _bad(self, sort: str) -> None:
        if self.crowned and sort == "bad":
            return  # "mức độ hài lòng của người bệnh", "thu nhập hộ nghèo"
        turned = self.negated or (self.mending if sort == "badly" else self.dealing)
        self._tell(Better.HIGHER if turned else Better.LOWER)
        self.negated = self.negated and _BAD

    def _good(self, sort: str) -> None:
        """Take in a good thing: of its lack ("không sử dụng nước sạch") less is better."""
        if self.negated == _OPEN:
            self.negated = _GOOD
            self._tell(Better.LOWER)
        elif not self.negated and (
            sort in ("sure", "crown") or (sort != "fair" and self.sign is Better.LOWER)
        ):
            self._tell(Better.HIGHER)
            self.crowned = self.crowned or sort == "crown"

    def _tell(self, sign: Better) -> None:
        self.sign, self.told = sign, True


_EXCEPT = Lexicon(
    phrases("[ngoại|loại] trừ, (không|chưa) (tính|kể|bao gồm|gồm) [đến|cả|các], không tính đến")
)
"""What is left out says nothing of which way is better ("(không tính hồ sơ miễn phí)")."""
_OPEN, _BAD, _GOOD = "open", "bad", "good"
"""What a "không" denies: nothing yet, something bad, something good."""
_UNCLEAR = frozenset(("mat", "tre", "tu", "toi"))
_LIKELY = ("fair", "good", "sure", "crown", "done", "dealing", "mending")


def direction(
    text: Text, start: int, end: int, *, acting: bool = False, doing: Lexicon[str] | None = None
) -> Direction:
    """Return which way is better for what these tokens measure.

    `acting` when a verb before the figure deals with what follows ("giải quyết 95% đơn khiếu nại");
    `doing` are further verbs that deal with what stands after them ("100% cán bộ ký cam kết …").
    """
    reader = _Reader(dealing=acting)
    for sort in _marks(text, start, end, doing):
        reader.read(sort)
    if reader.moot and not reader.told and not reader.settled:
        return Direction(Better.NEITHER)
    if reader.negated == _OPEN and not reader.told:
        return Direction(Better.LOWER, likely=False)
    return Direction(reader.sign, reader.told, acting or reader.likely or reader.someone)


def _mark(text: Text, index: int) -> tuple[int, str] | None:
    """Return the mark that begins here; without its marks a word such as "mat" says nothing."""
    found = _MARKS.at(text, index)
    unclear = text.plain and text.tokens[index].bare in _UNCLEAR
    return None if found and found[0] == 1 and unclear else found


def _marks(text: Text, start: int, end: int, doing: Lexicon[str] | None) -> Iterator[str]:
    index = start
    while index < end:
        if text.tokens[index].kind == "level":  # "5 không, 3 sạch" is a name
            index += 1
            continue
        if _EXCEPT.at(text, index):
            index = _past_exception(text, index, end)
            continue
        mark = _mark(text, index)
        verb = doing.at(text, index) if doing else None
        if verb and (mark is None or verb[0] > mark[0]):
            mark = (verb[0], "dealing")
        if mark:
            yield mark[1]
        elif text.tokens[index].kind == "word" and not verbs.LIGHT.at(text, index):
            yield "unknown"
        index += mark[0] if mark else 1


def _past_exception(text: Text, index: int, end: int) -> int:
    """Return where an exception ends: with its brackets, else at the next boundary."""
    depth = text.tokens[index].depth
    while index < end and text.tokens[index].depth >= depth:
        if not depth and text.fold(index) in (",", ";"):
            break
        index += 1
    return index
