"""Objectives of the next year: their words moved on, last year's results beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import OBJECTIVES
from qms_xlsx.domain.goal import Goal, Profile
from qms_xlsx.domain.indicator import Aggregation, Indicator
from qms_xlsx.domain.period import Cadence
from qms_xlsx.history.baselines import Baseline, baseline_of
from qms_xlsx.history.lending import BASELINES
from qms_xlsx.history.next_year.model import Carried, Handed, Values, named, typed
from qms_xlsx.history.next_year.wording import reworded
from qms_xlsx.judge.why import with_unit
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.history.next_year.departments import Heirs
    from qms_xlsx.history.next_year.model import OldYear
    from qms_xlsx.read.tables import Row, Table

_OWN = ("quote", "confirmed", "baseline_kind", *BASELINES)
"""What belongs to one year's decision, and is never taken over as it stands."""
_WORDS = ("name", "target", "target_h1", "stretch", "numerator_label", "denominator_label")
_OF_RESULTS = re.compile(r"^Số gốc: kết quả năm \d{4} \([^)]*\)\.\s*")


def objectives(old: OldYear, heirs: Heirs) -> tuple[list[Values], list[Carried]]:
    """Return the rows of the objectives, and what was moved, filled in, or is to be asked."""
    table = old.table(OBJECTIVES.name)
    rows: list[Values] = []
    carried: list[Carried] = []
    known = {_number(own.place.cell): own for own in old.register.objectives}
    for row in table.rows if table else ():
        if table and row.cells:
            values, own = typed(row, _OWN), known.get(row.number)
            carried += _moved(values, old, table, row, len(rows))
            carried += _given_on(values, heirs, len(rows), old.source(table, row, "departments"))
            if isinstance(own, Indicator):
                carried += _baselines(values, old, own, row, len(rows))
            rows.append(values)
    return rows, [*carried, *_left_behind(old, len(rows))]


def _number(cell: str) -> int:
    return int("".join(filter(str.isdigit, cell)) or 0)


def _moved(values: Values, old: OldYear, table: Table, row: Row, place: int) -> Iterator[Carried]:
    name, source = _name(values), old.source(table, row, "name")
    yield from reworded(values, _WORDS, OBJECTIVES, old.year, row=place, name=name, source=source)


def _name(values: Values) -> str:
    keys = ("number", "name") if values.get("name") else ("code", "target")
    return named(values, *keys)


def _given_on(values: Values, heirs: Heirs, place: int, source: Place) -> Iterator[Carried]:
    before = str(values.get("departments") or "")
    now = heirs.renamed(before)
    if now != before:
        values["departments"] = now
        yield Carried(
            how=Handed.MOVED,
            says=message("{name}: who reports it", name=_name(values)),
            before=before,
            now=now,
            source=source,
            area=OBJECTIVES.name,
            row=place,
            key="departments",
        )


def _baselines(
    values: Values, old: OldYear, own: Indicator, row: Row, place: int
) -> Iterator[Carried]:
    """Write last year's results as a row's baselines where they may be compared with."""
    found = {
        key: baseline_of(old.results[own.code][slot])
        for key, slot in BASELINES.items()
        if slot in old.results.get(own.code, {})
        and (key == "baseline_year" or own.cadence is not Cadence.YEAR)
    }
    told = {key: one for key, one in found.items() if isinstance(one, Baseline)}
    name = _name(values)
    line = Carried(
        how=Handed.BASELINE,
        says=message("{name}", name=name),
        before="; ".join(
            f"{s.label}: {row.words(k)}" for k, s in BASELINES.items() if row.words(k)
        ),
        now=_shown(told, own),
        source=old.figures,
        area=OBJECTIVES.name,
        row=place,
        key="baseline_year",
    )
    if told and _counts_from_nothing(own):
        says = message("{name}: counted from 0 every year, so no baseline is written", name=name)
        yield replace(line, says=says)
        return
    if told:
        yield from _written(values, old, own, told, line)
    for key, why in found.items():
        if not isinstance(why, Baseline | None) and (_wants(own) or row.words(key)):
            column = OBJECTIVES.column(key).label
            says = message(
                "{name}: “{column}” is blank ({why}); type the figure that is known",
                name=name,
                column=column,
                why=why,
            )
            yield replace(line, how=Handed.ASKED, says=says, now="", key=key)


def _written(
    values: Values, old: OldYear, own: Indicator, told: dict[str, Baseline], line: Carried
) -> Iterator[Carried]:
    """Write baselines into a row, with where they are from."""
    provisional = any(one.provisional for one in told.values())
    values |= {key: significant(one.value) for key, one in told.items()}
    values["baseline_kind"] = "estimate" if provisional else "actual"
    rest = _OF_RESULTS.sub("", str(values.get("source") or ""))
    values["source"] = f"Số gốc: kết quả năm {old.year} ({old.figures.file}). {rest}".strip()
    name = _name(values)
    estimate = message("{name}: provisional, an estimate still", name=name)
    yield replace(line, says=estimate) if provisional else line
    if _spread_anew(own):
        says = message(
            "{name}: with a baseline it is judged along a straight line from it to the target, not "
            "at the year's end only; choose otherwise in “{column}”",
            name=name,
            column=OBJECTIVES.column("profile").label,
        )
        yield replace(line, how=Handed.ASKED, says=says, key="profile")


def _wants(own: Indicator) -> bool:
    return isinstance(own.goal, Goal) and own.goal.change


def _counts_from_nothing(own: Indicator) -> bool:
    """Whether a row's latest figure grows from 0 over the year: a baseline would mislead."""
    latest = own.over_slots is Aggregation.LAST and own.baseline_year is None
    spread = isinstance(own.goal, Goal) and own.goal.profile is Profile.LINEAR
    words = " ".join((own.name, own.target, own.numerator_label)).casefold()
    return latest and not _wants(own) and (spread or "lũy kế" in words or "luỹ kế" in words)


def _spread_anew(own: Indicator) -> bool:
    """Whether a baseline changes how a row without one was judged."""
    latest = own.over_slots is Aggregation.LAST and own.baseline_year is None
    profile = own.goal.profile if isinstance(own.goal, Goal) else None
    return latest and not _wants(own) and own.profile is None and profile is Profile.YEAR_END


def _shown(told: dict[str, Baseline], own: Objective) -> str:
    figures = (
        f"{BASELINES[key].label}: {with_unit(one.value, own.unit)}" for key, one in told.items()
    )
    return "; ".join(figures)


def _left_behind(old: OldYear, count: int) -> Iterator[Carried]:
    """Yield what all rows have in common: their words, readings to confirm, quotes, no result."""
    says = message(
        "The targets of {n} rows are last year's; enter those of the new decision", n=count
    )
    asked = Carried(how=Handed.ASKED, says=says, area=OBJECTIVES.name, key="target")
    yield asked
    confirmed = sum(own.confirmed for own in old.register.objectives)
    if confirmed:
        says = message(
            "{n} readings were confirmed for last year's decision; confirm them anew", n=confirmed
        )
        yield replace(asked, says=says, key="confirmed")
    if any(own.quote for own in old.register.objectives):
        says = message("The quotes are of last year's decision and stay there")
        yield replace(asked, says=says, key="quote")
    if not old.ended:
        says = message("The year has not ended: its results are no baselines yet, or estimates")
        yield replace(asked, says=says, key="baseline_year")
