"""Which sentences without a figure ask for an outcome, and which for work that never ends."""

from __future__ import annotations

import pytest

from qms_xlsx.document.aims import only_strives
from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood

_AIM = "a general aim without a level"


def read(text: str) -> Decision:
    return understood(Document(text_blocks(f"MỤC TIÊU CHẤT LƯỢNG NĂM 2026\n\n{text}")))


def aims(decision: Decision) -> list[str]:
    return [left.quote for left in decision.left_out if left.reason.id == _AIM]


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành số hóa toàn bộ sổ hộ tịch lịch sử",
        "Ban hành Kế hoạch đào tạo năm 2026 trước ngày 31/01",
        "Được công nhận phường chuẩn đô thị văn minh",
        "Trường giữ vững danh hiệu trường chuẩn quốc gia",
        "Tiếp tục duy trì Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
        "Duy trì hiệu lực của giấy chứng nhận ISO 9001:2015",
        "Tiếp tục việc áp dụng, duy trì, cải tiến thường xuyên Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015",
        "Xã đạt chuẩn tiếp cận pháp luật",
        "Đưa nhà văn hóa thôn 5 vào sử dụng",
        "Khánh thành trạm y tế mới",
        "Thành lập tổ công nghệ số cộng đồng ở các thôn",
        "Xây dựng và ban hành quy chế phối hợp với công an",
        "Trung tâm được cấp giấy phép hoạt động",
        "Tổ chức hội thi cải cách hành chính",
        "Bệnh viện triển khai bệnh án điện tử trước ngày 30/9",
        "Công bố Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
        "Cơ quan đạt tiêu chuẩn an toàn về an ninh trật tự",
        "Quy trình nội bộ được cập nhật khi văn bản thay đổi",
        "Sửa đổi, bổ sung Quy chế làm việc của Ủy ban",
        "Phê duyệt quy hoạch chung của xã",
        "Xây dựng trụ sở công an xã",
        "Nghiệm thu đề tài khoa học cấp cơ sở",
        "Thư viện đạt chuẩn theo Thông tư số 16/2022/TT-BGDĐT",
        "Triển khai phòng họp không giấy tại Ủy ban",
        "Hoàn thành việc sắp xếp, bố trí lại trụ sở làm việc",
        "Lắp đặt camera an ninh tại các khu phố",
        "Chấm dứt hợp đồng với nhà thầu chậm tiến độ",
        "Duy trì trường đạt kiểm định chất lượng giáo dục Cấp độ 2",
        "Nâng cao chất lượng dạy học, giữ vững danh hiệu trường tiên tiến",
        "Phấn đấu xã được công nhận xã nông thôn mới nâng cao",
        "Công đoàn cơ sở được tặng bằng khen",
        "Duy trì, cải tiến hệ thống quản lý chất lượng",
        "Xây dựng đề án vị trí việc làm của cơ quan",
        "Khởi công xây dựng cầu thôn Đoài",
        "Trạm y tế tiếp tục giữ vững bộ tiêu chí quốc gia về y tế",
        "Hoàn thành triển khai phần mềm quản lý kho",
        "Đảng bộ được công nhận trong sạch",
        "Duy trì chứng chỉ công nhận phòng thử nghiệm theo ISO/IEC 17025",
        "Hoàn thiện và đưa vào vận hành trung tâm điều hành thông minh",
        "Ủy ban nhân dân xã được tặng Cờ thi đua của tỉnh",
        "Giữ vững danh hiệu đơn vị văn hóa",
        "Bảo đảm không có cán bộ vi phạm kỷ luật",
        "Xã hoàn thành phổ cập giáo dục",
        "Tổ chức Đại hội Công đoàn cơ sở",
        "Hoàn thành kê khai tài sản, thu nhập theo quy định",
        "Duy trì công nhận phòng xét nghiệm theo ISO 15189",
        "Xây dựng cơ sở dữ liệu đất đai của phường",
        "Thành lập hội đồng trường",
        "Trụ sở Ủy ban đạt tiêu chuẩn cơ quan văn hóa",
        "Chấm dứt tình trạng họp muộn",
        "Nhà trường được công nhận đạt chuẩn quốc gia",
        "Tổ chức tổng kết mô hình một cửa trong tháng 11",
        "Ra mắt trang thông tin điện tử của xã",
        "Bệnh viện giữ vững chất lượng theo bộ tiêu chí, được công nhận an toàn",
        "Sửa chữa xong đường vào trường",
        "Các khoa có kế hoạch cải tiến được phê duyệt",
        "Trình cấp có thẩm quyền phê duyệt đề án vị trí việc làm",
        "Đơn vị không có nợ đọng văn bản",
        "Hệ thống quản lý chất lượng được chứng nhận lại",
        "Phường đạt chuẩn đô thị văn minh",
        "Áp dụng Hệ thống quản lý chất lượng tại tất cả các phòng",
    ],
)
def test_what_is_reached_one_day_or_not_is_an_outcome(text: str) -> None:
    assert not only_strives(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tăng cường tuyên truyền, hướng dẫn người dân sử dụng dịch vụ công trực tuyến",
        "Xây dựng đội ngũ cán bộ, công chức có tinh thần trách nhiệm, thân thiện với nhân dân",
        "Tiếp tục rà soát, đề xuất đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý",
        "Thường xuyên giáo dục y đức, quy tắc ứng xử cho viên chức",
        "Đổi mới lề lối làm việc, tăng cường kỷ luật, kỷ cương hành chính",
        "Nâng cao văn hóa công sở, xây dựng hình ảnh người công chức thân thiện",
        "Chú trọng công tác đào tạo, bồi dưỡng công chức trẻ",
        "Phát huy dân chủ trong cơ quan",
        "Thực hiện tốt quy chế dân chủ ở cơ sở",
        "Thực hiện nghiêm kỷ luật, kỷ cương hành chính",
        "Quan tâm chăm lo đời sống người lao động",
        "Đẩy mạnh học tập và làm theo tư tưởng Hồ Chí Minh",
        "Bảo đảm an ninh, trật tự trên địa bàn",
        "Giữ vững ổn định chính trị, trật tự an toàn xã hội",
        "Giữ vững niềm tin của cha mẹ trẻ và cộng đồng",
        "Tạo môi trường làm việc thân thiện, hiện đại",
        "Phối hợp chặt chẽ với Mặt trận Tổ quốc và các đoàn thể",
        "Cải thiện chất lượng dịch vụ công",
        "Hoàn thiện thể chế, chính sách của ngành",
        "Cải cách mạnh mẽ thủ tục hành chính",
        "Tạo thuận lợi cho người dân, doanh nghiệp",
        "Làm tốt công tác tiếp công dân",
        "Ứng dụng công nghệ thông tin trong quản lý, điều hành",
        "Khuyến khích sáng kiến, cải tiến kỹ thuật",
        "Chủ động phòng, chống thiên tai",
        "Từng bước hiện đại hóa công sở",
        "Rà soát, cập nhật thường xuyên các quy trình",
        "Xây dựng cơ quan văn minh, hiện đại",
        "Kịp thời giải quyết kiến nghị của cử tri",
        "Cán bộ, công chức chấp hành nghiêm nội quy cơ quan",
        "Đảm bảo công khai, minh bạch trong giải quyết công việc",
        "Bồi dưỡng kỹ năng số cho công chức",
        "Phát triển kinh tế nhanh, bền vững",
        "Duy trì nề nếp làm việc",
        "Duy trì môi trường xanh, sạch, đẹp",
        "Triển khai hiệu quả các giải pháp chuyển đổi số",
        "Kiểm tra, đôn đốc việc thực hiện nhiệm vụ được giao",
        "Tăng cường tuyên truyền, kiểm tra điều kiện kinh doanh vận tải, kiên quyết xử lý vi phạm về tải trọng phương tiện",
        "Phấn đấu nâng cao chất lượng phục vụ để người dân được hài lòng",
        "Đẩy mạnh áp dụng hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
        "Tiếp tục hoàn thiện cơ sở vật chất phục vụ dạy học",
        "Huy động các nguồn lực đầu tư cho giáo dục",
        "Xây dựng nền hành chính dân chủ, hiện đại, chuyên nghiệp",
        "Tổ chức tốt phong trào thi đua yêu nước",
        "Không ngừng cải tiến hệ thống quản lý chất lượng",
        "Lãnh đạo, chỉ đạo quyết liệt công tác thu ngân sách",
        "Mở rộng hợp tác với các trường đại học",
        "Giữ gìn đoàn kết nội bộ",
        "Xây dựng tập thể đoàn kết, vững mạnh",
        "Tiếp tục thực hiện tốt quy tắc ứng xử",
        "Tạo chuyển biến mạnh mẽ trong cải cách hành chính",
        "Bảo đảm vệ sinh môi trường, cảnh quan cơ quan",
        "Thực hiện văn hóa công sở, giao tiếp lịch sự với người dân",
        "Đẩy mạnh công tác dân vận chính quyền",
        "Bảo vệ môi trường, phòng chống dịch bệnh",
        "Xây dựng môi trường giáo dục an toàn, lành mạnh",
        "Giải quyết kịp thời vướng mắc của doanh nghiệp",
        "Củng cố tổ chức bộ máy, sắp xếp cán bộ phù hợp",
        "Nâng cao trách nhiệm giải trình",
        "Duy trì tốt mối quan hệ với các đơn vị",
        "Chăm lo đời sống vật chất, tinh thần cho người lao động",
        "Tham mưu kịp thời, đúng quy định",
        "Nhân rộng các mô hình hay",
        "Cải tiến lề lối làm việc theo hướng khoa học",
        "Sử dụng tiết kiệm, hiệu quả ngân sách",
        "Đổi mới phương pháp dạy học, lấy học sinh làm trung tâm",
        "Gắn kết đào tạo với doanh nghiệp",
        "Thúc đẩy chuyển đổi số trong các lĩnh vực",
        "Phấn đấu không ngừng nâng cao trình độ ngoại ngữ",
        "Chỉ đạo quyết liệt việc giải phóng mặt bằng",
        "Bồi dưỡng học sinh giỏi, phụ đạo học sinh yếu",
    ],
)
def test_work_that_never_ends_only_strives(text: str) -> None:
    assert only_strives(text)


