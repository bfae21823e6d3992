"""XML from strangers: refused when harmful or cut short, parsed without any outside help."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.parsers import expat

from qms_xlsx.intake import limits
from qms_xlsx.intake.faults import RefusedError, damaged, refuse
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Possessive (*+): processing instructions without end must not make it try again and again.
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*)*+<([A-Za-z_][\w.:-]*)", re.DOTALL)
_ENCODING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^<>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']"
)
_ENCODINGS = frozenset(("iso-8859-1", "windows-1252", "windows-1258", "utf-16"))
_PROLOG = re.compile(r"\s*<\?xml[^<>]*\?>")
_DOCTYPE = re.compile(rb"<!doctype", re.IGNORECASE)

_CUT_SHORT = (
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
)

_MANY = 1_000
_KEPT_BYTES = 16 * 1024

Element = tuple[str, dict[str, str]]


def checked(name: str, data: bytes) -> bytes:
    """Return an XML part in UTF-8; raise RefusedError when it is harmful or cut short."""
    data = _in_utf8(name, data)
    if b"\0" in data:
        raise refuse("F305", part=name)
    root = _ROOT.match(data)
    if root is None and _DOCTYPE.search(data):  # it can only stand before the root
        raise refuse("F301", part=name)
    if root is None or not data.rstrip().endswith((b"</" + root[1] + b">", b"/>")):
        try:
            parse(data)  # cut short, unless an odd ending explains it
        except RefusedError as refusal:
            raise refusal.on(part=name) from None
    return data


def _in_utf8(name: str, data: bytes) -> bytes:
    """Return a part of another encoding in UTF-8, as far as spreadsheet programs know it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] in (b"<\0?\0", b"\0<\0?"):
        encoding = {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be"}.get(data[:4], "utf-16")
    else:
        found = _ENCODING.match(data)
        encoding = found[1].decode().lower() if found else "utf-8"
        if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
            return data
        if encoding not in _ENCODINGS:
            raise refuse("F305", part=name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise refuse("F305", part=name) from None
    return _PROLOG.sub("", text.lstrip("\ufeff"), count=1).encode()


def has_aside(data: bytes, start: int = 0) -> bool:
    """Return whether a part holds a comment, a declaration or an instruction behind a place.

    The rare sign is looked for, and then what stands before it: half of a part's bytes are "<".
    """
    for sign in (b"!", b"?"):
        if data.count(sign, start) > _MANY:
            return b"<" + sign in data[start:]
        at = data.find(sign, start)
        while at >= 0:
            if data[at - 1 : at] == b"<":
                return True
            at = data.find(sign, at + 1)
    return False


def check_size(data: bytes, limit: int) -> None:
    """Raise RefusedError when a part is larger than what can be parsed in a moment."""
    if len(data) > limit:
        raise refuse("F202", limit=limit // limits.MIB, actual=-(-len(data) // limits.MIB))


def root_name(data: bytes) -> str:
    """Return the name of the outermost element, without its prefix."""
    root = _ROOT.match(data)
    return root[1].decode().rpartition(":")[2] if root else ""


def elements(part: str, data: bytes) -> Sequence[Element]:
    """Return the elements of a small part in order, without prefixes; they are not to be changed.

    Forms from one template have the same lists of parts, and those are kept.
    """
    check_size(data, limits.STRUCTURE_BYTES)
    return _kept_elements(part, data) if len(data) <= _KEPT_BYTES else _elements(part, data)


@lru_cache(maxsize=64)
def _kept_elements(part: str, data: bytes) -> Sequence[Element]:
    return _elements(part, data)


def _elements(part: str, data: bytes) -> Sequence[Element]:
    found: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((name.rpartition(" ")[2], attributes))

    try:
        parse(data, start, separator=" ")
    except RefusedError as refusal:
        raise refusal.on(part=part) from None
    return found


def parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None] | None = None,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    separator: str | None = None,
    aside: Callable[..., None] | None = None,
) -> None:
    """Call the handlers for each element; raise RefusedError when the XML is not well-formed.

    `aside` is called for comments and processing instructions.
    """
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.CommentHandler = aside
    parser.ProcessingInstructionHandler = aside
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        if error.code in _CUT_SHORT:
            raise damaged(N_("it ends too early")) from None
        raise refuse("F306", part="", line=error.lineno, column=error.offset + 1) from None
    except (LookupError, ValueError):  # odd encodings
        raise refuse("F306", part="", line=1, column=1) from None
