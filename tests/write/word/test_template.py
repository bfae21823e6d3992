"""The template bao-cao.docx: by its command, by Decree 30/2020, and restyled by an office."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from qms_xlsx.book.resources import REPORT_TEMPLATE, template
from qms_xlsx.say.report import Account
from qms_xlsx.write.word import (
    Filling,
    departments_filling,
    made_paper,
    minutes_filling,
    report_filling,
    slips_filling,
)
from tests.workbook_parts import parts
from tests.write.word.papers import DAY, lines, opened

TOOL = Path(__file__).parents[3] / "tools" / "make_templates.py"
PARTS = ("report", "slips", "minutes", "departments")


@pytest.fixture(scope="module")
def fillings(half_year: Account) -> dict[str, Filling]:
    slips = slips_filling(half_year)
    assert slips is not None
    return {
        "report": report_filling(half_year),
        "slips": slips,
        "minutes": minutes_filling(half_year),
        "departments": departments_filling(half_year.aggregate, {"VP-TK": 2}),
    }


def test_the_template_is_what_its_command_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, TOOL, tmp_path], check=True, capture_output=True)
    assert parts(tmp_path / REPORT_TEMPLATE) == parts(template(REPORT_TEMPLATE))


def test_pages_and_letters_are_those_of_the_decree() -> None:
    document = docx.Document(str(template(REPORT_TEMPLATE)))
    for section in document.sections:
        sides = sorted((round(section.page_width.mm), round(section.page_height.mm)))
        assert sides == [210, 297]
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20
    ours = [style for style in document.styles if style.name.startswith("VB ")]
    assert {style.base_style.name for style in ours} == {"Normal"}
    fonts = document.styles["Normal"].element.rPr.find(qn("w:rFonts")).attrib
    assert {value for key, value in fonts.items()} == {"Times New Roman"}
    assert 13 <= document.styles["VB Đoạn"].font.size.pt <= 14


def test_every_place_of_the_template_is_filled_and_no_other_exists(
    fillings: dict[str, Filling], tmp_path: Path
) -> None:
    for part in PARTS:
        document = opened(made_paper(part, fillings[part], DAY).data)
        text = "\n".join(lines(document))
        assert "{{" not in text
        assert "#qms:" not in text
        assert text.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") >= 1


@pytest.mark.parametrize("part", PARTS)
def test_head_rows_repeat_and_no_row_is_split(
    fillings: dict[str, Filling], part: str, tmp_path: Path
) -> None:
    document = opened(made_paper(part, fillings[part], DAY).data)
    for table in document.tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        if len(table.columns) > 2:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_number_stands_above_the_text_from_the_second_page(
    fillings: dict[str, Filling], tmp_path: Path
) -> None:
    document = opened(made_paper("report", fillings["report"], DAY).data)
    [section] = document.sections
    assert section.different_first_page_header_footer
    assert not section.first_page_header.paragraphs[0].text
    [number] = section.header.paragraphs
    assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" in number._p.xml


def test_the_departments_table_lies_across_and_details_stand(
    fillings: dict[str, Filling], tmp_path: Path
) -> None:
    document = opened(made_paper("departments", fillings["departments"], DAY).data)
    shapes = [s.page_width > s.page_height for s in document.sections]
    assert shapes == [True, False]


def test_what_an_office_restyles_is_kept(fillings: dict[str, Filling], tmp_path: Path) -> None:
    own = docx.Document(str(template(REPORT_TEMPLATE)))
    own.styles["VB Đoạn"].font.size = docx.shared.Pt(13)
    own.sections[0].left_margin = docx.shared.Mm(35)
    for paragraph in own.paragraphs:
        if paragraph.text == "1. Công tác chỉ đạo, điều hành":
            paragraph.text = "1. Công tác lãnh đạo"
    own.save(str(tmp_path / "rieng.docx"))
    made = opened(made_paper("report", fillings["report"], DAY, tmp_path / "rieng.docx").data)
    assert made.styles["VB Đoạn"].font.size.pt == 13
    assert round(made.sections[0].left_margin.mm) == 35
    assert "1. Công tác lãnh đạo" in lines(made)


def test_the_same_texts_make_the_same_bytes(fillings: dict[str, Filling]) -> None:
    for part in PARTS:
        paper = made_paper(part, fillings[part], DAY)
        assert made_paper(part, fillings[part], DAY) == paper
    about = opened(paper.data).core_properties
    assert about.created.date() == about.modified.date() == DAY
    assert about.title.startswith("Bảng tổng hợp kết quả")


def test_a_slip_has_a_page_and_four_parts(fillings: dict[str, Filling], tmp_path: Path) -> None:
    document = opened(made_paper("slips", fillings["slips"], DAY).data)
    slips = len(fillings["slips"].parts["slips"])
    breaks = sum(bool(p.paragraph_format.page_break_before) for p in document.paragraphs)
    assert breaks == slips
    parts_of = [text for text in lines(document) if re.match(r"[1-4]\. [A-ZĐ]", text)]
    assert len(parts_of) == 4 * slips


ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang",
}
"""The children of what is ordered, in the order of the schema (ECMA-376), which Word insists on."""


def test_properties_stand_in_the_order_of_the_schema(
    fillings: dict[str, Filling], tmp_path: Path
) -> None:
    for part in PARTS:
        document = opened(made_paper(part, fillings[part], DAY).data)
        for root in (document.element, document.styles.element):
            for name, order in ORDERS.items():
                wanted = [qn(f"w:{child}") for child in order.split()]
                for element in root.iter(qn(f"w:{name}")):
                    places = [wanted.index(child.tag) for child in element]
                    assert places == sorted(places), element.xml


def test_word_takes_the_text_for_vietnamese() -> None:
    document = docx.Document(str(template(REPORT_TEMPLATE)))
    languages = {own.get(qn("w:val")) for own in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"vi-VN"}
