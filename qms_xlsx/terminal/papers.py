"""What `report` prints for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.messages import message
from qms_xlsx.terminal.console import Terminal, told_spared

if TYPE_CHECKING:
    from qms_xlsx.steps.report import Papers


def papers(written: Papers, language: str) -> None:
    """Say which papers were written, and how many gaps each leaves to people."""
    console = Terminal(language)
    for part, path in written.files.items():
        values = {"path": str(path), "n": written.gaps[part]}
        console.say(message("{path}: {n} gaps […] for you to fill in", **values))
    if "slips" not in written.gaps:
        console.say(message("No corrective action is stated or missing, so there is no slip."))
    told_spared(console, written.spared)
