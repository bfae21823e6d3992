"""Words of deadlines, each with the part that it plays in a sentence (`domain.deadline`).

A single word counts only as it is written here, unless the whole text is without marks: "năm" is
a year, "nam" in "Việt Nam" is not. After a class stands which of its kind is meant.
"""

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

TIMES = rows("""
unit=day · Xong trong {} 15
    ngày | mùng | mồng | ngày mùng | ngày mồng
unit=week · Xong trong {} 2
    tuần | tuần lễ
unit=month · Xong trong {} 6
    tháng
unit=quarter · Xong trong {} II
    quý | quí | qúy | qúi
unit=year · Xong trong {} 2024
    năm
half · Xong {} đầu tháng
    nửa | nữa
each · Báo cáo {} quý
    hàng | hằng | mỗi | mỗi một | từng | các | tất cả các | vào các | mọi
times · Họp 02 {} / quý
    lần | cuộc | đợt | buổi | phiên | lượt | báo cáo một lần
edge=first · Xong {} tháng 6
    đầu | đầu tiên
edge=middle · Xong {} tháng 6
    giữa
edge=last · Xong {} tháng 6
    cuối | cuối cùng
ordinal · Xong tuần {} 2
    thứ
working · Ngày {} cuối cùng
    làm việc
before · Nộp {} 15/6
    trước | sớm hơn
latest · Nộp {} 15/6
    chậm nhất | muộn nhất | trễ nhất | không quá | không muộn hơn | không chậm hơn | không trễ hơn
    không muộn quá | không chậm quá | đến hết | cho đến hết | tới hết | hết | hạn | hạn cuối
    hạn cuối cùng | hạn chót | thời hạn | hạn nộp | hạn báo cáo | kết thúc | trước khi kết thúc
    trước khi hết | khi hết | trước hoặc trong | trước và trong | chậm nhất là | tối đa đến
    kéo dài đến | khi kết thúc
from · Làm {} 15/6
    từ | kể từ | bắt đầu | bắt đầu từ | tính từ | khởi công
after · Làm {} 15/6
    sau
to · Từ 01/6 {} 15/6
    đến | tới | cho đến | cho tới | đến trước
and · Ngày 15/6 {} 30/11
    và | với | cùng với | rồi | lẫn
or · Quý I {} quý II
    hoặc | hay | hoặc là
in · Xong {} quý III
    trong | cả | toàn | trong cả | vào | nội trong | ngay trong | trong suốt cả
filler · Ngày 15/6 {} 30/11
    của | là | thuộc | ở | tại | theo | khoảng | dịp | vào dịp | nhân dịp | lễ | thời điểm
    thời gian | hoàn thành | xong | thực hiện | báo cáo | gửi | nộp | gửi báo cáo | nộp báo cáo
    tổng hợp | lập | sơ kết | tổng kết | chế độ | một cách | tổ chức | triển khai | ban hành
    tập trung | khoảng thời gian | chính thức | phải | được | đó | kể cả | tức | cụ thể | riêng
    liền kề trước
next=1 · Ngày 05 tháng {}
    tiếp theo | kế tiếp | liền kề | liền sau | kế sau | tiếp sau | sau đó | liền kề sau
    sau liền kề | kế | kế tiếp sau | tiếp
next=-1 · Ngày 05 tháng {}
    liền trước | trước đó | trước liền kề
this · Trong năm {}
    nay | này | kế hoạch | hiện tại | hiện hành
periodic · Báo cáo {}
    định kỳ | định kì | thường kỳ | thường kì | theo định kỳ | theo định kì | định kỳ theo
yearly · Báo cáo {}
    thường niên | hàng niên
filler · Báo cáo {} trước ngày 25/6
    thường trực huyện ủy | thường trực tỉnh ủy | thường trực thành ủy | thường trực thị ủy
    thường trực đảng ủy | thường trực quận ủy | thường trực cấp ủy | thường trực hđnd
    thường trực hội đồng | thường trực hội đồng nhân dân | thường trực ubnd | ban thường trực
    thường trực ủy ban | phó chủ tịch thường trực | phó bí thư thường trực | cơ quan thường trực
    bộ phận thường trực | tổ thường trực | thường trực mttq | thường trực ban chỉ đạo
ongoing · Kiểm tra {}
    thường xuyên | liên tục | thường trực | quanh năm | suốt năm | trong suốt năm | xuyên suốt
    suốt cả năm | trong suốt | thường xuyên liên tục | lâu dài | thường nhật | mọi lúc | duy trì
    quanh | suốt | mọi thời điểm | không gián đoạn
ongoing · Kiểm tra {}
    giờ hành chính | trong giờ hành chính
event=plain · Xử lý {}
    đột xuất | đột suất | bất thường | kịp thời | phát sinh | khi cần | khi cần thiết | đột ngột
    bất cứ lúc nào | ngay lập tức | lập tức | tức thời | tức thì | ngay tức khắc
event=told · Làm {} có văn bản
    khi | mỗi khi | ngay khi | sau khi | ngay sau khi | ngay sau | trước khi | nếu có
    trong trường hợp | trường hợp | tùy | tùy theo | tuỳ theo | theo yêu cầu | theo chỉ đạo
    theo đề nghị | theo hướng dẫn | theo văn bản | theo công văn | theo thông báo | theo giấy mời
    theo triệu tập | theo thực tế | theo tình hình | theo nhu cầu | theo đề xuất | theo vụ việc
    theo sự việc | theo lịch triệu tập | có yêu cầu | có phát sinh | lúc có | bất kỳ khi nào
    theo sự chỉ đạo | theo từng vụ việc | kể từ khi | từ khi | kể từ ngày ký | từ ngày ký
    kể từ ngày nhận | kể từ ngày nhận được | từ ngày nhận | từ ngày nhận được | kể từ ngày ban hành
    so với ngày | so với thời điểm
    kể từ ngày có | từ lúc | kể từ lúc | kể từ thời điểm | từ thời điểm | theo phát sinh
    theo kế hoạch của cấp trên | theo kế hoạch cấp trên | có văn bản
clock · Nộp {} ngày 28/6
    hết giờ hành chính | cuối giờ hành chính | hết giờ làm việc | cuối giờ
within · Trả lời {} 05 ngày
    trong vòng | trong thời hạn | trong thời gian | trong khoảng
more · Họp {} 02 lần/quý
    ít nhất | tối thiểu | không ít hơn | không dưới | tối đa | đều đặn | chỉ
period · Tháng cuối {}
    kỳ | kỳ báo cáo | kì
weekday · Trước {}
    chủ nhật
lunar · Ngày 15/6 {}
    âm lịch
data · Báo cáo quý: {} 14/6
    số liệu | chốt số liệu | thời gian chốt số liệu | thời điểm chốt số liệu | lấy số liệu
    kỳ số liệu | thời gian lấy số liệu | số liệu tính từ | số liệu tính đến | kỳ báo cáo tính từ
    kỳ báo cáo từ | chốt | chốt đến | chốt từ | thời điểm lấy số liệu | tính số liệu
    kỳ báo cáo được tính từ | kỳ tính từ | số liệu báo cáo | thời gian tính số liệu
    thời kỳ báo cáo | thời kỳ tính từ | thời kỳ số liệu
document · Làm theo {} số 5
    quyết định | nghị định | nghị quyết | công văn | thông tư | chỉ thị | luật | công điện
    tờ trình
stage · Xong trong {} 2021-2025
    giai đoạn | nhiệm kỳ | thời kỳ
other_year · Trong {} 2024-2025
    năm học | năm tài chính | niên khóa | niên độ | học kỳ | vụ | mùa | hè | mùa hè | dịp hè
    kỳ nghỉ hè
depends · Làm {} của tỉnh
    theo kế hoạch | theo quy định | theo chương trình | theo tiến độ | theo lịch | theo lộ trình
    theo kế hoạch riêng | theo thời hạn
later · Năm 2024 và {}
    những năm tiếp theo | các năm tiếp theo | những năm sau | các năm sau
onward · Từ 2024 {}
    trở đi | về sau | trở về sau
negation · Làm {} 15/6
    không | chưa | không phải | bỏ
except · Hằng tháng {} tháng 2
    trừ | ngoại trừ | không kể | không tính | không bao gồm
word · Lo {} ở xã
    phấn đấu | phần đầu | phân đầu | bắt buộc | lần đầu | hàng hóa | khách hàng | ngân hàng
    cửa hàng | hàng hải | hàng đầu | đứng đầu | người đứng đầu | đầu tư | ban đầu | đầu mối
    đầu vào | đầu ra | quy định | quy chế | quy trình | quy hoạch | quy mô | quy phạm | quy ước
    quy luật | việt nam | miền nam | nam giới | kỳ họp | ngày hội | ngày lễ | ngày công | ngày nghỉ
    hết hạn | đến hạn | đúng hạn | trễ hạn | quá hạn | trước hạn | có thời hạn | hết hiệu lực
    các bộ phận | các phòng | các đơn vị | các cơ quan | các cuộc họp | cuộc họp | hội nghị
    một số | một phần | một cửa | pháp luật | tháng hành động | tháng thanh niên | quý vị | ngày vì
    hạn chế
""")
