"""Demo: a whole cycle on a real sample."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.forms import Forms, make_forms
from qms_xlsx.steps.init import DEFAULT_SAMPLE, init, sample_folder
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.remind import Reminders, remind
from qms_xlsx.steps.workspace import REGISTER, SUBMITTED, StepError, Workspace, cannot_write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demonstration made."""

    workspace: Workspace
    forms: Forms
    submitted: int
    run: Run
    reminders: Reminders


def demo(
    folder: Path, sample: str = DEFAULT_SAMPLE, tick: Callable[[int], None] | None = None
) -> Demo:
    """Return a finished half-year in a new folder, from the register to the reminders.

    Raises StepError when the folder is in use or the sample is unknown.
    """
    source = sample_folder(sample)
    register, _ = open_register(source / REGISTER)
    workspace = init(folder, register.year, sample)
    forms = make_forms(folder, tick=tick)
    filled = sorted((source / SUBMITTED).iterdir())
    try:
        for path in filled:
            shutil.copyfile(path, workspace.submitted / path.name)
    except OSError as error:
        raise StepError(cannot_write(workspace.submitted, error)) from error
    half = Period(register.year, Slot.parse("h1"))
    day = half_year_day(register.year)
    run = run_aggregation(folder, period=half, as_of=day, tick=tick)
    return Demo(workspace, forms, len(filled), run, remind(folder, period=half, as_of=day))


def half_year_day(year: int) -> date:
    """Return the day on which the demonstration's secretary adds up: 20 June."""
    return date(year, 6, 20)
