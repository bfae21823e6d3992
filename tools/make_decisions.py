"""Write the decision of every sample as a .docx: its real figures and structure, prose of our own.

    python tools/make_decisions.py

Nobody's name stands in them. `import` makes the sample's register of each (tests/document).
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
INSIDE_ARTICLE = ("giong-rieng-2019", "cao-loc-2023")
"""Decisions that state their objectives in article 1; the others have an appendix."""
LINES = {
    "LS-1.9a": "Tiếp tục hoàn thiện 05 tiêu chí xây dựng đô thị La Sơn",
    "LS-1.9b": "đạt >95 điểm",
    "BH-1.4a": "Tổng diện tích gieo trồng lúa cả năm 49 ha",
    "BH-1.4b": "năng suất lúa đạt 51 tạ/ha",
    "TL-7b": "mức độ xây dựng chính quyền điện tử, chuyển đổi số đạt loại tốt",
    "TL-7c": "và nằm trong top 3 của huyện",
    "GR-2b": "đánh giá cuối năm có 98% hoàn thành nhiệm vụ trở lên",
}
"""Wordings that need more than the name and the level of a row."""
PLAN_HEADS = (
    "TT",
    "Mục tiêu chất lượng và biện pháp thực hiện MTCL",
    "Chủ trì",
    "Phối hợp",
    "Thời gian thực hiện",
    "Trách nhiệm theo dõi MTCL",
    "Cách thức theo dõi và kết quả",
)
_LEVEL = re.compile(r"^(?:[<>≥≤]|\d|đạt|từ|tăng|dưới|trên|ít nhất|tối thiểu|xếp|nằm|năng)")


def main() -> None:
    """Write the five decisions."""
    for folder in sorted(SAMPLES.iterdir()):
        if (folder / "source").is_dir():
            write(folder / "source" / "quyet-dinh.docx", list(body(folder)))


def body(folder: Path) -> Iterator[str]:
    """Yield the decision's paragraphs and tables."""
    info = {row["key"]: row["value"] for row in rows(folder, "info")}
    yield from head(info)
    inside = folder.name in INSIDE_ARTICLE
    objectives = rows(folder, "objectives")
    parts = (
        "Mục tiêu chất lượng và Kế hoạch thực hiện" if _has_plan(folder) else "Mục tiêu chất lượng"
    )
    if inside:
        yield paragraph(f"Điều 1. Ban hành Mục tiêu chất lượng năm {info['year']} như sau:")
        yield from listed(objectives)
    else:
        yield paragraph(f"Điều 1. Ban hành kèm theo Quyết định này {parts} năm {info['year']}.")
    yield paragraph("Điều 2. Định kỳ 06 tháng/01 lần, các bộ phận xem xét kết quả, gửi báo cáo.")
    names = ", ".join(f"công chức {row['name']}" for row in rows(folder, "departments"))
    yield paragraph(
        f"Điều 3. Ban Chỉ đạo ISO, {names} và cá nhân liên quan chịu trách nhiệm thi hành."
    )
    yield paragraph("Nơi nhận:", bold=True)
    yield paragraph("- Như Điều 3;")
    yield paragraph("- Lưu: VT.")
    yield paragraph("TM. ỦY BAN NHÂN DÂN", bold=True)
    yield paragraph("CHỦ TỊCH", bold=True)
    if not inside:
        yield paragraph("Phụ lục 1", bold=True)
        yield paragraph(f"MỤC TIÊU CHẤT LƯỢNG NĂM {info['year']}", bold=True)
        yield paragraph("Toàn cơ quan phấn đấu hoàn thành các mục tiêu sau:")
        yield from listed(objectives)
    if _has_plan(folder):
        yield paragraph("Phụ lục 2", bold=True)
        yield paragraph(f"KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM {info['year']}", bold=True)
        yield plan(rows(folder, "plan"), objectives)


def head(info: Row) -> Iterator[str]:
    """Yield the head: who, the number and the date, what about, on which grounds."""
    office = info["organisation"].replace("UBND", "ỦY BAN NHÂN DÂN").upper()
    yield table([[(office, 1), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1)]])
    yield paragraph(f"Số: {info['decision_number'] or '/QĐ-UBND'}")
    day = info["decision_date"].split("-")
    written = (
        f"ngày {int(day[2]):02} tháng {int(day[1])} năm {day[0]}"
        if len(day) == 3
        else f"ngày … tháng … năm {info['year']}"
    )
    yield paragraph(f"{info['place']}, {written}")
    yield paragraph("QUYẾT ĐỊNH", bold=True)
    subject = f"Ban hành Mục tiêu chất lượng năm {info['year']} của {info['organisation']}"
    yield paragraph(subject, bold=True)
    yield paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;")
    yield paragraph("Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014;")
    yield paragraph("QUYẾT ĐỊNH:", bold=True)


