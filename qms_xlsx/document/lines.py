"""Lines of a document: where one begins anew, and the list marker that it bears."""

from __future__ import annotations

import re
from typing import NamedTuple

from qms_xlsx.language.text import bare, clean

_MARKER = re.compile(
    r"""(?P<goal>(?i:Mục\ tiêu(?:\ chất\ lượng)?|Chỉ\ tiêu|MTCL)(?:\ số)?\ \d{1,2}(?:\.\d{1,2})*)
      \s*[:.–—-]+(?=\s)
    | (?P<bullet>[-–—+*•●▪○◦❖➢✓✔·‣■□◆►▶➤\uf0a0-\uf0ff]+|o(?=\ [A-ZÀ-ỸĐ\d]))(?=\s|[^\W\d_])
    | (?P<decimal>\d{1,2}(?:\.\d{1,2})+)[.)]?(?=\s)
    | (?P<word>(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)\ là|Thứ\ (?:nhất|hai|ba|tư|năm|sáu|bảy
      |tám|chín|mười))\s*[,:](?=\s)
    | (?P<plain>\d{1,2})(?=\s+\d+(?:[.,]\d+)?\s?%)
    | (?P<point>(?:Khoản|Điểm)\ (?:\d{1,2}|[a-zđ]))\s*[.:](?=\s)
    | (?P<paren>\(\d{1,2}\))
    | (?P<small>\([ivx]{1,4}\)|[ivx]{2,4}[.)](?=\s))
    | (?P<closed>\([a-zđ]\))
    | (?P<number>\d{1,3})(?P<sign>[.)/])(?=\s|[^\W\d_])
    | (?P<letter>[a-zđ]\d?|[A-HĐ]\d{0,2})(?P<close>[.)/])(?=\s|[^\W\d_])
    | (?P<part>(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:[IVX]{1,4}|\d{1,2})\s*[.:–-])(?=\s)
    | (?P<roman>(?!V/v)[IVX]{1,5})(?P<dot>[.)/])(?=\s|[^\W\d_])
    """,
    re.VERBOSE,
)
_EMPHASIS = re.compile(r"</?(?:b|i|u|strong|em|p|span)\s*/?>|\*\*|__(?=\w)|(?<=\w)__")


_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_NAMES = (
    "goal", "word", "plain", "bullet", "decimal", "point", "paren", "small", "closed", "number",
    "letter", "part", "roman",
)  # fmt: skip
_WORDS = ("mot nhat", "hai", "ba", "bon tu", "nam", "sau", "bay", "tam", "chin", "muoi")


def _counted(words: str) -> str:
    """Return the number that "Hai là" or "Thứ ba" counts."""
    said = set(bare(words).split())
    return next(str(n) for n, one in enumerate(_WORDS, 1) if said & set(one.split()))


class Line(NamedTuple):
    """A line without its list marker: the marker's kind, as written, and its label."""

    style: str
    label: str
    text: str


def split_lines(text: str) -> list[str]:
    """Return the lines of a paragraph: a soft break begins one where a list marker follows."""
    lines: list[str] = []
    for raw in text.splitlines():
        line = clean(raw)
        if not line:
            continue
        if lines and not line_of(line).style and not line[:1].isupper():
            lines[-1] += " " + line
        else:
            lines.append(line)
    return lines


def line_of(text: str, marker: str = "") -> Line:
    """Return a line apart from its list marker.

    >>> line_of("1. Thu ngân sách"), line_of("a) Hồ sơ"), line_of("100% hồ sơ").style
    (Line(style='number.', label='1', text='Thu ngân sách'), \
Line(style='letter)', label='a', text='Hồ sơ'), '')
    """
    if marker:
        made = line_of(f"{marker} x")
        return Line(made.style, made.label, text) if made.style else Line("made", marker, text)
    found = _MARKER.match(text)
    if found is None:
        return Line("", "", text)
    rest = text[found.end() :].strip()
    kind = next(name for name in _NAMES if found[name])
    label = _counted(found[kind]) if kind == "word" else found[kind].strip("().:–-").split(" ")[-1]
    if not rest:
        return Line("", "", text)
    again = _MARKER.match(rest)
    if again and again["goal"] and kind != "goal":  # "1. Mục tiêu 1: …"
        rest = rest[again.end() :].strip() or rest
    return Line(_style(kind, label, found), "" if kind == "bullet" else label, rest)


def _style(kind: str, label: str, found: re.Match[str]) -> str:
    """Return which kind of marker it is: lines of one list bear the same."""
    return {
        "goal": f"decimal{label.count('.')}" if "." in label else "goal",
        "word": "word",
        "plain": "number",
        "bullet": f"bullet{label[:1].replace('–', '-')}",
        "decimal": f"decimal{label.count('.')}",
        "point": "point",
        "paren": "paren",
        "small": "small",
        "closed": "closed",
        "number": f"number{found['sign']}",
        "letter": f"letter{'A' if label.isupper() else ''}{found['close']}",
        "part": "roman",
        "roman": "roman",
    }[kind]


def unmarked(text: str) -> tuple[str, bool]:
    """Return a line of markdown or of a web page as text, and whether all of it was bold."""
    plain = _ITALIC.sub(r"\1", _EMPHASIS.sub("", text))
    stripped = text.strip()
    bold = (stripped.startswith(("**", "<b>", "#")) and stripped.endswith(("**", "</b>"))) or (
        stripped.startswith("#")
    )
    plain = re.sub(r"^\s*#{1,6}\s+", "", plain)
    plain = re.sub(r"^\s*\*(?=\S)(.*?)\*\s*$", r"\1", plain)
    return clean(plain), bold


_NO_LEVEL = re.compile(
    r"năm (?:học )?\d{4}|(?:tcvn |iso )+\d{4,5}(?::\d{4})?"
    r"|\d{4}\s?[-–]\s?\d{4}|\d+[/-]\d{4}|phụ lục \d+"
    r"|(?<!\d)(?<!/)\d+ (?:nhóm )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|nội dung)"
)


def states_level(line: Line) -> bool:
    """Whether a heading states a level: years, annexes and how many items follow are none."""
    figures = _NO_LEVEL.sub("", line.text.lower())
    return bool(re.search(r"\d", figures)) and not line.text.isupper()
