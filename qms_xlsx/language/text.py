"""Vietnamese text: one form to compare by, whatever keyboard wrote it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NO_WIDTH = {ord(mark): None for mark in "\u200b\u2060\ufeff"}
# C0 but for tabs and line ends, the bidirectional overrides, and what XML cannot hold.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Old style puts the tone on the first vowel (hóa), new style on the second (hoá).
_OPEN_RIME = re.compile(
    rf"(o)([{_TONES}])([ae])(?![\w\u0300-\u0323])|(?<!q)(u)([{_TONES}])(y)(?![\w\u0300-\u0323])"
)


# "Truớc", "trứơc", "trưóc" for "trước": the horn and the tone of ươ, put on one vowel only.
_HORNED = re.compile(rf"(?<!q)u(\u031b?)([{_TONES}]?)o(\u031b?)([{_TONES}]?)(?=[cimnptu])")


def clean(text: str) -> str:
    """Return the text composed (NFC), its white space single and trimmed.

    >>> clean("Thu\u00a0  ngân sa\u0301ch ")
    'Thu ngân sách'
    """
    composed = unicodedata.normalize("NFC", text).translate(_NO_WIDTH)
    return _SPACES.sub(" ", composed).strip()


def without_controls(text: str) -> str:
    r"""Return the text without what steers terminals and readers and is no letter of anybody's.

    >>> without_controls("\x1b[31mđỏ\u202e")
    '[31mđỏ'
    """
    return text if text.isprintable() else _CONTROLS.sub("", text)


def on_one_line(text: str) -> str:
    r"""Return a name as it stands in a line, whatever breaks were typed into it.

    >>> on_one_line("UBND xã\n Thử")
    'UBND xã Thử'
    """
    return " ".join(text.split())


def escaped(text: str) -> str:
    r"""Return a text that any program can show in a line; different texts stay different.

    >>> escaped("số \x1b[31m\n\udcff.xlsx")
    'số \\x1b[31m\\n\\udcff.xlsx'
    """
    return "".join(
        c if c.isprintable() and c != "\\" else c.encode("unicode_escape").decode() for c in text
    )


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the text to compare by: clean, lower case, one dash, one tone style.

    >>> folded("Văn phòng – THỐNG KÊ") == folded("văn phòng - thống kê")
    True
    >>> folded("hoá") == folded("hóa"), folded("thuỷ") == folded("thủy")
    (True, True)
    >>> [folded(typed) for typed in ("Truớc", "trứơc", "trưóc", "thuở", "muốn")]
    ['trước', 'trước', 'trước', 'thuở', 'muốn']
    """
    decomposed = unicodedata.normalize("NFD", _DASHES.sub("-", clean(text)).lower())
    moved = _HORNED.sub(_both_horned, _OPEN_RIME.sub(_tone_last, decomposed))
    return unicodedata.normalize("NFC", moved)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return the folded text without diacritics.

    >>> bare("Đạt từ 97% trở lên")
    'dat tu 97% tro len'
    """
    decomposed = unicodedata.normalize("NFD", folded(text).replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _both_horned(match: re.Match[str]) -> str:
    horn, tone, other_horn, other_tone = match.groups()
    horned = f"u\u031bo\u031b{tone or other_tone}"
    return horned if horn or other_horn else match[0]


def _tone_last(match: re.Match[str]) -> str:
    first, tone, last = (part for part in match.groups() if part is not None)
    return first + last + tone


_DOTS = r"(?:…+|\.{3,}|_{2,})"
_LEADS = r"(?:đạt|từ|trên|dưới|là|ít nhất|tối thiểu|tối đa|không quá|còn|xuống|lên|tăng|giảm|mức)"
_LEFT_BLANK = (
    re.compile(rf"{_DOTS}\s*(?:%|‰|phần trăm|tỷ|triệu|nghìn|đồng|người|hộ|ha|hồ sơ|lượt|điểm)"),
    re.compile(rf"\b{_LEADS}\s*:?\s*{_DOTS}"),
    re.compile(rf"\b{_LEADS}\s+[%‰](?!\s*\d)"),
)
_DATE_LEFT_BLANK = re.compile(
    rf"{_DOTS}\s*/|/\s*{_DOTS}|\b(?:ngày|tháng|quý|năm)\s*{_DOTS}"
    r"|(?<!mỗi )(?<!hằng )(?<!hàng )\bngày tháng\b"
)


def left_blank(text: str) -> bool:
    """Tell whether the place of a form's number still holds its dots.

    >>> left_blank("Đạt …% trở lên"), left_blank("Đạt 95% …"), left_blank("đạt    %")
    (True, False, True)
    """
    plain = folded(text)
    return any(pattern.search(plain) for pattern in _LEFT_BLANK)


def date_left_blank(text: str) -> bool:
    """Tell whether the place of a form's date still holds its dots.

    >>> date_left_blank("Ngày …/…/2024"), date_left_blank("Ngày 15/6/2024 …")
    (True, False)
    >>> date_left_blank("Ngày   tháng 6"), date_left_blank("Mỗi ngày tháng 6")
    (True, False)
    """
    return bool(_DATE_LEFT_BLANK.search(folded(text)))


def as_xml(text: str) -> str:
    """Return a text as an element of XML holds it.

    The standard library's own brings the whole of urllib along.

    >>> as_xml("1 < 2 & 3")
    '1 &lt; 2 &amp; 3'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
