"""Results and observations as data frames."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import qms_xlsx
from qms_xlsx.write.frames import OBSERVATION_COLUMNS
from tests.judge.cases import KPS, objective, register, run, submission

OWN = objective("100%", over_time="ratio", over_departments="ratio", cadence="month", unit="%")
TOLD = submission(OWN, [(9, 10), KPS, (5, 5)], estimate_from="t3")


def test_a_row_stands_for_each_judged_figure() -> None:
    frame = qms_xlsx.results_frame(run(register(OWN), TOLD, period="2024-Q1"))
    assert list(frame.department.isna()) == [True, False]
    whole = frame.iloc[0]
    assert (whole.numerator, whole.denominator, whole.status) == (14, 15, "at_risk")
    assert (whole.slots_filled, whole.slots_expected, whole.departments_expected) == (3, 3, 1)
    assert whole.actual == pytest.approx(100 * 14 / 15)


def test_a_row_stands_for_each_accepted_cell_and_pandas_groups_them() -> None:
    frame = qms_xlsx.observations_frame([TOLD])
    assert tuple(frame.columns) == OBSERVATION_COLUMNS
    assert list(frame[frame.kps].slot) == ["t2", "t2"]
    assert list(frame[frame.estimated].slot) == ["t3", "t3"]
    sums = frame.groupby("component").value.sum()
    assert (sums["numerator"], sums["denominator"]) == (14, 15)


def test_no_submission_makes_an_empty_frame() -> None:
    assert qms_xlsx.observations_frame([]).empty


def test_every_public_name_is_there() -> None:
    for name in qms_xlsx.__all__:
        assert getattr(qms_xlsx, name) is not None
    with pytest.raises(AttributeError):
        _ = qms_xlsx.nothing


@pytest.mark.untraced
def test_the_readmes_example_runs(tmp_path: Path) -> None:
    played = qms_xlsx.demo(tmp_path / "demo")
    frame = qms_xlsx.results_frame(played.run.aggregate)
    assert set(frame[frame.department.isna()].status) == {
        "exceeded", "met", "at_risk", "missed", "no_data", "not_due", "not_applicable",
    }  # fmt: skip
    assert isinstance(qms_xlsx.observations_frame(played.run.aggregate.submissions), pd.DataFrame)
