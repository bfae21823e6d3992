"""Words that open a clause, verbs of doing, of change, and of having none."""

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

LIGHT = rows("""
light · {} 95% hồ sơ đúng hạn
    phấn đấu, quyết tâm, đảm bảo, bảo đảm, có, đạt, hoàn thành, thực hiện, duy trì, tiếp tục
    giữ vững, phấn đấu đạt, trong năm, năm nay, hàng năm, hằng năm, mỗi năm, hàng tháng, hàng quý
    hằng tháng, hằng quý, cả năm, bình quân, để, phải, cần, mục tiêu, chỉ tiêu, kế hoạch, cụ thể
    trong đó, riêng, đến, cuối năm, đầu năm, toàn xã, toàn huyện, toàn tỉnh, toàn phường
    đồng thời, phấn đấu có, ước, từ, tối thiểu, ít nhất, mỗi tháng, mỗi quý, mức, giữ, khoảng, mới
    thêm, đủ, các, được, toàn bộ, tổng số, cho, thực hiện đạt, phấn đấu trong năm, đánh giá, và
    với, trên địa bàn, trên địa bàn xã, đưa, nâng cao
""")
"""Words that open a clause or stand around a figure and ask for nothing."""
ACTING = rows("""
acting · {} 95% đơn khiếu nại => >= 95 [%] higher
    giải quyết, xử lý, thu hút, khắc phục, hỗ trợ, xây dựng, tổ chức, tạo, thành lập, tiếp nhận
    thu gom, thu hồi, xóa, xoá, kiểm tra, giám sát, thanh tra, trồng, mở, mở rộng, đào tạo
    bồi dưỡng, tập huấn, tuyên truyền, vận động, cấp, số hóa, cung cấp, niêm yết, công khai
    rà soát, trả, trả lời, đầu tư, sửa chữa, nâng cấp, làm, chỉnh trang, hoàn thiện, kết nạp
    phát triển, giới thiệu, công nhận, tư vấn, khám, điều trị, tiêm, phát hiện, điều tra, bắt
    triệt phá, lập, ban hành, triển khai, áp dụng, lắp đặt, bàn giao, cải tạo, huy động, thu, tiếp
    đối thoại, nhân rộng, kiểm soát, cứng hóa, tiết kiệm, bê tông hóa, kiên cố hóa, cho vay
    giải ngân, chuyển đổi, sử dụng, hòa giải, quản lý, giúp đỡ, giúp, thẩm định, kết nối, tích hợp
    cập nhật, gửi, ký số, xuất khẩu, sản xuất, gieo trồng, chăn nuôi, thả, phục vụ, đón, viết
    đăng, đăng tải, phát sóng, in, luân chuyển, khai thác, phân loại, tham mưu, xây mới, nạo vét
    tu sửa, chấm dứt, phòng ngừa, ngăn chặn, vệ sinh, ra quân, tặng, cử, họp, sưu tầm, phục dựng
    phục hồi
acting · {} 95% kế hoạch
    nâng hạng, thực hiện, hoàn thành, duy trì, đưa
""")
"""They do something to what follows, so that a bad thing after them is dealt with."""
FORMAL = rows("""
formal · Chánh Văn phòng {} Quyết định này => ?
    chịu trách nhiệm thi hành, chịu trách nhiệm tổ chức thi hành, nơi nhận, kính gửi, có hiệu lực
    theo đề nghị của, xét đề nghị, xét tờ trình, căn cứ, như điều, kèm theo quyết định
    kèm theo thông tư, kèm theo nghị quyết, ban hành kèm theo
""")
"""What the formal parts of a decision say; they ask for nothing that is measured."""
DOING = rows("""
doing · {} công tác văn thư, lưu trữ => yes_no
    trực, tiếp dân, xóa, xoá, duy trì, thực hiện, triển khai, tiếp tục, đẩy mạnh, tăng cường
    nâng cao, xây dựng, hoàn thiện, hoàn thành, cải tiến, cải thiện, đổi mới, tuân thủ, chấp hành
    bảo đảm, đảm bảo, phát huy, phát triển, phối hợp, tổ chức, kiểm tra, giám sát, rà soát
    tham mưu, tuyên truyền, vận động, hướng dẫn, hỗ trợ, giữ vững, giữ gìn, giữ, củng cố, mở rộng
    ứng dụng, sử dụng, khai thác, luân chuyển, quản lý, giải quyết, xử lý, tiếp nhận, công khai
    niêm yết, cập nhật, ban hành, áp dụng, vận hành, chuyển đổi, số hóa, lưu trữ, bố trí, đào tạo
    bồi dưỡng, tập huấn, quyết tâm, cam kết, phòng ngừa, ngăn chặn, hạn chế, khắc phục, chú trọng
    quan tâm, chủ động, thường xuyên, kịp thời, đạt chuẩn, đạt, được công nhận, tạo, lập, gửi
    báo cáo, đánh giá, theo dõi, đôn đốc, đầu tư, nắm vững, nắm, đơn giản hóa, thu hút, huy động
    khuyến khích, đề xuất, tư vấn, cung cấp, phục vụ, bám sát, quán triệt, phổ biến, kiện toàn
    sắp xếp, tinh gọn, chỉnh trang, trồng, lãnh đạo, chỉ đạo, tích cực, nghiêm túc, xây mới
    tham gia, đăng ký, kiểm soát, minh bạch, thanh toán, khai trương, khánh thành, đưa vào
    thành lập, kết nạp, kết nối, tích hợp, đáp ứng, chăm lo, không ngừng, phấn đấu, hướng tới
    thúc đẩy, đưa, làm tốt, bảo vệ, bảo tồn, phòng chống, chống, xã hội hóa, hiện đại hóa
    chuẩn hóa, tiết kiệm, tự đánh giá, khảo sát, lấy ý kiến, tiếp công dân, trả kết quả, trả
    quy hoạch, nhân rộng, giới thiệu, học tập, tiếp cận, ký kết, thu gom, phân loại, sửa đổi
    bổ sung, xây, lắp đặt, nâng cấp, công nhận, tái chứng nhận, chứng nhận, công bố, kiềm chế
    xóa bỏ, tập trung, cải cách, tăng, thẩm định, đánh số, phân công, sẵn sàng, đi đầu, gương mẫu
    làm chủ, nghiệm thu, bàn giao, khởi công, chấm dứt, sửa chữa, ra mắt, được cấp
    được tặng
doing · {} chi phí hành chính => reduction > - lower
    rút ngắn, kéo giảm, giảm
""")
"""Verbs that ask for something to be done: a yes or no where nothing is measured."""
KEEPING = rows("""
keeping · Cơ quan {} chuẩn văn hóa => yes_no !
    duy trì, đạt chuẩn, đạt tiêu chuẩn, được công nhận, giữ vững, tái chứng nhận, được chứng nhận
    công nhận, công bố, hoàn thành, đạt yêu cầu, áp dụng
keeping · Cơ quan {} danh hiệu văn hóa => yes_no !
    đạt
keeping · Cơ quan {} giấy chứng nhận => yes_no !
    được cấp
""")
"""Verbs that say a state is reached or kept: a yes or no by nature."""
DONE = rows("""
done · {} trước 31/12/2026 => yes_no by trước 31/12/2026
    khởi công, khánh thành, ban hành, phê duyệt, nghiệm thu, bàn giao, công bố, thông qua
    hoàn thành, xong, hoàn tất, thực hiện xong, hoàn thành xong, kết thúc
""")
"""Verbs that say no more than that something is done."""
NAMING = rows("""
naming · {} cải cách hành chính => ?
    trách nhiệm, trách nhiệm thực hiện, thời gian thực hiện, đơn vị thực hiện, cơ quan thực hiện
    kinh phí thực hiện, hình thức thực hiện, địa điểm thực hiện, về, tỷ lệ, công tác, số, mức độ
    mức, chất lượng, việc, tổng, tổng số, chỉ số, kết quả, hệ thống, quy trình, nội dung, chỉ tiêu
    mục tiêu, kế hoạch, nhiệm vụ, thời gian, diện tích, sản lượng, năng suất, giá trị, thu nhập
    thu ngân sách, chi ngân sách, độ che phủ, bình quân, tốc độ, số lượng, tình hình, phong trào
    cơ cấu, tỷ trọng, chương trình
""")
"""A clause that opens with a noun of work or of measure names a thing and asks for nothing."""
FINITE = rows("""
finite · Công tác văn thư {} nền nếp
    đạt, được, đảm bảo, bảo đảm, hoàn thành, thực hiện, duy trì, tuân thủ, chấp hành, ổn định
    giữ vững, hài lòng, đúng hạn, đúng quy định, cải thiện, nâng lên, chuyển biến, không ngừng
    phải
""")
"""Verbs that make a named thing a demand after all."""
RATES = rows("""
rate · {} học sinh bán trú 85 => >= 85 higher
    tỷ lệ, năng suất, sản lượng, diện tích, thu nhập, giá trị, tổng, chỉ số, mức độ, mức, tổng số
    bình quân, số, độ che phủ, tốc độ, doanh thu, thu ngân sách, số lượng, tỷ suất, mật độ
    kinh phí, tổng thu, hiệu suất, công suất, trữ lượng, điểm số, số người, số hộ, vốn, tổng vốn
    vốn đăng ký
rate · {} 85 người
    chi ngân sách, thời gian, tỷ trọng, tổng chi, số vụ, cơ cấu
""")
"""What is measured: it opens a clause of its own."""
CHANGES = rows("""
up · Thu ngân sách {} 5% so với năm trước => growth >= 5 [%] higher @previous_year
    (tăng|nâng) [thêm|dần|mạnh] [bình quân] [/ năm|mỗi năm|hàng năm|hằng năm], tăng trưởng
up · Tỷ lệ hài lòng {} 95% => >= 95 [%] higher said
    (tăng|nâng) lên [bình quân]
raise · {} tỷ lệ hộ dùng nước sạch => growth > - higher
    nâng cao, cải thiện
down · Số vụ vi phạm {} 5% so với năm trước => reduction >= 5 [%] lower @previous_year
    (giảm|kéo giảm) [bớt|thêm|dần|mạnh] [bình quân] [/ năm|mỗi năm|hàng năm|hằng năm], cắt giảm
    rút ngắn, hạ, giảm thiểu, tiết giảm, hạ thấp, kéo giảm số, thu hẹp
down-at-head · {} 2% so với năm trước => reduction >= 2 [%] lower @previous_year
    giảm nghèo
times · Thu ngân sách {} 2 lần so với năm trước => growth >= 100 [%] higher @previous_year
    tăng gấp, gấp
more · Thu ngân sách {} 5% so với năm trước => growth >= 5 [%] higher @previous_year
    cao hơn, nhiều hơn
less · Số vụ vi phạm {} 5% so với năm trước => reduction >= 5 [%] lower @previous_year
    thấp hơn, ít hơn
beyond · Thu ngân sách {} 5% => growth >= 5 [%] higher *
    [hoàn thành] (vượt|vượt mức) … (kế hoạch|chỉ tiêu|dự toán|nghị quyết)
beyond · Thu ngân sách {} 5% so với năm trước => growth >= 5 [%] higher @previous_year
    vượt
not-down-rank · Chỉ số CCHC {} so với năm trước => reduction >= 0 [bậc] lower said @previous_year
    không [bị|để] (tụt|rớt|xuống|giảm|hạ) [thứ] (hạng|bậc), không (tụt|giảm) xếp hạng
not-up · Số vụ vi phạm {} so với năm trước => reduction >= 0 [%] lower said @previous_year
    không để [gia] tăng, không gia tăng, không tăng thêm, không tăng, không cao hơn
    không làm tăng, bằng hoặc thấp hơn
not-down · Thu ngân sách {} so với năm trước => growth >= 0 [%] higher said @previous_year
    không giảm, không thấp hơn, bằng hoặc cao hơn, không ít hơn
""")
"""Words of change with their ways; a "not" way keeps what there is."""
INNOCENT = rows("""
innocent · Tỷ lệ {} đạt 85% => >= 85 [%] higher
    tăng trưởng (kinh tế|tín dụng|GRDP|GDP|giá trị sản xuất|công nghiệp|nông nghiệp|dịch vụ|dư nợ)
    tăng cường, tỷ lệ tăng, tốc độ tăng, mức tăng, nhịp độ tăng, gia tăng, giá trị gia tăng
    giá trị tăng thêm, miễn giảm, giảm nhẹ, tỷ lệ giảm, tốc độ giảm, mức giảm, tốc độ tăng trưởng
    tỷ lệ tăng trưởng, tăng trưởng xanh, tăng ca, nâng lương, nâng chuẩn, nâng cấp, nâng ngạch
    nâng bậc, hạ tầng, giám sát, giám đốc, giám định, hạ giá, hạ tầng kỹ thuật, vượt khó, giảm sát
    tăng gia, giảm phát thải, vượt trội, vượt bậc, mức tăng trưởng, nâng ngạch lương, trợ giúp
    tăng cường sử dụng, chương trình giảm nghèo, công tác giảm nghèo, xóa đói giảm nghèo
    kết quả giảm nghèo, tỷ lệ giảm nghèo, giảm nghèo bền vững, tiêu chí giảm nghèo, nhà cao tầng
    nâng cao chất lượng, nâng cao năng lực, nâng cao hiệu quả, nâng cao nhận thức
    nâng cao đời sống, nâng cao trách nhiệm, nâng cao ý thức, nâng cao trình độ
    cải thiện môi trường, cải thiện đời sống, nông thôn mới nâng cao, ntm nâng cao, tăng âm
    tăng ni, việc làm tăng thêm, vượt chuẩn, được nâng
innocent · Thu ngân sách {} 5 tỷ đồng
    đạt và vượt, vượt mức, hoàn thành vượt
innocent · Tỷ lệ {} 5% => <= 5 [%] lower
    tăng dân số, tăng tự nhiên, vượt cấp, vượt biên, vượt quy chuẩn, vượt ngưỡng
    vượt chuẩn cho phép
""")
"""Names that hold a word of change."""
NONE = rows("""
none · {} hồ sơ trễ hạn => = 0 lower said
    không có, không để, không để xảy ra, không để phát sinh, không phát sinh, không xảy ra
    tránh để, tránh để xảy ra, tránh xảy ra
    không còn, không gây, không tồn đọng, không tồn, không vi phạm, không bị, không tái
    không trễ hạn, không trễ hẹn, không quá hạn, không sai sót, không mắc, không xuất hiện
    không làm, không nhận, không để tồn đọng, không để lọt, không để sót, không tham nhũng
    không sách nhiễu, không phiền hà, không nợ, không khiếu nại, không khiếu kiện, không tai nạn
    không tội phạm, không ma túy, không tệ nạn, không để lây lan, không chậm, không trễ
    không tái phạm, không bỏ sót, không để tình trạng, không phát hiện, không nhũng nhiễu
    không sai phạm, không tảo hôn, không bạo lực, không cháy, không cháy nổ, không lãng phí
    không tiêu cực, không thất thoát, không hách dịch, không gian lận, không thất lạc, không lộ lọt
    không nhầm lẫn, không mất mát, không hư hỏng, không ùn tắc, không ùn ứ, không gián đoạn
    không rò rỉ, không ngộ độc, không bùng phát, không trùng lặp, không chồng chéo, không vượt cấp
    không oan sai, không lấn chiếm, không xâm hại, không kỷ luật, không tử vong, không tranh chấp
    không quá tải, không bỏ học, không đình công, không tụ tập, không lộ
    không [có] (cán bộ|công chức|viên chức|ai|đơn vị|cá nhân) nào
    không [có] (hồ sơ|trường hợp|học sinh|hộ|người|vụ) nào
    chấm dứt [hoàn toàn] (tình trạng|nạn|việc|hiện tượng)
    (xóa bỏ|loại bỏ|xóa) (tình trạng|nạn|hiện tượng), không còn (tình trạng|nạn|hiện tượng)
""")
"""They ask that there be none."""
NOT_NONE = rows("""
not-none · Hồ sơ {} để giải quyết
    không có khả năng, không có điều kiện, không có thời hạn, không có lý do, không làm thay
    không còn phù hợp, không có nhu cầu, không để vượt, không để quá, không để vượt quá
    không có việc làm, không làm giảm, không làm tăng
""")
"""They look so and ask for something else."""
SOFT = rows("""
soft · Trồng 5 ha lúa {} nuôi 20 con bò
    và, đồng thời, còn lại, còn, riêng, song song, kết hợp
""")
"""They may begin another demand."""
HARD = rows("""
hard · Có 98% hồ sơ đúng hạn {} 60% trực tuyến => >= 98 [%] higher & >= 60 [%] higher
    trong đó có, trong đó, cụ thể là, cụ thể, ngoài ra
""")
"""They begin another demand."""
MEASURABLE = rows("""
measurable · Tăng {} hội viên so với năm trước
    tỷ lệ, số, số lượng, chỉ số, điểm số, thứ hạng, vị trí, giá trị, thu, mức, tổng, doanh thu
    thu nhập, sản lượng, năng suất, diện tích, độ che phủ, mức độ, hạng, bậc, xếp hạng, điểm
    kim ngạch, nguồn thu, quy mô, vốn
""")
"""What may rise or fall without a figure."""
PLAN = rows("""
plan · Thu ngân sách đạt 105% {} => >= 105 [%] higher of plan
    [so|của] (kế hoạch|KH|dự toán|chỉ tiêu|chỉ tiêu kế hoạch|phương án|nghị quyết|định mức)
""")
"""Plans that a figure is set against."""
