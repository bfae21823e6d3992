"""What leaves the office is Vietnamese, whoever runs the command; the terminal speaks as asked."""

from __future__ import annotations

import codecs
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from qms_xlsx.cli import main
from qms_xlsx.terminal.command import bare_letters
from tests.year_folders import digests, year_folder

if TYPE_CHECKING:
    from click.testing import Result

FORMS = ("VH-XH_6thang.xlsx", "DC-XD_6thang.xlsx", "TC-KT_6thang.xlsx", "QS_6thang_mau-2023.xlsx")
QMS = (sys.executable, "-m", "qms_xlsx")
JUNE = ("--period", "2024-H1", "--as-of", "2024-06-20")


def call(*arguments: object, **options: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, dict[str, object]]]:
    """The same year's folder, its whole cycle run under either language."""
    first = year_folder(tmp_path_factory.mktemp("nam") / "MTCL", forms=FORMS).root
    found = {}
    for language in ("vi", "en"):
        root = shutil.copytree(first, tmp_path_factory.mktemp(language) / "MTCL")
        spoken = ("--lang", language)
        forms = call(*spoken, "forms", root)
        aggregated = call(*spoken, "aggregate", root, *JUNE, "--format", "json")
        reminded = call(*spoken, "remind", root, *JUNE)
        assert (forms.exit_code, aggregated.exit_code, reminded.exit_code) == (0, 1, 1)
        found[language] = root, json.loads(aggregated.stdout)
    return found


def test_every_file_that_leaves_the_office_is_the_same_whatever_the_terminal_speaks(
    offices: dict[str, tuple[Path, dict[str, object]]],
) -> None:
    vietnamese, english = (digests(root) for root, _ in offices.values())
    folders = {name.partition("/")[0] for name in vietnamese if "/" in name}
    assert {"bieu-mau", "tra-lai", "tong-hop", "nhac-viec"} <= folders
    assert vietnamese == english


def test_the_document_speaks_the_commands_language(
    offices: dict[str, tuple[Path, dict[str, object]]],
) -> None:
    (_, vietnamese), (_, english) = offices.values()
    for told, other in zip(vietnamese["results"], english["results"], strict=True):
        assert {key for key in told if told[key] != other[key]} <= {"why", "reading"}
    pairs = zip(vietnamese["findings"], english["findings"], strict=True)
    differing = [{key for key in one if one[key] != two[key]} for one, two in pairs]
    assert differing
    assert all({"message", "hint"} >= keys >= {"message"} for keys in differing)


WRONG = [
    (["agregate"], "Lỗi: Không có lệnh “agregate”. Có phải ý là “aggregate”?", "No such command"),
    (["forms", "--tempalte", "x"], "Lỗi: Không có tùy chọn “--tempalte”.", "No such option"),
    (["init"], "Lỗi: Thiếu tham số “DIR”.", "Missing argument 'DIR'."),
    (["init", "x"], "Lỗi: Hãy ghi --year, hoặc --from", "Error: Give --year, or a decision"),
    (["init", "x", "--year"], "Lỗi: Sau tùy chọn “--year” phải ghi một giá trị.", "requires an"),
    (["init", "x", "--year", "1"], "1 nằm ngoài khoảng 1990<=x<=2099.", "is not in the range"),
    (["init", "x", "--year", "năm"], "“năm” không phải số nguyên.", "is not a valid integer"),
    (["forms", "a", "b"], "Lỗi: Thừa tham số (b)", "Got unexpected extra argument (b)"),
    (["aggregate", "--format", "tex"], "“tex” không thuộc các giá trị “text”", "is not one of"),
    (["aggregate", "--period", "9"], "“9” không phải kỳ báo cáo", "“9” is not a period"),
    (["aggregate", "--as-of", "9"], "“9” không phải ngày", "“9” is not a day"),
    (["explain"], "Lỗi: Hãy ghi --target hoặc --deadline", "Error: Give --target or --deadline"),
    (["forms", __file__], "là tệp, không phải thư mục.", "is a file."),
]


