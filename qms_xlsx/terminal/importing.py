"""An import on the terminal: what was taken, what needs a look, where the draft is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console

from qms_xlsx import say
from qms_xlsx.language.messages import message
from qms_xlsx.say.findings import line

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message
    from qms_xlsx.steps.import_decision import Imported

_SHOWN = 8


class _Printer:
    """Prints lines as they are, one a line."""

    def __init__(self, language: str) -> None:
        self._console = Console(highlight=False, soft_wrap=True)
        self._language = language

    def say(self, told: Message, style: str | None = None) -> None:
        self.print(say.text(told, self._language), style)

    def print(self, line: str, style: str | None = None) -> None:
        self._console.print(line, style=style)


def show(done: Imported, language: str) -> None:
    """Say what an import took, what needs a look and what to do next."""
    console = _Printer(language)
    for finding in done.findings:
        console.print(line(finding, language), "bold red")
    if done.path is None:
        console.say(message("No objective was found, so no draft was written."), "yellow")
        if done.decision.why:
            console.say(done.decision.why, "yellow")
        for left in done.decision.left_out[:_SHOWN]:
            why = "" if left.reason == done.decision.why else say.text(left.reason, language)
            console.print(f"- {left.quote} ({why})" if why else f"- {left.quote}")
        return
    _say_taken(console, done)
    if done.differences:
        counts = Counter(say.word(one.change.value, language) for one in done.differences)
        told = ", ".join(f"{count} {change}" for change, count in counts.items())
        console.say(message("Against the register: {changes}.", changes=told))
    said = dict.fromkeys(say.text(look.says, language) for look in done.looks)
    for says in list(said)[:_SHOWN]:
        console.print(f"- {says}")


def _say_taken(console: _Printer, done: Imported) -> None:
    """Say how much of a decision stands in the draft, and where the draft is."""
    head, items = done.decision.head, done.decision.items
    targets = sum(bool(item.target) for item in items)
    console.say(
        message(
            "{organisation}, {year}: {targets} targets under {headings} headings, "
            "{measures} measures, {departments} departments.",
            organisation=head.organisation or "?",
            year=str(head.year or "?"),
            targets=targets,
            headings=len(items) - targets,
            measures=len(done.decision.plan),
            departments=len(done.decision.departments),
        )
    )
    console.say(
        message(
            "Draft: {path}. Its first sheet lists {looks} things to look at and {left} passages "
            "that were not taken.",
            path=str(done.path),
            looks=len(done.looks),
            left=len(done.decision.left_out),
        )
    )
