"""Two deeds under one percentage: two rows where each is whole, one where they are one deed."""

from __future__ import annotations

import pytest

from qms_xlsx.document.clauses import clauses


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "100 % công chức sử dụng thư công vụ và khai thác các phần mềm dùng chung",
            ["Công chức sử dụng thư công vụ", "Công chức khai thác các phần mềm dùng chung"],
        ),
        (
            "100% văn bản (trừ văn bản mật và tối mật) được ký số và luân chuyển trên mạng",
            [
                "Văn bản (trừ văn bản mật và tối mật) được ký số",
                "Văn bản (trừ văn bản mật và tối mật) được luân chuyển trên mạng",
            ],
        ),
        (
            "100% thủ tục được niêm yết công khai, minh bạch và thực hiện rút ngắn thời gian",
            ["Thủ tục được niêm yết công khai, minh bạch", "Thực hiện rút ngắn thời gian"],
        ),
        (
            "100% thôn có nhà văn hóa và tổ chức sinh hoạt hằng tháng",
            ["Thôn có nhà văn hóa", "Thôn tổ chức sinh hoạt hằng tháng"],
        ),
    ],
)
def test_two_whole_deeds_of_all_are_two_rows(sentence: str, names: list[str]) -> None:
    assert [clause.name for clause in clauses(sentence)] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "100% nhiệm vụ được theo dõi và đôn đốc thực hiện",
        "100% dịch vụ công được cung cấp và tích hợp công khai trên Cổng Dịch vụ công quốc gia",
        "100% bộ phận xây dựng, áp dụng, duy trì và cải tiến có hiệu quả hệ thống",
        "100% hồ sơ được trả đúng hạn và trước hạn",
        "100% trường có kế hoạch kiểm tra nội bộ và đánh giá chất lượng",
        "100% cán bộ sử dụng phần mềm quản lý văn bản và điều hành",
        "Bồi dưỡng kỹ năng và xây dựng kế hoạch cho 100% cán bộ",
        "100% hồ sơ được tiếp nhận và trả kết quả tại Bộ phận Một cửa",
    ],
)
def test_one_deed_in_two_words_is_one_row(sentence: str) -> None:
    (clause,) = clauses(sentence)
    assert not any(note.doubtful for note in clause.notes)


def test_below_the_whole_two_deeds_stay_one_row_and_are_asked_about() -> None:
    (clause,) = clauses("95% công chức sử dụng thư công vụ và khai thác phần mềm dùng chung")
    assert clause.goal.value == 95
    assert [note.doubtful for note in clause.notes] == [True]
