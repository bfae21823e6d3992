"""The commands as a secretary types them: what is printed, what comes of it, the exit status."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from qms_xlsx.cli import main
from qms_xlsx.write.form import fill_register_template
from tests.year_folders import SAMPLES, THUONG_LO, digests, year_folder

if TYPE_CHECKING:
    from pathlib import Path

FORM = SAMPLES / THUONG_LO / "da-nop" / "QS_6thang.xlsx"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def aggregated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    root = year_folder(tmp_path_factory.mktemp("nam") / "MTCL").root
    done = call("aggregate", root, "--period", "2024-H1", "--as-of", "2024-06-20",
                "--format", "json")  # fmt: skip
    assert done.exit_code == 1, done.output
    return root, json.loads(done.stdout)


def test_the_document_of_an_aggregation_has_the_documented_shape(
    aggregated: tuple[Path, dict[str, Any]],
) -> None:
    _, document = aggregated
    assert list(document) == ["organisation", "year", "period", "as_of", "reporting", "results",
                              "measures", "findings", "not_counted", "restatements", "movement_from",
                              "years", "files"]  # fmt: skip
    assert document["organisation"] == "UBND xã Thượng Lộ"
    assert (document["year"], document["period"], document["as_of"]) == (
        2024,
        "2024-H1",
        "2024-06-20",
    )
    assert document["reporting"] == {"expected": 8, "received": 7, "on_time": 6, "missing": ["CA"]}
    assert {tuple(row) for row in document["results"]} == {(
        "objective", "department", "unit", "target", "comparator", "period_target", "actual",
        "in_period", "numerator", "denominator", "attainment", "percent_of_year",
        "target_unit", "status", "provisional", "reading", "confirmed", "coverage", "why", "sources",
        "before", "movement", "last_year", "last_year_status", "years", "pace",
    )}  # fmt: skip
    assert {tuple(row) for row in document["measures"]} == {
        ("number", "objective", "department", "state", "due", "days_overdue", "evidence")
    }
    assert {tuple(finding) for finding in document["findings"]} == {
        ("file", "code", "severity", "sheet", "cell", "message", "hint")
    }
    assert [tuple(item) for item in document["not_counted"]] == [("file", "department", "reason")]
    assert list(document["files"]) == ["summary", "returned"]


def test_a_result_is_written_in_per_cent_with_coverage_and_sources(
    aggregated: tuple[Path, dict[str, Any]],
) -> None:
    _, document = aggregated
    rows = {(row["objective"], row["department"]): row for row in document["results"]}
    row = rows["TL-6", "DC-XD"]
    assert (row["numerator"], row["denominator"]) == (137, 178)
    assert row["actual"] == pytest.approx(76.9662921348)
    assert (row["status"], row["provisional"]) == ("missed", True)
    assert row["coverage"] == {"slots": [6, 6], "departments": [1, 1]}
    assert len(row["sources"]) == 12
    assert {tuple(source) for source in row["sources"]} == {("file", "sheet", "cell")}
    assert rows["TL-6", None]["actual"] == 88
    assert rows["TL-5c2", None]["actual"] is None


def test_the_indicators_show_every_status(aggregated: tuple[Path, dict[str, Any]]) -> None:
    _, document = aggregated
    assert {row["status"] for row in document["results"] if row["department"] is None} == {
        "exceeded", "met", "at_risk", "missed", "no_data", "not_due", "not_applicable",
    }  # fmt: skip


def test_the_document_names_the_files_written(aggregated: tuple[Path, dict[str, Any]]) -> None:
    root, document = aggregated
    summary = root / "tong-hop" / "tong-hop-2024-H1-20240620.xlsx"
    assert document["files"]["summary"] == summary.relative_to(root).as_posix()
    assert summary.is_file()
    assert sorted(document["files"]["returned"]) == sorted(
        f"tra-lai/{path.name}" for path in (root / "tra-lai").iterdir()
    )


def test_a_clean_folder_ends_with_0_a_faulty_one_with_1(tmp_path: Path) -> None:
    clean = year_folder(tmp_path / "sach", forms=["TNTKQ_6thang.xlsx"])
    faulty = year_folder(tmp_path / "loi", forms=["VH-XH_6thang.xlsx"])
    when = ("--period", "2024-H1", "--as-of", "20/6/2024")
    assert call("aggregate", clean.root, *when).exit_code == 0
    assert call("aggregate", faulty.root, *when).exit_code == 1
    assert call("validate", clean.root).exit_code == 0
    assert call("validate", faulty.root).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("aggregate", "{none}"),
        ("aggregate", "{root}", "--period", "2023-H1"),
        ("aggregate", "{root}", "--period", "2024-H3"),
        ("aggregate", "{root}", "--as-of", "hôm nay"),
        ("forms", "{none}"),
        ("init", "{root}", "--year", "2024"),
        ("init", "{none}", "--year", "2024", "--sample", "không-có"),
        ("init", "{none}"),
        ("demo", "{root}"),
    ],
)
def test_where_nothing_can_be_done_the_status_is_2_and_nothing_changes(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    root = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx"]).root
    before = digests(tmp_path)
    values = {"root": str(root), "none": str(tmp_path / "khong-co")}
    done = call(*(text.format(**values) for text in arguments))
    assert done.exit_code == 2
    assert done.output.strip()
    assert "Traceback" not in done.output
    assert isinstance(done.exception, SystemExit)
    assert digests(tmp_path) == before


def test_validate_prints_the_documented_shape(tmp_path: Path) -> None:
    root = year_folder(tmp_path / "MTCL").root
    done = call("validate", root, "--format", "json")
    document = json.loads(done.stdout)
    assert list(document) == ["files", "counts"]
    assert {tuple(file) for file in document["files"]} == {
        ("path", "kind", "department", "accepted", "findings")
    }
    files = {file["path"].removeprefix("da-nop/"): file for file in document["files"]}
    assert files["so-muc-tieu.xlsx"]["kind"] == "register"
    assert files["QS_6thang.xlsx"]["department"] == "QS"
    assert files["QS_6thang_mau-2023.xlsx"]["accepted"] is False
    [finding] = files["QS_6thang.xlsx"]["findings"]
    assert list(finding) == ["code", "severity", "sheet", "cell", "message", "hint"]
    assert (finding["code"], finding["severity"], finding["sheet"]) == ("V103", "info", "Kết quả")
    told = [f["severity"] for file in document["files"] for f in file["findings"]]
    assert document["counts"] == {name: told.count(name) for name in ("error", "warning", "info")}


def test_validate_of_one_form_takes_the_register_named(tmp_path: Path) -> None:
    form = shutil.copyfile(FORM, tmp_path / FORM.name)
    register = SAMPLES / THUONG_LO / "so-muc-tieu.xlsx"
    done = call("validate", form, "--register", register, "--format", "json")
    assert done.exit_code == 0
    [file] = json.loads(done.stdout)["files"]
    assert (file["kind"], file["department"], file["accepted"]) == ("form", "QS", True)


@pytest.mark.parametrize("folder", [".", "thang-6", "thang-6/lan-2"])
def test_a_form_finds_its_register_from_any_folder_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    root = year_folder(tmp_path / "nam").root
    place = root / "da-nop" / folder
    place.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(FORM, place / "QS.xlsx")
    monkeypatch.chdir(place)
    [file] = json.loads(call("validate", "QS.xlsx", "--format", "json").stdout)["files"]
    assert (file["department"], file["accepted"]) == ("QS", True)


def test_the_demo_works_once_and_then_refuses_kindly(tmp_path: Path) -> None:
    folder = tmp_path / "thu"
    first = call("demo", folder)
    assert "Từ quyết định đến sổ mục tiêu: 21 chỉ tiêu, 25 biện pháp" in first.output
    assert first.exit_code == 0, first.output
    assert "tong-hop-2024-H1-20240620.xlsx" in first.output
    assert len(first.output.splitlines()) < 30
    before = digests(folder)
    second = call("demo", folder)
    assert second.exit_code == 2
    assert str(folder) in second.output
    assert "tong-hop" not in second.output
    assert digests(folder) == before


def test_messages_are_vietnamese_unless_english_is_asked_for(tmp_path: Path) -> None:
    vietnamese = call("init", tmp_path / "mot", "--year", "2024")
    english = call("--lang", "en", "init", tmp_path / "hai", "--year", "2024")
    assert "Đã tạo" in vietnamese.output
    assert "Made" in english.output
    assert "Đã" not in english.output


def test_findings_follow_the_language(tmp_path: Path) -> None:
    root = year_folder(tmp_path / "MTCL", forms=["VH-XH_6thang.xlsx"]).root
    told = {}
    for language in ("vi", "en"):
        done = call("--lang", language, "validate", root, "--format", "json")
        findings = [f for file in json.loads(done.stdout)["files"] for f in file["findings"]]
        told[language] = {f["message"] for f in findings if f["code"] == "V202"}
    assert told["vi"]
    assert told["vi"].isdisjoint(told["en"])
    assert all(" mẫu số" in text for text in told["vi"])
    assert all(text.isascii() for text in told["en"])


def test_the_language_of_the_environment_counts(tmp_path: Path) -> None:
    runner = CliRunner(env={"QMS_XLSX_LANG": "en"})
    done = runner.invoke(main, ["init", str(tmp_path / "mot"), "--year", "2024"])
    assert "Made" in done.output


@pytest.mark.parametrize("arguments", [["--help"], ["aggregate", "--help"], ["--version"]])
def test_help_imports_no_spreadsheet_library(arguments: list[str]) -> None:
    heavy = ("pandas", "numpy", "openpyxl", "xlsxwriter", "python_calamine", "rich")
    code = (
        "import sys\n"
        "from qms_xlsx.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        f"print('LOADED', [name for name in {heavy!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert "LOADED []" in done.stdout


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qms_xlsx", "--help"], capture_output=True, check=True
    )
    assert b"aggregate" in done.stdout


def test_a_register_is_not_written_over_by_its_summary(
    aggregated: tuple[Path, dict[str, Any]],
) -> None:
    root, _ = aggregated
    before = (root / "so-muc-tieu.xlsx").read_bytes()
    done = call("aggregate", root, "--period", "2024-H1", "-o", root / "so-muc-tieu.xlsx")
    assert (done.exit_code, (root / "so-muc-tieu.xlsx").read_bytes()) == (2, before)
    assert "không bao giờ bị ghi đè" in done.output


def test_forms_say_that_the_register_is_still_wrong(tmp_path: Path) -> None:
    root = tmp_path / "sai"
    call(
        "init", root, "--year", "2021", "--sample", "loc-son-2021"
    )  # it holds a real contradiction
    done = call("forms", root)
    assert done.exit_code == 1
    assert "Sổ mục tiêu còn 1 lỗi" in done.output


def test_no_forms_are_written_from_a_register_without_departments(tmp_path: Path) -> None:
    fill_register_template({"info": [{"organisation": "UBND xã Thử", "year": 2024}]},
                           tmp_path / "so-muc-tieu.xlsx")  # fmt: skip
    done = call("forms", tmp_path)
    assert (done.exit_code, "không ghi biểu mẫu nào" in done.output) == (2, True)


@pytest.mark.parametrize("spoilt", [b"", b"PK\x03\x04 cut short", None])
def test_a_spoilt_register_is_told_and_so_is_every_form_beside_it(
    tmp_path: Path, spoilt: bytes | None
) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx", "VH-XH_6thang.xlsx"])
    if spoilt is None:  # a workbook, but of no organisation
        fill_register_template({"info": [{"year": 2024}]}, workspace.register)
    else:
        workspace.register.write_bytes(spoilt)
    (workspace.submitted / "hong.xlsx").write_bytes(b"PK\x03\x04 cut short")
    done = call("validate", workspace.root, "--format", "json")
    files = {file["path"]: file for file in json.loads(done.stdout)["files"]}
    assert (done.exit_code, len(files)) == (1, 4)
    assert all(file["findings"] and not file["accepted"] for file in files.values())
    assert files["da-nop/QS_6thang.xlsx"]["kind"] == "form"
    told = [finding["code"] for finding in files["da-nop/VH-XH_6thang.xlsx"]["findings"]]
    assert told[0] == "S118"
    assert any(code.startswith("V") for code in told)


def test_a_finding_on_a_whole_file_names_no_place_beside_its_code(tmp_path: Path) -> None:
    root = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx"]).root
    (root / "da-nop" / "trang.xlsx").write_bytes(b"")
    lines = call("validate", root / "da-nop").stdout.splitlines()
    assert [line for line in lines if line.startswith("  F104 lỗi: ")]
    assert [line for line in lines if line.startswith("  V103 lưu ý 'Kết quả'!H22: ")]


def test_too_little_memory_is_one_sentence_and_nothing_done(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def filled(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("qms_xlsx.steps.aggregate.run_aggregation", filled)
    done = call("aggregate", tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("Máy không đủ bộ nhớ")
    assert done.stderr.count("\n") == 1
