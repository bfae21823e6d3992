"""Write the decision of every sample as a .docx, of the text in samples/*/source/quyet-dinh.md.

    python tools/make_decisions.py

The targets stand as the real decision words them, the rest is prose of our own, and nobody's
name. `import` makes the sample's register of each (tests/document).
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, str]
SAMPLES = Path(__file__).parent.parent / "samples"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PLAN_HEADS = (
    "TT",
    "Mục tiêu chất lượng và biện pháp thực hiện MTCL",
    "Chủ trì",
    "Phối hợp",
    "Thời gian thực hiện",
    "Trách nhiệm theo dõi MTCL",
    "Cách thức theo dõi và kết quả",
)
SECTIONS = {
    "I": "100% các bộ phận chuyên môn triển khai xây dựng, áp dụng, duy trì và cải tiến có hiệu "
    "quả HTQLCL phù hợp Tiêu chuẩn quốc gia TCVN ISO 9001:2015.",
    "II": "100% các chương trình, đề án, nhiệm vụ trọng tâm trong Chương trình công tác năm 2024 "
    "của UBND xã được theo dõi và đôn đốc thực hiện; phấn đấu hoàn thành 100% các nhiệm vụ trọng "
    "tâm thuộc chương trình công tác năm 2024 của UBND xã.",
    "III": "100% ý kiến chỉ đạo của UBND huyện, Chủ tịch UBND huyện, UBND xã có thời hạn được theo "
    "dõi, đôn đốc thực hiện; phấn đấu 100% ý kiến chỉ đạo hoàn thành đúng hạn.",
    "IV": "Phấn đấu hoàn thành 100% các chỉ tiêu kinh tế - xã hội năm 2024",
    "V": "Về Dịch vụ công, giải quyết TTHC",
    "VI": "100% các văn bản giao cho công chức chuyên môn trên Hệ thống Quản lý văn bản điều hành "
    "của UBND xã được xử lý đúng hạn",
    "VII": "Phấn đấu năm 2024, chỉ số cải cách hành chính của xã xếp loại xuất sắc; mức độ xây "
    "dựng chính quyền điện tử và chuyển đổi số đạt loại tốt và nằm trong top 3 của huyện.",
    "VIII": "100% cán bộ, công chức tham gia đào tạo, bồi dưỡng theo chỉ tiêu, kế hoạch đề ra",
    "IX": "Phấn đấu tập thể UBND xã đạt danh hiệu tập thể lao động tiên tiến trở lên; 100% cán bộ, "
    "công chức đạt danh hiệu lao động tiên tiến; 15% cán bộ, công chức đạt danh hiệu chiến sĩ thi "
    "đua cơ sở.",
}
"""The rows across the plan of Thượng Lộ, as its second annex words them."""
_LIST = {"[1] ": 0, "[a] ": 1, "[-] ": 2}
"""How a line begins that Word numbers itself, and the level of its list."""
_TEXT, _CELL = 26, 20
"""Half points of the letters in the text and in tables."""
_PAPER_WIDTH = 9_400
"""Twentieths of a point between the margins."""
_WIDTHS = {7: (7, 22, 14, 14, 13, 11, 19)}
"""Hundredths of the paper that the columns of the plan take; others share it."""
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_HEADING = re.compile(r"(?:\d+|[IVX]+)\. |Nơi nhận|Điều ")
"""What stands in bold at the left; other bold lines stand in the middle."""
_ANNEX = re.compile(r"Phụ lục |MỤC TIÊU CHẤT LƯỢNG NĂM")
_ASIDE = re.compile(r"\(Kèm theo |[^,]{2,40}, ngày \d")
"""What stands in the middle in slanted letters: what an annex goes with, place and day."""
_CENTRED = '<w:jc w:val="center"/>'
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" '
    'w:bottom="1134" w:left="1656" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def main() -> None:
    """Write the five decisions."""
    for folder in sorted(SAMPLES.iterdir()):
        if (folder / "source" / "quyet-dinh.md").is_file():
            write(folder / "source" / "quyet-dinh.docx", list(body(folder)))


def body(folder: Path) -> Iterator[str]:
    """Yield the decision's paragraphs and tables, as its text has them."""
    text = (folder / "source" / "quyet-dinh.md").read_text(encoding="utf-8")
    before = ""
    for line in filter(None, text.splitlines()):
        level = _LIST.get(line[:4])
        if line == "{plan}":
            yield plan(rows(folder, "plan"))
        elif line.startswith("| "):
            heads = [(cell.strip(), 1) for cell in line.strip("| ").split("|")]
            yield table([heads], ruled=False, heads=1)
        elif level is not None:
            yield paragraph(line[4:], level=level)
        else:
            yield _line(line, opens=not before.startswith("**Phụ lục"))
        before = line


