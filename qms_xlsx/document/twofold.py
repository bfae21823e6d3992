"""One level in two notations, a fraction and its percentage: "5/6 trường, đạt tỷ lệ 83,3%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.language.messages import N_, Message, doubt
from qms_xlsx.language.numbers import InvalidNumber, decimals, parse
from qms_xlsx.language.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_DATE = r"(?<![\d/.,])(?<!ngày )(?<!tháng )(?<!số )(?<!trước )(?<!đến )(?<!quý )(?<!hết )(?<!từ )"
"""Where a fraction may begin: what follows a day's word is a date."""
_TWOFOLD = re.compile(
    rf"{NO_DATE}(?P<part>\d[\d.]*)\s?/\s?(?P<whole>\d[\d.]*)(?![\d/])"
    r"(?P<about>[^;%()|\d]{0,90}?)"
    r"(?P<again>\s*\(\s*(?:đạt\s+|chiếm\s+)?(?:tỷ lệ\s+)?(?P<inner>\d+(?:,\d+)?)\s?%\s*\)"
    r"|,?\s*(?:đạt|chiếm|bằng|tương ứng|tương đương|ứng với)\s+(?:với\s+)?(?:tỷ lệ\s+)?"
    r"(?P<percent>\d+(?:,\d+)?)\s?%(?=\s*(?:[,;.)|]|$|và\b)))",
    re.IGNORECASE,
)
_CONTRARY = N_("The two notations do not agree: {share}% is not {n} of {of}.")


class Twofold(NamedTuple):
    """A fraction and the percentage that says it again."""

    fraction: str
    percent: str
    share: float
    """What the fraction comes to, in per cent."""
    again: str
    """The words that say it again."""
    rest: str
    """The text without them."""

    @property
    def places(self) -> int:
        """How many decimals the percentage is said with."""
        return decimals(parse(self.percent))

    @property
    def doubt(self) -> Message:
        """What is asked where the two do not agree."""
        part, _, whole = self.fraction.partition("/")
        return doubt(_CONTRARY, share=self.percent, n=part, of=whole)

    @property
    def agrees(self) -> bool:
        """Whether both say the same, to the decimals that are written."""
        return round(self.share, self.places) == round(parse(self.percent), self.places)


def twofold(text: str) -> Iterator[Twofold]:
    """Yield the levels of a text that are said twice.

    >>> [one.rest for one in twofold("Có 5/6 trường đạt chuẩn, đạt tỷ lệ 83,3%.")]
    ['Có 5/6 trường đạt chuẩn.']
    >>> list(twofold("Đến 30/6 thu ngân sách đạt 50%"))
    []
    """
    for found in _TWOFOLD.finditer(text):
        share = share_of(found["part"], found["whole"])
        if share is None:
            continue
        yield Twofold(
            f"{found['part']}/{found['whole']}",
            found["percent"] or found["inner"],
            share,
            found["again"],
            clean(text[: found.start("again")] + text[found.end("again") :]),
        )


def share_of(part: str, whole: str) -> float | None:
    """Return what a fraction comes to in per cent, None where it is no part of a whole."""
    try:
        above, below = parse(part), parse(whole)
    except InvalidNumber:
        return None
    return 100 * above / below if below and above <= below else None
