"""The closed periods of a year's folder, as the other steps see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.period import InvalidPeriod, Period
from qms_xlsx.history.kept_year import read_kept_year
from qms_xlsx.history.records import InvalidRecord, read_record
from qms_xlsx.language.messages import message
from qms_xlsx.steps.manifest import LARGEST, RECORD, RESULTS, InvalidManifest, Manifest, Stamp
from qms_xlsx.steps.state import read_state
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import REGISTER

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.closing import ClosedPeriod
    from qms_xlsx.history.kept_year import KeptYear
    from qms_xlsx.steps.workspace import Workspace


def closed_folders(workspace: Workspace) -> list[Path]:
    """Return the folders of closed periods, January first, the longer period last."""
    if not workspace.closed.is_dir():
        return []
    named = [(_period(path.name), path) for path in workspace.closed.iterdir() if path.is_dir()]
    periods = [(period, path) for period, path in named if period]
    periods.sort(key=lambda one: (one[0].year, one[0].end_month, one[0].slot.cadence.months))
    return [path for _, path in periods]


def closed_periods(workspace: Workspace) -> tuple[ClosedPeriod, ...]:
    """Return what was reported of each closed period.

    Raises StepError for one that is not as it was closed: what stands cannot be told any more.
    """
    return tuple(_closed(workspace, folder) for folder in closed_folders(workspace))


def _closed(workspace: Workspace, folder: Path) -> ClosedPeriod:
    try:
        return read_record(_record(folder), f"../{workspace.relative(folder)}")
    except (InvalidManifest, InvalidRecord, KeyError, OSError) as error:
        raise StepError(
            message(
                "The closed period {folder} is not as it was closed, so what was reported cannot "
                "be told. Put a copy of the folder back; “qms-xlsx verify” says what differs.",
                folder=workspace.relative(folder),
            )
        ) from error


def _record(folder: Path, name: str = RECORD) -> str:
    """Return a record of a closed period; InvalidRecord when it is not as written."""
    path = folder / name
    if Stamp.of(path) != Manifest.read(folder).files[name]:
        raise InvalidRecord(name)
    return read_state(path, LARGEST)


def kept_year(workspace: Workspace, year: Period) -> KeptYear | None:
    """Return the results of a closed year, as long as its register is the one that it had then.

    None for a year that is not closed, and for one whose register has changed since: it may let
    somebody in, and what counts is then worked out from the forms.
    """
    folder = workspace.closed_period(year)
    try:
        if Stamp.of(workspace.register) != Manifest.read(folder).files[REGISTER]:
            return None
        return read_kept_year(_record(folder, RESULTS))
    except (InvalidManifest, InvalidRecord, KeyError, OSError):
        return None


def closed_for(workspace: Workspace, year: Period) -> str | None:
    """Return the organisation that closed a year in a folder; None where nobody has."""
    try:
        return str(Manifest.read(workspace.closed_period(year)).told["organisation"])
    except (InvalidManifest, KeyError):
        return None


def _period(name: str) -> Period | None:
    try:
        period = Period.parse(name)
    except InvalidPeriod:
        return None
    return period if str(period) == name else None
