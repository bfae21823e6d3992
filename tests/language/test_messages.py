"""Messages: complete in Vietnamese, and what English ids say."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest

from qms_xlsx.language.messages import language, message, set_language
from tools import catalogue


def test_every_message_has_a_vietnamese_text() -> None:
    stored = {entry.id: entry.string for entry in catalogue.load() if entry.id}
    missing = [entry.id for entry in catalogue.extracted() if entry.id and not stored.get(entry.id)]
    assert missing == []


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    assert catalogue.MO.read_bytes() == catalogue.compiled(catalogue.load())


def test_translations_keep_the_ids_values() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    stored = [(str(entry.id), str(entry.string)) for entry in catalogue.load() if entry.id]
    assert [(i, t) for i, t in stored if not fields(t) <= fields(i)] == []


def test_a_message_speaks_the_chosen_language() -> None:
    text = message(
        "{folder} is in use; nothing was changed. Name a new or an empty folder.", folder="X"
    )
    set_language("en")
    assert str(text).startswith("X is in use")
    set_language("vi")
    assert str(text).startswith("X đang có dữ liệu")
    set_language("")


def test_the_environment_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QMS_XLSX_LANG", "en")
    assert language() == "en"
    monkeypatch.setenv("QMS_XLSX_LANG", "fr")
    assert language() == "vi"


def test_help_imports_no_heavy_library() -> None:
    script = (
        "import sys\nfrom qms_xlsx.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'openpyxl', 'xlsxwriter', 'python_calamine', 'numpy', 'rich'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
