"""Rows of offices of many kinds, with blank cells: what is chosen, or asked, for each."""

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from qms_xlsx.domain.meaning import Choice, SaidRow, choose
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.question import Question
from qms_xlsx.domain.target import Target
from qms_xlsx.language.text import bare

TABLE = Path(__file__).with_name("rows.txt").read_text(encoding="utf-8")
ROWS = [line for line in TABLE.splitlines() if line.strip() and not line.startswith("#")]


def row_of(line: str) -> tuple[SaidRow, str]:
    cells = [cell.strip() for cell in line.split("|")]
    name, words, unit, labels, departments, cadence, baseline, wanted = cells
    numerator, _, denominator = (part.strip() for part in labels.partition("/"))
    row = SaidRow(
        name=name,
        words=words,
        targets=Target.parse(words).targets,
        unit=unit,
        numerator_label=numerator,
        denominator_label=denominator,
        departments=int(departments),
        cadence=Cadence(cadence) if cadence else None,
        baseline=bool(baseline),
    )
    return row, wanted


def told(found: Choice | Question) -> str:
    if isinstance(found, Question):
        return "?"
    ways = f"{found.over_time} {found.over_departments} {found.profile}"
    return f"{ways} !" if found.notes else ways


@pytest.mark.parametrize("line", ROWS)
def test_a_row_is_gathered_by_what_it_is(line: str) -> None:
    row, wanted = row_of(line)
    assert told(choose(row)) == wanted


@pytest.mark.parametrize("spelt", [str.upper, lambda text: normalize("NFD", text)])
def test_capitals_and_composed_letters_change_nothing(spelt) -> None:
    for line in ROWS:
        row, wanted = row_of(line)
        words = spelt(row.words)
        other = replace(row, name=spelt(row.name), words=words, targets=Target.parse(words).targets)
        assert told(choose(other)) == wanted, row.name


def test_without_marks_nothing_else_is_chosen_in_silence() -> None:
    for line in ROWS:
        row, wanted = row_of(line)
        words = bare(row.words)
        other = replace(row, name=bare(row.name), words=words, targets=Target.parse(words).targets)
        assert told(choose(other)) in (wanted, "?") or told(choose(other)).endswith("!"), row.name
