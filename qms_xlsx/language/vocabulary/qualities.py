"""Words that say which way is better: what is bad, badly done, spent, moot, dealt with or good."""

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

QUALITIES = rows("""
fair · Tỷ lệ {} 30% => >= 30 [%] higher !
    buổi, giường, kinh tế số, lương thực, lượt khách, văn nghệ, sĩ số, diện tích, tổng đàn, đàn
    giá trị, giá trị sản xuất, doanh thu, tổng thu, nộp, vốn, đầu tư, kim ngạch, xuất khẩu
    sản xuất, tăng trưởng, tốc độ tăng, tổng mức bán lẻ, grdp, grdp bình quân, lượng khách
    khách du lịch, du khách, kinh tế tập thể, ocop, tiêu chí, nông thôn mới, văn hóa, văn minh
    gia đình văn hóa, thể thao, thể dục, đọc sách, học nghề, bồi dưỡng, trình độ, bằng cấp
    chứng chỉ, giỏi, khá, tốt, xuất sắc, tiên tiến, thi đua, kết nạp, quỹ, bảo hiểm, bhyt, bhxh
    bhtn, bác sĩ, bác sỹ, tuổi thọ, sức khỏe, phổ cập, nước hợp vệ sinh, hợp vệ sinh, internet
    băng rộng, cáp quang, thuê bao, điện thoại thông minh, định danh, chữ ký số, ký số, số hóa
    điện tử, trên mạng, môi trường mạng, dịch vụ công, toàn trình, một phần, thanh toán
    chuyển đổi số, công khai, minh bạch, niêm yết, công bố, chỉ số, chỉ số thành phần, điểm
    điểm số, mức độ, par, sipas, papi, pci, ddci, dti, tái chế, phân loại, cây xanh, trồng
    gieo trồng, chăn nuôi, nuôi, khai thác, đánh bắt, chế biến, bê tông, cứng hóa, nhựa hóa
    kiên cố, giao thông, thủy lợi, tưới, tưới tiêu, kênh mương, xây dựng, nâng cấp
    giấy chứng nhận, cấp giấy, đo đạc, quy hoạch, lấp đầy, đô thị hóa, chiếu sáng, ngầm hóa
    giải ngân, thực hiện, chấp hành, đồng thuận, đóng góp, hiến đất, hiến máu, sáng kiến
    đề tài, đánh giá nội bộ, đánh giá, tự kiểm tra, đối thoại, tiếp xúc cử tri, bài viết
    quy trình, tuyển quân, giao quân, dân quân, tự vệ, dự bị động viên, huấn luyện, nhập ngũ
    nghĩa vụ quân sự, hộ khẩu, khai sinh, kết hôn, tạm trú, cư trú, căn cước, vneid, chính sách
    khuyết tật, trợ cấp, tránh thai, khám thai, chuẩn, tự chủ, lệ phí, trả lương, lợi nhuận
    tích lũy, gửi, dư nợ, tín dụng, truy cập, tương tác, ủy thác, cơ giới hóa, ứng dụng, công nghệ
    liên kết, vietgap, hữu cơ, chuyển đổi, chuyển đổi cơ cấu, cơ sở dữ liệu, kết nối, chia sẻ
    tích hợp, hạ tầng
    vệ sinh, sạch, xanh, an sinh, công suất, hiệu suất, hệ số sử dụng, lần sử dụng, vụ đông
    phát triển, nhân rộng, thành lập, phủ sóng, nghe, phát thanh, truyền thanh, thư viện, lễ hội
    di tích, kiểm kê, trưng bày, biểu diễn, giải, huy chương, quốc phòng, an ninh, tự quản
    tự nguyện, phúc lợi, tiền lương, thưởng, nhà văn hóa, khu thể thao, bưu điện, xe buýt, cảng
    sân bay, công nghiệp, thương mại, nông sản, thủy sản, ngô, rau, sữa, trứng, thịt, cà phê, chè
    mía, sắn, lạc, cao su, tiêu, điều, gỗ, muối, phân bón, phụ cấp, mức sống, đúng tiến độ
    tiến độ, năng lực, kỹ năng, ngoại ngữ, tin học
fair · Tỷ lệ trường được {} 30% => >= 30 [%] higher !
    xếp hạng
good · Tỷ lệ hộ nghèo {} 90% => >= 90 [%] higher
    đến trường, đến lớp, đúng độ tuổi, đi học, tốt nghiệp, lên lớp, ra lớp, biết chữ, khám
    tiêm chủng, việc làm, sử dụng, thụ hưởng, tiếp cận, đăng ký, khỏi, thành công, đúng quy định
    sớm hạn, vay vốn, dùng, hưởng, có thẻ
good · Tỷ lệ hộ nghèo {} khá giả 90% => >= 90 [%] higher
    đạt, vươn lên
having · Tỷ lệ hộ nghèo {} nước sạch 90% => >= 90 [%] higher
    có
dealing · Tỷ lệ {} vi phạm đạt 90% => >= 90 [%] higher
    thu, đào tạo, tập huấn, thu gom, tiếp nhận, kiểm tra, tiếp công dân, tuyên truyền, hòa giải
    tầm soát, sàng lọc, an toàn, thu phí, tiết kiệm, cho vay, thoát, thoát nghèo, cấp, tặng, trao
    giải quyết, xử lý, xóa, xoá, phòng, chống, phòng chống, phòng ngừa, ngăn chặn, điều tra
    khám phá, phát hiện, thu hồi, trả lời, hỗ trợ, đấu tranh, bài trừ, cai, điều trị, chữa
    quản lý, giảm nghèo, xóa nghèo, đẩy lùi, thu nợ, trợ giúp, giúp, giúp đỡ, dập tắt, bảo vệ
    truy quét, triệt phá, kiềm chế, cảm hóa, vận động, tư vấn, giám sát, thanh tra, xóa mù chữ
    xóa đói, phòng cháy, chữa cháy, khám bệnh, chữa bệnh, khám chữa bệnh, truy bắt, xét xử
    thi hành, cung cấp, khống chế, rà soát, phá án, phục hồi, tái hòa nhập, hỗ trợ người nghèo
    tiêm phòng, phòng dịch, vắc xin, bảo hiểm thất nghiệp, trợ cấp thất nghiệp, tháo gỡ, cải tạo
    thay thế, bảo trợ, chăm sóc, cứu, cứu hộ, trồng rừng, phủ xanh, xử phạt, bắt, bắt giữ, truy tố
    nhận diện, tố giác, cấp cứu, tìm kiếm, kháng chiến, chống dịch, đẩy mạnh, xã hội hóa, gỡ bỏ
    huy động, mô hình, câu lạc bộ, chuyên mục, phóng sự
bad · Tỷ lệ {} 5% => <= 5 [%] lower
    đất chưa sử dụng, chồng chéo, thất bại, mắc, vướng mắc, thắc mắc, dịch tả, nộp trực tiếp
    nộp hồ sơ trực tiếp, khó khăn, đặc biệt khó khăn, hoàn cảnh khó khăn, đất trống, bỏ trống
    mất mùa, mất nước, mất điện, điểm đen, hàng giả, dôi dư, bỏ thi, đẻ tại nhà, trùng lặp
    từ chối, sinh non, cận thị, lang thang, ly tán, xả thải, khí thải, xin ăn, hộ nghèo, cận nghèo
    hộ cận nghèo, tỷ lệ nghèo, nghèo đa chiều, người nghèo, suy dinh dưỡng, thấp còi, nhẹ cân
    béo phì, khiếu nại, tố cáo, khiếu kiện, tranh chấp, đơn thư, vượt cấp, vi phạm, sai phạm
    sai sót, lỗi, sinh [con] lần <ordinal>, sinh [con] <ordinal>, con <ordinal>, sinh con <age>
    tăng dân số, tăng tự nhiên, phát triển dân số, dân số tự nhiên, tai nạn, tội phạm, phạm tội
    phạm pháp, thất nghiệp, thiếu việc làm, tử vong, tỷ suất chết, chết, mắc bệnh, ca mắc, nhiễm
    bệnh, dịch bệnh, cháy, nổ, cháy nổ, bỏ học, lưu ban, tảo hôn, hôn nhân cận huyết
    cận huyết thống, bạo lực, xâm hại, tệ nạn, ma túy, nghiện, mại dâm, nợ đọng, nợ xấu, nợ thuế
    nợ, thất thoát, thất thu, lãng phí, tham nhũng, tiêu cực, ô nhiễm, phát thải, hao hụt
    tổn thất, thất thoát nước, phàn nàn, than phiền, kiến nghị, phản ánh, thiệt hại, hư hỏng
    sự cố, mù chữ, tái nghèo, nhà tạm, nhà dột nát, lạm phát, chỉ số giá, bị kỷ luật
    bị xử lý kỷ luật, vi phạm kỷ luật, điểm nóng, tồn, học sinh yếu, yếu, kém, yếu kém, phá rừng
    cháy rừng, lấn chiếm, trộm cắp, chênh lệch giới tính, tỷ số giới tính, mất cân bằng giới tính
    hộ đói, bị thương, thương vong, sách nhiễu, phiền hà, nhũng nhiễu, chất thải rắn chôn lấp
    chôn lấp, bệnh tật, ngộ độc, tái phạm, tái nghiện, nghèo, trốn thuế, sự không phù hợp
    điểm không phù hợp, lỗi không phù hợp, thủ tục rườm rà, ùn tắc, tỷ lệ chết, dị tật
    trẻ tử vong, ly hôn, mua bán người, tín dụng đen, bị trả lại, trả lại, bị hủy, khuyết điểm
    phức tạp, đột xuất phát sinh, học sinh bỏ học, vụ việc, bị, số vụ, vụ án, thiếu đói
    thiếu nước, hoang hóa, bỏ hoang, sâu bệnh, dịch hại, hạn hán, ngập úng, ngập lụt, sạt lở
    xói mòn, xâm nhập mặn, trái phép, không phép, sai phép, sai mục đích, thừa cân, tai biến
    biến chứng, nhiễm khuẩn, chuyển tuyến, chuyển viện, phá thai, sinh tại nhà, sinh con tại nhà
    ngoài ý muốn, án hủy, mắc mới, số mắc, tỷ lệ mắc, tỷ suất mắc, hiv, sốt xuất huyết, sốt rét
    trốn đóng, nghỉ học, học lực yếu, phòng học tạm, phòng học nhờ, đuối nước, tái mù chữ
    đình công, lãn công, mất việc, nghỉ việc, bỏ việc, bội chi, thâm hụt, hủy dự toán
    chuyển nguồn, giải thể, phá sản, ngừng hoạt động, tạm ngừng, kêu ca, cờ bạc, đánh bạc, lừa đảo
    cướp, giết người, gây thương tích, gây rối, đánh nhau, vượt biên, trọng án, oan sai, oan
    bỏ lọt, quá tải, mê tín, hủ tục, tự tử, đào ngũ, bỏ ngũ, loại trả, bù đổi, va chạm, gián đoạn
    mã độc, tấn công mạng, lỗ hổng, tin giả, thư rác, văn bản giấy, hồ sơ giấy, bản giấy
    phải đi lại, phải bổ sung, yêu cầu bổ sung, bổ sung nhiều lần, trả về, khiển trách, cảnh cáo
    cách chức, hình thức kỷ luật, xử lý kỷ luật, kỷ luật, hách dịch, phải thu hồi, phải đính chính
    đính chính, phải hủy, phải sửa, phải làm lại, làm lại, không phù hợp, điểm trừ, bất bình đẳng
    gini, icor, chênh lệch, khoảng cách, tiếng ồn, túi ni lông, túi nilon, rác thải nhựa
    nhựa dùng một lần, khí nhà kính, ách tắc, lây nhiễm, hộ thiếu, mồ côi, tổn thương, lạm dụng
    bóc lột, lao động trẻ em, đối tượng hình sự, truy nã, rủi ro, đổ vỡ, hỏng, lỗi thời, xuống cấp
    bất cập, hạn chế yếu kém, tụt hậu, đơn nặc danh, đơn tố cáo, đơn khiếu nại, bức xúc
    không đồng ý, không tán thành, nguy cơ, nhà xuống cấp, mất an toàn, mất trật tự, mất đoàn kết
    thoái hóa, nợ chuẩn, rác tồn, quá hạn sử dụng, hút thuốc, rượu bia, gian lận, buôn lậu, trốn
    chuyển hóa phức tạp, dư nợ xấu, dư nợ quá hạn, tiếp công dân vượt cấp, chống lệnh, chống đối
    chống người thi hành công vụ, ngoài quy định, ngoài kế hoạch thanh tra, vượt chuẩn cho phép
    bụi mịn, nồng độ bụi, vượt quy chuẩn, vượt ngưỡng, quá tải trọng, quá khổ, biến động nhân sự
    phải xin lỗi, phải khắc phục, phải xử lý lại, thu ngoài quy định, chi ngoài quy định, chi sai
    thất lạc, sau cai tái nghiện, nặc danh, tố giác nặc danh, kháng nghị được chấp nhận
    kháng cáo được chấp nhận, cắt hợp đồng, cắt hợp đồng nước sạch, hủy hợp đồng
    chấm dứt hợp đồng, điều chỉnh tổng mức đầu tư, đội vốn, hết hạn
    gia hạn tiến độ, cuộc gọi nhỡ, phê bình, bỏ trốn, bỏ địa chỉ kinh doanh, phản vệ, rải vàng mã
    ốm, nghỉ ốm, bỏ dở, dở dang, quá giờ, hủy thuốc, phải hủy bỏ, trượt, rớt
badly · Tỷ lệ hồ sơ {} 5% => <= 5 [%] lower
    tồn đọng, thiếu hụt, trễ hạn, quá hạn, chậm hạn, trễ hẹn, sai hạn, chậm trễ, bị trễ, chậm muộn
    không đúng hạn, không đúng quy định, chưa đúng hạn, không hài lòng, chưa hài lòng, không đạt
    chưa đạt, không đạt chuẩn, chưa đạt chuẩn, chưa được, không được, không hợp lệ, sai quy định
    thiếu sót, không hoàn thành, chưa hoàn thành, chưa giải quyết, bị trả, không có việc làm, chậm
    trễ, chưa có, chưa qua đào tạo, không bảo đảm, không đảm bảo, chưa tham gia, mất, sai
    quá thời hạn, trái quy định, trái pháp luật, trái luật, muộn, đi muộn, vắng, vắng mặt, nhầm
    nhầm lẫn, thiếu, quá thời gian, trễ giờ, dưới trung bình, dưới mức trung bình, kéo dài
    bằng phương pháp chôn lấp, chôn lấp trực tiếp
    chuyển kỳ sau, chuyển năm sau, chuyển sang năm sau, chuyển sang kỳ sau
    không an toàn, trái thẩm quyền, sai thẩm quyền, sai thể thức, không kịp thời, ít hài lòng
    rất không hài lòng
cost · {} bình quân 30 => <= 30 lower
    thời gian, thời hạn, thời hạn giải quyết, chi phí, tiêu hao, tiêu thụ điện, mức tiêu thụ
    giá thành, thời lượng chờ, điện năng tiêu thụ, lượng điện, lượng nước tiêu thụ, lượng giấy
    nhiên liệu, xăng dầu, văn phòng phẩm, hao phí, kinh phí in ấn, tiền điện, tiền nước, chờ đợi
    điện năng, năng lượng tiêu thụ, tiêu thụ năng lượng, số lần đi lại, số cuộc họp, giá vốn
moot · {} 85 tỷ đồng => = 85 [tỷ đồng] neither
    giá bán, lãi suất, chi ngân sách, chi ngân sách nhà nước, tổng chi, chi thường xuyên
    chi đầu tư, chi cân đối, chi thường xuyên ngân sách, dự toán chi, cơ cấu, tỷ trọng, nhập khẩu
    số dư, tổng chi ngân sách, chi khác, dự phòng ngân sách, chi sự nghiệp, nhiệt độ, độ ẩm, độ ph
    độ pH, pH, độ mặn, độ cồn, áp suất, điện áp, tần số
people · {} 85% => = 85 [%] neither
    quy mô dân số, dân số trung bình, tổng dân số, mật độ dân số, dân số, tổng số dân, biên chế
    lao động nông nghiệp, tỷ suất sinh, mức sinh, lao động trong nông nghiệp, tổng tỷ suất sinh
    số con trung bình
plain · Số lượng {} trong năm đạt 85 => >= 85 higher
    bệnh nhân, người bệnh, bệnh án
    mật độ, mặt nước, cán bộ trẻ, giường bệnh, so với [tổng] [số] dân số, so với tổng số [dân]
    trên tổng dân số, không giấy, không giấy tờ, không tiếp xúc, không thuốc lá, không khói thuốc
    cấp huyện, cấp xã, cấp tỉnh, cấp cơ sở, các cấp, trung cấp, cao cấp, sơ cấp, cấp học, cấp nước
    chủ yếu, thiết yếu, trọng yếu, cơ yếu, yếu tố, bệnh viện, bảo tồn, không gian, không khí
    thiết bị, chuẩn bị, trang bị, dự bị, không dùng tiền mặt, không phù hợp với, có hạt, sai số
    nổi bật, vật liệu nổ, cơ quan, cơ sở, giải thể thao, thiếu nhi, thiếu niên, kỷ luật lao động
    chấp hành kỷ luật, kỷ luật hành chính, chấp hành nghiêm kỷ luật, kỷ luật kỷ cương
    kỷ cương kỷ luật, kỷ luật đảng, kỷ luật phát ngôn, có căn cứ, có nguy cơ, có hành vi
    có dấu hiệu, có biểu hiện, có hiệu quả, có liên quan, có bằng cấp, có trách nhiệm, độ tuổi
    tồn tại, sinh tồn, phòng học, phòng họp, phòng máy, phòng thi, phòng khám
    phòng chức năng, phòng làm việc, phòng thí nghiệm, phòng bộ môn, phòng ở, phòng trọ
    phòng lưu trữ
sure · Tỷ lệ hộ nghèo {} 90% => >= 90 [%] higher
    tham gia, nước sạch, thu ngân sách, đạt chuẩn, bảo hiểm y tế, qua đào tạo, có việc làm
    trực tuyến, được giải quyết, sản lượng, năng suất, che phủ, độ che phủ rừng
    khỏi bệnh, thời gian hoạt động, thời gian sử dụng, thời gian phục vụ, thời gian mở cửa
    thời gian lưu trú, lưu trú bình quân, thời lượng phát sóng, thời gian tiếp công dân
    thời gian học
    giờ giảng, giờ dạy, giờ tuyên truyền, giờ tập huấn, giờ thực hành, giờ hoạt động, giờ phát sóng
    giờ lao động công ích, giờ tình nguyện, giờ bay, giờ huấn luyện, ngày huấn luyện, ngày hội
    [số] vụ [việc] (trợ giúp pháp lý|tư vấn|tư vấn pháp luật)
    giờ đào tạo, số giờ đào tạo, số giờ học, giờ học, số giờ bồi dưỡng, số ngày công, ngày công
sure · Tỷ lệ hộ nghèo {} nhà ở 90% => >= 90 [%] higher
    hoàn thành
mending · Tỷ lệ {} hồ sơ trễ hạn đạt 90% => >= 90 [%] higher
    khắc phục, giảm, hạn chế, kiểm soát, chấm dứt, xin lỗi, thông báo xin lỗi, thư xin lỗi
    văn bản xin lỗi
done · Tỷ lệ tội phạm {} đạt 90% => >= 90 [%] higher
    bị xử lý, bị phát hiện, bị bắt, bị bắt giữ, bị ngăn chặn, bị xử phạt, bị triệt phá
done · Tỷ lệ tội phạm {} xét xử 90% => >= 90 [%] higher
    được, đã được
crown · Tỷ lệ {} của hộ nghèo 90% => >= 90 [%] higher
    hòa giải thành, đối thoại thành
    hài lòng, thu nhập, bao phủ, tham gia bhyt, tham gia bảo hiểm y tế, tham gia bhxh, đúng hạn
    tham gia bảo hiểm xã hội, trước hạn, đúng thời hạn, quỹ vì, quỹ phòng chống, quỹ phòng
    quỹ nạn nhân
    quỹ hỗ trợ, quà, suất quà, học bổng, nhà tình thương, nhà tình nghĩa, nhà đại đoàn kết, ủng hộ
    quyên góp, vốn vay, vốn vay cho
owner · Tỷ lệ hài lòng {} hộ nghèo 90% => >= 90 [%] higher
    của, đối với
who · Tỷ lệ {} 30% => >= 30 [%] higher !
    cấp ủy, trẻ em, trẻ, học sinh, phụ nữ, nữ, nam, thanh niên, hồ sơ, văn bản, dữ liệu
    doanh nghiệp, thành viên, người cao tuổi, dân tộc, đảng viên, đoàn viên, hội viên, thuế, điện
    đường, lao động, thủ tục, báo cáo, rừng, trường, lớp, khách, thôn, nhà ở, gia cầm, lợn, trâu
    bò, cá, tôm, lúa, cây, chi bộ, tài khoản, bài, tin, người có công, y tế, chợ, hợp tác xã
    dịch vụ, camera, sản phẩm
negated · Tỷ lệ hộ {} sử dụng nước sạch 5% => <= 5 [%] lower
    không, chưa, không có, không để, không bị, không còn, không xảy ra
""")
