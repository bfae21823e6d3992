"""Every part of every workbook of a month, against the schemas of ECMA-376 where they are at hand.

The schemas (transitional, with xml.xsd beside them) are Ecma's and are not shipped: name their folder
in QMS_XLSX_SCHEMAS. What matters most of them, the order of children, is tested without them.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from qms_xlsx.steps.demo import demo
from qms_xlsx.steps.readings import tell_readings

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMAS = os.environ.get("QMS_XLSX_SCHEMAS", "")
KINDS = (
    ("docProps/app.xml", "shared-documentPropertiesExtended.xsd"),
    ("xl/charts/", "dml-chart.xsd"),
    ("xl/drawings/drawing", "dml-spreadsheetDrawing.xsd"),
    ("xl/theme/", ""),
    ("xl/", "sml.xsd"),
)
"""What a part's name begins with, and its schema; a theme is Excel's own, word by word."""


def faults_of(path: Path, validate: Callable[[str, bytes], str]) -> dict[str, str]:
    """Return what is wrong with the parts of a workbook."""
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        schemas = {n: next((s for begin, s in KINDS if n.startswith(begin)), "") for n in names}
        told = {n: validate(schemas[n], archive.read(n)) for n in names if schemas[n]}
    assert told
    return {name: fault for name, fault in told.items() if fault}


@pytest.mark.skipif(not SCHEMAS, reason="QMS_XLSX_SCHEMAS names no folder of schemas")
def test_every_part_is_valid(tmp_path: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    known = {
        name: etree.XMLSchema(etree.parse(str(Path(SCHEMAS) / name))) for _, name in KINDS if name
    }

    def validate(name: str, data: bytes) -> str:
        schema = known[name]
        return "" if schema.validate(etree.fromstring(data)) else str(schema.error_log.last_error)

    made = demo(tmp_path / "MTCL")
    tell_readings(made.workspace.root, made.run.aggregate.as_of)
    workspace = made.workspace
    books = [
        p for p in sorted(workspace.root.rglob("*.xlsx")) if workspace.submitted not in p.parents
    ]
    assert len(books) > 20
    assert {path.name: found for path in books if (found := faults_of(path, validate))} == {}