@pytest.mark.parametrize(("arguments", "vietnamese", "english"), WRONG, ids=lambda v: str(v)[:24])
def test_wrong_usage_is_told_in_the_language_asked_for(
    arguments: list[str], vietnamese: str, english: str
) -> None:
    told, other = call(*arguments), call("--lang", "en", *arguments)
    assert (told.exit_code, other.exit_code) == (2, 2)
    assert vietnamese in told.stderr
    assert english in other.stderr
    assert not {"Usage", "Error", "Try '", "[OPTIONS]", "Invalid"} & set(told.stderr.split())
    assert ("Cách dùng:" in told.stderr) == ("Usage:" in other.stderr)


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)], ids=str)
def test_help_has_no_word_of_the_other_language(command: list[str]) -> None:
    told, other = call(*command, "--help"), call(*command, "--help", "--lang", "en")
    english = {"Usage:", "Options:", "Commands:", "[OPTIONS]", "required]", "Show", "default:"}
    assert not english & set(told.stdout.split())
    assert {"Usage:", "Options:", "Show"} <= set(other.stdout.split())
    assert "Cách dùng:" not in other.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_a_stream_that_lacks_our_letters_gets_them_without_marks(
    encoding: str, tmp_path: Path
) -> None:
    year_folder(tmp_path / "MTCL", forms=FORMS[:1])
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    for option in ("text", "json"):
        command = [*QMS, "validate", str(tmp_path / "MTCL"), "--format", option]
        done = subprocess.run(command, check=False, capture_output=True, env=environment)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
        assert done.stdout.decode(encoding)
    told = json.loads(done.stdout)
    assert any("ế" in f["message"] for file in told["files"] for f in file["findings"])


def test_letters_are_bare_but_readable() -> None:
    error = UnicodeEncodeError("cp1252", "Đã đủ ≥ ✖", 0, 9, "")
    assert bare_letters("cp1252", error) == ("Da du > ?", 9)


@pytest.mark.parametrize("text", ["Tỷ lệ hồ sơ đúng hạn", "ĐẠT MỨC PHẤN ĐẤU", "chữ số, ẩn, ẵ, ợ"])
def test_the_vietnamese_code_page_gets_every_letter_with_its_marks(text: str) -> None:
    codecs.register_error("qms-xlsx.test", partial(bare_letters, "cp1258"))
    written = text.encode("cp1258", "qms-xlsx.test").decode("cp1258")
    assert unicodedata.normalize("NFC", written) == text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("command", [["--help"], ["explain", "--target", "đạt 95%"]])
def test_an_answer_for_which_there_is_no_room_is_one_sentence(command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*QMS, *command], check=False, stdout=full, stderr=subprocess.PIPE)
    assert done.stderr.decode().splitlines() == ["Không còn chỗ trống để ghi nội dung in ra."]
    assert done.returncode == 2


def test_a_reader_that_goes_away_early_is_no_fault_of_ours(tmp_path: Path) -> None:
    year_folder(tmp_path / "MTCL", forms=FORMS)
    for option in ("text", "json"):
        command = [*QMS, "validate", str(tmp_path / "MTCL"), "--format", option]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.close()
            _, told = running.communicate()
        assert told == b""


def test_an_interrupted_command_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("qms_xlsx.steps.validate.validate", stopped)
    for language, line in (("vi", "Đã dừng theo yêu cầu."), ("en", "Stopped as asked.")):
        done = call("--lang", language, "validate")
        assert (done.exit_code, done.stderr.strip()) == (130, line)


def test_no_message_is_shown_unsaid(offices: dict[str, tuple[Path, dict[str, object]]]) -> None:
    """A message that nobody said would stand in a text as 'Message(id=…'."""
    root, document = offices["vi"]
    texts = [
        json.dumps(document),
        call("validate", root).stdout,
        call("remind", root, *JUNE).stdout,
    ]
    for path in (path for path in root.rglob("*") if path.is_file()):
        texts.append(path.read_bytes().decode("utf-8", errors="replace"))
        if path.suffix == ".xlsx":
            with ZipFile(path) as book:
                texts += [book.read(name).decode("utf-8", "replace") for name in book.namelist()]
    assert not [text for text in texts if "Message(" in text]
