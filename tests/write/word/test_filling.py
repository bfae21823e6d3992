"""Fields, lists, rows and repeated parts of a template, whatever Word has made of them."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from qms_xlsx.say.report import Account
from qms_xlsx.write.templating import TemplateError
from qms_xlsx.write.word import Filling, made_paper, report_filling
from tests.write.word.papers import DAY, lines, made, opened, small_template


def test_a_field_is_replaced_in_the_shape_of_its_first_letter(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("#qms:report:1")
    paragraph = document.add_paragraph("Gửi ")
    for text, bold in (("{{org", True), ("anisa", False), ("tion}} ngay", None)):
        paragraph.add_run(text).bold = bold
    document.save(str(tmp_path / "mau.docx"))
    told = made(tmp_path / "mau.docx", Filling(fields={"organisation": "UBND xã Thử"}))
    runs = [(run.text, run.bold) for run in told.paragraphs[0].runs if run.text]
    assert runs == [("Gửi ", None), ("UBND xã Thử", True), (" ngay", None)]


def test_a_list_makes_a_paragraph_for_each_text_and_keeps_its_dash(tmp_path: Path) -> None:
    template = small_template(tmp_path, "Nguyên nhân", "- {{causes}}", "Hết")
    told = made(template, Filling(lists={"causes": ("Một.", "Hai.")}))
    assert lines(told) == ["Nguyên nhân", "- Một.", "- Hai.", "Hết"]


def test_what_has_nothing_to_say_is_left_out(tmp_path: Path) -> None:
    rows = [["TT", "Tên"], ["{{results:number}}", "{{results:name}}"]]
    template = small_template(
        tmp_path, "{{parent}}", "- {{parent}};", "{{causes}}", "Hết", rows=rows
    )
    filling = Filling(fields={"parent": ""}, lists={"causes": ()}, tables={"results": ()})
    assert lines(made(template, filling)) == ["Hết"]


def test_a_cell_keeps_a_paragraph_though_it_has_nothing_to_say(tmp_path: Path) -> None:
    rows = [["{{parent}}", "{{signers}}"]]
    template = small_template(tmp_path, rows=rows)
    told = made(template, Filling(fields={"parent": ""}, lists={"signers": ()}))
    assert [[p.text for p in cell.paragraphs] for cell in told.tables[0].rows[0].cells] == [
        [""],
        [""],
    ]
    told = made(template, Filling(fields={"parent": "A"}, lists={"signers": ("B", "C")}))
    assert [[p.text for p in c.paragraphs] for c in told.tables[0].rows[0].cells] == [
        ["A"],
        ["B", "C"],
    ]


def test_a_row_for_each_item_looks_like_the_sample_of_its_kind(tmp_path: Path) -> None:
    rows = [["TT", "Tên"], ["{{results-heading:number}}", "Mục {{results-heading:name}}"],
            ["{{results:number}}", "{{results:name}}"]]  # fmt: skip
    items = (
        ("results-heading", {"number": "1", "name": "A"}),
        ("results", {"number": "1a", "name": "B"}),
        ("results-weak", {"number": "1b"}),
    )
    told = made(small_template(tmp_path, rows=rows), Filling(tables={"results": items}))
    assert lines(told) == ["TT | Tên", "1 | Mục A", "1a | B", "1b | "]


def test_a_column_that_says_nothing_leaves_its_room_to_another(tmp_path: Path) -> None:
    rows = [["TT", "Mức kỳ", "Tên"], ["{{results:n}}", "{{results:level}}", "{{results:name}}"]]
    template = small_template(tmp_path, rows=rows)
    items = (("results", {"n": "1", "level": "5", "name": "A"}),)
    whole = made(template, Filling(tables={"results": items}))
    width = sum(column.width for column in whole.tables[0].columns)
    left = frozenset({"results:level"})
    told = made(template, Filling(tables={"results": items}, left_out=left))
    assert lines(told) == ["TT | Tên", "1 | A"]
    assert abs(sum(column.width for column in told.tables[0].columns) - width) < 1000


def test_a_repeated_part_is_filled_for_each_item_with_the_fields_around_it(tmp_path: Path) -> None:
    template = small_template(
        tmp_path, "{{#slips}}", "{{what}} – {{organisation}}", "{{/slips}}", "Hết"
    )
    slips = [Filling(fields={"what": text}) for text in ("Một", "Hai")]
    told = made(template, Filling(fields={"organisation": "Thử"}, parts={"slips": slips}))
    assert lines(told) == ["Một – Thử", "Hai – Thử", "Hết"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("một\x00\x07\x1b[31m hai\u202e", "một[31m hai"),
        ("dòng 1\r\ndòng 2\x0bdòng 3", "dòng 1 dòng 2 dòng 3"),
        ("{{organisation}} và {{causes}}", "{{organisation}} và {{causes}}"),
        ("=1+1 <w:t>&amp;</w:t>", "=1+1 <w:t>&amp;</w:t>"),
        ("lẻ \ud800 \ufffe hết", "lẻ hết"),
    ],
)
def test_what_people_typed_is_text_and_nothing_else(
    tmp_path: Path, typed: str, printed: str
) -> None:
    template = small_template(tmp_path, "Ghi: {{what}}.", "{{causes}}")
    filling = Filling(fields={"what": typed, "organisation": "X"}, lists={"causes": (typed,)})
    told = lines(made(template, filling))
    assert told == [f"Ghi: {printed}.", printed]


def test_gaps_are_counted_and_coloured_in_text_and_tables(
    half_year: Account, tmp_path: Path
) -> None:
    template = small_template(tmp_path, "Số: […]/BC", "{{causes}}", rows=[["[… nêu tên]", "rõ"]])
    filling = Filling(lists={"causes": ("Do [… nêu lý do] và […].",)})
    assert made_paper("report", filling, DAY, template).gaps == 4
    ours = made_paper("report", report_filling(half_year), DAY)
    assert ours.gaps > 0
    runs = [run for row in opened(ours.data).tables[0].rows for cell in row.cells
            for p in cell.paragraphs for run in p.runs if run.text.startswith("[…")]  # fmt: skip
    assert runs
    assert {run.style.name for run in runs} == {"Chỗ cần điền"}


def test_a_template_without_the_part_is_refused_with_its_mark(tmp_path: Path) -> None:
    document = docx.Document()
    document.save(str(tmp_path / "mau.docx"))
    with pytest.raises(TemplateError, match="#qms:report:1"):
        made(tmp_path / "mau.docx", Filling())


def test_a_template_that_word_cannot_open_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(b"PK khong phai")
    with pytest.raises(TemplateError, match=r"mau\.docx"):
        made(tmp_path / "mau.docx", Filling())


@pytest.mark.parametrize(
    ("paragraph", "row", "named"),
    [
        ("Gửi {{organization}}", ["x"], "{{organization}}"),
        ("- {{cause}}", ["x"], "{{cause}}"),
        ("{{#slip}}", ["x"], "{{#slip}}"),
        ("", ["{{result:name}}"], "{{result}}"),
        ("", ["{{results:nmae}}"], "{{results:nmae}}"),
        ("", ["{{org}}"], "{{org}}"),
    ],
)
def test_a_place_that_nothing_goes_into_is_refused_by_its_name(
    tmp_path: Path, paragraph: str, row: list[str], named: str
) -> None:
    filling = Filling(
        fields={"organisation": "X"},
        lists={"causes": ("Một.",)},
        tables={"results": [("results", {"name": "A"})]},
        parts={"slips": ()},
    )
    with pytest.raises(TemplateError, match=re.escape(named)):
        made(small_template(tmp_path, paragraph, rows=[row]), filling)


def test_a_name_without_end_and_with_controls_stands_in_the_properties_too(tmp_path: Path) -> None:
    filling = Filling(fields={"organisation": "UBND\x1b " + "xã " * 200, "title": "Báo\ncáo"})
    about = made(small_template(tmp_path, "{{organisation}}"), filling).core_properties
    assert (about.author[:7], len(about.author), about.title) == ("UBND xã", 255, "Báo cáo")


def test_what_people_typed_into_a_row_is_no_place(tmp_path: Path) -> None:
    rows = [["{{results:name}}"]]
    filling = Filling(
        fields={"organisation": "X"},
        tables={"results": [("results", {"name": "{{organisation}} {{x}}"})]},
    )
    told = made(small_template(tmp_path, rows=rows), filling)
    assert lines(told) == ["{{organisation}} {{x}}"]


def test_a_list_within_a_line_stands_in_one_line(tmp_path: Path) -> None:
    template = small_template(tmp_path, "Nguyên nhân: {{causes}} Hết.")
    told = made(template, Filling(lists={"causes": ("Một.", "Hai.")}))
    assert lines(told) == ["Nguyên nhân: Một. Hai. Hết."]


def test_a_column_is_as_wide_as_its_longest_word(tmp_path: Path) -> None:
    rows = [["Tên", "Số"], ["{{results:name}}", "{{results:figure}}"]]
    template = small_template(tmp_path, rows=rows)
    document = docx.Document(str(template))
    for column, width in zip(document.tables[0].columns, (8_000_000, 300_000), strict=True):
        column.width = width
    document.save(str(template))
    items = (("results", {"name": "Tên", "figure": "123.456.789.012"}),)
    told = made(template, Filling(tables={"results": items})).tables[0]
    wide = [column.width.pt for column in told.columns]
    assert wide[1] > 15 * 0.45 * 11
    assert told.rows[1].cells[1].width.pt == wide[1]
    assert abs(sum(wide) - 8_300_000 / 12_700) < 1