_ITEM = "{} Mức độ hài lòng đạt trên 92%; không để phản ánh trả lời quá hạn. {}\n"


@pytest.mark.parametrize("marker", ["1.", "-"])
def test_how_a_level_is_reached_behind_it_is_listed(marker: str) -> None:
    how = "Tiếp tục rà soát, đơn giản hóa thủ tục hành chính."
    decision = read(_ITEM.format(marker, how))
    assert [item.value for item in decision.items if item.target] == [92, 0]
    assert aims(decision) == [how]


@pytest.mark.parametrize(
    "outcome",
    [
        "Nghiệm thu đề tài khoa học cấp cơ sở",
        "Chấm dứt hợp đồng với nhà thầu chậm tiến độ",
        "Trung tâm được cấp giấy phép hoạt động",
        "Sửa chữa xong đường vào trường",
    ],
)
def test_an_outcome_among_levels_is_an_objective(outcome: str) -> None:
    decision = read(f"1. Hồ sơ đúng hạn: 98%.\n2. Hài lòng: trên 90%.\n3. {outcome}.\n")
    assert [item.number for item in decision.items] == ["1", "2", "3"]


def test_an_outcome_behind_a_level_stays() -> None:
    decision = read(_ITEM.format("1.", "Ban hành quy chế tiếp công dân."))
    assert len([item for item in decision.items if item.target]) == 3


