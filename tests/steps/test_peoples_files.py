"""Nobody's work is lost: only our own, unchanged files are ever written over or removed."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZipFile

import openpyxl
import pytest

from qms_xlsx.book import resources
from qms_xlsx.language.messages import message
from qms_xlsx.say import text
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.demo import demo
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.init import init
from qms_xlsx.steps.new_folder import new_folder
from qms_xlsx.steps.remind import remind
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.files import folder_beside
from qms_xlsx.write.form import fill_register_template
from tests.steps.test_other_writers import cell
from tests.year_folders import H1_2024, SAMPLES, THUONG_LO, digests, year_folder

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.untraced

JUNE = date(2024, 6, 20)
FAULTY = "VH-XH_6thang.xlsx"


def type_into(form: Path, key: str, value: object = "đã gõ") -> None:
    """Type a remark into a row of a form, as an official does."""
    workbook = openpyxl.load_workbook(form)
    cell(workbook, "results", key, "note").value = value
    workbook.save(form)


def words(done: object) -> str:
    """Return what is said of the files that were spared."""
    return " ".join(text(file.said, "vi") for file in done.spared)  # type: ignore[attr-defined]


def typed(form: Path, key: str) -> object:
    return cell(openpyxl.load_workbook(form), "results", key, "note").value


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return year_folder(tmp_path / "MTCL", forms=[FAULTY])


class TestForms:
    @pytest.mark.parametrize("content", [b"encrypted", b"", b"PK\x03\x04 cut short"])
    def test_a_form_that_cannot_be_read_is_left_alone(
        self, workspace: Workspace, content: bytes
    ) -> None:
        form = workspace.form("VP-TK", 2024)
        form.write_bytes(content)
        made = make_forms(workspace.root)
        assert form.read_bytes() == content
        assert form.with_name("VP-TK-2024 (2).xlsx") in made.paths
        assert "VP-TK-2024.xlsx" in words(made)

    def test_a_form_that_somebody_typed_into_stays_and_its_figures_go_into_the_new_one(
        self, workspace: Workspace
    ) -> None:
        form = next(p for p in make_forms(workspace.root).paths if p.name.startswith("TNTKQ"))
        key = next(iter(keys(form)))
        type_into(form, key)
        before = form.read_bytes()
        made = make_forms(workspace.root)
        second = form.with_name("TNTKQ-2024 (2).xlsx")
        assert form.read_bytes() == before
        assert second in made.paths
        assert typed(second, key) == "đã gõ"
        type_into(second, key, "gõ tiếp")
        make_forms(workspace.root)
        assert typed(form.with_name("TNTKQ-2024 (3).xlsx"), key) == "gõ tiếp"

    def test_our_own_unchanged_forms_are_made_anew_in_place(self, workspace: Workspace) -> None:
        first = make_forms(workspace.root)
        shutil.copyfile(SAMPLES / THUONG_LO / "da-nop" / "TNTKQ_6thang.xlsx",
                        workspace.submitted / "TNTKQ.xlsx")  # fmt: skip
        again = make_forms(workspace.root)
        assert again.paths == first.paths
        assert again.spared == ()
        assert sorted(workspace.forms.iterdir()) == sorted(first.paths)

    def test_a_folder_in_the_place_of_a_form_costs_that_form_its_name(
        self, workspace: Workspace
    ) -> None:
        workspace.form("VP-TK", 2024).mkdir()
        made = make_forms(workspace.root)
        assert workspace.forms / "VP-TK-2024 (2).xlsx" in made.paths
        assert len(made.paths) == 8

    @pytest.mark.parametrize("made_from", ["da-nop/VP-TK_6thang.xlsx", "bieu-mau"])
    def test_a_filled_or_made_form_is_no_template(
        self, workspace: Workspace, made_from: str, tmp_path: Path
    ) -> None:
        template = SAMPLES / THUONG_LO / made_from
        if made_from == "bieu-mau":
            template = make_forms(workspace.root).paths[0]
        before = digests(workspace.forms)
        with pytest.raises(StepError, match="mẫu trống"):
            make_forms(workspace.root, template=template)
        assert digests(workspace.forms) == before

    def test_departments_that_share_a_file_name_are_refused_before_anything_is_written(
        self, workspace: Workspace
    ) -> None:
        departments = [{"code": "VP/TK", "name": "Một"}, {"code": "vp-tk", "name": "Hai"}]
        info = [{"organisation": "UBND xã Thử", "year": 2024}]
        fill_register_template({"info": info, "departments": departments}, workspace.register)
        before = digests(workspace.root)
        for step in (make_forms, run_aggregation, remind):
            with pytest.raises(StepError, match="R238"):
                step(workspace.root)
        assert digests(workspace.root) == before


def keys(form: Path) -> list[str]:
    """Return the keys of the rows of results."""
    from qms_xlsx.steps.reading import open_all

    contents = next(open_all([form])).contents
    assert contents
    return [row.key for table in contents.of("results") for row in table.rows
            if ":" in row.key]  # fmt: skip


class TestReturnCopies:
    def test_a_corrected_copy_stays_and_is_told(self, workspace: Workspace) -> None:
        copy = run(workspace).returned[0]
        type_into(copy, keys(copy)[0])
        corrected = copy.read_bytes()
        again = run(workspace)
        assert copy.read_bytes() == corrected
        assert [path.name for path in again.returned] == ["VH-XH (2).xlsx"]
        assert "da-nop" in words(again)

    def test_what_people_put_there_is_never_removed(self, workspace: Workspace) -> None:
        run(workspace)
        own = {"ghi-chu.xlsx": "của tôi", "~$VH-XH.xlsx": "khóa", "thu.txt": "thư"}
        for name, content in own.items():
            (workspace.returned / name).write_text(content)
        (workspace.submitted / FAULTY).unlink()
        again = run(workspace)
        assert {p.name: p.read_text() for p in workspace.returned.iterdir()} == own
        assert [file.name for file in again.spared] == ["tra-lai/ghi-chu.xlsx"]

    def test_what_was_typed_where_nothing_is_read_stands_in_the_copy(
        self, workspace: Workspace
    ) -> None:
        form = workspace.submitted / FAULTY
        book = openpyxl.load_workbook(form)
        book["Kết quả"]["BZ9"] = "thêm 3 hộ ở tổ 2"
        book.save(form)
        run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
        index = openpyxl.load_workbook(workspace.return_copy("VH-XH")).worksheets[0]
        rows = [[cell.value for cell in row] for row in index.iter_rows()]
        assert ["1", "Kết quả!BZ9", "thêm 3 hộ ở tổ 2"] in [[r[0], r[3], r[4]] for r in rows]

    def test_a_form_that_only_its_date_keeps_out_is_led_to_the_date(
        self, workspace: Workspace
    ) -> None:
        form = workspace.submitted / FAULTY
        book = openpyxl.load_workbook(form)
        cell(book, "form", "report_date", "value").value = "06/12/2024"
        book.save(form)
        done = run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
        assert [f.code for f in done.findings if f.place.file == FAULTY] == ["X107"]
        copy = openpyxl.load_workbook(workspace.return_copy("VH-XH"))
        date_cell = cell(copy, "form", "report_date", "value")
        where = f"'{date_cell.parent.title}'!{date_cell.coordinate}"
        assert copy.worksheets[0]["D5"].hyperlink.location == where

    def test_a_mended_copy_of_ours_is_removed(self, workspace: Workspace) -> None:
        assert run(workspace).returned
        (workspace.submitted / FAULTY).unlink()
        assert run(workspace).spared == ()
        assert not list(workspace.returned.iterdir())


def run(workspace: Workspace) -> object:
    return run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)


class TestSummary:
    def test_one_that_somebody_wrote_into_stays(self, workspace: Workspace) -> None:
        summary = run(workspace).summary
        summary.write_bytes(b"with my notes")
        again = run(workspace)
        assert summary.read_bytes() == b"with my notes"
        assert again.summary.name == "tong-hop-2024-H1-20240620 (2).xlsx"

    @pytest.mark.parametrize("spoilt", ["tong-hop", "tra-lai"])
    def test_a_folder_that_cannot_be_written_costs_its_own_files(
        self, workspace: Workspace, spoilt: str
    ) -> None:
        folder = workspace.root / spoilt
        folder.rmdir()
        folder.write_text("một tệp")
        done = run(workspace)
        assert (done.summary is None, done.returned == ()) == (
            spoilt == "tong-hop", spoilt == "tra-lai",
        )  # fmt: skip
        assert [file.name.partition("/")[0] for file in done.spared] == [spoilt]
        assert ".qms-" not in words(done)


class TestHandedIn:
    @pytest.mark.parametrize("step", [run_aggregation, remind])
    def test_without_the_folder_of_forms_nobody_is_told_to_be_missing(
        self, workspace: Workspace, step: object
    ) -> None:
        summary = run(workspace).summary
        before = summary.read_bytes()
        workspace.submitted.rename(workspace.root / "da-nop-cu")
        with pytest.raises(StepError, match="da-nop"):
            step(workspace.root, period=H1_2024, as_of=JUNE)
        assert summary.read_bytes() == before


class TestNewFolders:
    def test_a_new_folder_has_its_parts(self, tmp_path: Path) -> None:
        init(tmp_path / "MTCL-2024", 2024)
        names = sorted(path.name for path in (tmp_path / "MTCL-2024").iterdir())
        assert names == ["MTCL.cmd", "bao-cao", "bieu-mau", "da-nop", "mtcl.sh", "nhac-viec",
                         "so-muc-tieu.xlsx", "tong-hop", "tra-lai"]  # fmt: skip
        assert [path.name for path in tmp_path.iterdir()] == ["MTCL-2024"]

    def test_a_folder_in_use_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "thu.txt").write_text("của tôi")
        for make in (lambda: init(tmp_path, 2024), lambda: demo(tmp_path)):
            with pytest.raises(StepError, match="đang có dữ liệu"):
                make()
        assert [path.name for path in tmp_path.iterdir()] == ["thu.txt"]

    def test_an_empty_folder_is_filled_also_from_inside(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        here = tmp_path / "trong"
        here.mkdir()
        monkeypatch.chdir(here)
        assert init(type(here)(), 2024).register.is_file()
        assert len(list(here.iterdir())) == 9
        (tmp_path / "khac").mkdir()
        assert init(tmp_path / "khac", 2024).register.is_file()

    def test_what_a_killed_one_left_goes_and_one_at_work_stays(self, tmp_path: Path) -> None:
        dead = tmp_path / ".MTCL.qms-abcd1234"
        (dead / "MTCL" / "bieu-mau").mkdir(parents=True)
        other = tmp_path / ".MTCL-2.qms-abcd1234"
        other.mkdir()
        with new_folder(tmp_path / "MTCL") as made:
            (made / "so-muc-tieu.xlsx").write_text("sổ")
            assert not dead.exists()
            with pytest.raises(StepError), new_folder(tmp_path / "MTCL"):
                raise StepError(message("given up"))
            assert made.exists()
        assert sorted(path.name for path in tmp_path.iterdir()) == [other.name, "MTCL"]

    def test_a_failure_leaves_nothing(self, tmp_path: Path) -> None:
        def fill() -> None:
            with folder_beside(tmp_path / "a") as made:
                (made / "x").write_text("x")
                raise OSError("full")

        with pytest.raises(OSError, match="full"):
            fill()
        assert not list(tmp_path.iterdir())

    def test_a_failure_within_names_the_folder_as_it_was_to_be_called(self, tmp_path: Path) -> None:
        with pytest.raises(StepError) as refused, new_folder(tmp_path / "MTCL") as made:  # noqa: PT012
            (made / ".qms-xlsx").write_bytes(b"a file in the way")
            with Workspace(made).locked():
                pass
        assert f"Không ghi được {tmp_path / 'MTCL' / '.qms-xlsx'}" in str(refused.value)
        assert list(tmp_path.iterdir()) == []

    def test_every_path_of_the_demo_is_where_it_says(self, tmp_path: Path) -> None:
        played = demo(tmp_path / "MTCL")
        paths = [*played.forms.paths, played.run.summary, *played.run.returned,
                 played.reminders.calendar]  # fmt: skip
        paths += [path for own in played.reminders.notes.values() for path in own]
        assert all(path.is_file() and path.is_relative_to(tmp_path / "MTCL") for path in paths)
        assert [path.name for path in tmp_path.iterdir()] == ["MTCL"]


def test_forms_say_what_of_an_offices_template_they_cannot_keep(tmp_path: Path) -> None:
    workspace, mine = year_folder(tmp_path / "MTCL"), tmp_path / "mau-cua-xa.xlsx"
    shutil.copyfile(resources.template(resources.FORM_TEMPLATE), mine)
    with ZipFile(mine, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
    notes = [text(note, "vi") for note in make_forms(workspace.root, template=mine).notes]
    assert notes == ["Không giữ được hình ảnh trong biểu mẫu gốc mau-cua-xa.xlsx."]
