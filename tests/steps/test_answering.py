"""An answer is written into its own cells of the register, and into nothing else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from qms_xlsx.book.labels import AGGREGATIONS
from qms_xlsx.steps.answering import CONFIRM, TAKE_BACK, answer
from qms_xlsx.steps.readings import read_readings, seen_as
from qms_xlsx.steps.trouble import StepError
from tests.libreoffice import converted
from tests.year_folders import NAMES, digests, year_folder

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.readings import Readings
    from qms_xlsx.steps.workspace import Workspace


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return year_folder(tmp_path / "MTCL", forms=["none"])


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells(path: Path) -> dict[tuple[str, str], object]:
    """Return every cell of a workbook as another program reads it."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def answered(workspace: Workspace, choice: str, code: str = "") -> tuple[Readings, str]:
    """Answer as the page does; returns the readings then, and the row."""
    told = read_readings(workspace.root)
    code = code or told.register.indicators[0].code
    return answer(workspace.root, code, choice, seen=seen(told, code)), code


def seen(told: Readings, code: str) -> str:
    """Return a row as a person was shown it."""
    return next((seen_as(row) for row in told.rows if row.objective.code == code), "")


@pytest.mark.parametrize("sample", NAMES)
def test_a_confirmed_row_reads_confirmed_and_nothing_else_changed(
    tmp_path: Path, sample: str
) -> None:
    workspace = year_folder(tmp_path / "MTCL", sample, forms=["none"])
    before, read = parts(workspace.register), cells(workspace.register)
    told, code = answered(workspace, CONFIRM)
    _only_confirmed(workspace, before, read, told, code)


def test_a_register_that_libreoffice_saved_is_patched_alike(
    office: Workspace, tmp_path: Path
) -> None:
    (saved,) = converted([office.register], tmp_path / "lo", tmp_path / "profile")
    shutil.copyfile(saved, office.register)
    before, read = parts(office.register), cells(office.register)
    told, code = answered(office, CONFIRM)
    _only_confirmed(office, before, read, told, code)


def _only_confirmed(
    workspace: Workspace,
    before: dict[str, bytes],
    read: dict[tuple[str, str], object],
    told: Readings,
    code: str,
) -> None:
    after, row = parts(workspace.register), told.register.by_code[code]
    changed = {name for name in before if after[name] != before[name]}
    assert list(after) == list(before)
    assert len(changed) == 1
    (sheet,) = changed
    assert sheet.startswith("xl/worksheets/")
    assert row.confirmed
    now = cells(workspace.register)
    own = (row.place.sheet, row.cells["confirmed"])
    assert now.pop(own) == "x"
    read.pop(own, None)
    assert now == read


def test_a_question_is_answered_in_the_words_of_the_drop_downs(office: Workspace) -> None:
    own = read_readings(office.root).register.indicators[0]
    workbook = load_workbook(office.register)
    page = workbook[own.place.sheet]
    words = {"name": "Số giấy chứng nhận", "target": "150 giấy", "unit": "giấy", "cadence": "half"}
    for key in ("over_time", "over_departments", "better", "numerator_label", "target_h1",
                "denominator_label", "profile", *words):  # fmt: skip
        page[own.cells[key]] = words.get(key)
    workbook.save(office.register)
    told = read_readings(office.root)
    asked = [row for row in told.rows if row.question and any(o.sets for o in row.question.options)]
    assert asked
    row = asked[0]
    assert row.question
    number, option = next((n, o) for n, o in enumerate(row.question.options) if o.sets)
    after, code = answered(office, str(number), row.objective.code)
    objective = after.register.by_code[code]
    read = cells(office.register)
    for key, word in option.sets:
        assert str(getattr(objective, key)) == word
        assert read[objective.place.sheet, objective.cells[key]] == AGGREGATIONS.get(word, word)


