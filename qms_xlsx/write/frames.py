"""Results and observations as pandas data frames, for those who go on in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from qms_xlsx.domain.submission import Mark
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.write.documents import NO_BACKGROUND, PACE_KEYS, results_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.history.background import Background
    from qms_xlsx.judge.results import Aggregate

OBSERVATION_COLUMNS = (
    "department",
    "objective",
    "component",
    "slot",
    "value",
    "kps",
    "estimated",
    "file",
    "sheet",
    "cell",
)


def results_frame(
    aggregate: Aggregate,
    language: str = VIETNAMESE,
    *,
    background: Background = NO_BACKGROUND,
) -> pd.DataFrame:
    """Return a row for each judged figure; columns as in `aggregate --format json`.

    `department` is NA on the organisation's own rows; coverage is split into six columns, those of
    children filled for headings; the pace has columns of its own. `background` is a run's own.
    """
    rows = []
    for row in results_json(aggregate, language, background):
        coverage, pace = row.pop("coverage"), row.pop("pace") or {}
        del row["sources"]
        row |= {f"pace_{key}": pace.get(key) for key in PACE_KEYS}
        for part in ("slots", "departments", "children"):
            filled, expected = coverage.get(part) or (None, None)
            row |= {f"{part}_filled": filled, f"{part}_expected": expected}
        rows.append(row)
    return pd.DataFrame(rows)


def observations_frame(submissions: Iterable[Submission]) -> pd.DataFrame:
    """Return a row for each accepted cell; `value` is NA for KPS, which `kps` tells apart."""
    rows = [
        (
            submission.department,
            code,
            component.value,
            slot.key,
            None if isinstance(entry.value, Mark) else entry.value,
            isinstance(entry.value, Mark),
            submission.estimated(code, slot),
            entry.place.file,
            entry.place.sheet,
            entry.place.cell,
        )
        for submission in submissions
        for (code, component), entries in submission.entries.items()
        for slot, entry in sorted(entries.items())
    ]
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))
