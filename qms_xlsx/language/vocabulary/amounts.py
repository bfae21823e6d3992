"""Words that tell what a row counts or measures: whether it adds up or stands at a moment.

Of phrases that begin at one place the longest counts: one of class "nothing" hides a shorter one.
"""

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

AMOUNTS = rows("""
new · Số hội viên {}
    mới, tăng thêm, thêm, mới được, bổ sung thêm, nữa
new · Số lượng {}
    phát triển mới, thành lập mới, kết nạp mới, trồng mới, xây mới, làm mới, cấp mới
    đăng ký mới, mắc mới, tuyển mới, khai trương mới, mở mới, tạo mới, công nhận mới
new · Số lợn {}
    phát sinh, phát sinh mới, xuất chuồng, xuất bán, xuất khẩu, giết mổ, xuất xưởng
new · Số hộ {}
    thoát nghèo, thoát cận nghèo, vươn lên thoát nghèo, ra khỏi danh sách
nothing · {} 5
    toàn trình, quy trình, công trình, chương trình, quá trình, lộ trình, hành trình
    công lập, ngoài công lập, dân lập, độc lập, hội nhập, cấp thiết, khẩn cấp, phân cấp
    việc làm, làm việc, làm chủ, nhân tạo, sáng tạo, tái tạo, trao đổi, trực tiếp, gián tiếp
    tiếp tục, tiếp cận, liên tiếp, chi tiết, bán trú, bán kính, thu nhập thấp, thứ cấp
    chi bộ, chi cục, chi nhánh, chi đoàn, chi phí, thu hút sự quan tâm
    thu hoạch đúng thời vụ, cấp huyện, cấp xã, cấp tỉnh, cấp ủy, cấp cơ sở, các cấp, cao cấp
    sơ cấp, trung cấp, cấp học, cấp trên, cấp trưởng, thực hiện, tổ chức chính trị
    tổ chức kinh tế, tổ chức tôn giáo, tổ chức đảng, tổ chức cơ sở đảng, tổ chức xã hội
    tổ chức hội, tổ chức [,] cá nhân, các tổ chức, tổ chức tín dụng, tổ chức đoàn thể
    tổ chức công đoàn, mở rộng, mở cửa, xử lý nước, khu vực xử lý, trồng trọt, nuôi trồng
    cây trồng, vật nuôi, nhiệm vụ, dịch vụ, nghiệp vụ, vụ mùa, vụ đông, vụ xuân, cả vụ
    bình quân chung, trung bình chung, trung bình khá, xếp loại trung bình
    xây dựng nông thôn mới, xây dựng ntm, xây dựng đảng, xây dựng chính quyền, xây dựng cơ bản
nothing · Số xã {}
    nông thôn mới, đô thị mới, kinh tế mới, đổi mới, mới nhất, lớp mới, kiểu mới
nothing · Số bộ phận {}
    cơ quan có thẩm quyền, có thẩm quyền, có liên quan, có hiệu quả, có thời hạn
held · Số HTX {}
    hiện có, đang hoạt động, còn hoạt động, đang quản lý, đang nuôi, đang có, đến cuối năm
    tính đến cuối năm, đến hết năm, đến cuối kỳ, cuối kỳ, cuối năm, tại thời điểm
    đang có mặt, đến thời điểm báo cáo, đến 31/12, đến ngày 31/12
held · {} 12 câu lạc bộ
    duy trì, giữ vững, giữ ổn định, ổn định, giữ nguyên, tiếp tục giữ
event · Số {}
    lần, lượt, lượt người, lượt khách, lượt hộ, lượt truy cập, lượt tiếp cận, cuộc, buổi
    phiên, phiên họp, phiên tòa, kỳ họp, đợt, hội nghị, hội thảo, hội thi, hội diễn, ca mắc
    hội chợ, hội thao, hội trại, hội xuân, hội báo, hội giảng, tuần lễ, ngày hội, triển lãm
    cuộc họp, cuộc thi, cuộc kiểm tra, cuộc thanh tra, cuộc giám sát, buổi họp, lễ hội
    lớp tập huấn, lớp bồi dưỡng, lớp học nghề, lớp đào tạo, lớp huấn luyện, lớp dạy nghề, tin
    bài, tin bài, bài viết, bài báo, tờ rơi, bản tin, chuyên mục, phóng sự, hồ sơ, văn bản
    báo cáo, nghị quyết, quyết định, kế hoạch, đơn thư, đơn, kiến nghị, vụ, vụ việc, vụ án
    vụ tai nạn, vụ cháy, ca, ca bệnh, ca tử vong, trường hợp vi phạm, vụ vi phạm
    vụ phạm pháp, vụ phạm tội, vụ trộm cắp, vụ bạo lực, sự cố, cháy nổ, tai nạn giao thông
    tai nạn lao động, tai nạn, ngộ độc thực phẩm, tội phạm, vi phạm, khiếu nại, tố cáo
    tảo hôn, trường hợp tảo hôn, hôn nhân cận huyết, cặp tảo hôn, sinh con thứ 3
    sinh con thứ ba, bạo lực gia đình, xâm hại trẻ em, tai biến, tai biến y khoa
    khiếu kiện, sai sót, lỗi, lỗi vi phạm, tử vong, phản ánh, sáng kiến
    sáng kiến kinh nghiệm, đề tài, sáng kiến cải tiến, giải pháp sáng tạo, cải tiến
    cải tiến chất lượng, giải pháp, giải, giải cấp tỉnh, giải cấp huyện, lượt tập huấn
    chuyến, chuyến thăm, đoàn ra, đoàn kiểm tra, chuyên đề, ngày công, đơn vị máu, suất quà
    phần quà, suất học bổng, học bổng, thẻ bảo hiểm cấp phát, huy chương, giải thưởng
    bằng khen, giấy khen, tiết dạy, tiết học, giờ giảng, ca trực, mẫu, mẫu xét nghiệm
    ca phẫu thuật, ca mổ, ca đẻ, lượt khám, liều, chữ ký số cấp phát, tờ khai, giao dịch
    biên bản, phiếu khảo sát, phiếu
event · 500 {}
    hóa đơn, số hóa đơn
making · {} cho 450 người
    tạo việc làm, giải quyết việc làm, tạo, giải quyết, xử lý, giới thiệu việc làm
making · {} cho 300 hộ
    cấp, cấp giấy, cấp đổi, cấp phát, cấp phép, trao, trao tặng, tặng, phát
making · {} 05 hoạt động
    tổ chức, mở, khai giảng, tiến hành, triển khai, phát động, tổ chức hội chợ
    tổ chức hội nghị, tổ chức hội thảo, tổ chức hội thi, tổ chức hội thao, tổ chức hội diễn
    tổ chức hội trại, tổ chức hội xuân, tổ chức hội báo, tổ chức hội giảng
making · {} 02 tuyến đường
    xây dựng, xây, làm, lắp đặt, sửa chữa, nâng cấp, cải tạo, cứng hóa, bê tông hóa
    xd, sc, gpmb, btxm, gqvl, xklđ, gq việc làm
making · {} 03 km
    thảm nhựa, mở rộng đường, chỉnh trang, kiên cố hóa, kéo, đầu tư, đầu tư xây dựng, trang bị
making · {} 10 nhà tạm
    xóa, xóa nhà tạm, xóa bỏ, tháo dỡ, di dời, giải tỏa, giải phóng mặt bằng
making · {} 40 ha
    trồng, gieo trồng, gieo cấy, trồng rừng, cải tạo vườn, dồn điền
making · {} 500 tấn
    đánh bắt
making · {} 10 đồng chí
    kết nạp, tuyển, tuyển dụng, tuyển quân, giao quân, tuyển sinh, nhập ngũ
    phát triển đảng viên, phát triển đoàn viên, phát triển hội viên
making · {} 200 suất
    quyên góp, ủng hộ, đóng góp, quyên góp ủng hộ, tham gia tập huấn, tham dự
    tham gia hội thi, tham gia cuộc thi, hiến đất, kích hoạt, huy động vốn đầu tư
    huy động vốn đầu tư phát triển
making · {} 3 tỷ đồng
    thu, thu nộp, nộp, truy thu, thu hồi, thu phạt, xử phạt, phạt, kê khai, hoàn thuế, chi
    giải ngân, cho vay, hỗ trợ, chi trả, trợ cấp, thanh toán, trích, phân bổ, bố trí
making · {} 120 người
    tập huấn, bồi dưỡng, dạy nghề, truyền nghề, đào tạo nghề, cử
making · {} 50 nội dung
    tuyên truyền, phổ biến, vận động thực hiện, đăng tải, đăng, viết, phát sóng, đưa tin
making · {} 12 cơ sở
    thanh tra, rà soát, phúc tra, hậu kiểm
making · {} 3.000 người
    tiếp nhận, tiếp, tiếp đón, đón, trợ giúp, trợ giúp pháp lý
making · {} 300 người
    khám, tiêm, tiêm phòng, tiêm chủng, sàng lọc, phẫu thuật, xét nghiệm
making · {} 20 đối tượng
    điều tra, khởi tố, bắt, bắt giữ, triệt phá, truy tố, xét xử, thụ lý, thi hành, hòa giải
making · {} 20 đề án
    ban hành, tham mưu, trình, thẩm định, phê duyệt, góp ý, soạn thảo, lập, đo đạc
making · {} 3.000 trang
    số hóa, chuyển đổi, cập nhật, nhập, chỉnh lý, lưu trữ, sưu tầm, biên soạn, in ấn, xuất bản
making · {} 02 tổ
    thành lập, ra mắt, nhân rộng, hình thành, khởi công, khánh thành, bàn giao, nghiệm thu
making · {} 50 hộ
    chuyển giao, lắp, đấu nối, hiến, hiến máu, thăm, thăm hỏi
making · {} 12 tác phẩm
    chiếu phim, phát hành, sáng tác, tham gia thi, đạt giải
making · {} 30 lao động
    bố trí tái định cư, đưa đi, xuất cảnh, đi xuất khẩu lao động, xuất khẩu lao động
making · {} 12 km
    bảo dưỡng, nạo vét, khơi thông, vệ sinh, dọn, phát quang, làm sạch, khắc phục
making · {} 15 người
    cai nghiện, cảm hóa, ký kết
making · {} 15 nội dung
    công bố, trả kết quả, giải đáp, trả lời, đối thoại, tiếp công dân, tiếp xúc cử tri
making · {} 5 đồ án
    hoàn thành hồ sơ, hoàn thành xây dựng, hoàn thành lắp đặt, quy hoạch, cắm mốc, lập mới
doing · {} 500 tấn
    khai thác, sản xuất, chế biến, tiêu thụ, thu hoạch, thu mua, bán, kinh doanh
doing · {} 12 cơ sở
    kiểm tra, giám sát, tuần tra, kiểm toán, đánh giá, khảo sát, tư vấn
doing · {} 12 người
    giáo dục, đào tạo, huấn luyện, điều trị, chữa, biểu diễn, trưng bày
open · {} 900 tỷ đồng
    huy động vốn, số vốn huy động, huy động tiền gửi, huy động trẻ, huy động học sinh
    huy động trẻ em
open · {} 300 con
    phát triển, chăm sóc, khoanh nuôi, bảo vệ, nuôi, nuôi dưỡng, phụng dưỡng, phục vụ
open · {} 2.000 hộ
    cung cấp, cung ứng, thu gom, cấp nước, tưới, chiếu sáng, duy tu
open · Số cơ sở {} 12
    được cấp chứng chỉ, được cấp giấy chứng nhận, được cấp chứng nhận, được cấp mã số
    được cấp mã vùng trồng, được chứng nhận, có chứng chỉ, được cấp giấy phép, được cấp phép
    được công nhận, được cấp nhãn hiệu, được cấp bằng, được bảo hộ, được xếp hạng, được cấp sổ đỏ
driving · {} 200 suất
    thu hút, huy động, vận động, đăng ký, hoàn thành, hoàn thiện, nâng
amount · {} : 9 tỷ
    thu ngân sách, tổng thu, thu tiền sử dụng đất, thu nội địa, thu phí, nguồn thu
    vốn giải ngân, kinh phí, tổng kinh phí, tiền phạt, số tiền, tiền tiết kiệm, thuế, lệ phí
amount · {} : 9 tỷ đồng
    chi ngân sách, tổng chi, chi đầu tư, chi thường xuyên, chi phí điện, chi phí điện nước
    tổng chi phí, chi phí xăng dầu, chi phí văn phòng phẩm, chi phí in ấn, tiền điện, tiền nước
amount · {} : 90 tỷ
    doanh thu, doanh số, lợi nhuận, giá trị sản xuất, giá trị gia tăng, tổng giá trị
    giá trị sản phẩm, tổng mức bán lẻ, kim ngạch, kim ngạch xuất khẩu, doanh số cho vay
    tổng sản phẩm, grdp, tổng vốn đầu tư, vốn đầu tư, vốn đầu tư phát triển, vốn thực hiện
amount · {} : 90 tấn
    sản lượng, tổng sản lượng, sản lượng lương thực, khối lượng, lượng hàng hóa, lượng rác
amount · {} : 9000
    lượng khách, lượng khách du lịch, khách du lịch, du khách, khách quốc tế, hành khách
amount · {} : 90 ha
    diện tích gieo trồng, diện tích gieo cấy, diện tích trồng rừng, diện tích thu hoạch
    diện tích gieo sạ, diện tích xuống giống, diện tích khai thác, thu nợ, thu hồi nợ
amount · {} : 90 triệu
    huy động vốn xã hội hóa, huy động xã hội hóa, huy động nguồn vốn xã hội hóa, vốn xã hội hóa
    huy động nguồn lực, huy động kinh phí, huy động đóng góp, huy động nhân dân đóng góp
    huy động vốn đối ứng, huy động nguồn xã hội hóa
    quỹ vận động, quỹ đền ơn đáp nghĩa, quỹ vì người nghèo, quỹ nhân đạo, quỹ khuyến học
state · Số xã {}
    đạt chuẩn, đạt tiêu chuẩn, đạt tiêu chí, đạt danh hiệu, được công nhận đạt chuẩn
    được công nhận danh hiệu
state · Số người {}
    tham gia, sử dụng, hưởng, thụ hưởng, đang hưởng, có thẻ, có việc làm, có tài khoản
state · Số trường {}
    không có, có, còn, được bảo vệ, được quản lý, quản lý, hoạt động, hoạt động hiệu quả
state · Số thôn {}
    đạt ocop, đạt 3 sao, đạt 4 sao, đạt nông thôn mới, đạt văn hóa, kiểu mẫu, nâng cao
    được cung cấp, được niêm yết, được tích hợp, được công khai, được cấp nước, được phủ sóng
    được bao phủ, được kết nối, có điện, có nước sạch
standing · {} : 900 con
    đàn, tổng đàn, đàn lợn, đàn trâu, đàn bò, đàn gia cầm, đàn gia súc, tổng số đàn
standing · {} : 900
    dân số, tổng dân số, quy mô dân số, tổng số hộ, tổng số dân, nhân khẩu, tổng nhân khẩu
    giường bệnh, bác sĩ, biên chế, quân số, sĩ số, thuê bao, thuê bao internet, công suất
    chiều dài, mạng lưới, tổng số đoàn viên, tổng số hội viên, tổng số đảng viên, tổng số lớp
    tổng số học sinh, quy mô đào tạo
standing · {} : 9 tỷ
    dư nợ, tổng dư nợ, số dư, dư nợ cho vay, dư nợ tín dụng, nợ xấu, nợ thuế, nợ đọng
    nợ đọng thuế, nợ xây dựng cơ bản, nợ quá hạn, nguồn vốn huy động, tổng nguồn vốn
    vốn điều lệ, vốn huy động, tài sản, tổng tài sản, quỹ hội, tồn kho, hàng tồn kho
standing · Số {}
    hộ nghèo, hộ cận nghèo, người nghèo, hộ thiếu đất, nhà tạm, người nghiện
    người thất nghiệp, đối tượng nghiện, hồ sơ tồn, văn bản tồn, vụ việc tồn đọng
    hồ sơ tồn đọng
standing · {} : 900 ha
    diện tích rừng, diện tích đất, diện tích cây ăn quả, diện tích cây lâu năm
    diện tích nuôi trồng, diện tích nhà ở, diện tích cây xanh, diện tích được tưới
standing · {} : 90
    lực lượng dân quân, dự bị động viên, trợ cấp thường xuyên, trợ cấp hằng tháng
    trợ cấp xã hội thường xuyên, trợ cấp xã hội hằng tháng, bảo trợ xã hội thường xuyên
body · {} : 90
    doanh nghiệp, hợp tác xã, htx, trang trại, gia trại, nhà văn hóa, công viên, phòng học
    máy tính, camera, khu dân cư
body · Số {}
    câu lạc bộ, cơ sở, chợ, cửa hàng, siêu thị, hộ kinh doanh, chi hội, tổ hợp tác
    tổ dân phố, mã số vùng trồng, di tích, trường, xã, phường, thôn, điểm du lịch
    điểm bán hàng, điểm thu gom, điểm trường, điểm sinh hoạt, điểm tập kết, điểm giao dịch
    điểm phục vụ, điểm đen, điểm vui chơi, học sinh, trẻ, học viên, sinh viên, đoàn viên
    đảng viên, hội viên, dân quân
average · {} : 65
    bình quân, trung bình, thu nhập bình quân, bình quân đầu người, bình quân lương thực
    năng suất, mật độ, tuổi thọ, tỷ số, hệ số, mức lương, giá bán, giá, lãi suất, tỷ giá
    thu nhập, thu nhập đầu người, tiền lương, tốc độ, chỉ số, công suất bình quân
""")
"""By class: `domain.meaning.signs.Sign` says what each tells."""
