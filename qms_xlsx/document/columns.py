"""What the columns of a table hold, told from their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.document.cells import PARTY, headless, indicator_of, level_cells, level_of, shares_of
from qms_xlsx.document.headings import told_by
from qms_xlsx.document.marks import marked_by, marks
from qms_xlsx.document.parties import KIND, split_parties
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.model import TextTable

_GOALS = re.compile(r"\b(muc tieu|chi tieu|chi so|tieu chi|mtcl)\b")
_FURTHER = re.compile(r"\b(phan dau|thach thuc|vuot troi)\b")
_LEVEL = re.compile(r"(chi tieu|muc tieu|muc|ke hoach)\b")
"""What a column of levels may be called beside one of names: "Mục tiêu | Chỉ tiêu"."""

_NAMES = re.compile(
    r"(ten )?(cac )?(muc tieu|chi tieu|chi so|tieu chi|noi dung|thuoc do)"
    r"( chat luong| cu the| danh gia| do luong| phan dau| can dat)?"
)
"""What heads a column of objectives, of indicators or of levels, and says nothing else."""
_SCALES = (("1.000.000 ", "triệu"), ("1000000 ", "triệu"), ("1.000 ", "nghìn"), ("1000 ", "nghìn"))
_MONTH = re.compile(r"(t|thang) ?\d{1,2}")
_MONTHS = 5
_FIGURE = 40
"""A cell of so many letters holds more than a figure."""
_LEAST = re.compile(r"(muc |nguong )?(toi thieu|thap nhat|san|nguong)")
_LEVELS = ("muc tieu", "chi tieu")
"""What heads a column of levels beside one of names that is called otherwise."""
_OBJECTIVE = ("number", "name", "indicator", "value", "unit")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold, and the first row below the headings."""

    at: dict[str, int]
    first: int
    others: dict[int, str]
    """Columns that no heading of ours tells, by place, with their headings."""
    says: str = ""
    """What the heading of the names says."""
    shares: dict[int, str] = field(default_factory=dict)
    """Columns that hold somebody's share, by place, with their names."""
    marked: dict[int, str] = field(default_factory=dict)
    """Columns that mark who reports a row, by place, with their names."""
    mark: str = ""
    """The mark that they bear."""
    unit: str = ""
    """The unit of all rows, where no column tells one."""
    least: bool = False
    """Whether the levels are headed as the least that is allowed."""
    mixed: bool = False
    """Whether the measures stand in rows of their own below each objective."""

    @property
    def plan(self) -> bool:
        """Whether it is a plan matrix: who does what by when."""
        who = "lead" in self.at or "coordinating" in self.at
        return who and "deadline" in self.at and "value" not in self.at and "unit" not in self.at

    @property
    def objectives(self) -> bool:
        """Whether it is a list of objectives."""
        return not self.plan and "name" in self.at

    @property
    def told(self) -> bool:
        """Whether its headings alone say that it lists objectives."""
        level = "value" in self.at or _GOALS.search(bare(self.says))
        return self.objectives and bool(self.says and level)

    @property
    def followed(self) -> bool:
        """Whether it only has columns for figures to come, month by month, and sets no levels."""
        months = sum(bool(_MONTH.fullmatch(bare(text))) for text in self.others.values())
        return months > _MONTHS and "value" not in self.at

    def below(self, table: TextTable) -> list[tuple[int, tuple[str, ...]]]:
        """Return the rows below the headings with their places, but for headings said again."""
        headings = {row for row in table.rows[: self.first] if len(set(row)) > 1}
        rows = enumerate(table.rows[self.first :], self.first)
        return [(index, row) for index, row in rows if row not in headings]

    def unread(self, row: tuple[str, ...]) -> str:
        """Return a row's figures in columns that no heading of ours tells."""
        cells = (f"{text}: {row[at]}" for at, text in self.others.items() if _is_figure(row[at]))
        return "; ".join(cells)

    def reporting(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """Return who reports a row: who is marked or leads it, else who watches over it."""
        if self.marked:
            return tuple(name for at, name in self.marked.items() if marks(row[at], self.mark))
        if self.combined and self.get(row, "measure"):
            return ()  # who leads the measures beside it
        led = "lead" in self.at or self.combined
        return split_parties(self.get(row, "lead" if led else "monitor"))

    @property
    def combined(self) -> bool:
        """Whether each row names an objective and, beside it, a measure that serves it."""
        return "name" in self.at and "measure" in self.at

    def objective_of(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """Return what a row says of its objective: rows beside one merged cell say the same."""
        return tuple(self.get(row, key) for key in _OBJECTIVE)

    @property
    def objective_places(self) -> list[int]:
        """The columns that say what a row's objective is."""
        return [self.at[key] for key in _OBJECTIVE if key in self.at]

    def level_of(self, row: tuple[str, ...]) -> str:
        """Return a row's level; between two bounds where they have columns of their own."""
        value, upper = self.get(row, "value"), self.get(row, "upper")
        if value[:1].isdigit() and upper[:1].isdigit():
            return f"từ {value} đến {upper}"
        if upper[:1].isdigit():
            return f"tối đa {upper}"
        return f"tối thiểu {value}" if self.least and value[:1].isdigit() else value

    def unit_of(self, row: tuple[str, ...]) -> str:
        """Return a row's unit, else that of all; "1.000 tấn" is "nghìn tấn"."""
        unit = self.get(row, "unit") or self.unit
        return next(
            (f"{word} {unit[len(n) :].strip()}" for n, word in _SCALES if unit.startswith(n)), unit
        )

    def get(self, row: tuple[str, ...], key: str) -> str:
        """Return a row's text under a heading, empty without one."""
        column = self.at.get(key)
        return row[column].strip() if column is not None and column < len(row) else ""


def columns_of(table: TextTable) -> Columns:
    """Return what a table's columns hold; headings of two rows are read together."""
    rows = table.rows
    first = next((i for i, row in enumerate(rows[:12]) if is_heading(row)), None)
    if first is None:
        return Columns(headless(rows), 0, {})
    end = first + 1
    while end < min(first + 3, len(rows)) and _goes_on(rows[end], rows[first]):
        end += 1
    while end < len(rows) and _is_count(rows[end]):
        end += 1
    found, others = _told(rows[first:end], rows[end:])
    levels = [c for c, text in others.items() if _LEVEL.match(bare(text))]
    if "value" not in found and "name" in found and len(levels) == 1:
        found["value"] = levels[0]
        del others[levels[0]]
    whose = (
        others if "lead" not in found else {**others, found["lead"]: rows[end - 1][found["lead"]]}
    )
    marked, mark = marked_by(whose, rows[first:end], rows[end:])
    if found.get("lead") in marked:
        del found["lead"]
    others = {at: text for at, text in others.items() if at not in marked}
    shares = shares_of(others, rows[first:end])
    if "name" in found:
        _tell_by_cells(found, {at: t for at, t in others.items() if at not in shares}, rows[end:])
        others = {at: text for at, text in others.items() if at not in found.values()}
    unnamed = "name" not in found and "measure" in found
    mixed = unnamed and {"value", "deadline"} <= found.keys()
    if mixed or (unnamed and "lead" not in found):
        found["name"] = found.pop("measure")
    says = " ".join(row[found["name"]] for row in rows[first:end]) if "name" in found else ""
    least = _least(found, rows[first:end])
    return Columns(found, end, others, says, shares, marked, mark, least=least, mixed=mixed)


def _least(found: dict[str, int], headings: tuple[tuple[str, ...], ...]) -> bool:
    at = found.get("value")
    return at is not None and bool(_LEAST.fullmatch(bare(headings[-1][at])))


def _tell_by_cells(
    found: dict[str, int], others: dict[int, str], rows: tuple[tuple[str, ...], ...]
) -> None:
    """Find the levels, and what measures an objective, among columns that no heading tells."""
    if "value" not in found:
        columns = {at: [row[at] for row in rows] for at in others}
        names = [row[found["name"]] for row in rows]
        level = level_of(names, columns, others, unit="unit" in found)
        if level is not None:
            found["value"] = level
    measured = indicator_of(found["name"], others)
    if "value" in found and measured is not None and measured != found["value"]:
        found["indicator"] = measured


def _told(
    headings: tuple[tuple[str, ...], ...], below: tuple[tuple[str, ...], ...]
) -> tuple[dict[str, int], dict[int, str]]:
    """Return the columns that headings tell, by what they hold, and the others."""
    found: dict[str, int] = {}
    others: dict[int, str] = {}
    levels: dict[int, str] = {}
    for column in range(len(headings[0])):
        words = list(dict.fromkeys(row[column] for row in headings if row[column]))
        key = "" if words and PARTY.match(words[-1]) else told_by(words, found)
        if key == "lead" and _are_units(words, [row[column] for row in below]):
            key = "unit"
        beside = not key and "name" in found and bare(words[-1] if words else "") in _LEVELS
        if key == "value" or (beside and level_cells([row[column] for row in below])):
            levels[column] = " ".join(words)
        elif key:
            found[key] = column
        elif words:
            others[column] = words[-1]
    _choose_level(found, others, levels)
    return found, others


def _are_units(words: list[str], cells: list[str]) -> bool:
    """Whether a column "Đơn vị" holds units, and not who reports: its texts are short, no names."""
    filled = [cell for cell in cells if cell]
    short = sum(len(cell.split()) <= 3 and not KIND.match(f"{cell} ") for cell in filled)
    return bare(words[-1]).strip(" .:()") == "don vi" and short * 2 > len(filled)


def _choose_level(found: dict[str, int], others: dict[int, str], levels: dict[int, str]) -> None:
    """Find the level among several: of the latest year; "phấn đấu" stands beside a binding one."""
    years = {column: _year(text) for column, text in levels.items()}
    latest = [column for column in levels if years[column] == max(years.values())]
    further = [column for column in latest if _FURTHER.search(bare(levels[column]))]
    binding = [column for column in latest if column not in further]
    binding.sort(key=lambda column: bool(_LEAST.fullmatch(bare(levels[column]))))
    if binding and further:
        found["stretch"] = further[0]
    chosen = (binding or further)[:1]
    if chosen:
        found["value"] = chosen[0]
    used = {*chosen, found.get("stretch")}
    others |= {column: text for column, text in levels.items() if column not in used}


def _is_figure(text: str) -> bool:
    return bool(re.match(r"\D{0,12}\d", text)) and len(text) < _FIGURE


def _year(text: str) -> int:
    return max(map(int, re.findall(r"20\d\d", text)), default=0)


def is_heading(row: tuple[str, ...]) -> bool:
    """Return whether a row is the headings of a table of objectives or of a plan."""
    kinds = {told_by([text], {}) for text in row if text and len(text) < 90}
    if len({text for text in row if _NAMES.fullmatch(bare(text))}) > 1:
        return True  # "Mục tiêu | Chỉ số | Chỉ tiêu"
    return len(kinds - {""}) >= 2 and bool(kinds & {"name", "measure", "value", "lead", "deadline"})


def _goes_on(row: tuple[str, ...], above: tuple[str, ...]) -> bool:
    """Whether a row is the second line of the headings: no number of its own, short texts."""
    same = sum(a == b and bool(a) for a, b in zip(row, above, strict=False))
    texts = [text for text in row if text]
    if not texts or len(set(texts)) == 1:
        return False
    blank_first = not row[0] or row[0] == above[0]
    return blank_first and (same > 0 or len(texts) < len(row)) and all(len(t) < 60 for t in texts)


def _is_count(row: tuple[str, ...]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3) or A B 1 2."""
    texts = [text.strip("() ") for text in row if text]
    short = all(re.fullmatch(r"\d{1,2}|[A-Z]", text) for text in texts)
    return len(texts) > 2 and short and len(set(texts)) == len(texts)
