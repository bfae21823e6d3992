"""Words that tell what a row states in per cent: a part of cases, of what stands, of a plan.

Of phrases that begin at one place the longest counts: one of class "nothing" hides a shorter one.
"""

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

SHARES = rows("""
rate · {} dân cư : 90 %
    tỷ lệ, tỉ lệ, tỷ trọng, tỉ trọng, tỷ suất, tỉ suất, mức độ, tốc độ, chỉ số
rate · {} : 90 %
    độ che phủ, cơ cấu, mức giảm, mức tăng, công suất sử dụng, độ bao phủ
case · 100 % {}
    hồ sơ, bộ hồ sơ, văn bản, văn bản đến, văn bản đi, tài liệu, báo cáo, công văn, việc
    số việc, đơn, đơn thư, khiếu nại, tố cáo, kiến nghị, phản ánh, ý kiến, ý kiến chỉ đạo
    yêu cầu, phiếu, vụ, vụ việc, vụ án, án, tin báo, tố giác, tin báo tố giác, bị can
    phiên tòa, nhiệm vụ, công việc, nhiệm vụ trọng tâm, chỉ đạo, kết luận, nghị quyết
    quyết định, cuộc họp, cuộc gọi, cuộc, lượt, ca, ca bệnh, bệnh án, mẫu, xét nghiệm
    đơn thuốc, giao dịch, hợp đồng, hóa đơn, tờ khai, chứng từ, gói thầu, lô hàng, sản phẩm
    sự cố, trường hợp, trường hợp vi phạm, vi phạm, câu hỏi, thông tin, tin bài, bài viết
    giải quyết thủ tục hành chính, kết quả giải quyết, kết quả, thư mời, giấy mời, đề nghị
    thủ tục hành chính giải quyết, tthc giải quyết, chương trình, đề án, nội dung, tội phạm
    trọng án, án hình sự, tang vật, lệnh, người bệnh, bệnh nhân, lượt khám, ca mổ, rác thải
    chất thải, nước thải, rác, chất thải rắn, trứng, hàng hóa, chất thải y tế, dự án
    công trình, hạng mục, dự thảo, đề tài, chỉ tiêu, cuộc kiểm tra, kiểm tra, đơn hàng
    khách hàng đến, người nộp, ngày làm việc, tiết dạy, giờ dạy, giáo án
    nhiễm khuẩn vết mổ, tai biến sản khoa, biến chứng sau mổ, tái nhập viện, mổ lấy thai
    ca phẫu thuật, tử vong tại viện, ca đẻ, phế phẩm, sản phẩm lỗi, bản án
    điểm không phù hợp, sự không phù hợp, lỗi không phù hợp, khuyến nghị, khuyến cáo
group · 100 % {}
    cán bộ, công chức, cán bộ công chức, cbcc, cbccvc, viên chức, người lao động, giáo viên
    nhân viên, cán bộ quản lý, lãnh đạo, trưởng phòng, bác sĩ, điều dưỡng, đảng viên
    đoàn viên, hội viên, chi bộ, chi hội, tổ chức đảng, chi đoàn, đại biểu, cán bộ chiến sĩ
    học sinh, học viên, sinh viên, trẻ, trẻ em, trẻ 5 tuổi, cháu, phụ nữ, phụ nữ mang thai
    người cao tuổi, người khuyết tật, người có công, thanh niên, đối tượng, nông dân, hộ
    hộ dân, hộ gia đình, gia đình, hộ kinh doanh, người dân, học sinh bỏ học, trẻ bỏ học
    công dân, người, lao động, nạn nhân, chủ phương tiện, người sử dụng, thôn, bản, ấp, xóm
    xã, phường, huyện, tổ dân phố, tdp, khu dân cư, khu phố, khóm, trường, trường học, lớp
    trạm y tế, cơ sở, cơ sở giáo dục, doanh nghiệp, hợp tác xã, tổ chức, cá nhân, cơ quan
    đơn vị, đơn vị trực thuộc, sở ngành, cơ quan hành chính, hội đồng, cơ sở y tế, chợ
    tuyến đường, đàn gia súc, gia súc, gia cầm, đàn gia cầm, đàn lợn, vật nuôi, di tích, tàu cá
    thủ tục hành chính, tthc, thủ tục, dịch vụ công, dịch vụ công trực tuyến, dvc, quân số
    dân quân, quy trình, máy tính, thiết bị, phương tiện, tài sản, hệ thống thông tin
    phần mềm, nhà ở, nhà, thửa đất, tài khoản, cơ sở dữ liệu, vị trí việc làm, nhà văn hóa
    giường, tài liệu và hồ sơ, kiểm soát tài liệu, trang thiết bị, camera, điểm
    cơ sở kinh doanh, tổ công nghệ số, tổ công nghệ số cộng đồng, tổ hòa giải, tổ dân vận
    tổ hợp tác, câu lạc bộ, tổ tự quản, ban công tác mặt trận, tổ liên gia, tổ
extent · 100 % {}
    dân số, dân cư, nhân dân, đường, đường giao thông, kênh mương, diện tích, rừng, cây trồng, đất
office · 100 % {} áp dụng
    bộ phận, các bộ phận, [các] phòng [,] ban, các phòng, phòng chuyên môn
    bộ phận chuyên môn, các bộ phận chuyên môn, [các] khoa [,] phòng, các khoa, tổ chuyên môn
outcome · Kết quả {} 98 %
    đúng hạn, trước hạn, sớm hạn, trễ hạn, quá hạn, đúng thời hạn, đúng hẹn, kịp thời
outcome · {} đạt 98 %
    được giải quyết, được xử lý, được trả lời, được tiếp nhận, giải quyết, xử lý, trả lời
    hòa giải thành, giải quyết xong, thi hành xong, điều tra khám phá, khám phá, thu hồi
    được ký số, ký số, trên môi trường mạng, trực tuyến, được số hóa, số hóa, bị trả lại
    bị sai sót, có sai sót, sai sót, đúng quy định, đúng quy trình, đúng trình tự, thu gom
    được thu gom, phân loại, tái chế, phê duyệt, bị hủy, bị sửa, khỏi bệnh
survey · {} đạt 90 %
    hài lòng, sự hài lòng, mức độ hài lòng, đồng thuận, tín nhiệm, đồng tình, nhận thức
condition · {} đạt 90 %
    che phủ, che phủ rừng, độ che phủ rừng, bao phủ, bao phủ bảo hiểm y tế, đô thị hóa
condition · Tỷ lệ {} 2 %
    hộ nghèo, hộ cận nghèo, hộ khá, hộ giàu, hộ trung bình, hộ thoát nghèo, hộ tái nghèo
    nghèo, nghèo đa chiều, cận nghèo, thất nghiệp, thiếu việc làm
    sinh con thứ 3, sinh con thứ ba, mức sinh, tử vong, chết, tăng dân số, dân số tự nhiên
    phát triển dân số, suy dinh dưỡng, thấp còi, tảo hôn, bỏ học, qua đào tạo, có việc làm
    lao động qua đào tạo, tham gia bhyt, bảo hiểm y tế, bhyt, bhxh, bảo hiểm xã hội, bhtn
    nước sạch, nước hợp vệ sinh, hợp vệ sinh, internet, tăng thu, tăng thu ngân sách
    rút ngắn, rút ngắn thời gian, cắt giảm, nợ thuế, nợ quá hạn, nợ đọng, nợ đọng thuế, dư nợ
    thâm hụt, tồn kho, lấp đầy, công suất, thất thoát nước, thất thoát, tăng trưởng
    tốc độ tăng, gini, lạm phát, giới tính khi sinh, mắc bệnh, nhiễm, sử dụng điện
    điện thoại thông minh, kinh tế số, nông nghiệp, công nghiệp, dịch vụ, thương mại
    nông lâm thủy sản, cơ giới hóa, nợ xấu, chuyên cần
planned · đạt 105 % {}
    kế hoạch, kế hoạch giao, kế hoạch được giao, kế hoạch năm, kế hoạch đề ra, kh
    kế hoạch vốn, kế hoạch vốn được giao, vốn được giao, kế hoạch tỉnh giao, dự toán
    dự toán giao, dự toán được giao, dự toán tỉnh giao, dự toán hđnd giao, chỉ tiêu giao
    chỉ tiêu được giao, chỉ tiêu kế hoạch, chỉ tiêu pháp lệnh, chỉ tiêu trên giao
    chỉ tiêu cấp trên giao, chỉ tiêu tỉnh giao, chỉ tiêu huyện giao, số được giao
    mức được giao, so với kế hoạch, so với dự toán, so kế hoạch, so dự toán, so với kh
    so với chỉ tiêu
planned · {} đạt 95 %
    giải ngân, giải ngân vốn, giải ngân vốn đầu tư công, giải ngân vốn đầu tư
award · 90 % người đạt {}
    danh hiệu, lao động tiên tiến, chiến sĩ thi đua, gia đình văn hóa, thôn văn hóa
award · 90 % người {}
    xếp loại, hoàn thành tốt nhiệm vụ, hoàn thành nhiệm vụ, hoàn thành xuất sắc nhiệm vụ
    tốt nghiệp, lên lớp, học sinh giỏi, hoàn thành chương trình, hạnh kiểm tốt
award · 90 % nơi đạt {}
    khu dân cư văn hóa, tổ dân phố văn hóa, cơ quan văn hóa, đơn vị văn hóa
award · 90 % nơi {}
    học lực, rèn luyện, giáo viên giỏi, dạy giỏi, đạt chuẩn, đạt chuẩn quốc gia
    trong sạch vững mạnh
gathered · 50 % người {}
    được bồi dưỡng, được đào tạo, được tập huấn, tham gia đào tạo, tham gia tập huấn
    được khám, khám sức khỏe, được khám sức khỏe, tiêm chủng đầy đủ, được tiêm, tiêm phòng
    hoàn thành, được hoàn thành, được học tập, quán triệt, học tập, được quán triệt
    tham gia bồi dưỡng
gathered · 50 % nơi {}
    được kiểm tra, được thanh tra, được giám sát, được chỉnh trang, được cứng hóa
nothing · 100 % {}
    mức độ 3, mức độ 4, mức độ 3 và 4, mức độ 3 trở lên, cơ quan có thẩm quyền
    cung cấp trực tuyến, dịch vụ trực tuyến, thanh toán trực tuyến, trường hợp đặc thù
nothing · 100 % {} năm
    theo kế hoạch, đúng kế hoạch, trong kế hoạch, theo chỉ tiêu, theo đúng kế hoạch
    theo kế hoạch đề ra, theo kế hoạch được giao, trên tổng số, ban nhân dân, ủy ban nhân dân
    ban chỉ đạo, phòng chống, phòng ngừa, phòng cháy, đúng tiến độ kế hoạch
    giường kế hoạch, có trong kế hoạch, các kế hoạch, ban hành kế hoạch
""")
"""By class: `domain.meaning.signs.Sign` says what each tells."""

KEPT = rows("""
held · Cơ quan {} nền nếp
    duy trì, giữ vững, thường xuyên, tuân thủ, chấp hành, liên tục, luôn, bảo đảm, đảm bảo
    thực hiện đúng, thực hiện nghiêm, nghiêm túc, kịp thời, ổn định, giữ gìn, đúng quy định
    hàng tháng, hằng tháng, hàng quý, hằng quý, hàng tuần, hằng tuần, hàng ngày, hằng ngày
    định kỳ, không để, không có, giữ nguyên, mọi lúc, quanh năm, xuyên suốt
    tiếp tục áp dụng
""")
"""What is asked all year round."""
