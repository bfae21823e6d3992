"""Every code: a case with the fault, one without, its words in both languages, its page."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from qms_xlsx import say
from qms_xlsx.codes.catalogue import CODES, FAMILIES, told
from qms_xlsx.domain.finding import Excludes, Severity
from qms_xlsx.say.findings import line
from tests.rules.cases import all_cases
from tools.findings_page import page

ROOT = Path(__file__).parent.parent.parent
CASES = all_cases()
SOURCE = {path: path.read_text("utf-8") for path in (ROOT / "qms_xlsx").rglob("*.py")}


@cache
def translations() -> dict[str, str]:
    with (ROOT / "qms_xlsx/locale/vi/LC_MESSAGES/qms_xlsx.po").open("rb") as file:
        return {m.id: m.string for m in read_po(file) if m.id}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", [pytest.param(code, id=f"{code}__error") for code in CASES])
def test_a_fault_is_found(code: str) -> None:
    found = [finding for finding in CASES[code].error() if finding.code == code]
    assert found
    for finding in found:
        assert finding.told is told(code)
        assert finding.place.file
        assert say.text(finding.message, "vi")
        assert "{" not in line(finding, "vi") + line(finding, "en")


@pytest.mark.parametrize("code", [pytest.param(code, id=f"{code}__ok") for code in CASES])
def test_its_absence_is_not(code: str) -> None:
    assert code not in {finding.code for finding in CASES[code].ok()}


def test_every_code_has_its_cases() -> None:
    """The file codes' cases stand with the intake's tests."""
    assert {rule.code for rule in CODES if not rule.code.startswith("F")} == set(CASES)


def test_codes_and_names_are_unique_and_of_a_known_family() -> None:
    codes = [code.code for code in CODES]
    keys = [*codes, *(code.name for code in CODES)]
    assert len(set(keys)) == len(keys)
    assert {code[0] for code in codes} <= set(FAMILIES)


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    written = {code for text in SOURCE.values() for code in re.findall(r'"([FSVXPR]\d{3})"', text)}
    assert written <= {code.code for code in CODES}


def test_every_code_of_the_catalogue_is_found_by_something() -> None:
    elsewhere = "".join(text for path, text in SOURCE.items() if path.parent.name != "codes")
    idle = [c.code for c in CODES if not {f'"{c.code}"', f'"{c.name}"'} & _quoted(elsewhere)]
    assert idle == []


def _quoted(text: str) -> set[str]:
    return set(re.findall(r'"\w+"', text))


def test_an_error_of_a_form_says_what_it_keeps_out() -> None:
    """A figure that counts all the same is a warning, never an error."""
    kept = {c.code for c in CODES if c.severity is Severity.ERROR and c.code[0] in "FVX"}
    assert [code for code in kept if told(code).excludes is Excludes.NOTHING] == []


@pytest.mark.parametrize("rule", CODES, ids=lambda rule: rule.code)
def test_a_rule_says_what_is_wrong_and_how_to_mend_it_in_both_languages(rule) -> None:
    words = translations()
    for text in (rule.message, rule.hint):
        assert text
        assert words.get(text), f"{rule.code}: no Vietnamese for {text!r}"
        assert fields(words[text]) == fields(text)


def test_the_page_of_findings_is_up_to_date() -> None:
    """Run `python tools/findings_page.py` after a change to a rule or to its words."""
    assert (ROOT / "docs" / "findings.md").read_text("utf-8") == page()


def test_the_page_names_every_code() -> None:
    assert re.findall(r"(?m)^### (\w\d{3}) ", page()) == sorted(
        (c.code for c in CODES), key=by_family
    )


def by_family(code: str) -> tuple[int, str]:
    return list(FAMILIES).index(code[0]), code
