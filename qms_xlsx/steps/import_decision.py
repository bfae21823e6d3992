"""Import: a signed decision or plan becomes a draft register."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qms_xlsx.document.comparing import Stated, differences
from qms_xlsx.document.counted import counts_of
from qms_xlsx.document.draft import Draft, Look, draft_of, weightiest_first
from qms_xlsx.document.model import Document, Paragraph, TextTable
from qms_xlsx.document.opening import read_decision, read_document
from qms_xlsx.domain.indicator import Aggregation, Indicator
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.processes import keeping
from qms_xlsx.language.messages import message
from qms_xlsx.say import VIETNAMESE, text, word
from qms_xlsx.say.findings import line
from qms_xlsx.say.readings import readings
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.trouble import StepError, cannot_write
from qms_xlsx.steps.workspace import REGISTER
from qms_xlsx.write.draft import write_draft
from qms_xlsx.write.files import remove_leftovers, write_whole
from qms_xlsx.write.register import fill_register_template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.document.comparing import Difference
    from qms_xlsx.document.decision import Decision, Item, PlanRow
    from qms_xlsx.document.model import Block
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.language.messages import Message
    from qms_xlsx.say.readings import RowReading

DRAFT = "so-muc-tieu-du-thao.xlsx"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave: the decision as understood, its draft, and files that were refused."""

    decision: Decision
    looks: tuple[Look, ...]
    readings: dict[str, RowReading]
    path: Path | None
    findings: tuple[Finding, ...]
    differences: tuple[Difference, ...] = ()
    """From the register that was there already, or was named to compare with."""

    @property
    def doubted(self) -> bool:
        """Whether something is wrong: a refused file, no objective, or a proof that fails."""
        disagree = any(not check.agrees for check in self.decision.checks)
        return bool(self.findings) or disagree or self.path is None

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the outcome as `import --format json` prints it."""
        head = self.decision.head
        return {
            "organisation": head.organisation,
            "year": head.year,
            "decision_number": head.number,
            "decision_date": head.day.isoformat() if head.day else None,
            "objectives": [self._item(item, language) for item in self.decision.items],
            "plan": [_action(action) for action in self.decision.plan],
            "left_out": [
                {"quote": left.quote, "place": left.place, "reason": text(left.reason, language)}
                for left in self.decision.left_out
            ],
            "checks": [
                {
                    "says": text(check.says, language),
                    "found": text(check.found, language),
                    "agrees": check.agrees,
                    "place": check.place,
                }
                for check in self.decision.checks
            ],
            "differences": [_difference(one, language) for one in self.differences],
            "findings": [line(finding, language) for finding in self.findings],
            "due_h1": self.decision.due_h1,
            "due_year": self.decision.due_year,
            "why": text(self.decision.why, language) if self.decision.why else None,
            "file": str(self.path) if self.path else None,
        }

    def _item(self, item: Item, language: str) -> dict[str, Any]:
        goal, told = item.goal, self.readings.get(item.number)
        notes = [*item.notes, *(told.notes if told else ())]
        return {
            "number": item.number,
            "parent": item.parent,
            "name": item.name,
            "target": item.target,
            "unit": item.unit,
            "target_h1": item.half,
            "stretch": item.stretch,
            "cadence": item.cadence.value if item.cadence else "",
            "departments": list(item.departments),
            "given": item.given,
            "shares": dict(item.shares),
            "quote": item.quote,
            "place": item.place,
            "reading": text(told.sentence, language) if told else "",
            "kind": goal.kind.value if goal else None,
            "comparator": goal.comparator if goal else None,
            "value": item.value,
            "notes": list(dict.fromkeys(text(note, language) for note in notes)),
        }


def _difference(one: Difference, language: str) -> dict[str, Any]:
    def stated(side: Stated | None) -> dict[str, str] | None:
        keys = ("number", "name", "target")
        return {key: getattr(side, key) for key in keys} if side else None

    change = word(one.change.value, language)
    return {"change": change, "before": stated(one.before), "now": stated(one.now)}


def _action(action: PlanRow) -> dict[str, Any]:
    keys = ("number", "measure", "lead", "coordinating", "deadline", "monitor", "evidence")
    own = {key: getattr(action, key) for key in (*keys, "quote", "place")}
    return own | {"objectives": list(action.objectives)}


@keeping()
def import_decision(
    files: Sequence[Path],
    output: Path | None = None,
    year: int | None = None,
    language: str = VIETNAMESE,
    against: Path | None = None,
) -> Imported:
    """Return what documents decide, and write a draft register; nothing is overwritten.

    The draft is compared with the register `against`, or the one that stands at `output`.
    Raises StepError when no file can be read, or the draft cannot be written.
    """
    decision, findings = _read(files, year)
    if decision is None:
        raise StepError(message("No file could be read. {why}", why=line(findings[0], language)))
    if not any(item.target for item in decision.items) and not decision.plan:
        return Imported(decision, (), {}, None, findings)
    draft = draft_of(decision)
    told = _readings(draft)
    _name_counts(draft, decision, told)
    looks = (*draft.looks, *_reading_looks(decision, draft, told))
    wanted = output or Path(REGISTER)
    path, changed = _free(wanted), _differences(decision, against or wanted)
    try:
        remove_leftovers(path.parent, path)
        with write_whole(path) as new:
            left_out = weightiest_first(decision.left_out)
            write_draft(draft, looks, left_out, decision.checks, new, language, changed)
    except OSError as error:
        raise StepError(cannot_write(path, error)) from error
    return Imported(decision, looks, told, path, findings, changed)


def _differences(decision: Decision, register: Path) -> tuple[Difference, ...]:
    """Return how a decision differs from a register, where there is one that can be read."""
    if not register.is_file():
        return ()
    try:
        old, _ = open_register(register)
    except StepError:
        return ()
    before = [Stated(o.number or o.code, o.name, o.target) for o in old.objectives if o.target]
    now = [Stated(i.number, i.name, i.target, i.better) for i in decision.items if i.target]
    return differences(before, now)


def _read(files: Sequence[Path], year: int | None) -> tuple[Decision | None, tuple[Finding, ...]]:
    """Return what the files decide as one, in the order given, and why others were refused."""
    blocks: list[Block] = []
    findings: list[Finding] = []
    first: Path | None = None
    for path in files:
        document = read_document(path)
        if isinstance(document, Refused):
            findings.append(_on(path, document))
            continue
        first = first or path
        blocks += [_named(b, path.name) if len(files) > 1 else b for b in document.blocks]
    if first is None:
        return None, tuple(findings)
    decision = read_decision(Document(tuple(blocks)), first, year)
    if isinstance(decision, Refused):
        return None, (_on(first, decision), *findings)
    return decision, tuple(findings)


def _on(path: Path, refused: Refused) -> Finding:
    return replace(refused.fault, place=replace(refused.fault.place, file=path.name))


def _named(block: Block, name: str) -> Block:
    place = f"{name}, {block.place}"
    return replace(block, place=place) if isinstance(block, Paragraph | TextTable) else block


def _free(path: Path) -> Path:
    """Return where a draft may be written: beside a register that is there, never over it."""
    if not path.exists():
        return path
    own = path.with_name(DRAFT)
    number = 2
    while own.exists():
        own, number = path.with_name(f"{Path(DRAFT).stem}-{number}.xlsx"), number + 1
    return own


def _readings(draft: Draft) -> dict[str, RowReading]:
    """Return how the rows of a draft are judged, as the register's own reader tells it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / REGISTER
        info = [draft.rows["info"][0] | _placeholders(draft)]
        fill_register_template({**draft.rows, "info": info}, path)
        register, _ = open_register(path)
    return {row.objective.code: row for row in readings(register)}


