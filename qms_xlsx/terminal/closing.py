"""What `close`, `verify` and `next-year` print for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qms_xlsx.history.next_year import Handed
from qms_xlsx.language.messages import Message, message
from qms_xlsx.terminal.console import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.steps.close import Closing
    from qms_xlsx.steps.next_year import Turned
    from qms_xlsx.steps.verify import Verified


def closed(done: Closing, language: str) -> None:
    """Say what is kept where, who was missing, what was open, and what proves it."""
    console = Terminal(language)
    aggregate = done.run.aggregate
    values = {"period": aggregate.period.label, "folder": str(done.folder)}
    console.say(message("{period} is closed: {folder}", **values), style="bold green")
    for doubt in done.open:
        console.say(message("Open all the same: {what}.", what=doubt), style="yellow")
    if missing := aggregate.reporting.missing:
        console.say(message("Missing: {codes}.", codes=", ".join(missing)), style="yellow")
    console.say(message("SHA-256 of its manifest, for the signed page: {sha}", sha=done.sha256))


def verified(verdicts: Iterable[Verified], language: str) -> None:
    """Say of every closed period that it is as it was, or name each file that is not."""
    console = Terminal(language)
    for own in verdicts:
        counts = {"folder": own.folder, "n": own.files, "signed": own.signed}
        if not own.differences:
            text = message("{folder}: as it was closed ({n} files, {signed} signed).", **counts)
            console.say(text, style="green")
            continue
        console.say(message("{folder}: not as it was closed.", **counts), style="bold red")
        for one in own.differences:
            why = Message(one.trouble.value)
            console.say(message("  {file}: {why}", file=one.file, why=why))


def turned(done: Turned, language: str) -> None:
    """Say where the new year's folder is, where its figures are from, and what is to be decided."""
    console = Terminal(language)
    made = done.made
    values = {"year": str(made.year), "folder": str(done.workspace.root)}
    console.say(message("The folder of {year} is made: {folder}", **values), style="bold green")
    console.say(done.figures)
    counts = Counter(one.how for one in made.carried)
    told = message(
        "{asked} to decide or to fill in, {moved} moved, {baselines} baselines, {kept} carried "
        "over as they stand: see the sheet “Đã chuyển” of {register}.",
        asked=counts[Handed.ASKED],
        moved=counts[Handed.MOVED],
        baselines=counts[Handed.BASELINE],
        kept=counts[Handed.KEPT],
        register=str(done.workspace.register),
    )
    console.say(told, style="yellow" if counts[Handed.ASKED] else "")
    if done.forms:
        names = ", ".join(path.name for path in done.forms)
        console.say(message("Open corrective actions stand in {forms}.", forms=names))
    if done.errors:
        text = message("{n} errors in the new register; “qms-xlsx validate”.", n=done.errors)
        console.say(text, style="red")
    console.say(message("Then write the forms with “qms-xlsx forms {folder}”.", **values))
