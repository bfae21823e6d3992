"""What is counted, in which periods, and the small words that end a noun."""

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

COUNTED = rows("""
counted · Đạt 12 {} trong năm
    người, người bệnh, bé trai, bé gái, trẻ trai, trẻ gái, tuổi, hộ, hộ dân, hộ gia đình, hộ nghèo
    hộ kinh doanh, nhân khẩu, khẩu, lao động, học sinh, trẻ em, trẻ, cháu, em, cán bộ, công chức
    viên chức, đảng viên, đoàn viên, hội viên, thành viên, công dân, đại biểu, học viên, bệnh nhân
    thanh niên, phụ nữ, nông dân, chuyên gia, bác sĩ, bác sỹ, đối tượng, gia đình, cá nhân, cơ sở
    tổ chức, con, con gia súc, cây, cây xanh, con lợn, con trâu, con bò, đàn, gốc, giống, ha, m
    m2, m², m3, m³, km, km2, km², mét, mét vuông, mét khối, cm, héc ta, hecta, sào, công đất, kg
    tạ, tấn, yến, g, gam, lít, ml, lít nước, tấn rác, kwh, mw, kw, mb, lần, lượt, lượt người
    lượt khách, lượt hộ, lượt hồ sơ, lượt truy cập, phút, giờ, ngày, ngày làm việc, ngày công
    tuần, tháng, năm, buổi, buổi họp, kỳ, đợt, ca, giờ làm việc, giây, h, phiên, phiên họp, quý
    ngày đêm, điểm, sao, bậc, hạng, chỉ tiêu, tiêu chí, mục tiêu, nhiệm vụ, nội dung, chỉ số, nhóm
    chỉ số thành phần, hồ sơ, bộ hồ sơ, văn bản, đơn, đơn thư, vụ, vụ việc, vụ án, cuộc, cuộc họp
    trường hợp, ý kiến, phiếu, kiến nghị, thủ tục, thủ tục hành chính, tthc, dịch vụ, dịch vụ công
    quy trình, biểu mẫu, báo cáo, tài liệu, bản, bài, tin, tin bài, bài viết, sáng kiến
    sáng kiến kinh nghiệm, giải pháp, đề tài, đề án, dự án, công trình, mô hình, sản phẩm, lớp
    lớp tập huấn, lớp học, khóa, phòng học, trường, trường học, xã, phường, thôn, ấp, xóm, tổ, tdp
    tổ dân phố, khu phố, khu dân cư, khu, huyện, tỉnh, đơn vị, cơ quan, bộ phận, phòng, ban
    chi bộ, chi hội, câu lạc bộ, hợp tác xã, htx, doanh nghiệp, tổ hợp tác, trang trại, gia trại
    cửa hàng, chợ, cánh đồng, nhà, căn, căn nhà, ngôi nhà, nhà văn hóa, nhà ở, tuyến
    nhà tình nghĩa, tuyến đường, tuyến phố, tuyến đường giao thông, ngõ, ngõ phố, ngõ xóm, cầu
    cống, kênh, đường, trạm, điểm nóng, điểm trường, suất quà, suất, phần quà, giường, giường bệnh
    máy, máy tính, thiết bị, bộ, chiếc, cái, xe, phương tiện, thuê bao, tài khoản, thẻ
    giấy chứng nhận, giấy, chứng chỉ, hợp đồng, cuộc kiểm tra, cuộc thanh tra, cuộc giám sát
    hội chợ, hội thao
    cuộc đối thoại, hội nghị, hội thảo, hội thi, chuyên đề, chương trình, kế hoạch, nghị quyết
    chuyến, chốt, camera, cụm, tỷ lệ, thôn bản, thôn/bản, xóm/bản, di tích, lễ hội, giải
    huy chương, bàn thắng, giao dịch, món, sổ, cuốn, đầu sách, thửa, thửa đất, lô, hố, bể, hố rác
    thùng, thùng rác, công tơ, đồng hồ, vườn, vườn mẫu, ao, lồng, lồng bè, đầu điểm, đơn vị máu
    trẻ sơ sinh, dân, vạn dân, hồ sơ tthc, hồ sơ trực tuyến, sai sót, lỗi, vi phạm, tai nạn
    đám cháy, nguồn tin, máu, hố ga, bóng, bóng đèn, cột, cột đèn, trụ, đèn, biển, pano, áp phích
    khẩu hiệu, băng rôn, tờ rơi, clip, video, cuộc thi, phong trào, hoạt động, gương, điển hình
    tập thể, hội, hội đồng, tổ công nghệ số, điểm cầu, giao ban, yêu cầu, phản ánh, cuộc gọi
    tin nhắn, góp ý, khiếu nại, tố cáo, đơn khiếu nại, đơn tố cáo, quyết định, biên bản, khoản
    mục, hạng mục, phần mềm, hệ thống, cơ sở dữ liệu, dữ liệu, trang, website, vị trí, chức danh
    biên chế, giáo viên, thẩm phán, điều dưỡng, công nhân, nhân viên, kiểm sát viên, điều tra viên
    hội thẩm, luật sư, khách hàng, hộ hội viên, tình nguyện viên, đồng chí, đồng bào, ngày hội
    tuần lễ, con đường
""")
PERIODS = rows("""
period · Tổ chức 02 lần/{}
    năm, tháng, quý, tuần, ngày, vụ, kỳ, 6 tháng, nửa năm, buổi, giờ, nhiệm kỳ, học kỳ, năm học
""")
ENDINGS = rows("""
ending · Có 12 mô hình {} 5 xã
    được, đạt, so với, và, hoặc, của, theo, trong, trên, dưới, tại, ở, do, từ, đến, trước, sau
    cho, để, là, có, không, mỗi, với, về, bằng, bị, đã, đang, sẽ, phải, hay, như, nhằm, khi, nếu
    thì, mà, trở, lên, xuống, còn, vào, qua, ra, bởi, các, những, này, đó, nhất, tới, khoảng
    trở lên, trở xuống, đúng, hoàn thành, thực hiện, tham gia, sử dụng, đăng ký, giữ, duy trì
    đảm bảo, bảo đảm, tiếp tục, thuộc, hàng, hằng, hàng năm, hằng năm, hàng tháng, hàng quý, mới
    tối thiểu, tối đa, ít nhất, tăng, giảm, kế hoạch, dự toán, cùng kỳ, năng suất, diện tích
    sản lượng, tỷ lệ, trở đi, trong đó, luôn, chưa, vượt, cao hơn, thấp hơn
""")
"""A noun that is not known does not reach over these."""
