"""Every code: a case with the fault, one without, its words in both languages, its page."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from qms_xlsx.rules.catalogue import ALL_RULES, FAMILIES
from tests.rules.cases import all_cases
from tools.findings_page import page

ROOT = Path(__file__).parent.parent.parent
CASES = all_cases()
RULES = {rule.code: rule for rule in ALL_RULES}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", [pytest.param(code, id=f"{code}__error") for code in CASES])
def test_a_fault_is_found(code: str) -> None:
    found = [finding for finding in CASES[code].error() if finding.code == code]
    assert found
    for finding in found:
        assert finding.severity == RULES[code].severity
        assert finding.place.file
        assert str(finding.message)
        assert "{" not in f"{finding.message}{finding.hint}"


@pytest.mark.parametrize("code", [pytest.param(code, id=f"{code}__ok") for code in CASES])
def test_its_absence_is_not(code: str) -> None:
    assert code not in {finding.code for finding in CASES[code].ok()}


def test_every_code_has_its_cases() -> None:
    """The file codes' cases stand with the intake's tests."""
    assert {rule.code for rule in ALL_RULES if not rule.code.startswith("F")} == set(CASES)


def test_codes_are_unique_and_of_a_known_family() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert len(set(codes)) == len(codes)
    assert {code[0] for code in codes} <= set(FAMILIES)


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    written = {
        code
        for path in (ROOT / "qms_xlsx").rglob("*.py")
        for code in re.findall(r'"([FSVXPR]\d{3})"', path.read_text("utf-8"))
    }
    assert written <= set(RULES)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_is_wrong_and_how_to_mend_it_in_both_languages(rule) -> None:
    with (ROOT / "qms_xlsx/locale/vi/LC_MESSAGES/qms_xlsx.po").open("rb") as file:
        words = {m.id: m.string for m in read_po(file) if m.id}
    for text in (rule.message, rule.hint):
        assert text
        assert words.get(text), f"{rule.code}: no Vietnamese for {text!r}"
        assert fields(words[text]) == fields(text)


def test_the_page_of_findings_is_up_to_date() -> None:
    """Run `python tools/findings_page.py` after a change to a rule or to its words."""
    assert (ROOT / "docs" / "findings.md").read_text("utf-8") == page()


def test_the_page_names_every_code() -> None:
    assert re.findall(r"(?m)^### (\w\d{3}) ", page()) == sorted(RULES, key=by_family)


def by_family(code: str) -> tuple[int, str]:
    return list(FAMILIES).index(code[0]), code
