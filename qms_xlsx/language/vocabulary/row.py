"""A row of the vocabulary: what its phrases do, an example, the phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HEAD = re.compile(r"^(?P<kind>\S+) · (?P<example>.+)$", re.M)
_SEPARATORS = re.compile(r"(?:,\s|\n|(?<=\s)\|(?=\s))(?![^\[(\n]*[\])])")


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """Phrases of one class with a wording in which each of them, put for "{}", does its part.

    `reading` is what the grammar makes of the wording, in the notation of its tests.
    """

    kind: str
    example: str
    reading: str
    phrases: tuple[str, ...]


def rows(table: str) -> tuple[PhraseRow, ...]:
    r"""Return the rows of a table: lines "class · example", under each its phrases.

    Phrases are separated by commas, lines or spaced bars (`language.lexicon` tells what brackets
    and slots mean in them).

    >>> rows("date · Đến {} đạt 90%\n  tháng # | quý <n>")[0].phrases
    ('tháng #', 'quý <n>')
    """
    _, *parts = _HEAD.split(table)
    return tuple(
        PhraseRow(kind, *_example(told), _phrases(text))
        for kind, told, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    )


def _example(told: str) -> tuple[str, str]:
    example, _, reading = told.partition(" => ")
    return example, reading


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase for part in _SEPARATORS.split(text) if (phrase := part.strip(" ,")))


def lexicon(
    table: Iterable[PhraseRow], *, more: Mapping[str, str] | None = None, strict: bool = False
) -> Lexicon[str]:
    """Return the phrases of some rows with their classes, and more."""
    known = {phrase: row.kind for row in table for phrase in row.phrases}
    return Lexicon(known | dict(more or {}), strict=strict)
