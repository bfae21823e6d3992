"""Where every figure of a run may go: a file of its own, CSV or Parquet."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from qms_xlsx.language.messages import message
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.workspace import Workspace

CSV, PARQUET = ".csv", ".parquet"


def refuse_as_data(workspace: Workspace, path: Path) -> None:
    """Raise StepError for a place where every figure cannot go, before anything is read."""
    kind = path.suffix.lower()
    workspace.refuse_among_inputs(path)
    if kind not in (CSV, PARQUET) or path.is_dir():
        raise StepError(
            message(
                "The figures go to a file: {path} must end in .csv or .parquet.", path=str(path)
            )
        )
    if kind == PARQUET and find_spec("pyarrow") is None:
        raise StepError(
            message(
                "Writing Parquet needs one more part: pip install “qms-xlsx[parquet]”. "
                "A name that ends in .csv needs none."
            )
        )
