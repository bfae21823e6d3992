"""Messages: complete in Vietnamese, and what English ids say."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest

from qms_xlsx import say
from qms_xlsx.language.messages import message
from qms_xlsx.terminal.command import language_of
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


def test_a_message_is_said_in_the_language_handed_in() -> None:
    text = message(
        "{folder} is in use; nothing was changed. Name a new or an empty folder.", folder="X"
    )
    assert say.text(text, "en").startswith("X is in use")
    assert say.text(text, "vi").startswith("X đang có dữ liệu")


def test_a_message_within_a_message_is_said_in_the_same_language() -> None:
    inner = message("; is “{name}” meant?", name="A")
    assert say.text(message("{note}", note=inner), "vi") == "; có phải ý là “A” không?"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        ([], {"QMS_XLSX_LANG": "en"}, "en"),
        ([], {"QMS_XLSX_LANG": "fr"}, "vi"),
        (["--lang", "vi"], {"QMS_XLSX_LANG": "en"}, "vi"),
        (["--lang=en", "aggregate"], {}, "en"),
        (["aggregate", "--nope", "--lang", "en"], {}, "en"),
        (["--lang", "fr"], {}, "vi"),
        (["explain", "--target", "--", "--lang", "en"], {}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_the_option_wins_over_the_environment_and_vietnamese_is_the_rest(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_of(arguments, environment) == language


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
