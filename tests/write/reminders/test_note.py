"""How a note reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import ROW, Code, Excludes, Finding, Place, Severity
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.progress import State
from qms_xlsx.domain.submission import Action, NotCounted, ProgressEntry, Submission
from qms_xlsx.language.messages import Message
from qms_xlsx.write.reminders import ReportState, note_of, plain_text
from qms_xlsx.write.summary.reminder_sheet import write_note
from tests.judge.cases import objective, register
from tests.registers import measure
from tests.write.reminders.test_debts import HALF, JUNE, MONTHLY, form, office, owed

if TYPE_CHECKING:
    from pathlib import Path

PLAN = (
    measure(number="I.1", measure="Rà soát hồ sơ quá hạn", lead="D1", deadline="Trước 15/6"),
    measure(number="I.2", measure="- Theo dõi;\n- Báo cáo quý.", lead="D1", deadline="Hàng quý"),
    measure(number="I.3", measure="Tập huấn", lead="D1", deadline="Tháng 3", evidence="Biên bản."),
)
WHOLE = """\
UBND XÃ THỬ

PHIẾU NHẮC VIỆC
Thực hiện mục tiêu chất lượng 6 tháng đầu năm 2024
Thử, ngày 20 tháng 6 năm 2024

Kính gửi: D1

Thư ký ISO cảm ơn bộ phận đã nộp báo cáo 6 tháng đầu năm 2024 ngày 17/06/2024, muộn 3 ngày so với hạn 14/06/2024; kỳ sau mong bộ phận nộp đúng hạn. Qua tổng hợp đến ngày 20/06/2024, đề nghị bộ phận hoàn thiện thêm các việc sau:

1. Ô số liệu đến kỳ còn trống
   Không phát sinh thì ghi KPS.
   – 5.a. Hồ sơ trả đúng hạn: còn trống T2.

2. Lỗi cần sửa trong tệp D1.xlsx
   – Trang “Kết quả”, ô H14: Sai số. Gõ lại.

3. Biện pháp đã quá hạn
   – I.1. Rà soát hồ sơ quá hạn: Chưa báo hoàn thành; hạn cuối là ngày 14/06/2024, đã quá 6 ngày.

4. Biện pháp đến hạn trong 30 ngày tới
   – I.2. Theo dõi; Báo cáo quý: Đến hạn ngày 30/06/2024, còn 10 ngày.

5. Biện pháp đã xong, chưa ghi minh chứng
   – I.3. Tập huấn: ghi số, ngày và trích yếu văn bản chứng minh (theo kế hoạch: Biên bản).

6. Chỉ tiêu không đạt
   – 5.a. Hồ sơ trả đúng hạn: Thực hiện 80 % (400/500), mức của kỳ ≥ 95 %. Đề nghị nêu nguyên nhân và biện pháp khắc phục.

7. Hành động khắc phục đang mở
   – 5.a. Hồ sơ trả đúng hạn – Lập lịch trực: hạn 15/06/2024, đã quá 5 ngày; cần ghi người thực hiện.

Việc nào đã làm xong mà chưa ghi vào biểu mẫu, đề nghị bộ phận ghi bổ sung rồi gửi lại biểu mẫu cho Thư ký ISO. Có điểm nào chưa rõ, xin trao đổi để cùng tháo gỡ.
Trân trọng cảm ơn sự phối hợp của bộ phận./.

