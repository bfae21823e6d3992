"""Every phrase of the vocabulary is found at its place in its example."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from qms_xlsx.language import vocabulary
from qms_xlsx.language.lexicon import expanded
from qms_xlsx.language.scanner import scan
from qms_xlsx.language.slots import SLOTS
from qms_xlsx.language.vocabulary.row import PhraseRow, lexicon

MODULES = [m.name for m in pkgutil.iter_modules(vocabulary.__path__) if m.name != "row"]


def tables() -> list[tuple[str, tuple[PhraseRow, ...]]]:
    found = []
    for name in MODULES:
        module = import_module(f"qms_xlsx.language.vocabulary.{name}")
        for constant, value in vars(module).items():
            if isinstance(value, tuple) and value and isinstance(value[0], PhraseRow):
                found.append((f"{name}.{constant}", value))
    return found


def filled(phrase: str) -> str:
    """Return the phrase with a sample in each slot."""
    words = [SLOTS[word].sample if word in SLOTS else word for word in phrase.split()]
    return " ".join(words).replace("… ", "").replace(" …", "")


@pytest.mark.parametrize(("name", "table"), tables())
def test_an_example_has_a_place_for_its_phrase(name: str, table: tuple[PhraseRow, ...]) -> None:
    assert all(row.example.count("{}") == 1 for row in table)


@pytest.mark.parametrize(("name", "table"), tables())
def test_no_phrase_has_two_classes(name: str, table: tuple[PhraseRow, ...]) -> None:
    classes: dict[str, set[str]] = {}
    for row in table:
        for spelt in (s for phrase in row.phrases for s in expanded(phrase)):
            classes.setdefault(spelt, set()).add(row.kind)
    assert [phrase for phrase, kinds in classes.items() if len(kinds) > 1] == []


def test_every_slot_takes_its_sample() -> None:
    for slot in SLOTS.values():
        text = scan(f"x{slot.sample}" if slot.sample == "a" else slot.sample)
        if len(text.tokens) == 1:
            assert slot.fits(text, text.tokens[0]) or slot.sample == "a"


@pytest.mark.parametrize(("name", "table"), tables())
def test_a_phrase_is_found_in_its_example(name: str, table: tuple[PhraseRow, ...]) -> None:
    words = lexicon(table)
    lost = []
    for row in table:
        for phrase in row.phrases:
            for spelt in expanded(phrase):
                if "<" in spelt or "…" in spelt:
                    continue
                before = row.example.partition("{}")[0]
                text = scan(row.example.format(filled(spelt)))
                start = len(scan(before + "x").tokens) - 1
                size = len(scan(filled(spelt)).tokens)
                if words.at(text, start) != (size, row.kind):
                    lost.append((row.kind, spelt))
    assert lost == []
