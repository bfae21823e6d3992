"""Tables of phrases stand in targets/*.txt, one "phrase => reading" a line.

A reading is short: several targets are joined by " & ", "said" is `explicit`, "@" the baseline,
"?" a wording that is not understood, and a final "*" says that a note is due.

    >= 95 [%] higher
    range >= 80..85 [%] higher said
    growth >= 15 [%] higher @previous_year
    grade xuất sắc said · rank 3/9 said · yes_no · ?
"""

from __future__ import annotations

import random
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.domain.numbers import show
from qms_xlsx.domain.target import (
    GRADE_SCALES,
    Better,
    Kind,
    Reading,
    Target,
    Unknown,
    grade_rank,
)
from qms_xlsx.domain.text import bare

TABLES = Path(__file__).parent / "targets"


def described(reading: Reading | Unknown) -> str:
    return " & ".join(line(target) for target in reading.targets) or "?"


def line(target: Target) -> str:
    said = " said" if target.explicit else ""
    if target.kind is Kind.YES_NO:
        return "yes_no"
    if target.kind is Kind.GRADE:
        return f"grade {target.value}{said}"
    of = f"/{show(target.of)}" if target.of is not None else ""
    if target.kind is Kind.RANK:
        return f"rank {show(float(target.value or 0))}{of}{said}"
    value = "-" if target.value is None else show(float(target.value))
    upper = f"..{show(target.upper)}" if target.upper is not None else ""
    unit = f" [{target.unit}]" if target.unit else ""
    base = f" @{target.baseline}" if target.baseline else ""
    kind = "" if target.kind is Kind.THRESHOLD else f"{target.kind} "
    return f"{kind}{target.comparator} {value}{upper}{of}{unit} {target.better}{said}{base}"


@cache
def table(name: str) -> tuple[tuple[str, str, bool], ...]:
    rows = []
    for row in (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            phrase, _, reading = row.rpartition(" => ")
            rows.append((phrase, reading.removesuffix("*").strip(), reading.endswith("*")))
    return tuple(rows)


def everything() -> list[tuple[str, str, bool]]:
    return [row for path in sorted(TABLES.glob("*.txt")) for row in table(path.stem)]


@pytest.mark.parametrize(("phrase", "reading", "noted"), everything())
def test_a_phrase_is_read_as_an_official_means_it(phrase: str, reading: str, noted: bool) -> None:
    found = Target.parse(phrase)
    assert described(found) == reading
    assert found.notes or not noted
    for note in found.notes:
        assert str(note)


@pytest.mark.parametrize("phrase", [row[0] for row in everything() if row[1] != "?"])
def test_the_canonical_words_say_the_same(phrase: str) -> None:
    for target in Target.parse(phrase).targets:
        assert Target.parse(str(target)).targets == (target,)


def test_all_105_targets_of_the_decisions_are_in_the_table() -> None:
    assert len(table("seeds")) == 105


@pytest.mark.parametrize("phrase", [row[0] for row in table("seeds")])
def test_the_keyboard_makes_no_difference(phrase: str) -> None:
    expected = described(Target.parse(phrase))
    assert described(Target.parse(unicodedata.normalize("NFD", phrase))) == expected
    assert described(Target.parse(phrase.replace(" ", "\u00a0"))) == expected
    assert described(Target.parse(f"- {phrase};")) == expected
