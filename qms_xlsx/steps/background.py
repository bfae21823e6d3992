"""Finding what a run is compared with: the summary before it, and the years before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence, Period, slots_of
from qms_xlsx.history.background import Background
from qms_xlsx.history.lending import same_row
from qms_xlsx.history.past import PastRun, past_rows
from qms_xlsx.history.summaries import read_summary
from qms_xlsx.judge import judged_rows
from qms_xlsx.steps.outputs import Outputs
from qms_xlsx.steps.past_years import runs_before
from qms_xlsx.steps.reading import files_below, open_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.steps.workspace import Workspace

_DATED = re.compile(r"-(\d{8})(?!\d)")


def background(
    workspace: Workspace,
    register: Register,
    submissions: Sequence[Submission],
    period: Period,
    as_of: date,
) -> Background:
    """Return the run before this one, and the same period of earlier years, as far as known.

    The run before is the latest summary of an earlier day; without one it is the month before,
    worked out from the same forms.
    """
    years = tuple(_years(workspace, register, period))
    return Background(
        before=_summary_before(workspace, register, period, as_of)
        or _month_before(register, submissions, period, as_of),
        last_year=next((run for run in years if run.period.year == register.year - 1), None),
        years=years,
    )


def _summary_before(
    workspace: Workspace, register: Register, period: Period, as_of: date
) -> PastRun | None:
    """Return the latest run of an earlier day for a period that ends no later; None without one."""
    found: list[PastRun] = []
    written = Outputs.of(workspace.root, workspace.journal)
    for path in _candidates(workspace.summaries, as_of):
        if found and _stamp(path):  # files whose names tell their day come last, latest first
            break
        (opened,) = open_all([path])
        run = opened.contents and read_summary(
            opened.contents, register.organisation, register.year
        )
        if run and run.as_of < as_of and run.period.end_month <= period.end_month:
            found.append(replace(run, edited=written.changed(path, opened.sha256)))
    return max(found, key=lambda run: (run.as_of, run.period.end_month), default=None)


def _candidates(folder: Path, as_of: date) -> list[Path]:
    """Return the files that may be earlier summaries: undated names first, then latest first."""
    paths = files_below(folder)[0] if folder.is_dir() else []
    paths = [path for path in paths if _stamp(path) < f"{as_of:%Y%m%d}"]
    return sorted(sorted(paths, key=_stamp, reverse=True), key=lambda path: bool(_stamp(path)))


def _stamp(path: Path) -> str:
    """Return the day in a summary's name, such as '20240620'; '' where there is none."""
    found = _DATED.search(path.stem)
    return found[1] if found else ""


def _month_before(
    register: Register, submissions: Sequence[Submission], period: Period, as_of: date
) -> PastRun | None:
    if period.end_month == 1:
        return None
    month = Period(period.year, slots_of(Cadence.MONTH)[period.end_month - 2])
    rows = past_rows(judged_rows(register, submissions, month, as_of))
    return PastRun(period=month, as_of=as_of, rows=rows)


def _years(workspace: Workspace, register: Register, period: Period) -> Iterator[PastRun]:
    """Yield the same period of the years before whose folders lie beside this one, oldest first."""
    for run, known in runs_before(workspace, register, period.slot):
        between = range(run.period.year, register.year)
        same = {o.code for o in register.objectives if same_row(known.get(o.code), o, between)}
        yield replace(run, rows={key: row for key, row in run.rows.items() if key[0] in same})