def listed(objectives: list[Row]) -> Iterator[str]:
    """Yield the objectives as Word numbers them: 1., a), bullets; one line a number."""
    by_parent: dict[str, list[Row]] = {}
    for row in objectives:
        by_parent.setdefault(row["parent"], []).append(row)
    for top in by_parent[""]:
        yield from _item(top, by_parent)


def _item(top: Row, by_parent: dict[str, list[Row]]) -> Iterator[str]:
    below = by_parent.get(top["code"], [])
    if not below:
        yield paragraph(f"{sentence(top)}.", level=0)
    elif top["target"]:
        yield paragraph(f"Phấn đấu {top['target']} {top['name'][9:]}, cụ thể:", level=0)
        for row in below:
            inner = by_parent.get(row["code"], [row])
            yield paragraph(f"{'; '.join(map(sentence, inner))};", level=2)
    elif "." in below[0]["number"]:
        yield paragraph(f"{top['name']}:", level=0)
        letters = dict.fromkeys(row["number"].rpartition(".")[0] for row in below)
        for letter in letters:
            inner = [row for row in below if row["number"].startswith(f"{letter}.")]
            yield paragraph(f"{'; '.join(map(sentence, inner))}.", level=1)
    else:
        yield paragraph(f"{'; '.join(map(sentence, below))}.", level=0)


def sentence(row: Row) -> str:
    """Return a row in words: its target, with its name where that is only a level."""
    if row["code"] in LINES:
        return LINES[row["code"]]
    target = row["target"]
    short = len(target.split()) <= 5 and _LEVEL.match(target)
    whole = not short and not re.match(r"(đạt|từ|tăng|xếp|để|nằm)\b", target)
    if whole:
        return target
    colon = ": " if target[:1].isdigit() or target[:1] in "<>" else " "
    return f"{row['name']}{colon}{target}"


def plan(measures: list[Row], objectives: list[Row]) -> str:
    """Return the plan matrix: a row across a section, two rows of headings."""
    top = {row["number"]: row for row in objectives if not row["parent"]}
    lines = [
        [(PLAN_HEADS[0], 1), (PLAN_HEADS[1], 1), ("Trách nhiệm thực hiện", 2)]
        + [(text, 1) for text in PLAN_HEADS[4:]],
        [("", 1), ("", 1), *((text, 1) for text in PLAN_HEADS[2:4]), ("", 1), ("", 1), ("", 1)],
    ]
    sections = list(dict.fromkeys(row["number"].split(".")[0] for row in measures))
    for order, section in enumerate(sections, 1):
        below = [row for row in objectives if row["parent"] == top[str(order)]["code"]]
        words = "; ".join(map(sentence, below or [top[str(order)]]))
        lines.append([(section, 1), (words, 6)])
        for row in (row for row in measures if row["number"].split(".")[0] == section):
            texts = [row["number"].split(".")[1]]
            keys = ("measure", "lead", "coordinating", "deadline", "monitor", "evidence")
            texts += [row[key] for key in keys]
            lines.append([(text, 1) for text in texts])
    return table(lines)


def paragraph(text: str, *, level: int | None = None, bold: bool = False) -> str:
    """Return a paragraph; `level` gives it Word's own number or bullet."""
    listed_ = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        if level is not None
        else ""
    )
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{listed_}<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(lines: list[list[tuple[str, int]]]) -> str:
    """Return a table of texts, each with the columns that it covers."""
    width = max(sum(span for _, span in line) for line in lines)
    grid = f"<w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>"
    made = ""
    for line in lines:
        cells = (
            f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(text)}</w:tc>'
            for text, span in line
        )
        made += f"<w:tr>{''.join(cells)}</w:tr>"
    return f"<w:tbl><w:tblPr/>{grid}{made}</w:tbl>"


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
            f'<w:document xmlns:w="{WORDS}"><w:body>{"".join(parts)}</w:body></w:document>'
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


def _has_plan(folder: Path) -> bool:
    """Whether the decision holds the plan: one of the five does, the other plans are ours."""
    return folder.name == "thuong-lo-2024"


if __name__ == "__main__":
    main()
