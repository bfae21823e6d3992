"""The summaries that offices sent: found in files and folders, read, held against manifests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.office import OfficeSummary, Proof
from qms_xlsx.domain.source import Source
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.opening import opened
from qms_xlsx.intake.reader import Reader
from qms_xlsx.language.messages import Message, message
from qms_xlsx.read.checked import label
from qms_xlsx.read.office import AREAS, NoSummary, office_summary
from qms_xlsx.steps.manifest import MANIFEST, InvalidManifest, Manifest
from qms_xlsx.steps.reading import files_below
from qms_xlsx.steps.workspace import REGISTER, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.office import OfficeRow

_WORKBOOKS = {".xlsx", ".xlsm", ".ods", ".xls"}
_FEWEST = 2
"""Folders with summaries from which on each folder beside them is taken for an office's."""
_TEXTS = ("code", "number", "name", "follows", "unit", "target", "comparator")
Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found in the files and folders given."""

    summaries: tuple[OfficeSummary, ...]
    altered: frozenset[str]
    """The files that are not as the manifest beside them says."""
    findings: tuple[Finding, ...]
    others: tuple[Source, ...]
    """Files that hold no summary."""
    silent: tuple[str, ...]
    """Offices' folders from which no summary came."""


def gather(paths: Sequence[Path], tick: Tick | None = None, workers: int | None = None) -> Gathered:
    """Return the summaries in files and folders; one bad file is a finding on that file.

    Folders are walked for workbooks; what an office's own year holds beside summaries (forms,
    reminders, the register) is passed over.
    """
    findings: list[Finding] = []
    named: dict[Path, str] = {}
    for path in paths:
        if not path.is_dir():
            named[path] = label(path, None)
            continue
        found, refused = files_below(path)
        findings += [fault for item in refused for fault in item.findings]
        named.update((file, label(file, path)) for file in found if _may_hold(file, path))
    items = list(_read(named, tick, workers))
    holding = [path for path, _, item, _ in items if isinstance(item, OfficeSummary)]
    altered: set[str] = set()
    summaries: list[OfficeSummary] = []
    others: list[Source] = []
    shared = _Shared()
    for path, name, item, same in items:
        if isinstance(item, OfficeSummary):
            altered |= {name} if same is False else set()
            summaries.append(shared.labelled(item, name, Proof.CLOSED if same else item.proof))
        elif isinstance(item, Refused):
            findings.append(_named(item.fault, name))
            others.append(_source(name, item.sha256 or "", item.size))
        elif not item.ours or path in paths:
            findings.append(finding("X605", Place(name), reason=Message(item.reason)))
            others.append(_source(name, item.sha256, item.size))
    return Gathered(
        summaries=tuple(summaries),
        altered=frozenset(altered),
        findings=tuple(findings),
        others=tuple(others),
        silent=tuple(_silent(paths, holding)),
    )


def _may_hold(file: Path, folder: Path) -> bool:
    """Whether a file of a folder may be a summary: a workbook, and none of a year's other ones."""
    inside = file.relative_to(folder).parts[:-1]
    workbook = file.suffix.lower() in _WORKBOOKS and file.name != REGISTER
    return workbook and not set(inside) & Workspace.not_summaries


Beside = tuple[OfficeSummary | NoSummary, bool | None]
"""What a workbook holds, and whether it is as a manifest says; None where none speaks of it."""


def _read(
    named: dict[Path, str], tick: Tick | None, workers: int | None
) -> Iterator[tuple[Path, str, OfficeSummary | NoSummary | Refused, bool | None]]:
    """Yield what each file holds, and whether it is as the manifest beside it says."""
    with Reader[Beside](opening=read_beside, workers=workers) as reader:
        read = zip(named.items(), reader.read_all(named), strict=True)
        for count, ((path, name), found) in enumerate(read, 1):
            item, same = (found, None) if isinstance(found, Refused) else found
            yield path, name, item, same
            if tick:
                tick(count)


def read_beside(path: Path) -> Beside | Refused:
    """Return the summary of a file, and whether it is as the manifest beside it says.

    This runs in the reading process: a stranger's manifest is opened where its workbook is.
    """
    book = opened(path, AREAS)
    if isinstance(book, Refused):
        return book
    return office_summary(book), _agrees(path, book.sha256)


def _agrees(path: Path, sha256: str) -> bool | None:
    if not (path.parent / MANIFEST).exists():
        return None
    try:
        stamp = Manifest.read(path.parent).files.get(path.name)
    except InvalidManifest:
        return False
    return stamp.sha256 == sha256 if stamp else None


class _Shared:
    """The texts that many offices' rows have in common, each kept once."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def labelled(self, item: OfficeSummary, name: str, proof: Proof) -> OfficeSummary:
        """Return a summary that names its file, with the proof there is of it."""
        rows = tuple(self._row(row, name) for row in item.rows)
        return replace(item, file=name, rows=rows, proof=proof)

    def _row(self, row: OfficeRow, name: str) -> OfficeRow:
        texts: dict[str, Any] = {
            key: self._texts.setdefault(t, t) for key in _TEXTS if (t := getattr(row, key))
        }
        sheet, cell = (self._texts.setdefault(t, t) for t in (row.place.sheet, row.place.cell))
        return replace(row, **texts, place=Place(name, sheet, cell))


def _named(fault: Finding, name: str) -> Finding:
    return replace(fault, place=replace(fault.place, file=name))


def _source(name: str, sha256: str, size: int) -> Source:
    return Source(
        path=name,
        kind="unknown",
        accepted=False,
        used=False,
        remark=message("rejected"),
        sha256=sha256,
        size=size,
    )


def _silent(paths: Iterable[Path], holding: Sequence[Path]) -> Iterator[str]:
    """Yield the folders of a folder of offices from which no summary came."""
    for root in paths:
        if not root.is_dir() or (root / REGISTER).exists():
            continue
        told = {p.relative_to(root).parts[0] for p in holding if p.is_relative_to(root)}
        folders = sorted(p.name for p in root.iterdir() if p.is_dir() and p.name[:1] not in "._")
        if len(told.intersection(folders)) >= _FEWEST:
            yield from (name for name in folders if name not in told)