def _name_counts(draft: Draft, decision: Decision, told: dict[str, RowReading]) -> None:
    """Name in the draft what departments count, for shares that are read as two counts anyway.

    A label says what the two cells of a form hold; it must not change how a row is gathered.
    """
    for item, row in zip(decision.items, draft.rows["objectives"], strict=True):
        one = told[item.number].objective if item.number in told else None
        if isinstance(one, Indicator) and {one.over_slots, one.across} == {Aggregation.RATIO}:
            row["numerator_label"], row["denominator_label"] = counts_of(item)


def _placeholders(draft: Draft) -> dict[str, Any]:
    """Return what a register cannot be read without, where the document does not say it."""
    info = draft.rows["info"][0]
    return {"organisation": info["organisation"] or "…", "year": info["year"] or 2000}


def _reading_looks(decision: Decision, draft: Draft, told: dict[str, RowReading]) -> list[Look]:
    """Return the doubts and the questions that the register's own reading has."""
    seen = {(look.row, look.says) for look in draft.looks if look.area == "objectives"}
    looks: list[Look] = []
    for row, item in enumerate(decision.items):
        reading = told.get(item.number)
        says = (*reading.notes, *_questions(reading)) if reading else ()
        looks += [
            Look(one, item.quote, item.place, "objectives", "target", row)
            for one in says
            if (row, one) not in seen
        ]
    return looks


def _questions(reading: RowReading) -> tuple[Message, ...]:
    """Return why a row is not judged yet, where its words leave that open."""
    return (reading.sentence,) if reading.unread and reading.objective.departments else ()
