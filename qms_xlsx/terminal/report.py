"""What the commands print for people: short texts and tables on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from qms_xlsx.domain.finding import Finding, Severity, worst_first
from qms_xlsx.language.messages import N_, Message, message
from qms_xlsx.language.symbols import NOTHING, day
from qms_xlsx.say import findings as finding_words
from qms_xlsx.say.periods import period_name
from qms_xlsx.terminal.console import Terminal, told_spared
from qms_xlsx.terminal.month import month
from qms_xlsx.write.reminders.debts import ReportState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.steps.demo import Demo
    from qms_xlsx.steps.explain import Explanation
    from qms_xlsx.steps.forms import Forms
    from qms_xlsx.steps.import_decision import Imported
    from qms_xlsx.steps.remind import Reminders
    from qms_xlsx.steps.validate import Validation
    from qms_xlsx.steps.workspace import Workspace
    from qms_xlsx.write.reminders.debts import Debts

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def made(workspace: Workspace, language: str) -> None:
    """Say where the folder is and what to do next."""
    console = Terminal(language)
    console.say(message("Made {folder}.", folder=str(workspace.root)))
    text = message(
        "Next: fill in {register}, check it with “qms-xlsx validate {folder}”, then run "
        "“qms-xlsx forms {folder}”.",
        register=str(workspace.register),
        folder=str(workspace.root),
    )
    console.say(text)


def forms(made: Forms, language: str) -> None:
    """Say how many forms were written and where."""
    console = Terminal(language)
    folder = made.paths[0].parent if made.paths else "bieu-mau"
    values = {"n": len(made.paths), "folder": str(folder), "kept": made.kept}
    console.say(message("Wrote {n} forms to {folder}; {kept} keep earlier entries.", **values))
    for note in made.notes:
        console.say(note)
    told_spared(console, made.spared)
    if made.errors:
        console.say(
            message(
                "The register has {n} errors: mend them (“qms-xlsx validate” lists them) and "
                "make the forms again before sending them.",
                n=made.errors,
            ),
            style="bold red",
        )


def validation(outcome: Validation, language: str) -> None:
    """Print the findings by file, worst first, and the counts last."""
    console = Terminal(language)
    for file in outcome.files:
        verdict = console.text(N_("accepted") if file.accepted else N_("rejected"))
        style = "green" if file.accepted else "bold red"
        console.print(f"[bold]{escape(file.path)}[/] · [{style}]{verdict}[/]")
        findings(console, file.findings)
    tally = outcome.counts
    console.say(
        message(
            "{files} files: {error} errors, {warning} warnings, {info} notes.",
            files=len(outcome.files),
            **tally,
        )
    )
    if change := outcome.since_last:
        gone, new = len(change.gone), len(change.new)
        console.say(
            message(
                "Since the last check: {gone} gone, {stay} still there, {new} new.",
                gone=gone,
                stay=change.stay,
                new=new,
            )
        )


def findings(console: Terminal, found: Iterable[Finding]) -> None:
    """Print findings, worst first."""
    for finding in worst_first(found):
        place = finding.place
        where = f" '{place.sheet}'!{place.cell}" if place.cell else f" {place.sheet}".rstrip()
        label = finding_words.severity(finding.severity, console.language)
        head = f"[{_STYLES[finding.severity]}]{finding.code} {escape(label)}[/]"
        console.print(f"  {head}{escape(where)}: {console.text(finding.message)}")
        console.print(f"      → {console.text(finding.hint)}")


def reminders(asked: Reminders, language: str) -> None:
    """Print a line a department: how its report stands, and what else it owes."""
    console = Terminal(language)
    aggregate = asked.run.aggregate
    values = {"period": period_name(aggregate.period, language), "day": day(aggregate.as_of)}
    console.say(message("Who owes what · {period} · as of {day}", **values), style="bold")
    table = Table(box=None, pad_edge=False)
    for heading in (N_("Department"), N_("Report"), N_("Owed besides")):
        table.add_column(console.text(heading), overflow="fold")
    for debts in asked.debts:
        state, style = _report_state(debts)
        owed = " · ".join(console.text(part) for part in _owed(debts)) or NOTHING
        if debts.nothing:
            thanks = console.text(N_("nothing owed, thank you"))
            owed = f"[green]{thanks}[/]"
        table.add_row(escape(debts.department.code), f"[{style}]{console.text(state)}[/]", owed)
    console.print(table)
    _notes(console, asked)
    told_spared(console, asked.spared)
    if asked.calendar:
        console.say(message("Calendar: {path}", path=str(asked.calendar)), style="bold green")


def _notes(console: Terminal, asked: Reminders) -> None:
    if asked.notes:
        folder = asked.run.workspace.reminders
        values = {"n": len(asked.notes), "folder": str(folder)}
        console.say(message("{n} notes, each with a sheet to print, in {folder}", **values))


_REPORT_STATES = {
    ReportState.NOT_EXPECTED: (N_("not expected"), "dim"),
    ReportState.ON_TIME: (N_("handed in on time"), "green"),
    ReportState.RECEIVED: (N_("handed in"), "green"),
    ReportState.LATE: (N_("handed in late"), "yellow"),
    ReportState.REJECTED: (N_("refused, to be handed in again"), "bold red"),
    ReportState.WAITING: (N_("received, not counted"), "bold red"),
}


def _report_state(debts: Debts) -> tuple[Message, str]:
    """Return how the report stands, and the style in which it is printed."""
    if debts.report in _REPORT_STATES:
        text, style = _REPORT_STATES[debts.report]
        return Message(text), style
    late = (debts.as_of - debts.due).days if debts.due else 0
    if late > 0:
        return message("missing, {days} days late", days=late), "bold red"
    if debts.due:
        return message("due by {day}", day=day(debts.due)), "yellow"
    return message("missing"), "bold red"


def _owed(debts: Debts) -> list[Message]:
    counts = (
        (len(debts.not_counted), N_("{n} forms not counted")),
        (debts.blank_cells, N_("{n} blank cells")),
        (len(debts.errors), N_("{n} errors")),
        (len(debts.doubts), N_("{n} doubtful figures")),
        (len(debts.remarks), N_("{n} remarks on the form")),
        (len(debts.overdue), N_("{n} overdue")),
        (len(debts.due_soon), N_("{n} due soon")),
        (len(debts.unproven), N_("{n} without evidence")),
        (len(debts.missed), N_("{n} missed")),
        (len(debts.at_risk), N_("{n} at risk")),
        (len(debts.actions), N_("{n} open actions")),
    )
    return [message(text, n=n) for n, text in counts if n]


def demo(played: Demo, language: str) -> None:
    """Say what happened and which file to open."""
    console = Terminal(language)
    console.say(message("Made {folder}.", folder=str(played.workspace.root)))
    _from_decision(console, played.imported)
    console.say(
        message(
            "Wrote {n} forms, took in {submitted} filled ones (illustrative figures).",
            n=len(played.forms.paths),
            submitted=played.submitted,
        )
    )
    _notes(console, played.reminders)
    papers = {"n": len(played.papers.files), "folder": str(played.papers.run.workspace.papers)}
    console.say(message("{n} papers to complete and sign in {folder}", **papers))
    month(played.run, language)


def _from_decision(console: Terminal, imported: Imported) -> None:
    """Say what import makes of the sample's decision, and how that differs from its register."""
    decision = imported.decision
    targets = sum(bool(item.target) for item in decision.items)
    console.say(
        message(
            "From the decision to the register: {targets} targets and {measures} measures, drafted "
            "in {path}; its sheets say what to look at and how the register was edited since.",
            targets=targets,
            measures=len(decision.plan),
            path=str(imported.path),
        )
    )


def explanation(told: Explanation, language: str) -> None:
    """Print a reading in one line, and its notes below."""
    console = Terminal(language)
    if told.understood:
        console.print(f"{escape(told.text)} → [bold]{escape(told.shown)}[/]")
    else:
        verdict = console.text(N_("not understood"))
        console.print(f"{escape(told.text)} → [bold red]{verdict}[/]")
    for note in told.notes:
        console.print(f"    [dim]{escape(note)}[/]")
