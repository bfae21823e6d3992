"""What holds for the whole source, whoever writes the next line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "qms_xlsx"
MODULES = sorted(SOURCE.rglob("*.py"))
PARSERS = ("read/", "document/", "steps/explain.py")
"""The rooms where words become values; `explain` shows how they are read."""


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def parsed_words(path: Path) -> set[str]:
    """Return which of the grammars of wordings a module calls."""
    calls = (
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    )
    return {f"{c.func.value.id}.parse" for c in calls
            if isinstance(c.func, ast.Attribute) and c.func.attr == "parse"
            and isinstance(c.func.value, ast.Name) and c.func.value.id in ("Target", "Deadline")}  # fmt: skip


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_words_are_parsed_at_the_door_only(path: Path) -> None:
    assert not parsed_words(path) or named(path).startswith(PARSERS)


def test_the_door_parses_both() -> None:
    found = {call for path in MODULES for call in parsed_words(path)}
    assert found == {"Target.parse", "Deadline.parse"}
