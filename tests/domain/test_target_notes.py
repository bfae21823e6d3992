"""What is said of a wording that could be read otherwise: every note, with its figures and words."""

from __future__ import annotations

import pytest

from qms_xlsx import say
from qms_xlsx.domain.target import Target

NOTES = [
    ("Cơ bản không còn hộ nghèo", ["“Cơ bản” leaves some room: not one is read."]),
    (
        "Tỷ lệ bao phủ bảo hiểm y tế tăng lên 95% so với năm trước",
        [
            "“95%” may be a level or a change: a level is read.",
            "“95%” of an earlier figure is a level.",
        ],
    ),
    ("Thu ngân sách bằng 105% so với năm 2023", ["“105%” of an earlier figure is a level."]),
    ("Thu ngân sách bằng 1,2 lần so với năm 2023", ["“1,2 lần” of an earlier figure is a level."]),
    ("Tỷ lệ xã đạt chuẩn 90% (12/15 xã)", ["The two notations do not agree: 90% is not 12 of 15."]),
    (
        "Số hộ nghèo giảm 10 hộ (20%)",
        ["“20%” says the same again and is left out.", "The change names no baseline."],
    ),
    (
        "Thu ngân sách tăng 1,5 lần so với năm trước",
        ["“1,5 times” more may be 1,5 times as much or 150% more: write which."],
    ),
    ("Thu ngân sách gấp 1,5 lần so với năm trước", ["1,5 times is read as a change of 50%."]),
    ("Giảm một phần ba số vụ vi phạm so với năm trước", ["A part is read as 33,3333333333%."]),
    (
        "Giảm cả 3 tiêu chí so với năm trước",
        ["“cả 3 tiêu chí”: one figure is read; write a row for each."],
    ),
    (
        "Công khai 100% thủ tục và tổ chức đối thoại với người dân",
        ["“tổ chức đối thoại với người dân” is not read as a target of its own."],
    ),
    (
        "Tổ chức 5 lớp tập huấn; cán bộ thân thiện, gần gũi",
        ["“cán bộ thân thiện, gần gũi” is not read as a target of its own."],
    ),
    (
        "Giảm tỷ lệ hộ nghèo, tăng thu nhập so với năm trước",
        ["“tăng thu nhập so với năm trước” is not read as a target of its own."],
    ),
    (
        "Năng suất 1,250 tấn/ha",
        [
            "“1,250” is read as 1,25, with a decimal comma. If 1250 is meant, write it without a comma."
        ],
    ),
    (
        "Xã có 1,250 hộ",
        [
            "What is counted has no decimals: 1.250 is read.",
            "The words do not say which way is better: more is taken so.",
        ],
    ),
    ("Trồng 12 250 cây", ["“12250” is read as one number."]),
    ("Thu hút 45k lượt khách", ["The number is counted out in lượt khách."]),
    ("Vốn 5 vạn", ["“vạn” is read as 10.000 times.", "No unit is written."]),
    ("5 tháng/lần", ["How often that is in a year is not told."]),
    ("4 tháng/lần", ["Once in 4 months is 3 times a year."]),
    ("5 quý/lần", ["How often that is in a year is not told."]),
    ("95% ± 2%", ["A tolerance is a range: 93 to 97."]),
    ("Từ 80% đến 70%", ["The range runs downwards."]),
    (
        "Tỷ lệ đúng hạn từ 80% đến dưới 90%",
        ["The upper end is excluded by the words; it is taken as still good."],
    ),
    ("Tỷ lệ hộ nghèo 60%", ["Less is taken as better, which is odd for 60%."]),
    (
        "Hồ sơ đúng hạn trên 97% trở lên",
        ["“above” and “or more” are said at once: the limit itself is taken as good."],
    ),
    (
        "Tỷ lệ hộ nghèo dưới 3% trở xuống",
        ["“below” and “or less” are said at once: the limit itself is taken as good."],
    ),
    (
        "Tỷ lệ hồ sơ trễ hạn tối đa 5% trở lên",
        ["The words set a lower and an upper limit on the same figure."],
    ),
    ("Hồ sơ đúng hạn khoảng 95%", ["“About” is read as the figure itself."]),
    (
        "Không trả lại hồ sơ quá 1 lần",
        ["“Không trả lại hồ sơ quá 1 lần” is read as a limit that is not to be passed."],
    ),
    (
        "Không nằm trong nhóm 3 đơn vị cuối trong số 15 đơn vị",
        ["Not among the last 3 of 15 is place 12 or better."],
    ),
    ("Không nằm trong nhóm 3 đơn vị cuối", ["Not among the last 3: of how many is not said."]),
    ("Nhóm 3 đơn vị cuối", ["Not among the last 3: of how many is not said."]),
    ("Nằm trong nhóm dẫn đầu", ["How many places the group has is not said."]),
    ("Xếp hạng 5", ["Place 5 or better is meant."]),
    ("Thứ hạng từ 5 lên 7", ["A falling rank is asked for: is a smaller number meant?"]),
    ("Đạt 5 hạng", ["“5 hạng” may be a place, or so many places up: write which."]),
    (
        "Mỗi cán bộ 2 sáng kiến",
        [
            "The words do not say which way is better: more is taken so.",
            "The figure is asked of each person.",
        ],
    ),
    (
        "Mỗi học kỳ 2 buổi",
        [
            "The words do not say which way is better: more is taken so.",
            "The figure is asked for in a period that the calendar has not.",
        ],
    ),
    ("Đạt 100% chỉ tiêu", ["Of which plan is not said here: the row's own is taken."]),
    (
        "Thu thuế cao hơn mức bình quân chung của tỉnh",
        ["“cao hơn mức bình quân chung của tỉnh”: that figure is not given."],
    ),
    (
        "Tỷ lệ cán bộ trên tổng số đảng viên trên tổng số dân đạt 5%",
        [
            "Two wholes are named that the figure may be a share of.",
            "Neither more nor less of it is better in itself.",
        ],
    ),
    (
        "Giá trị thu được trên 01 ha đất trồng trọt đạt 130 triệu đồng",
        ["“trên 01 ha” is taken as part of the description."],
    ),
    ("Tỷ lệ hài lòng đạt 90% (năm 2024 là 85%)", ["“85%” in brackets is left out."]),
    (
        "Số hội nghị 5",
        ["No unit is written.", "The words do not say which way is better: more is taken so."],
    ),
    ("Giải quyết 5 ngày", ["Less time is taken as better."]),
    ("Quả dừa không 5%", ["The words do not say which way is better: less is taken so."]),
    (
        "Số gian hàng từ 5 đến 7 gian",
        ["The words do not say which way is better: more is taken so."],
    ),
    (
        "Chỉ số hài lòng tăng 5% so với kế hoạch",
        ["The change is against a plan: its figure is the baseline."],
    ),
    (
        "Tỷ lệ hài lòng tăng 5% mỗi năm",
        [
            "“A year” is read as against the previous year.",
            "5% may be relative or in points: it is read as relative.",
        ],
    ),
    (
        "Tỷ lệ đúng hạn không tăng quá 2% so với năm trước",
        [
            "2% may be relative or in points: it is read as relative.",
            "A limit on a change: it is met when the change is not larger.",
        ],
    ),
    (
        "Cơ cấu kinh tế: nông nghiệp 35%, dịch vụ 25%",
        [
            "Neither more nor less of it is better in itself.",
            "What was measured before is taken to be measured here too.",
        ],
    ),
    (
        "Nông nghiệp tăng 3%, dịch vụ 5%",
        ["The change names no baseline.", "The change named before is taken to hold here too."],
    ),
    ("Phấn đấu giảm dưới 1%", ["“Down below 1” is read as a level."]),
    ("30/6/2026", ["Only a date, a document or a name is written, no target."]),
    ("Đạt 1.2.3", ["The number in it is not one that can be a target."]),
    ("Tỷ lệ hộ nghèo", ["It says neither a figure nor what is to be done."]),
    (
        "Tỷ lệ hồ sơ trễ hạn ít nhất 5%",
        ["The comparator contradicts what is measured: it is read as written."],
    ),
    (
        "Tỷ lệ đúng hạn tối đa 80% đến 90%",
        [
            "Of the range, the end that the words limit is taken: 90.",
            "The comparator contradicts what is measured: it is read as written.",
        ],
    ),
    ("Số hộ trong thôn đạt 2/3 số hộ", ["A part is read as 66,6666666667%."]),
    (
        "Ty le ho dan trong xa hai long dat 40%",
        ["The words are typed without marks, so the choice may be mistaken."],
    ),
    (
        "Số vụ vi phạm bị phát hiện: 10 vụ",
        ["More found, or fewer committed? The words do not say which is better."],
    ),
    ("Phấn đấu trồng rừng", ["Nothing measurable is named: it is read as yes or no."]),
    ("Tỷ lệ hài lòng 1O0%", ["A number is garbled."]),
    (
        "Số hộ nghèo giảm 10 hộ, tương đương 20%",
        ["“20%” says the same again and is left out.", "The change names no baseline."],
    ),
    (
        "Giảm 5% cả 3 tiêu chí so với năm trước",
        [
            "“cả 3 tiêu chí”: one figure is read; write a row for each.",
            "5% may be relative or in points: it is read as relative.",
        ],
    ),
    ("Giải quyết hồ sơ từ 5 đến 7 ngày", ["Less time is taken as better."]),
    (
        "Năng suất từ 1 đến 1,250 tấn/ha",
        [
            "“1,250” is read as 1,25, with a decimal comma. If 1250 is meant, write it without a comma."
        ],
    ),
    ("Trồng 5 nghìn cây/ha", ["The number is counted out in cây/ha."]),
    (
        "Tổ chức 5 lớp tập huấn cho 200 người trong 3 ngày",
        [
            "“200 người” is taken as part of the description.",
            "“trong 3 ngày” is taken as part of the description.",
        ],
    ),
    ("Đạt 95%; văn minh sạch", ["“văn minh sạch” is not read as a target of its own."]),
    ("Xếp hạng 5 toàn tỉnh, tỷ lệ hài lòng đạt 95%", ["Place 5 or better is meant."]),
    (
        "Giá trị sản xuất trên 1 ha đạt 130 triệu đồng (năm 2024 là 120 triệu đồng)",
        [
            "“trên 1 ha” is taken as part of the description.",
            "“120 triệu đồng” in brackets is left out.",
        ],
    ),
    ("Lúa 30/6/2026", ["It says neither a figure nor what is to be done."]),
]


@pytest.mark.parametrize(("phrase", "notes"), NOTES)
def test_a_note_says_what_was_taken_for_what(phrase: str, notes: list[str]) -> None:
    assert [say.text(note, "en") for note in Target.parse(phrase).notes] == notes
