"""How wordings compare: comparators, what leads to a level, what only fills, "about"."""

from __future__ import annotations

from qms_xlsx.language.vocabulary.row import rows

BEFORE = rows("""
says:>= · Tỷ lệ hài lòng {} 90% => >= 90 [%] higher said
    ít nhất, tối thiểu, không dưới, không thấp hơn, không ít hơn, không nhỏ hơn, không kém
    không kém hơn, lớn hơn hoặc bằng, bằng hoặc lớn hơn, bằng hoặc cao hơn, cao hơn hoặc bằng
    bằng hoặc hơn, thấp nhất, thấp nhất là, chí ít, bằng và trên, bằng hoặc trên, trên hoặc bằng
    không dưới mức, đạt và vượt, bằng và vượt, ít ra, không thua, không được dưới
    không được thấp hơn, chạm mốc, >=, ≥, ⩾, ≧, =>, > =, = >, tối thiểu từ
says:> · Tỷ lệ hài lòng {} 90% => > 90 [%] higher said
    trên, hơn, lớn hơn, cao hơn, nhiều hơn, vượt, vượt quá, vượt trên, vượt mức, quá, >, ＞
says:<= · Tỷ lệ hồ sơ trễ hạn {} 5% => <= 5 [%] lower said
    không quá, ±, tối đa, không vượt quá, không vượt, nhiều nhất, cao nhất, không cao hơn
    không lớn hơn, không nhiều hơn, không trên, không hơn, nhỏ hơn hoặc bằng, bằng hoặc nhỏ hơn
    bằng hoặc thấp hơn, thấp hơn hoặc bằng, dưới hoặc bằng, bằng hoặc dưới, không được quá
    không được vượt quá, trong vòng, cao nhất là, chậm nhất, chậm nhất là, trong thời hạn
    không vượt mức, khống chế ở mức, kiềm chế ở mức, trong thời gian không quá, không được trên
    <=, ≤, ⩽, ≦, =<, < =, = <
says:< · Tỷ lệ hồ sơ trễ hạn {} 5% => < 5 [%] lower said
    dưới, nhỏ hơn, ít hơn, thấp hơn, chưa đến, chưa tới, không đến, không tới, không đầy, chưa đầy
    <, ＜
says:= · Tỷ lệ hài lòng {} 90% => = 90 [%] higher said
    đúng bằng
leans:>= · Tỷ lệ hài lòng {} 90% => >= 90 [%] higher said
    từ, đạt từ, đạt mức từ, từ mức
within:<= · Giải quyết hồ sơ {} 5 ngày => <= 5 [ngày] lower said
    trong
leans:<= · Tỷ lệ hồ sơ trễ hạn {} 5% => <= 5 [%] lower said
    dừng ở mức, dừng lại ở
level:>= · Tỷ lệ hài lòng {} 90% => >= 90 [%] higher said
    lên, lên đến, lên tới, lên mức, tăng lên, nâng lên, lên thành, đạt đến, đạt tới, lên đạt
    lên trên mức, lên ít nhất
level:<= · Tỷ lệ hồ sơ trễ hạn {} 5% => <= 5 [%] lower said
    còn, xuống, xuống còn, chỉ còn, giảm còn, giảm xuống, giảm xuống còn, xuống mức, còn lại
    hạ xuống, rút xuống, xuống đến, xuống tới, còn ở mức, còn tối đa, về mức, về còn, về dưới mức
fills · Tỷ lệ hài lòng {} 90% => >= 90 [%] higher
    kết quả, là, đạt, =, bằng, đạt được, phải, phải đạt, có, mức, ở mức, được, cũng, số, phấn đấu
    phải có, đạt mức, cần, cần đạt, đạt ở mức, đạt tỷ lệ, tỷ lệ, thêm, thực hiện, tổ chức
    hoàn thành, đến, tới, bình quân, trở lên đạt
about · Tỷ lệ hài lòng {} 90% => >= 90 [%] higher *
    khoảng, gần, xấp xỉ, ước đạt, ước, trên dưới, độ, ngót, gần đạt, chừng, ~, ≈, vào khoảng, tầm
stops · Đạt {} 90%
    trở lên, trở xuống, (mức|trình|tiến|tốc|mật|nhiệt|cường|chế|hạn|biên) độ
""")
"""What stands before a figure."""
AFTER = rows("""
>= · Tỷ lệ hài lòng 90% {} => >= 90 [%] higher said
    trở lên, hoặc hơn, hoặc cao hơn, hoặc nhiều hơn, là tối thiểu, là ít nhất, và hơn thế
    là mức tối thiểu, tối thiểu
<= · Tỷ lệ hồ sơ trễ hạn 5% {} => <= 5 [%] lower said
    trở xuống, hoặc thấp hơn, hoặc ít hơn, là tối đa, là nhiều nhất, là mức tối đa, trở lại
    tối đa
""")
"""What stands behind a figure."""
