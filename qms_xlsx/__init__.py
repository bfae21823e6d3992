"""Quality objectives in spreadsheets: registers, forms, checks, aggregation, summaries.

The steps of the command line as functions on paths and values, without printing or exiting:

>>> from qms_xlsx import explain_target
>>> explain_target("đạt từ 97% trở lên").understood
True
"""

from __future__ import annotations

from qms_xlsx.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # nothing is imported here: `python -m qms_xlsx` first closes its path
    from typing import Any

    from qms_xlsx.steps.aggregate import Run, run_aggregation
    from qms_xlsx.steps.demo import demo
    from qms_xlsx.steps.explain import explain_deadline, explain_target
    from qms_xlsx.steps.forms import make_forms
    from qms_xlsx.steps.import_decision import Imported, import_decision
    from qms_xlsx.steps.init import init
    from qms_xlsx.steps.next_year import Turned, turn_year
    from qms_xlsx.steps.readings import Readings, tell_readings
    from qms_xlsx.steps.remind import Reminders, remind
    from qms_xlsx.steps.report import Papers, report
    from qms_xlsx.steps.rollup import Rollup, run_rollup
    from qms_xlsx.steps.trouble import StepError
    from qms_xlsx.steps.validate import Validation, validate
    from qms_xlsx.steps.workspace import Workspace
    from qms_xlsx.write.frames import observations_frame, results_frame

__all__ = [
    "Imported",
    "Papers",
    "Readings",
    "Reminders",
    "Rollup",
    "Run",
    "StepError",
    "Turned",
    "Validation",
    "Workspace",
    "__version__",
    "demo",
    "explain_deadline",
    "explain_target",
    "import_decision",
    "init",
    "make_forms",
    "observations_frame",
    "remind",
    "report",
    "results_frame",
    "run_aggregation",
    "run_rollup",
    "tell_readings",
    "turn_year",
    "validate",
]

_HOMES = {
    "Imported": "steps.import_decision",
    "Papers": "steps.report",
    "Readings": "steps.readings",
    "Reminders": "steps.remind",
    "Rollup": "steps.rollup",
    "Run": "steps.aggregate",
    "StepError": "steps.trouble",
    "Turned": "steps.next_year",
    "Validation": "steps.validate",
    "Workspace": "steps.workspace",
    "demo": "steps.demo",
    "explain_deadline": "steps.explain",
    "explain_target": "steps.explain",
    "import_decision": "steps.import_decision",
    "init": "steps.init",
    "make_forms": "steps.forms",
    "observations_frame": "write.frames",
    "remind": "steps.remind",
    "report": "steps.report",
    "results_frame": "write.frames",
    "run_aggregation": "steps.aggregate",
    "run_rollup": "steps.rollup",
    "tell_readings": "steps.readings",
    "turn_year": "steps.next_year",
    "validate": "steps.validate",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `--help` stays quick."""
    from importlib import import_module  # noqa: PLC0415

    if name not in _HOMES:
        raise AttributeError(f"module 'qms_xlsx' has no attribute {name!r}")
    return getattr(import_module(f"qms_xlsx.{_HOMES[name]}"), name)
