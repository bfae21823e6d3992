"""The five samples' decisions, as Word files, become the samples' registers row by row."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from qms_xlsx.book import resources
from qms_xlsx.document.decision import Decision, Item
from qms_xlsx.document.model import Document
from qms_xlsx.document.opening import opened_document
from qms_xlsx.document.understanding import understood
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.target import Target
from qms_xlsx.language.text import bare
from qms_xlsx.rules.register import lint
from qms_xlsx.steps.import_decision import import_decision
from qms_xlsx.steps.reading import open_register

COUNTS = {
    "loc-son-2021": 27,
    "bac-hong-2021": 33,
    "thuong-lo-2024": 21,
    "giong-rieng-2019": 14,
    "cao-loc-2023": 10,
}


def rows(sample: str, name: str) -> list[dict[str, str]]:
    path = resources.samples() / sample / "source" / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def imported(sample: str) -> Decision:
    document = opened_document(resources.samples() / sample / "source" / "quyet-dinh.docx")
    assert isinstance(document, Document)
    return understood(document)


def meaning(target: Target) -> tuple[object, ...]:
    comparator = target.comparator if target.explicit else None
    return (target.kind, comparator, target.value, target.upper, target.of, target.unit)


@pytest.mark.parametrize("sample", COUNTS)
def test_every_target_comes_out_with_its_words_reading_and_parent(sample: str) -> None:
    wanted = [row for row in rows(sample, "objectives") if row["target"]]
    items = imported(sample).items
    found = [item for item in items if item.target]
    assert len(found) == len(wanted) == COUNTS[sample]
    for row, item in zip(wanted, found, strict=True):
        (target,) = Target.parse(row["target"]).targets
        assert item.goal is not None
        assert meaning(item.goal) == meaning(target), row["code"]
        assert bare(item.target) in bare(item.quote)
        assert top(item, items) == re.match(r"\d+", row["number"])[0], row["code"]  # type: ignore[index]
        assert item.better is None or item.better.value == row["better"], row["code"]


def top(item: Item, items: tuple[Item, ...]) -> str:
    by_number = {one.number: one for one in items}
    while item.parent:
        item = by_number[item.parent]
    return item.number


@pytest.mark.parametrize("sample", COUNTS)
def test_the_head_is_the_register_s(sample: str) -> None:
    head = imported(sample).head
    info = {row["key"]: row["value"] for row in rows(sample, "info")}
    assert head.organisation.replace("Ủy ban nhân dân", "UBND") == info["organisation"]
    assert head.number == info["decision_number"]
    assert str(head.year) == info["year"]


@pytest.mark.parametrize("sample", COUNTS)
def test_the_untouched_draft_has_no_error_but_what_the_decision_contradicts(
    sample: str, tmp_path: Path
) -> None:
    decision = resources.samples() / sample / "source" / "quyet-dinh.docx"
    done = import_decision([decision], tmp_path / "so-muc-tieu.xlsx")
    assert done.path is not None
    register, _ = open_register(done.path)
    errors = [f.code for f in lint(register) if f.severity is Severity.ERROR]
    # Lộc Sơn asks for a rate of malnutrition above 6 %, as it stands in its decision
    assert errors == (["R204"] if sample == "loc-son-2021" else [])


def test_every_measure_comes_out_with_its_lead_deadline_and_objectives() -> None:
    decision = imported("thuong-lo-2024")
    wanted = rows("thuong-lo-2024", "plan")
    assert len(decision.plan) == len(wanted) == 25
    by_code = {row["code"]: row["number"] for row in rows("thuong-lo-2024", "objectives")}
    for row, action in zip(wanted, decision.plan, strict=True):
        for key in ("number", "measure", "lead", "coordinating", "deadline", "monitor", "evidence"):
            assert getattr(action, key) == row[key], (row["number"], key)
        serves = {by_code[code] for code in row["objectives"].split(";")}
        assert serves <= set(action.objectives), row["number"]
    assert (decision.due_h1, decision.due_year) == ("15/6", "30/11")


def test_no_name_of_a_signer_stands_in_a_sample() -> None:
    for path in Path(resources.samples()).glob("*/source/quyet-dinh.docx"):
        document = opened_document(path)
        assert isinstance(document, Document)
        after = [p.text for p in document.paragraphs]
        title = max(at for at, text in enumerate(after) if text.endswith("CHỦ TỊCH"))
        following = after[title + 1 :][:1]
        assert following in ([], ["Phụ lục 1"], ["MỤC TIÊU CHẤT LƯỢNG NĂM 2021"]), path
