"""Which of many summaries count: one an office, of one period, the newest that is as written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.domain.department import party_key
from qms_xlsx.domain.office import Office, OfficeSummary, Proof, office_key
from qms_xlsx.language.messages import N_, Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.register import Register


class Aside(StrEnum):
    """Why a summary does not count."""

    EDITED = N_("its figures were changed by hand")
    ALTERED = N_("it is not the summary that was closed")
    PERIOD = N_("it is of another period")
    REPLACED = N_("a newer run of the office counts")
    STRANGER = N_("its office is not in the register above")
    UNCLEAR = N_("several offices bear its name")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A summary that does not count."""

    summary: OfficeSummary
    why: Aside
    newer: str = ""
    """The file that counts instead."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The offices with the summaries that count, and the summaries that do not."""

    period: Period
    offices: tuple[Office, ...]
    aside: tuple[SetAside, ...]
    listed: bool
    """Whether a register above says which offices there are."""


def select(
    summaries: Sequence[OfficeSummary],
    altered: Iterable[str] = (),
    register: Register | None = None,
    period: Period | None = None,
) -> Selection | None:
    """Return which summaries count; None where no period can be told.

    `altered` are the files that differ from their manifests. Without a period it is the one that
    most offices report, of equals the latest.
    """
    asked = period or _period(summaries)
    if asked is None:
        return None
    names = _listed(register, summaries)
    listed = bool(names)
    names = names or _names(summaries)
    spoilt = set(altered)
    rounds: dict[str, list[OfficeSummary]] = {}
    aside: list[SetAside] = []
    for one in summaries:
        code = _code(names, one)
        why = _unfit(one, asked, spoilt, listed=code is not None)
        if why:
            aside.append(SetAside(one, why))
        else:
            rounds.setdefault(str(code), []).append(one)
    counting = {code: own for code, own in rounds.items() if not _mixed(own)}
    aside += [SetAside(o, Aside.UNCLEAR) for own in rounds.values() if _mixed(own) for o in own]
    newest = {code: max(own, key=_order) for code, own in counting.items()}
    for code, own in counting.items():
        newer = newest[code]
        aside += [SetAside(o, Aside.REPLACED, newer.file) for o in own if o is not newer]
    offices = tuple(_offices(names, register if listed else None, newest, aside))
    return Selection(asked, offices, tuple(aside), listed)


def _mixed(own: Sequence[OfficeSummary]) -> bool:
    """Whether summaries under one name are of offices below different ones."""
    return len({one.key[1] for one in own if one.parent}) > 1


def _period(summaries: Sequence[OfficeSummary]) -> Period | None:
    """Return the period that most offices report, of equals the latest and longest."""
    said = {(one.key, one.period) for one in summaries}
    tally = Counter(period for _, period in said)
    return max(
        tally, key=lambda p: (tally[p], p.year, p.end_month, p.slot.cadence.months), default=None
    )


def _unfit(one: OfficeSummary, asked: Period, altered: set[str], *, listed: bool) -> Aside | None:
    if one.file in altered:
        return Aside.ALTERED
    if one.edited:
        return Aside.EDITED
    if not listed:
        return Aside.STRANGER
    return None if one.period == asked else Aside.PERIOD


def _order(one: OfficeSummary) -> tuple[object, ...]:
    """Return what runs are told apart by: their day, whether they are closed, the file's name."""
    return one.as_of, one.proof is Proof.CLOSED, one.layout, one.file


Names = dict[tuple[str, str], str]
"""An office's code by its key; with a register the parent's part is blank."""


def _listed(register: Register | None, summaries: Iterable[OfficeSummary]) -> Names:
    """Return the offices that a register lists; nothing where it lists none of these.

    Where those that reported are in groups, its other departments are no offices.
    """
    departments = register.departments if register else ()
    came = {one.key[0] for one in summaries}
    reported = [d for d in departments if came & _keys(d)]
    groups = {party_key(group) for d in reported for group in d.groups}
    found: Names = {}
    for department in departments if reported else ():
        if not groups or groups & set(map(party_key, department.groups)):
            for key in _keys(department):
                found.setdefault((key, ""), department.code)
    return found


def _keys(department: Department) -> set[str]:
    return set(map(office_key, (department.code, department.name, *department.aliases)))


def _names(summaries: Iterable[OfficeSummary]) -> Names:
    """Return the offices by name; those that share a name are told apart by what is above them.

    A summary that does not say what is above it is of the one office that bears its name.
    """
    keys = {one.key: one for one in summaries}
    above: dict[str, list[OfficeSummary]] = {}
    for (name, parent), one in keys.items():
        if parent:
            above.setdefault(name, []).append(one)
    found: Names = {}
    for (name, parent), one in keys.items():
        others = above.get(name, [])
        if len(others) > 1 and parent:
            found[name, parent] = f"{one.organisation} ({one.parent})"
        else:
            found[name, parent] = (others or [one])[0].organisation
    return found


def _code(names: Names, one: OfficeSummary) -> str | None:
    """Return the code of a summary's office; None for an office that nobody listed."""
    return names.get(one.key) or names.get((one.key[0], ""))


def _offices(
    names: Names,
    register: Register | None,
    counting: Mapping[str, OfficeSummary],
    aside: Sequence[SetAside],
) -> Iterator[Office]:
    """Yield the offices that should report, in the register's order, else by name."""
    refused: dict[str, Message] = {}
    for one in aside:
        code = _code(names, one.summary)
        if code is not None and one.why is not Aside.REPLACED:
            refused.setdefault(code, message(one.why.value))
    codes = set(names.values())
    called = {d.code: d.name for d in register.departments} if register else {}
    for code in [c for c in called if c in codes] or sorted(codes):
        summary = counting.get(code)
        why = None if summary else refused.get(code)
        yield Office(code=code, name=called.get(code, code), summary=summary, refused=why)
