"""What a rollup prints: what the level above reaches, who is missing, what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.status import Status
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import day
from qms_xlsx.say.facts import Facts
from qms_xlsx.say.periods import period_name
from qms_xlsx.terminal.console import Terminal, told_spared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.steps.rollup import Rollup

_SHOWN = 8
"""Names and errors that are told one by one; the workbook has them all."""


def rolled_up(done: Rollup, language: str) -> None:
    """Print the outcome in the order of the workbook's first page."""
    console = Terminal(language)
    aggregate = done.rolled.aggregate
    facts = Facts(aggregate, done.findings, done.sources)
    about = message(
        "{organisation} · {period} · as of {day}",
        organisation=aggregate.register.organisation,
        period=period_name(aggregate.period, language),
        day=day(aggregate.as_of),
    )
    console.say(about, style="bold")
    counts = {"met": facts.met, "judged": facts.judged}
    judged = message("{met} of {judged} judged targets are met.", **counts)
    console.say(judged if facts.judged else message("No target could be judged."))
    console.print("   ".join(f"{status.mark} {facts.counts[status]}" for status in Status))
    _offices(console, done, facts)
    _findings(console, done)
    told_spared(console, done.spared)
    if done.summary:
        console.say(message("Open: {path}", path=str(done.summary)), style="bold green")


def _offices(console: Terminal, done: Rollup, facts: Facts) -> None:
    """Say which offices reported, which did not, and what of their figures could not be added."""
    reporting = facts.aggregate.reporting
    values = {"received": len(reporting.received), "expected": len(reporting.expected)}
    console.say(message("Summaries: {received} of {expected} offices.", **values))
    if facts.owing:
        owing = [office.name for office in done.rolled.offices if office.code in set(facts.owing)]
        console.say(message("Missing: {codes}.", codes=_few(owing)), style="red")
    for office in done.rolled.offices:
        if office.refused:
            said = message(
                "Received, not counted: {file}: {reason}", file=office.name, reason=office.refused
            )
            console.say(said, style="yellow")
    if facts.provisional:
        said = message("{n} targets rest on provisional figures.", n=facts.provisional)
        console.say(said, style="yellow")
    if done.rolled.left_out:
        said = message(
            "{n} figures of the offices could not be added; the sheet Phát hiện says why.",
            n=len(done.rolled.left_out),
        )
        console.say(said, style="yellow")


def _few(names: Sequence[str]) -> str:
    more = ["…"] if len(names) > _SHOWN else []
    return ", ".join([*names[:_SHOWN], *more])


def _findings(console: Terminal, done: Rollup) -> None:
    loud = [f for f in done.findings if f.severity is not Severity.INFO]
    more = len(loud) - _SHOWN
    for found in loud[:_SHOWN]:
        colour = "red" if found.severity is Severity.ERROR else "yellow"
        where, what = escape(str(found.place)), console.text(found.message)
        console.print(f"  [{colour}]{found.code}[/] {where}: {what}")
    if more > 0:
        console.say(message("{n} more findings; the sheet Phát hiện lists them all.", n=more))
