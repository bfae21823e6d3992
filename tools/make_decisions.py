"""Write the decision of every sample as a .docx, of the text in samples/*/source/quyet-dinh.md.

    python tools/make_decisions.py

The targets stand as the real decision words them, the rest is prose of our own, and nobody's
name. `import` makes the sample's register of each (tests/document).
"""

from __future__ import annotations

import csv
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
_WIDTHS = {7: (5, 23, 14, 14, 13, 11, 20)}
"""Hundredths of the paper that the columns of the plan take; others share it."""
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
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
    for line in filter(None, text.splitlines()):
        level = _LIST.get(line[:4])
        if line == "{plan}":
            yield plan(rows(folder, "plan"))
        elif line.startswith("| "):
            yield table([[(cell.strip(), 1) for cell in line.strip("| ").split("|")]])
        elif level is not None:
            yield paragraph(line[4:], level=level)
        else:
            yield paragraph(line.strip("*"), bold=line.startswith("**"))


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
    return table(lines)


def paragraph(text: str, *, level: int | None = None, bold: bool = False, size: int = _TEXT) -> str:
    """Return a paragraph; `level` gives it Word's own number or bullet."""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        if level is not None
        else ""
    )
    space = 80 if size == _TEXT else 20
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    look = f'<w:rPr>{font}{"<w:b/>" * bold}<w:sz w:val="{size}"/></w:rPr>'
    return (
        f'<w:p><w:pPr>{listed}<w:spacing w:after="{space}"/></w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def table(lines: list[list[tuple[str, int]]]) -> str:
    """Return a table of texts, each with the columns that it covers."""
    width = max(sum(span for _, span in line) for line in lines)
    shares = _WIDTHS.get(width, (100 // width,) * width)
    wide = [_PAPER_WIDTH * share // 100 for share in shares]
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in wide)
    made = ""
    for line in lines:
        row, at = "", 0
        for text, span in line:
            own = sum(wide[at : at + span])
            box = f'<w:tcW w:w="{own}" w:type="dxa"/><w:gridSpan w:val="{span}"/>'
            row += f"<w:tc><w:tcPr>{box}</w:tcPr>{paragraph(text, size=_CELL)}</w:tc>"
            at += span
        made += f"<w:tr>{row}</w:tr>"
    about = (
        f'<w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
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
