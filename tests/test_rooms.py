"""The house: doors are used and not walls, and a name tells which room it is from."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import qms_xlsx
from tests.year_folders import SAMPLES

PACKAGE = Path(qms_xlsx.__file__).parent
DOORS = ("read/", "document/", "history/next_year/", "steps/explain.py")
"""The rooms where words become values: next year's are new words, and `explain` shows how words are read."""


@cache
def modules() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def test_nobody_imports_a_private_name_of_another_module() -> None:
    found = [
        f"{module}: {statement.module}.{name.name}"
        for module, tree in modules().items()
        for statement in ast.walk(tree)
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("qms_xlsx")
        for name in statement.names
        if name.name.startswith("_") and name.name != "__version__"
    ]
    assert found == []


def test_nobody_reaches_through_a_module_for_its_private_names() -> None:
    found = []
    for module, tree in modules().items():
        own = {
            name.asname or name.name
            for statement in ast.walk(tree)
            if isinstance(statement, ast.ImportFrom)
            and (statement.module or "").startswith("qms_xlsx")
            for name in statement.names
        }
        found += [
            f"{module}:{node.lineno}: {node.value.id}.{node.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in own
            and node.attr.startswith("_")
            and not node.attr.startswith("__")
        ]
    assert found == []


def test_no_two_public_classes_share_a_name() -> None:
    rooms = defaultdict(list)
    for module, tree in modules().items():
        for statement in tree.body:
            if isinstance(statement, ast.ClassDef) and not statement.name.startswith("_"):
                rooms[statement.name].append(module)
    assert {name: modules for name, modules in rooms.items() if len(modules) > 1} == {}


def test_nothing_stands_idle() -> None:
    tools = [
        ast.parse(p.read_text(encoding="utf-8")) for p in (PACKAGE.parent / "tools").glob("*.py")
    ]
    nodes = [node for tree in (*modules().values(), *tools) for node in ast.walk(tree)]
    used = {
        node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    used |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    used |= {name.name for node in nodes if isinstance(node, ast.ImportFrom) for name in node.names}
    idle = [
        f"{module}: {name}"
        for module, tree in modules().items()
        for name in _defined(tree.body)
        if name not in used and not name.startswith("__")
    ]
    assert idle == []


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the functions, classes and constants of a module."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield statement.name
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


@pytest.mark.parametrize("page", ["docs/house.md", "CONTRIBUTING.md"])
def test_every_module_that_a_page_names_is_there(page: str) -> None:
    root = PACKAGE.parent
    named = re.findall(r"`([\w./-]+/\w+\.py)`", (root / page).read_text(encoding="utf-8"))
    assert [name for name in named if not any((at / name).exists() for at in (PACKAGE, root))] == []


def test_words_are_parsed_at_the_door_only() -> None:
    found = {module: _parsed(tree) for module, tree in modules().items() if _parsed(tree)}
    assert {call for calls in found.values() for call in calls} == {"Target", "Deadline"}
    assert [module for module in found if not module.startswith(DOORS)] == []


def _parsed(tree: ast.Module) -> set[str]:
    """Return the values of words whose grammar a module calls."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = (c for c in calls if isinstance(c, ast.Attribute) and c.attr == "parse")
    owners = {c.value.id for c in named if isinstance(c.value, ast.Name)}
    return owners & {"Target", "Deadline"}


HEAVY = (
    "pandas", "numpy", "openpyxl", "xlsxwriter", "python_calamine", "docx", "lxml", "icalendar",
    "pdfplumber", "starlette", "urllib.request", "asyncio", "qms_xlsx.document",
    "qms_xlsx.write.form", "qms_xlsx.write.calculation", "qms_xlsx.write.summary", "qms_xlsx.steps",
)  # fmt: skip
"""What takes long to import, and is imported only where it is used."""
_BY_COMMAND = {
    "--help": set(),
    "explain --target 100%": {"qms_xlsx.steps"},
    "init {new} --year 2024": {"qms_xlsx.steps"},
    "validate {year}": {"qms_xlsx.steps"},
    "aggregate {year} --period 2024-H1": {"qms_xlsx.steps", "xlsxwriter", "qms_xlsx.write.summary"},
    "forms {year}": {"qms_xlsx.steps", "qms_xlsx.write.form", "qms_xlsx.write.calculation"},
}  # fmt: skip


@pytest.mark.parametrize("command", _BY_COMMAND)
def test_a_command_imports_only_what_it_uses(command: str, tmp_path: Path) -> None:
    year = tmp_path / "year"
    year.mkdir()
    (year / "da-nop").mkdir()
    shutil.copy(SAMPLES / "thuong-lo-2024" / "so-muc-tieu.xlsx", year)
    ask = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from qms_xlsx.cli import main\n"
        f"done = CliRunner().invoke(main, {command.format(new=tmp_path / 'new', year=year).split()!r})\n"
        "assert done.exit_code in (0, 1), done.output\n"
        f"print(*set({HEAVY!r}) & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == _BY_COMMAND[command]


def test_a_process_that_reads_forms_imports_no_grammar_and_nothing_that_judges_or_writes() -> None:
    ask = (
        "import sys\n"
        "import qms_xlsx.intake.worker, qms_xlsx.read.written\n"
        "print(*(name for name in sys.modules if name.startswith('qms_xlsx')))"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    needless = re.compile(
        r"qms_xlsx\.(domain\.(meaning|(target|deadline)\.(grammar|reading|verbs|polarity))"
        r"|language\.vocabulary|judge|rules|history|say|write|steps)\b"
    )
    assert [name for name in done.stdout.split() if needless.match(name)] == []


def test_a_folder_of_strangers_files_runs_none_of_them(tmp_path: Path) -> None:
    for name in ("rich", "click", "typing", "json", "dataclasses", "filelock", "openpyxl"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    command = [sys.executable, "-m", "qms_xlsx", "init", "MTCL", "--year", "2024"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert (tmp_path / "MTCL" / "so-muc-tieu.xlsx").is_file()
    assert not (tmp_path / "run").exists()