def test_a_confirmation_can_be_taken_back(office: Workspace) -> None:
    before = cells(office.register)
    _, code = answered(office, CONFIRM)
    told, _ = answered(office, TAKE_BACK, code)
    assert not told.register.by_code[code].confirmed
    after = cells(office.register)
    own = (told.register.by_code[code].place.sheet, told.register.by_code[code].cells["confirmed"])
    before.pop(own, None)
    assert after == before


def test_what_a_person_saved_last_is_kept_once(office: Workspace) -> None:
    saved = office.register.read_bytes()
    answered(office, CONFIRM)
    answered(office, TAKE_BACK)
    kept = list(office.register_before("0" * 64).parent.iterdir())
    assert [path.read_bytes() for path in kept] == [saved]


def edit(office: Workspace, place: tuple[str, str], value: object) -> None:
    """Change a cell as a person does in Excel."""
    workbook = load_workbook(office.register)
    workbook[place[0]][place[1]] = value
    workbook.save(office.register)


def test_a_row_that_was_changed_meanwhile_is_left_alone(office: Workspace) -> None:
    told = read_readings(office.root)
    row = told.register.indicators[0]
    edit(office, (row.place.sheet, row.cells["target"]), "từ 55% trở lên")
    before = digests(office.root)
    with pytest.raises(StepError, match="Dòng này đã được sửa từ lúc mở trang"):
        answer(office.root, row.code, CONFIRM, seen=seen(told, row.code))
    assert digests(office.root) == before


def test_answers_to_other_rows_meanwhile_are_no_hindrance(office: Workspace) -> None:
    told = read_readings(office.root)
    first, second, third = told.register.indicators[:3]
    edit(office, (first.place.sheet, first.cells["target"]), "từ 55% trở lên")
    for row in (second, third):
        answer(office.root, row.code, CONFIRM, seen=seen(told, row.code))
    now = read_readings(office.root).register.by_code
    assert now[second.code].confirmed
    assert now[third.code].confirmed
    assert now[first.code].target == "từ 55% trở lên"


def test_a_row_that_cannot_be_judged_cannot_be_confirmed(office: Workspace) -> None:
    row = read_readings(office.root).register.indicators[0]
    edit(office, (row.place.sheet, row.cells["target"]), "như thường lệ")
    told = read_readings(office.root)
    (own,) = (one for one in told.rows if one.unread)
    assert own.waits
    assert told.waiting == told.provisional + 1
    with pytest.raises(StepError, match="chưa có gì để xác nhận"):
        answered(office, CONFIRM, row.code)


@pytest.mark.parametrize("mark", ["~$so-muc-tieu.xlsx", ".~lock.so-muc-tieu.xlsx#"])
def test_a_register_that_is_open_is_left_alone(office: Workspace, mark: str) -> None:
    (office.root / mark).write_bytes(b"")
    before = digests(office.root)
    with pytest.raises(StepError, match="đang mở trong Excel"):
        answered(office, CONFIRM)
    assert digests(office.root) == before


@pytest.mark.parametrize("choice", ["0", "99", "-1", "x", "", "٣"])
def test_an_answer_that_nobody_offered_is_refused(office: Workspace, choice: str) -> None:
    before = digests(office.root)
    with pytest.raises(StepError):
        answered(office, choice)
    assert digests(office.root) == before


def test_a_row_that_is_not_there_is_refused(office: Workspace) -> None:
    with pytest.raises(StepError, match="không có dòng"):
        answered(office, CONFIRM, "khong-co")


def test_a_formula_is_not_written_over(office: Workspace) -> None:
    told = read_readings(office.root)
    row = told.register.indicators[0]
    workbook = load_workbook(office.register)
    workbook[row.place.sheet][row.cells["confirmed"]] = '=IF(1=2,"x","")'
    workbook.save(office.register)
    before = office.register.read_bytes()
    with pytest.raises(StepError, match="mà không đụng tới ô khác"):
        answered(office, CONFIRM, row.code)
    assert office.register.read_bytes() == before
