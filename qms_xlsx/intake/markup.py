"""XML from strangers: refused when harmful or cut short, parsed without any outside help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from qms_xlsx.intake import limits
from qms_xlsx.intake.faults import damaged, refuse
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Callable

# Possessive (*+): processing instructions without end must not make it try again and again.
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*)*+<([A-Za-z_][\w.:-]*)", re.DOTALL)
_DOCTYPE = re.compile(rb"<!doctype", re.IGNORECASE)

Element = tuple[str, dict[str, str]]


def check(name: str, data: bytes) -> None:
    """Raise RefusedError when an XML part is harmful, cut short or not in UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refuse("F305", part=name)
    if b"\0" in data:
        raise damaged(N_("its contents cannot be understood"))
    root = _ROOT.match(data)
    if root is None and _DOCTYPE.search(data):  # it can only stand before the root
        raise refuse("F301", part=name)
    if root is None or not data.rstrip().endswith((b"</" + root[1] + b">", b"/>")):
        parse(data)  # cut short, unless an odd ending explains it


def check_size(data: bytes, limit: int) -> None:
    """Raise RefusedError when a part is larger than what can be parsed in a moment."""
    if len(data) > limit:
        raise refuse("F202", limit=limit // limits.MIB, actual=-(-len(data) // limits.MIB))


def root_name(data: bytes) -> str:
    """Return the name of the outermost element, without its prefix."""
    root = _ROOT.match(data)
    return root[1].decode().rpartition(":")[2] if root else ""


def elements(data: bytes) -> list[Element]:
    """Return the elements of a small part in order, without prefixes."""
    check_size(data, limits.STRUCTURE_BYTES)
    found: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append((name.rpartition(" ")[2], attributes))

    parse(data, start, separator=" ")
    return found


def parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None] | None = None,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    separator: str | None = None,
) -> None:
    """Call the handlers for each element; raise RefusedError when the XML is not well-formed."""
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):  # the latter two: odd encodings
        raise damaged(N_("its contents cannot be understood")) from None
