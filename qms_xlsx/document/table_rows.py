"""A row of a table of objectives: its level, read with its name, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.carrying import part_of
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import Item, LeftOut
from qms_xlsx.document.several import Level, levels_in
from qms_xlsx.document.twofold import twofold
from qms_xlsx.document.wording import parsed
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Better, Kind
from qms_xlsx.language.messages import N_, doubt, message
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.columns import Columns
    from qms_xlsx.domain.target import Target

BLANK = re.compile(r"[\s.…_\-–x/%]*$", re.IGNORECASE)
PART = re.compile(r"^\s*(?:[-–+*•]+|trong đó|gồm|bao gồm|chia ra)\s*:?\s*", re.IGNORECASE)
TOTAL = re.compile(r"tong cong\b|(cong|tong so|tong)\W*$")
"""A row that adds up the rows of its group above."""
_CUT = N_("Its name begins inside a sentence: is its beginning lost?")
_LEAST = N_("“{words}”, but less of it is better: is it the most that is allowed?")
_UNIT = re.compile(
    r"\s*\((?:ĐVT:?\s*)?(?P<unit>%|‰|điểm|lần|lượt|ngày|giờ|phút|tháng|người|hộ|vụ|ca|hồ sơ|cuộc"
    r"|lớp|buổi|bài|xã|thôn|ha|km|m2|m3|tấn|tạ|kg|(?:nghìn |triệu |tỷ )?đồng|triệu|tỷ)\)$",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"\b(tăng|giảm)\s+(so với (?:năm|cùng kỳ|ước|thực hiện)\b.*)$", re.IGNORECASE)
_CADENCES = (
    (r"\b0?6 thang|nua nam\b", Cadence.HALF),
    (r"\bquy\b", Cadence.QUARTER),
    (r"\bthang\b", Cadence.MONTH),
    (r"\bnam\b", Cadence.YEAR),
)
_RECURS = re.compile(r"^(dinh ky )?(hang |moi |tung |theo (?=quy|thang)|0?1 lan ?/ ?)|[/ ]lan$")


def row_items(
    row: tuple[str, ...],
    name: str,
    number: str,
    parent: str,
    columns: Columns,
    place: str,
    whole: str = "",
) -> Iterator[Item | LeftOut]:
    """Yield the items of a row, or why it gives none; `whole` is what it is a part of."""
    quote = " | ".join(dict.fromkeys(text for text in row if text))
    if _is_section(row, columns):
        yield Item(number=number, parent=parent, name=clean(name), quote=quote, place=place)
        return
    plain, own = _without_unit(clean(unpart(name)).rstrip(" :;"))
    plain = part_of(plain, whole)
    base = Item(
        number=number,
        parent=parent,
        name=plain,
        quote=quote,
        place=place,
        departments=columns.reporting(row),
    )
    for one in _levels(base, name, columns.unit_of(row) or own, row, columns):
        cut = isinstance(one, Item) and one.target and _begins_inside(name, row, columns)
        yield (
            replace(one, notes=(*one.notes, doubt(_CUT))) if cut and isinstance(one, Item) else one
        )


def _begins_inside(name: str, row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a numbered row's name begins with a small letter: a print may have cut it."""
    numbered = columns.get(row, "number").rstrip(".").isdigit()
    return numbered and name[:1].islower() and not PART.match(name)


def _levels(
    base: Item, name: str, unit: str, row: tuple[str, ...], columns: Columns
) -> Iterator[Item | LeftOut]:
    """Yield a row's item with its level, one for each of several, or why there is none."""
    value = columns.level_of(row)
    if not {"value", "upper"} & columns.at.keys():
        yield from _with_figures(list(_in_words(base, name)), columns.unread(row))
    elif (levels := levels_in(value)) and not _more(row, columns):
        yield from _several(base, levels, unit)
    elif not BLANK.fullmatch(value):
        stated = _stated(replace(base, shares=_shares(row, columns, unit)), value, unit)
        if columns.least and _less_is_better(base.name, columns.get(row, "value"), unit):
            stated = replace(stated, notes=(*stated.notes, doubt(_LEAST, words=stated.target)))
        yield replace(
            stated,
            cadence=_cadence(columns.get(row, "cadence")) or _recurs(row, columns),
            half=_given(columns.get(row, "half"), unit, name),
            stretch=_given(columns.get(row, "stretch"), unit, name),
        )
    elif columns.get(row, "unit").strip("-– "):
        yield LeftOut(base.quote, base.place, message("Its level is blank."))
    else:
        yield replace(base, departments=())


def _less_is_better(name: str, value: str, unit: str) -> bool:
    targets, _ = parsed(f"{name}: {_with_unit(value, unit)}")
    return [target.better for target in targets] == [Better.LOWER]


def _with_figures(items: list[Item], figures: str) -> list[Item]:
    """Return the items of a row's words; the figures beside them where these alone say a level."""
    if not figures or any(item.goal and item.goal.value is not None for item in items):
        return items
    note = doubt("Figures stand beside it that no heading explains: {figures}.", figures=figures)
    asked = replace(items[0], target=figures, unit="", better=None, goal=None, notes=(note,))
    return [asked, *items[1:]]


def _without_unit(name: str) -> tuple[str, str]:
    """Return a name without the unit that stands behind it in brackets, and that.

    >>> _without_unit("Hồ sơ đúng hạn (%)"), _without_unit("Sáng kiến (nếu có)")
    (('Hồ sơ đúng hạn', '%'), ('Sáng kiến (nếu có)', ''))
    """
    found = _UNIT.search(name)
    return (name[: found.start()], found["unit"]) if found else (name, "")


