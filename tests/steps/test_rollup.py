"""What a folder of summaries may hold: strangers' files, copies, other years, our own earlier work."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from qms_xlsx.cli import main
from qms_xlsx.domain.period import Period
from qms_xlsx.intake.reader import Reader
from qms_xlsx.steps.rollup import run_rollup
from qms_xlsx.steps.trouble import StepError
from tests.intake.hostile_kinds import FLOODS, FURTHER
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from click.testing import Result

PROVINCE = SAMPLES / "tinh-minh-hoa"
REGISTER = PROVINCE / "so-muc-tieu-tinh.xlsx"
FILE = "tong-hop-2024-H1-20240703.xlsx"


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """Return a folder with what three communes sent; two of them have closed the half-year."""
    for name in ("xa-01", "xa-11", "xa-12"):
        shutil.copytree(PROVINCE / "cac-xa" / name, tmp_path / "cac-xa" / name)
    return tmp_path / "cac-xa"


def told(folder: Path, *more: str) -> dict[str, object]:
    """Return what a rollup of a folder prints as JSON."""
    done = ran(folder, *more, "--format", "json")
    assert done.exit_code in (0, 1), done.output
    found: dict[str, object] = json.loads(done.stdout)
    return found


def ran(folder: Path, *more: str) -> Result:
    place = str(folder.parent / "tinh.xlsx")
    return CliRunner().invoke(main, ["rollup", str(folder), "-o", place, *more])


def codes(found: dict[str, object]) -> set[str]:
    return {f["code"] for f in found["findings"]}  # type: ignore[attr-defined]


def received(found: dict[str, object]) -> object:
    reporting = found["reporting"]
    assert isinstance(reporting, dict)
    return reporting["received"]


def test_hostile_files_end_in_findings_and_not_the_run(offices: Path) -> None:
    kinds = {name: kind for name, kind in FURTHER.items() if name not in FLOODS}
    wanted = {f"xa-12/{n}.xlsx": code for n, (_, code) in enumerate(kinds.values())}
    for name, (make, _) in zip(wanted, kinds.values(), strict=True):
        (offices / name).write_bytes(make())
    found = told(offices)
    assert received(found) == 3
    faults = {f["file"]: f["code"] for f in found["findings"]}  # type: ignore[attr-defined]
    refused = {name: code for name, code in wanted.items() if code.startswith("F")}
    assert {name: faults.get(name) for name in refused} == refused


def test_nobodys_files_but_workbooks_are_opened(offices: Path) -> None:
    for name in ("thu.docx", "anh.png", "tin.json", "da-nop/VP.xlsx", "nhac-viec/a.xlsx"):
        path = offices / "xa-12" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"nothing of ours")
    assert codes(told(offices)) == {"X613"}


def test_a_whole_year_may_be_sent(offices: Path) -> None:
    year = SAMPLES / "thuong-lo-2024"
    shutil.copytree(year, offices / "xa-13", ignore=shutil.ignore_patterns("source"))
    found = told(offices)
    assert (received(found), codes(found)) == (3, {"X613"})


def test_a_folder_of_an_office_without_a_summary_is_missing(offices: Path) -> None:
    (offices / "xa-14").mkdir()
    found = told(offices)
    assert found["reporting"] == {
        "expected": 4, "received": 3, "on_time": None, "missing": ["xa-14"],
    }  # fmt: skip


@pytest.mark.parametrize("manifest", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"files": [{"path": 1}]}'])
def test_a_manifest_that_is_none_proves_nothing(manifest: bytes, offices: Path) -> None:
    (offices / "xa-11" / "manifest.json").chmod(0o644)
    (offices / "xa-11" / "manifest.json").write_bytes(manifest)
    found = told(offices)
    assert received(found) == 2
    assert "X602" in json.dumps(found["findings"])


def test_a_file_that_its_manifest_does_not_name_is_only_not_closed(offices: Path) -> None:
    (offices / "xa-11" / FILE).rename(offices / "xa-11" / "ten-khac.xlsx")
    found = told(offices)
    assert received(found) == 3
    assert [o["proof"] for o in found["offices"]] == ["sealed", "sealed", "closed"]  # type: ignore[attr-defined]


def test_our_own_earlier_workbook_in_the_folder_is_no_office(offices: Path) -> None:
    place = offices / "tinh.xlsx"
    first = run_rollup([offices], register=REGISTER, output=place)
    again = run_rollup([offices], register=REGISTER, output=place)
    assert again.summary == place
    assert len(again.rolled.offices) == len(first.rolled.offices)
    assert again.findings == first.findings


def test_the_level_above_that_is_read_in_turn(offices: Path) -> None:
    whole = offices.parent / "cac-tinh" / "tinh.xlsx"
    run_rollup([offices], register=REGISTER, output=whole)
    done = run_rollup([whole], output=offices.parent / "nuoc.xlsx")
    [office] = done.rolled.offices
    assert office.summary is not None
    assert (office.name, office.summary.expected, office.summary.received) == (
        "UBND tỉnh Minh Họa", 41, 3,
    )  # fmt: skip
    first = done.rolled.aggregate.organisation_row("T1")
    assert (first.numerator, first.denominator) == (197 + 197 + 189, 600)
    assert first.provisional  # 38 communes were missing


def test_a_persons_file_is_never_written_over(offices: Path) -> None:
    place = offices.parent / "tinh.xlsx"
    place.write_bytes(b"mine")
    done = run_rollup([offices], output=place)
    assert done.summary == place.with_name("tinh (2).xlsx")
    assert place.read_bytes() == b"mine"
    assert len(done.spared) == 1


@pytest.mark.parametrize("wanted", ["2024-Q1", "2023"])
def test_a_period_that_nobody_reports_says_so(wanted: str, offices: Path) -> None:
    with pytest.raises(StepError, match="là của kỳ khác"):
        run_rollup([offices], period=Period.parse(wanted), output=offices.parent / "a.xlsx")


def test_the_register_of_another_year_is_refused(offices: Path) -> None:
    other = SAMPLES / "cao-loc-2023" / "so-muc-tieu.xlsx"
    with pytest.raises(StepError, match="2023"):
        run_rollup([offices], register=other, output=offices.parent / "a.xlsx")


def test_a_folder_without_summaries_says_where_they_are(tmp_path: Path) -> None:
    done = ran(tmp_path)
    assert done.exit_code == 2
    assert "tong-hop/" in done.output


def test_an_input_is_never_written_over(offices: Path) -> None:
    path = offices / "xa-01" / FILE
    before = path.read_bytes()
    for arguments in (["rollup", str(path), "-o", str(path)],):
        assert CliRunner().invoke(main, arguments).exit_code == 2
    assert path.read_bytes() == before


def test_files_may_be_named_one_by_one(offices: Path) -> None:
    paths = [offices / name / FILE for name in ("xa-01", "xa-11")]
    done = run_rollup(paths, output=offices.parent / "a.xlsx")
    assert len(done.rolled.aggregate.reporting.received) == 2


def test_a_form_named_as_a_summary_is_told(offices: Path) -> None:
    form = SAMPLES / "thuong-lo-2024" / "da-nop" / "QS_nam.xlsx"
    done = run_rollup([offices, form], output=offices.parent / "a.xlsx")
    assert {f.code for f in done.findings} == {"X605", "X613"}


def test_what_an_office_calls_itself_is_only_text(offices: Path) -> None:
    evil = '=HYPERLINK("http://a","b")'
    path = offices / "xa-01" / FILE
    book = load_workbook(path)
    sheet = book["Kết quả đã xét"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "UBND xã Minh Họa 01":
                cell.value, cell.data_type = evil, "s"
            if row[0].value == "digest" and cell is row[0]:
                sheet[f"B{cell.row}"] = None
                cell.value = None
    book.save(path)
    done = run_rollup([offices], output=offices.parent / "a.xlsx")
    assert evil in [office.name for office in done.rolled.offices]
    assert done.summary is not None
    for made in load_workbook(done.summary):
        formulas = [c.value for r in made.iter_rows() for c in r if c.data_type == "f"]
        assert formulas == []


def test_the_day_is_the_latest_of_the_runs(offices: Path) -> None:
    done = run_rollup([offices], output=offices.parent / "a.xlsx")
    assert done.rolled.aggregate.as_of == date(2024, 7, 3)


def test_the_terminal_says_it_in_both_languages(offices: Path) -> None:
    said = ran(offices, "--register", str(REGISTER))
    assert "Bảng tổng hợp: 3/41 cơ quan." in said.output
    english = ran(offices, "--register", str(REGISTER), "--lang", "en")
    assert "Summaries: 3 of 41 offices." in english.output


def test_how_many_processes_read_changes_no_byte(
    offices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int | None] = []
    started = Reader.__init__

    def counted(self: Reader[object], *args: object, **settings: object) -> None:
        asked.append(settings.get("workers"))  # type: ignore[arg-type]
        started(self, *args, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "__init__", counted)
    place, written = offices.parent / "tinh.xlsx", set()
    for workers in ("1", "3"):
        ran(offices, "--workers", workers)
        written.add(place.read_bytes())
    assert asked == [1, 3]
    assert len(written) == 1
