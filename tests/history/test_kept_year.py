"""What a closed year keeps of its periods, for the years after it."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx.domain.period import SLOTS, Period, Slot
from qms_xlsx.history.kept_year import keep_year, known, read_kept_year
from qms_xlsx.history.past import past_run
from qms_xlsx.history.records import InvalidRecord
from qms_xlsx.judge import aggregate
from tests.judge.cases import KPS, objective, register, submission

COUNT = objective("12 lớp", unit="lớp", over_time="sum", over_departments="sum", cadence="month")
RATIO = objective(
    "từ 95%", code="B", unit="%", over_time="ratio", over_departments="ratio", cadence="quarter"
)
ANSWER = objective("duy trì", code="C", over_time="all", over_departments="all", cadence="half")
OFFICE = register(COUNT, RATIO, ANSWER)
DAY = date(2025, 1, 15)


def runs():
    forms = [
        submission(COUNT, [1, KPS, 2, 0, 1, 1, 1, 1, 1, 1, 1, 1]),
        submission(RATIO, [(9, 10), (10, 10), (8, 10), (10, 10)]),
        submission(ANSWER, [True, False]),
    ]
    whole = forms[0]
    for other in forms[1:]:
        whole.entries.update(other.entries)
    return [aggregate(OFFICE, [whole], Period(2024, slot), DAY) for slot in SLOTS]


def test_every_period_comes_back_as_it_was_judged() -> None:
    given = runs()
    kept = read_kept_year(keep_year(given))
    assert kept.rows == known(OFFICE.objectives)
    assert set(kept.runs) == set(SLOTS)
    for run in given:
        was, now = past_run(run), kept.runs[run.period.slot]
        assert (now.period, now.as_of) == (run.period, DAY)
        for key, row in was.rows.items():
            read = now.rows[key]
            assert (read.status, read.actual, read.provisional) == (
                row.status, row.actual, row.provisional,
            )  # fmt: skip
            assert read.coverage == row.coverage
            if key[1] is None:
                assert read.series == row.series
    assert kept.runs[Slot.parse("q1")].rows["A", None].actual == 3  # 1 + KPS + 2
    assert kept.runs[Slot.parse("h2")].rows["C", None].actual is False


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"as_of": 1}', "[" * 100_000, keep_year(runs()).replace('"t5"', '"t55"')],
    ids=["nothing", "list", "object", "null", "number", "deep", "slot"],
)  # fmt: skip
def test_any_other_text_is_no_kept_year(text: str) -> None:
    with pytest.raises(InvalidRecord):
        read_kept_year(text)