def unpart(name: str) -> str:
    """Return a name without what only says that it is a part: "Trong đó: - Lúa" is "Lúa"."""
    while (found := PART.match(name)) and found.end():
        name = name[found.end() :]
    return name


def _shares(row: tuple[str, ...], columns: Columns, unit: str) -> tuple[tuple[str, str], ...]:
    """Return what each department of its own column is given."""
    cells = ((heading, row[at]) for at, heading in columns.shares.items() if at < len(row))
    return tuple(
        (clean(heading), _with_unit(words, unit))
        for heading, words in cells
        if not BLANK.fullmatch(words) and bare(words) != "khong giao"
    )


def _cadence(words: str) -> Cadence | None:
    """Return how often a row is reported, where its column says one of the register's ways."""
    low = bare(words)
    return next((own for pattern, own in _CADENCES if re.search(pattern, low)), None)


def _recurs(row: tuple[str, ...], columns: Columns) -> Cadence | None:
    """Return how often a row is looked at, where its column of times says so: "Hàng quý".

    Beside a measure it is the measure's time.
    """
    words = columns.get(row, "deadline")
    recurs = not columns.combined and _RECURS.search(bare(words))
    return _cadence(words) if recurs else None


def _given(words: str, unit: str, name: str) -> str:
    return "" if BLANK.fullmatch(words) else _change(name, _with_unit(words, unit))


def _change(name: str, level: str) -> str:
    """Return a level as the change that its name says it is: "… giảm so với năm 2025 | 20"."""
    found = _CHANGES.search(name)
    return f"{found[1]} {level} {found[2]}" if found and level[:1].isdigit() else level


def _with_unit(value: str, unit: str) -> str:
    """Return a level with its unit behind it, where only a figure is written."""
    if not unit or bare(unit) in bare(value):
        return value
    figure, _, proof = value.partition(" (")  # "100 (6/6)" is 100 of the unit, shown by its parts
    behind = f" ({proof}" if proof else ""
    return f"{figure} {unit}{behind}" if figure[-1:].isdigit() else value


def _in_words(base: Item, name: str) -> Iterator[Item]:
    """Yield the items of a row whose words hold the level; several stand under a heading."""
    found = clauses(name)
    if len(found) != 1:
        titles = dict.fromkeys(clause.name for clause in found)
        yield replace(base, name="; ".join(titles) or base.name, departments=())
    for order, clause in enumerate(found):
        own = replace(
            base,
            name=clause.name,
            target=clause.target,
            half=clause.half,
            stretch=clause.stretch,
            unit=clause.goal.unit or ("có/không" if clause.goal.kind is Kind.YES_NO else ""),
            better=clause.better,
            goal=clause.goal,
            notes=clause.notes,
        )
        below = f"{base.number}{chr(ord('a') + order)}"
        yield own if len(found) == 1 else replace(own, number=below, parent=base.number)


def _more(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether other cells of a row say more of its one level: a half-year's, shares, a further."""
    cells = [columns.get(row, key) for key in ("half", "stretch")]
    cells += [row[at] for at in columns.shares if at < len(row)]
    return not all(map(BLANK.fullmatch, cells))


def _several(base: Item, levels: list[Level], unit: str) -> Iterator[Item]:
    """Yield a heading for a cell of several levels, and a row for each of them."""
    yield replace(base, departments=())
    for order, (about, words) in enumerate(levels):
        name = f"{base.name}: {about[:1].lower()}{about[1:]}" if about else base.name
        number = f"{base.number}{chr(ord('a') + order)}"
        own = replace(base, name=name, number=number, parent=base.number)
        yield _stated(own, words, unit if words[-1:].isdigit() else "")


def _stated(base: Item, value: str, unit: str) -> Item:
    """Return the item of a level in its own column: read with its name, written as it stands."""
    level = _change(base.name, _with_unit(value, unit))
    alone, notes = parsed(level)
    with_name, _ = parsed(f"{base.name}: {level}")
    goal = with_name[0] if len(with_name) == 1 else alone[0] if len(alone) == 1 else None
    if goal and len(alone) == 1 and (_counts_a_gain(goal, alone[0]) or _names_it(goal, alone[0])):
        goal = alone[0]
    better = None
    contrary = next((one for one in twofold(level) if not one.agrees), None)
    if contrary and len(parsed(contrary.rest)[0]) == 1:
        goal, notes = parsed(contrary.rest)[0][0], (contrary.doubt,)
    elif goal is None:
        notes = (*notes, doubt("Its level is not understood as one target: write it more plainly."))
    elif len(alone) == 1 and alone[0].better is not goal.better:
        better = goal.better
    return replace(
        base,
        target=level,
        unit=unit or (goal.unit if goal and goal.unit else ""),
        better=better,
        goal=goal,
        notes=notes,
    )


def _counts_a_gain(named: Target, alone: Target) -> bool:
    """Whether a row counts what is added, as "Số xã tăng thêm | 05": its level is an amount."""
    change = named.kind in (Kind.GROWTH, Kind.REDUCTION)
    return change and alone.kind is Kind.THRESHOLD and alone.unit != "%"


def _names_it(named: Target, alone: Target) -> bool:
    """Whether the figure read with a name is the name's own: "Vụ từ 30 người | Không để xảy ra"."""
    return alone.value is not None and named.value != alone.value


def _is_section(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row goes across the table: all behind its number says the same."""
    behind = set(row[1:]) if columns.at.get("number") == 0 else set(row)
    return len(row) > 2 and len(behind) == 1
