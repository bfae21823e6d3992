"""What the monthly run prints: its message, what needs a hand, what is doubtful, what to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.status import Status
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.symbols import day
from qms_xlsx.say.facts import Facts
from qms_xlsx.say.figures import brief, period_target
from qms_xlsx.say.names import titled
from qms_xlsx.say.periods import period_name
from qms_xlsx.terminal.console import Terminal, told_spared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.judge.results import Result
    from qms_xlsx.steps.aggregate import Run

_SHOWN = 5
"""Targets and errors that are told one by one; the summary has them all."""
_LOUD = ((Status.MISSED, "red"), (Status.AT_RISK, "yellow"))


def month(done: Run, language: str) -> None:
    """Print the run's outcome in the order of the summary's first page."""
    console = Terminal(language)
    facts = Facts(done.aggregate, done.findings, done.sources, done.background)
    _outcome(console, facts)
    hands = list(_hands(facts))
    if hands:
        console.say(message("Needs a hand:"), style="bold")
    for text, style in hands:
        console.print(f"  [{style}]{console.text(text)}[/]")
    _errors(console, facts)
    for text in _doubts(facts):
        console.say(text, style="yellow")
    for path in done.returned:
        console.say(message("To send back: {path}", path=str(path)))
    told_spared(console, done.spared)
    if done.data:
        console.say(message("Every figure: {path}", path=str(done.data)))
    if done.summary:
        console.say(message("Open: {path}", path=str(done.summary)), style="bold green")


def _outcome(console: Terminal, facts: Facts) -> None:
    """Say what the run is about, how many targets are met, and who handed in."""
    aggregate = facts.aggregate
    about = message(
        "{organisation} · {period} · as of {day}",
        organisation=aggregate.register.organisation,
        period=period_name(aggregate.period, console.language),
        day=day(aggregate.as_of),
    )
    console.say(about, style="bold")
    counts = {"met": facts.met, "judged": facts.judged}
    judged = message("{met} of {judged} judged targets are met.", **counts)
    console.say(judged if facts.judged else message("No target could be judged."))
    console.print("   ".join(f"{status.mark} {facts.counts[status]}" for status in Status))
    reporting = aggregate.reporting
    reports = {"received": len(reporting.received), "expected": len(reporting.expected)}
    console.say(message("Reports: {received} of {expected} departments.", **reports))


def _hands(facts: Facts) -> Iterator[tuple[Message, str]]:
    """Yield what somebody has to see to: reports first, then targets, then measures."""
    if facts.owing:
        yield message("Missing: {codes}.", codes=", ".join(facts.owing)), "red"
    for item in facts.aggregate.not_counted:
        name = f"{item.file} ({item.department})" if item.department else item.file
        values = {"file": name, "reason": item.reason}
        yield message("Received, not counted: {file}: {reason}", **values), "yellow"
    for status, style in _LOUD:
        rows = facts.having(status)
        for result in rows[:_SHOWN]:
            yield _target(result), style
        if len(rows) > _SHOWN:
            yield message("{mark} {n} more", mark=status.mark, n=len(rows) - _SHOWN), style
    if facts.overdue:
        numbers = list(dict.fromkeys(row.measure.number for row in facts.overdue))
        days = facts.overdue[0].progress.days_overdue
        values = {"n": len(numbers), "days": days, "numbers": ", ".join(numbers[:_SHOWN])}
        yield (
            message("{n} measures overdue, the longest by {days} days: {numbers}", **values),
            "red",
        )


def _target(result: Result) -> Message:
    values = {
        "mark": result.status.mark if result.status else "",
        "name": titled(result.objective),
        "actual": brief(result),
        "target": period_target(result),
    }
    return message("{mark} {name}: {actual} (target {target})", **values)


def _errors(console: Terminal, facts: Facts) -> None:
    wrong = [f for f in facts.findings if f.severity is Severity.ERROR]
    if not wrong:
        return
    console.say(_errors_said(len(wrong)))
    for finding in wrong[:_SHOWN]:
        where, what = escape(str(finding.place)), console.text(finding.message)
        console.print(f"  [red]{finding.code}[/] {where}: {what}")


def _errors_said(count: int) -> Message:
    if count <= _SHOWN:
        return message("{n} errors:", n=count)
    return message(
        "{n} errors, the first {shown} below; the sheet Phát hiện lists them all:",
        n=count,
        shown=_SHOWN,
    )


def _doubts(facts: Facts) -> Iterator[Message]:
    """Yield what a reader must know before relying on the figures that are there."""
    if facts.provisional:
        yield message("{n} targets rest on provisional figures.", n=facts.provisional)
    if unread := len(facts.unconfirmed):
        yield message("{n} readings are not confirmed (“qms-xlsx readings” shows them).", n=unread)
    if doubtful := sum(finding.doubts_a_figure for finding in facts.findings):
        yield message(
            "{n} counted figures are doubtful; the sheet Phát hiện lists them.", n=doubtful
        )
    if warned := len(facts.remarks):
        yield message("{n} other warnings on the forms; the sheet Phát hiện lists them.", n=warned)
    if changed := len(facts.aggregate.restatements):
        yield message(
            "{n} figures of closed periods read otherwise today; the sheet Điều chỉnh lists them.",
            n=changed,
        )