def test_an_item_that_mostly_promises_was_decided_whole() -> None:
    decision = read(
        "1. Tuân thủ quy định của hệ thống; kiểm soát 100% tài liệu. Đẩy mạnh ứng dụng công nghệ.\n"
        "2. Hồ sơ đúng hạn: 98%.\n"
    )
    assert aims(decision) == []


def test_an_aim_beside_one_level_is_listed_where_the_document_sets_levels() -> None:
    decision = read(
        "1. Hành chính\na) Hồ sơ đúng hạn: 98%;\nb) Hồ sơ trực tuyến: 80%.\n"
        "2. Đội ngũ\na) 100% công chức được bồi dưỡng;\nb) Xây dựng đội ngũ thân thiện.\n"
    )
    assert aims(decision) == ["Xây dựng đội ngũ thân thiện."]


_TABLE = """TT	Mục tiêu	ĐVT	Chỉ tiêu năm 2026	Chủ trì
1	Hồ sơ đúng hạn	%	98	Văn phòng
2	Hài lòng của người dân	%	90	Văn phòng
3	{}
"""


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("Đổi mới lề lối làm việc		Thường xuyên	Văn phòng", False),
        ("Công tác dân vận		Thực hiện tốt	Văn phòng", False),
        ("Đẩy mạnh chuyển đổi số		-	Văn phòng", False),
        ("Duy trì hệ thống quản lý chất lượng		Thường xuyên	Văn phòng", True),
        ("Quy trình nội bộ được cập nhật		Đạt	Văn phòng", True),
        ("Trường học hạnh phúc	Mức	Đạt	Văn phòng", True),
        ("Nâng cao chất lượng phục vụ		Tốt	Văn phòng", True),
    ],
)
def test_a_time_or_nothing_for_a_level_makes_a_row_an_aim(row: str, *, kept: bool) -> None:
    decision = read(_TABLE.format(row))
    assert len(decision.items) == 2 + kept
    assert len(aims(decision)) == 1 - kept


def test_an_aim_among_a_plan_s_objectives_is_listed_and_its_measure_stays() -> None:
    decision = read("""TT	Mục tiêu chất lượng	Biện pháp	Chủ trì	Thời hạn
1	98% hồ sơ được giải quyết đúng hạn	Theo dõi phần mềm	Văn phòng	Hằng ngày
2	Thu ngân sách đạt 118 tỷ đồng	Rà soát nguồn thu	Phòng Kinh tế	Hằng tháng
3	Nâng cao văn hóa công sở	Quán triệt quy tắc ứng xử	Văn phòng	Hằng quý
""")
    assert [item.number for item in decision.items] == ["1", "2"]
    assert aims(decision) == ["Nâng cao văn hóa công sở"]
    assert [(one.measure, one.objectives) for one in decision.plan][-1] == (
        "Quán triệt quy tắc ứng xử", (),
    )  # fmt: skip
