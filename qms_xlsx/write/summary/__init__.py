"""The summary workbook: what a chairman reads, on screen or printed in black and white."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qms_xlsx.domain.source import Source
from qms_xlsx.history.background import Background
from qms_xlsx.say.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.judge.results import Aggregate

__all__ = ["Source", "write_summary"]


def write_summary(
    aggregate: Aggregate,
    findings: Sequence[Finding],
    sources: Sequence[Source],
    path: Path,
    *,
    background: Background | None = None,
    folder: Path | None = None,
    data_file: str = "",
) -> None:
    """Write the summary of a run to `path`; same inputs, same bytes.

    `background` is what the run is compared with. `folder` is where the sources' paths begin:
    with it, figures link to their files. `data_file` is the name of the file that holds every
    figure, where one was written.
    """
    known = background or Background()
    facts = Facts(aggregate, tuple(findings), tuple(sources), known, data_file)
    addresses = _addresses(sources, path, folder) if folder else {}
    _write(facts, addresses, path)


def _write(facts: Facts, addresses: dict[str, str], path: Path) -> None:
    from qms_xlsx.write.summary import (  # noqa: PLC0415
        actions_sheet,
        data_rows,
        data_sheet,
        departments_sheet,
        findings_sheet,
        matrix_sheet,
        objectives_sheet,
        overview_sheet,
        plan_sheet,
        provenance_sheet,
        restatements_sheet,
        results_sheet,
        review_sheet,
        trends_sheet,
    )
    from qms_xlsx.write.summary.book import SummaryBook  # noqa: PLC0415

    aggregate = facts.aggregate
    title = f"Tổng hợp mục tiêu chất lượng, {aggregate.period.label}"
    book = SummaryBook(
        path, title=title, author=aggregate.register.organisation, created=aggregate.as_of
    )
    rows = data_rows.data_of(facts)
    overview_sheet.write(book, facts)
    objectives_sheet.write(book, facts, rows)
    trends_sheet.write(book, facts)
    departments_sheet.write(book, facts)
    matrix_sheet.write(book, facts)
    plan_sheet.write(book, facts)
    actions_sheet.write(book, facts)
    review_sheet.write(book, facts)
    restatements_sheet.write(book, facts, addresses)
    findings_sheet.write(book, facts)
    data_sheet.write(book, facts, rows, addresses)
    results_sheet.write(book, facts)
    provenance_sheet.write(book, facts)
    book.close()


def _addresses(sources: Sequence[Source], path: Path, folder: Path) -> dict[str, str]:
    """Return the sources' addresses as seen from the summary, those that are safe in a link."""
    from qms_xlsx.write.summary.data_sheet import linkable  # noqa: PLC0415

    here = path.absolute().parent
    found = {}
    for source in sources:
        with suppress(ValueError):  # another drive on Windows
            address = Path(os.path.relpath(folder.absolute() / source.path, here)).as_posix()
            if linkable(address):
                found[source.path] = address
    return found
