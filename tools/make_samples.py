"""(Re)build the samples' workbooks from their text tables, samples/*/source/*.tsv.

python tools/make_samples.py            # writes samples/
python tools/make_samples.py FOLDER     # writes elsewhere

Registers and forms are made by the product's own functions; a form is filled as `qms-xlsx forms`
puts back what a department has typed before.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from insertion import Insertion
from openpyxl.utils import column_index_from_string
from sample_tables import entries_of, register_rows, text_rows

from qms_xlsx.book.areas import RESULTS
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.steps.workspace import REGISTER, SUBMITTED
from qms_xlsx.write.form import fill_register_template, write_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.register import Register

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
COMMUNE = "xa-minh-hoa"
"""The invented commune below Giồng Riềng, for the cascade check."""


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else SAMPLES
    for source in sorted(SAMPLES.glob("*/source")):
        build(source, folder / source.parent.name)
        print(folder / source.parent.name)
    return 0


def build(source: Path, target: Path) -> None:
    """Write one sample's register and filled forms."""
    register = _register(source, target / REGISTER)
    if (source / "commune").is_dir():
        _register(source / "commune", target / COMMUNE / REGISTER)
    for form in text_rows(source / "forms.tsv"):
        _form(register, form, source, target / SUBMITTED / form["file"])


def _register(source: Path, path: Path) -> Register:
    path.parent.mkdir(parents=True, exist_ok=True)
    fill_register_template(register_rows(source), path)
    return open_register(path)[0]


def _form(register: Register, form: dict[str, str], source: Path, path: Path) -> None:
    """Write a filled form; of the mistakes only those are made here that no cell can hold."""
    mistakes = form.get("mistakes", "").split(";")
    year = next((int(m.partition("=")[2]) for m in mistakes if m.startswith("year=")), None)
    if year:
        register = of_year(register, year)
    path.parent.mkdir(exist_ok=True)
    write_form(register, form["department"], path, earlier=entries_of(form, source))
    if "row_inserted" in mistakes:
        insert(path)
    _rewrite(path, saved_on(date.fromisoformat(form["report_date"])))


def of_year(register: Register, year: int) -> Register:
    """Return the register as it would stand for another year."""
    half, end = (day and day.replace(year=year) for day in (register.due_h1, register.due_year))
    return replace(register, year=year, due_h1=half, due_year=end)


def insert(path: Path) -> None:
    """Put a row of the department's own between an indicator's rows, and a column before T1."""
    contents = next(open_all([path])).contents
    if contents is None:
        raise AssertionError(path)
    results = contents.of(RESULTS.name)[0]
    first = next(row.number for row in results.rows if row.key)
    sheet = [name for name, _ in contents.sheets].index(results.sheet) + 1
    own = f"xl/worksheets/sheet{sheet}.xml"
    column = column_index_from_string(results.columns["t1"])
    new = Insertion(results.sheet, first + 1, column)

    def moved(name: str, text: str) -> str:
        if name == own:
            return new.in_own_sheet(text)
        return new.elsewhere(text) if name.startswith(("xl/worksheets/", "xl/workbook")) else text

    _rewrite(path, moved)


def saved_on(day: date) -> Callable[[str, str], str]:
    """Return what sets the "modified" property: people save a form the day they sign it."""
    stamp = f"{day.isoformat()}T08:00:00Z"

    def stamped(name: str, text: str) -> str:
        if name != "docProps/core.xml":
            return text
        return re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{stamp}", text)

    return stamped


def _rewrite(path: Path, edit: Callable[[str, str], str]) -> None:
    with ZipFile(path) as archive:
        parts = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for entry, data in parts:
            name = entry.filename
            changed = edit(name, data.decode()).encode() if name.endswith(".xml") else data
            archive.writestr(_steady(entry), changed)


def _steady(entry: ZipInfo) -> ZipInfo:
    fresh = ZipInfo(entry.filename, entry.date_time)
    fresh.compress_type, fresh.external_attr = ZIP_DEFLATED, entry.external_attr
    return fresh


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
