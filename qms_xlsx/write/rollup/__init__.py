"""The workbook of the level above many offices: the office's own sheets, and what compares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.write.rollup.view import Above
from qms_xlsx.write.summary.data_rows import Data

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.source import Source
    from qms_xlsx.judge.rolled import RolledUp
    from qms_xlsx.judge.selecting import Selection

_NO_ROWS = Data((), {}, {})
"""The sheet Dữ liệu of a rollup has a row an office: no link of an indicator leads there."""


def write_rollup(
    rolled: RolledUp,
    selection: Selection,
    findings: Sequence[Finding],
    sources: Sequence[Source],
    path: Path,
) -> None:
    """Write the workbook to `path`; same inputs, same bytes."""
    from qms_xlsx.write.rollup import (  # noqa: PLC0415 (nothing heavy before it is needed)
        figures_sheet,
        heat_map,
        offices_sheet,
        overview,
        ranking_sheet,
    )
    from qms_xlsx.write.summary import (  # noqa: PLC0415
        findings_sheet,
        objectives_sheet,
        provenance_sheet,
        results_sheet,
    )
    from qms_xlsx.write.summary.book import SummaryBook  # noqa: PLC0415

    above = Above(rolled, selection, tuple(findings), tuple(sources))
    aggregate = rolled.aggregate
    book = SummaryBook(
        path,
        title=f"Tổng hợp các cơ quan, {aggregate.period.label}",
        author=aggregate.register.organisation,
        created=aggregate.as_of,
    )
    overview.write(book, above)
    objectives_sheet.write(book, above.facts, _NO_ROWS, above.voice)
    heat_map.write(book, above)
    ranking_sheet.write(book, above)
    offices_sheet.write(book, above)
    findings_sheet.write(book, above.facts)
    figures_sheet.write(book, above)
    results_sheet.write(book, above.whole)
    provenance_sheet.write(book, above.facts, above.about(), sender="Cơ quan")
    book.close()
