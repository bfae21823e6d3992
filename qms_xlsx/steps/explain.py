"""Explain: how a wording is read, as a target or as a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.target import Target
from qms_xlsx.language.messages import N_
from qms_xlsx.language.symbols import day

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message


@dataclass(frozen=True, slots=True)
class Explanation:
    """A wording's reading, for people and for machines."""

    text: str
    understood: bool
    shown: str
    notes: tuple[str, ...]
    document: dict[str, Any]


def explain_target(text: str, language: str = say.VIETNAMESE) -> Explanation:
    """Return how a target's words are read.

    >>> explain_target("đạt từ 97% trở lên").document["targets"][0]["comparator"]
    '>='
    """
    reading = Target.parse(text)
    notes = _told(reading.notes, language)
    document = {
        "text": text,
        "understood": reading.understood,
        "targets": [_target_json(target) for target in reading.targets],
        "notes": list(notes),
    }
    shown = "; ".join(str(target) for target in reading.targets)
    return Explanation(text, reading.understood, shown, notes, document)


def explain_deadline(text: str, year: int, language: str = say.VIETNAMESE) -> Explanation:
    """Return how a deadline's words are read in a year.

    >>> explain_deadline("Trước 15/6", 2024).document["due"]
    ['2024-06-15']
    """
    deadline = Deadline.parse(text, year)
    notes = _told(deadline.notes, language)
    document = {
        "text": text,
        "understood": deadline.understood,
        "kinds": [kind.value for kind in deadline.kinds],
        "every": deadline.every.value if deadline.every else None,
        "start": deadline.start.isoformat() if deadline.start else None,
        "due": [day.isoformat() for day in deadline.due],
        "strict": deadline.strict,
        "notes": list(notes),
    }
    return Explanation(
        text, deadline.understood, _deadline_words(deadline, language), notes, document
    )


def _target_json(target: Target) -> dict[str, Any]:
    return {
        "kind": target.kind.value,
        "comparator": target.comparator,
        "value": target.value,
        "upper": target.upper,
        "of": target.of,
        "unit": target.unit,
        "better": target.better.value,
        "baseline": target.baseline,
        "explicit": target.explicit,
        "per": target.per,
        "each": target.each,
        "of_plan": target.of_plan,
        "by": target.by,
    }


def _deadline_words(deadline: Deadline, language: str) -> str:
    days = ", ".join(map(day, deadline.due))
    before = say.word(N_("before"), language) if deadline.strict else ""
    return " ".join(part for part in (str(deadline), f"({before} {days})" if days else "") if part)


def _told(notes: tuple[Message, ...], language: str) -> tuple[str, ...]:
    return tuple(say.text(note, language) for note in notes)