THƯ KÝ ISO
UBND xã Thử
"""


def text_to(*forms: Submission, as_of: date = JUNE, period: Period = HALF, **given: object) -> str:
    own = replace(MONTHLY, number="5.a", name="Hồ sơ trả đúng hạn")
    known = replace(office(*PLAN), objectives=(own,), place="Thử")
    debts = owed(known, *forms, as_of=as_of, **given)["D1"]
    return plain_text(note_of(known, period, debts))


def test_who_filled_in_the_form_is_asked_by_name() -> None:
    assert "Kính gửi: D1; người lập biểu mẫu: Lê Văn C\n" in text_to(form(prepared_by="Lê Văn C"))


def test_a_note_reads_as_an_office_letter_from_greeting_to_thanks() -> None:
    done = State.DONE
    told = form(
        [(80, 100), None, *[(80, 100)] * 4],
        report_date=date(2024, 6, 17),
        progress={
            "I.2": ProgressEntry(number="I.2", state=State.IN_PROGRESS, times_done=1),
            "I.3": ProgressEntry(number="I.3", state=done, done_on=date(2024, 3, 5)),
        },
        actions=(Action(objective="A", action="Lập lịch trực", due=date(2024, 6, 15)),),
    )
    place = Place("D1.xlsx", "Kết quả", "H14")
    told_as = Code("V201", "sai", Severity.ERROR, Excludes.CELL, "Sai số.", "Gõ lại.")
    error = Finding(told_as, place)
    assert text_to(told, findings=(error,)) == WHOLE


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (date(2024, 6, 20), "hạn cuối 14/06/2024, đã quá 6 ngày."),
        (date(2024, 6, 14), "hạn cuối 14/06/2024, là hôm nay."),
        (date(2024, 6, 4), "hạn cuối 14/06/2024, còn 10 ngày."),
    ],
)
def test_a_missing_report_names_its_last_day_and_how_far_it_is(as_of: date, said: str) -> None:
    assert f"Biểu mẫu 6 tháng đầu năm 2024: chưa nộp; {said}" in text_to(as_of=as_of)


def test_a_refused_report_is_asked_for_again() -> None:
    assert "cần nộp lại; hạn cuối" in text_to(refused={"cu.xlsx": "D1"})


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        (Action(objective="A", action="Lập lịch trực", owner="Ông B", due=date(2024, 7, 10)),
         "– Lập lịch trực: hạn 10/07/2024, còn 20 ngày."),
        (Action(objective="A", action="Lập lịch trực", owner="Ông B", due=date(2024, 12, 1)),
         "– Lập lịch trực: hạn 01/12/2024."),
        (Action(objective="A", nonconformity="Đạt 80 %."),
         "– Đạt 80 %: cần ghi hành động, người thực hiện, thời hạn."),
        (Action(objective="A", action="Lập lịch trực", state="hoàn thành", due=date(2024, 6, 1)),
         "– Lập lịch trực: đã làm xong; ghi kết quả kiểm tra hiệu lực rồi mới đóng."),
    ],
    ids=["due soon", "far ahead", "a draft", "done"],
)  # fmt: skip
def test_an_open_action_asks_for_what_it_still_needs(action: Action, asked: str) -> None:
    assert asked in text_to(form(actions=(action,)))


def test_a_note_holds_no_line_break_within_an_item() -> None:
    lines = text_to(form()).splitlines()
    assert "   – I.2. Theo dõi; Báo cáo quý: " in "\n".join(lines)
    assert all(line == line.rstrip() for line in lines)


def test_a_slot_that_has_not_ended_is_asked_for_as_an_estimate() -> None:
    told = owed(office(), form([(96, 100), None, *[(96, 100)] * 3, None]))["D1"]
    text = plain_text(note_of(office(), HALF, told))
    assert "Không phát sinh thì ghi KPS. T6 chưa hết kỳ: ghi số ước" in text
    assert "còn trống T2, T6.\n" in text
    assert "chọn T6 ở cột “Ước từ”." in text


def test_a_form_that_does_not_count_is_named_with_the_reason() -> None:
    reason = Message("it is dated {day}, after {as_of}", {"day": "06/12", "as_of": "20/06"})
    told = replace(owed(office(), form())["D1"], not_counted=(NotCounted("b.xlsx", "D1", reason),))
    text = plain_text(note_of(office(), HALF, told))
    assert "Biểu mẫu đã nhận, chưa tính\n   – Tệp b.xlsx: đã nhận, chưa tính vì " in text
    assert "ghi nhầm thì sửa rồi gửi lại, ghi đúng thì báo lại Thư ký ISO" in text
    shut = replace(told, not_counted=(NotCounted("b.xlsx", "D1", reason, shut=True),))
    text = plain_text(note_of(office(), HALF, shut))
    assert "ngày báo cáo" not in text
    assert "cho phép sửa kỳ đã chốt" in text


def test_an_error_names_the_row_and_one_of_the_whole_file_no_cell() -> None:
    told_as = Code("V201", "sai", Severity.ERROR, Excludes.CELL, "Sai số.", "Gõ lại.")
    place = Place("D1.xlsx", "Kết quả", "H14")
    whole = replace(told_as, excludes=Excludes.FILE)
    text = text_to(form(), findings=(Finding(told_as, place, {ROW: "A"}), Finding(whole, place)))
    assert "– 5.a. Hồ sơ trả đúng hạn (trang “Kết quả”, ô H14): Sai số. Gõ lại." in text
    assert "– Cả tệp: Sai số. Gõ lại." in text


def test_a_row_that_is_judged_at_the_year_s_end_is_not_asked_at_half_year() -> None:
    titles = objective("Lao động tiên tiến", code="T", name="Danh hiệu", departments=("D1",))
    halves = objective("95%", code="H", name="Hồ sơ", unit="%", departments=("D1",))
    known = register(titles, halves, departments=("D1",))
    text = plain_text(note_of(known, HALF, owed(known, form())["D1"]))
    assert "Hồ sơ: còn trống 6T1 (6 tháng đầu năm)." in text
    assert "Danh hiệu" not in text


def test_a_form_that_waits_is_not_said_to_have_reported_nothing_of_the_plan() -> None:
    reason = Message("it is dated {day}, after {as_of}", {"day": "06/12", "as_of": "20/06"})
    missing = owed(office(*PLAN))["D1"]
    told = replace(missing, not_counted=(NotCounted("b.xlsx", "D1", reason),))
    waits = replace(told, report=ReportState.WAITING)
    texts = [plain_text(note_of(office(*PLAN), HALF, debts)) for debts in (missing, waits)]
    title = "Biện pháp đã quá hạn (chưa kể những việc ghi trong biểu mẫu chưa tính)"
    assert [title in text for text in texts] == [False, True]


def test_what_was_typed_and_not_used_is_asked_about() -> None:
    beside = finding("S136", Place("D1.xlsx", "Kết quả", "AT9"), cells="AT9 “45”")
    told = text_to(form(), findings=(beside,))
    assert "Nội dung khác trong biểu mẫu, đề nghị xem lại" in told
    assert "Trang “Kết quả”, ô AT9: Cột này không có trong biểu mẫu" in told


def test_a_long_addressee_stands_whole_on_paper(tmp_path: Path) -> None:
    known = replace(office(*PLAN), objectives=())
    note = note_of(known, HALF, owed(known, as_of=JUNE)["D1"])
    heights = []
    for name in ("Tư pháp", "Địa chính - Xây dựng - Nông nghiệp và Môi trường; " * 3):
        write_note(replace(note, addressee=name), JUNE, tmp_path / "note.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "note.xlsx").active
        [cell] = [c for row in sheet for c in row if str(c.value).startswith("Kính gửi")]
        heights.append(sheet.row_dimensions[cell.row].height)
        assert cell.alignment.wrap_text
    assert heights[1] > heights[0] + 9  # half a line more at least
