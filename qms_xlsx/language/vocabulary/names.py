"""Names that hold numbers: dates, documents, standards, ordinals, levels, ages.

After a class, "%" means: unless a share follows, "?": unless any unit follows.
"""

# ruff: noqa: E501 (a pattern is easier to check on one line)

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

SHAPES = rows("""
standard · Áp dụng {} tại 100% phòng ban
    <std> [<std>|/ <std>|: <std>] [:|-] ## [: ##|- ##|/ ##|: ## / <w>]
    9001 : @ | <std> <n.0>
    (phiên bản|công nghiệp|cách mạng|nông nghiệp|chính phủ) [lần thứ] <n.0>
    covid 19 | covid - 19
document · Thực hiện {} của tỉnh
    ## [/ @] (/|-) <sign> [- <w>|/ <w>|/ <sign> - <w>|- <w> - <w>|- <w> <w>|/ <w> - <w>]
    ## - <sign> / <w>
date · Đạt 90% {}
    # (/|-|.) # (/|-|.) @ | <d.m.y> | # / @
    @ - @ | # giờ # | # h #
    24 / 24 [h|giờ] | 24 / 7 [h|giờ]
""")
"""Names of signs and digits only; the rest may hold them."""

NAMES = rows("""
document · Thực hiện {} của tỉnh
    (số|số :) <document>
    (văn bản|báo cáo|quy định|hướng dẫn) số [:] (##|<document>) [/ <w>|- <w>|/ <w> - <w>]
    (nghị quyết|nghị định|thông tư|thông tư liên tịch|chỉ thị|quyết định|kết luận|luật|pháp lệnh|công văn|đề án|chương trình|dự án|kế hoạch|thông báo|tờ trình|công điện|NQ|QĐ|NĐ|TT|CT) [số|số :] <document>
document? · Thực hiện {} của tỉnh
    (nghị quyết|nghị định|thông tư|thông tư liên tịch|chỉ thị|quyết định|kết luận|luật|pháp lệnh|công văn|đề án|chương trình|dự án|kế hoạch|thông báo|tờ trình|công điện|NQ|QĐ|NĐ|TT|CT) [số|số :] ## [/ <w>|- <w>|/ <w> - <w>|/ ## / <w>|/ ## / <w> - <w>|/ ##|- ##]
document% · Thực hiện {} của tỉnh
    (điều|khoản|chương|phụ lục|tiết|mục số|biểu số|biểu mẫu|mẫu số|mẫu|bảng số) [số] (##|<roman>) [<glued>|, ##|/ ##|- ##|. ##]
date · Đến {} đạt 90%
    (ngày|mùng) <date>
    (ngày|mùng) # tháng # [năm @|/ @] | # tháng # năm @
    năm @ [- @|/ @] | năm (học|ngân sách) @ [- @|/ @] | năm (học|ngân sách) <date>
    (giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|khóa) [năm] <date>
    (giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|khóa) [năm] @ (-|đến) [năm] @
    # tháng (đầu|cuối) [năm|quý] [@]
    (trong|sau|qua|tiếp tục|thời gian|vòng) # năm [liên tiếp|liên tục|qua|tới]
    # tháng (,|và|, và) [cả|1] năm [@] | # năm [,] [giai đoạn] [(] <date>
    thứ <nth> (hàng|hằng|mỗi) (tuần|tháng)
    (#|hai|ba|bốn|năm) năm (liên tiếp|liên tục|liền|trở lại)
    thế kỷ <n>
date% · Đến {} đạt 90%
    (ngày|mùng) # [/ #|- #] | (ngày|mùng) # / # / @
    tháng # [- #|đến #|, #|và #|- tháng #|đến tháng #|, tháng #|và tháng #] [/ @|năm @]
    tháng <date> [- <date>]
    quý <quarter> [- <quarter>|và <quarter>|, <quarter>|- quý <quarter>|và quý <quarter>|, quý <quarter>] [/ @|- @|năm @]
date? · Đến {} đạt 90%
    năm @ (, @|và @|, @ và @|, @ , @)
ordinal · Tỷ lệ {} giảm 10%
    thứ <nth> [trở lên] | lần [thứ] # [trở lên]
    (ngày|sáng|chiều|tối) thứ <nth>
ordinal% · Tổ chức {} đạt 90%
    (khóa|đợt|vòng|kỳ họp|đại hội) [thứ] <n>
level? · Cung cấp dịch vụ {} đạt 80%
    (mức độ|cấp độ|mức) # <and> [mức độ|mức] # [<and> #|<and> mức độ #] [trở lên]
    mức # [trở lên]
    (loại|vùng|khu vực) # [trở lên] | (lớp|khối) #
    (lớp|khối|vùng|thôn|xóm|ấp|tổ|tổ dân phố|TDP|khu phố|khóm|dãy) (# , #|# , # , #|# , # , # , #|# , # , # , # , #) [<and> #]
    (thôn|xóm|tổ dân phố|TDP|khu phố|đối tượng|ấp|khóm|tổ|phòng|dãy|lô) #
level% · Cung cấp dịch vụ {} đạt 80%
    (mức độ|cấp độ|bậc độ) <n> [trở lên]
    (quốc lộ|tỉnh lộ|QL|TL|ĐT|huyện lộ|đường tỉnh|đường số|đường huyện) [.] ## [<glued>]
    (tiêu chí|chỉ tiêu|nội dung|mục tiêu|tổ|thôn|ấp|khóm|khu phố|khu|tổ dân phố|xóm|bản) số ##
    (tiêu chí|chỉ tiêu) <n.n>
    (hẻm|ngõ|ngách|kiệt) #
    (tiểu học|trung học cơ sở|THCS|mẫu giáo|mầm non|trường|trạm|cụm|cơ sở|đội|kho|cống|nhà) số ##
level · Cung cấp dịch vụ {} đạt 80%
    (cấp|bậc|hạng|loại|nhóm|vùng|khu vực|tuyến) <roman> [<and> <roman>|<and> <roman> <and> <roman>] [trở lên]
    # (không|sạch|tại chỗ|rõ|biết|tăng cường|bắt) | 3 giảm
    (mô hình|phong trào|quy trình|nguyên tắc|chuẩn) 5s
    (#|hai|ba|bốn) cấp
    [trên|ở] cả # (mặt|tiêu chí|lĩnh vực|nội dung|nhóm|chỉ số)
    (trên|ở) cả # chỉ tiêu
    # s
    có 2 con | sinh [đủ|dư] (hai|2) con
age · Tỷ lệ trẻ {} được tiêm đạt 90%
    [từ|trên|dưới|đủ|đến|từ đủ|trên từ] # tuổi [trở lên|trở xuống]
    [từ|trên|dưới|đủ|đến|từ đủ] # (-|đến|đến dưới|đến hết|- dưới) # tuổi [trở lên|trở xuống]
    (từ|trên|dưới) # tháng tuổi
    [trong] (độ tuổi|nhóm tuổi|lứa tuổi) [từ] # (-|đến) # [tuổi]
""")