def _line(line: str, *, opens: bool) -> str:
    """Return a line as a paper has it: titles in the middle, an annex on a page of its own."""
    words, bold = line.strip("*"), line.startswith("**")
    title = bold and not _HEADING.match(words)
    aside = not bold and _ASIDE.match(words) is not None
    annex = title and opens and _ANNEX.match(words) is not None
    return paragraph(words, bold=bold, slanted=aside, middle=title or aside, anew=annex)


def plan(measures: list[Row]) -> str:
    """Return the plan matrix: a row across a section, two rows of headings."""
    lines = [
        [(PLAN_HEADS[0], 1), (PLAN_HEADS[1], 1), ("Trách nhiệm thực hiện", 2)]
        + [(text, 1) for text in PLAN_HEADS[4:]],
        [("", 1), ("", 1), *((text, 1) for text in PLAN_HEADS[2:4]), ("", 1), ("", 1), ("", 1)],
    ]
    for section, words in SECTIONS.items():
        lines.append([(section, 1), (words, 6)])
        for row in (row for row in measures if row["number"].split(".")[0] == section):
            texts = [row["number"].split(".")[1]]
            keys = ("measure", "lead", "coordinating", "deadline", "monitor", "evidence")
            texts += [row[key] for key in keys]
            lines.append([(text, 1) for text in texts])
    return table(lines, heads=2)


def paragraph(
    text: str,
    *,
    level: int | None = None,
    bold: bool = False,
    slanted: bool = False,
    middle: bool = False,
    anew: bool = False,
    size: int = _TEXT,
) -> str:
    """Return a paragraph; `level` gives it Word's own number or bullet, `anew` a page."""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        if level is not None
        else ""
    )
    space = 80 if size == _TEXT else 20
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    look = f'<w:rPr>{font}{"<w:b/>" * bold}{"<w:i/>" * slanted}<w:sz w:val="{size}"/></w:rPr>'
    return (
        f'<w:p><w:pPr>{"<w:pageBreakBefore/>" * anew}{listed}<w:spacing w:after="{space}"/>'
        f"{_CENTRED * middle}</w:pPr>"
        f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def table(lines: list[list[tuple[str, int]]], *, heads: int, ruled: bool = True) -> str:
    """Return a table of texts, each with the columns that it covers; its first rows are heads."""
    width = max(sum(span for _, span in line) for line in lines)
    shares = _WIDTHS.get(width, (100 // width,) * width)
    wide = [_PAPER_WIDTH * share // 100 for share in shares]
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in wide)
    made = ""
    for number, line in enumerate(lines):
        row, at = "", 0
        head = number < heads
        for text, span in line:
            own = sum(wide[at : at + span])
            box = f'<w:tcW w:w="{own}" w:type="dxa"/><w:gridSpan w:val="{span}"/>'
            if head and heads > 1 and (not text or (number == 0 and span == 1)):  # over both rows
                box += '<w:vMerge w:val="restart"/>' if text else "<w:vMerge/>"
            words = paragraph(text, bold=head, middle=head, size=_CELL)
            row += f"<w:tc><w:tcPr>{box}</w:tcPr>{words}</w:tc>"
            at += span
        again = "<w:trPr><w:tblHeader/></w:trPr>" * (head and heads > 1)
        made += f"<w:tr>{again}{row}</w:tr>"
    about = (
        f'<w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblBorders>{_BORDERS * ruled}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/>'
    )
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def write(path: Path, parts: list[str]) -> None:
    """Write the .docx, the same bytes every time."""
    levels = (("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "-"))
    lists = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{KIND}.numbering+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
            f'Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
        ),
        "word/numbering.xml": (
            f'<w:numbering xmlns:w="{WORDS}"><w:abstractNum w:abstractNumId="0">{lists}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        ),
        "word/document.xml": (
            f'<w:document xmlns:w="{WORDS}"><w:body>{"".join(parts)}{_PAGE}</w:body></w:document>'
        ),
    }
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            entry = ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, f'<?xml version="1.0" encoding="UTF-8"?>{text}')


def rows(folder: Path, name: str) -> list[Row]:
    """Return the rows of a sample's table."""
    with (folder / "source" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    main()
