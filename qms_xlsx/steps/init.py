"""Init: a year's folder, with an empty register or a sample's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from qms_xlsx.book import resources
from qms_xlsx.domain.register import Register
from qms_xlsx.language.messages import message
from qms_xlsx.steps.new_folder import new_folder
from qms_xlsx.steps.starter import put_starter
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import REGISTER, Workspace
from qms_xlsx.write.register import fill_register_template

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_SAMPLE = "thuong-lo-2024"


def init(folder: Path, year: int, sample: str | None = None) -> Workspace:
    """Return a new year's folder; StepError when it is in use or the sample is unknown."""
    source = sample_folder(sample) if sample else None
    with new_folder(folder) as root:
        fill(Workspace(root), year, source)
    return Workspace(folder)


def fill(workspace: Workspace, year: int, sample: Path | None) -> None:
    """Give a new folder its parts and its register."""
    workspace.make_folders()
    put_starter(workspace.root)
    if sample:
        shutil.copyfile(sample / REGISTER, workspace.register)
    else:
        fill_register_template({"info": _fresh_info(year)}, workspace.register)


def sample_names() -> tuple[str, ...]:
    """Return the names of the samples that have a register."""
    root = resources.samples()
    return tuple(sorted(path.parent.name for path in root.glob(f"*/{REGISTER}")))


def sample_folder(name: str) -> Path:
    """Return a sample's folder; StepError names the samples there are."""
    if name not in sample_names():
        names = ", ".join(sample_names())
        raise StepError(
            message("There is no sample “{name}”. Choose one of: {names}.", name=name, names=names)
        )
    return resources.samples() / name


def _fresh_info(year: int) -> list[dict[str, object]]:
    defaults = Register(organisation="", year=year)
    values = {
        "year": year,
        "period_rule": defaults.period_rule.value,
        "due_h1": "15/6",
        "due_year": "30/11",
        "strict_before": "yes",
        "caution": defaults.caution,
    }
    return [{"key": key, "value": value} for key, value in values.items()]
