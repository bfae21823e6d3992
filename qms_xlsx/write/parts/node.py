"""An element of a part, read to be changed and written again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from qms_xlsx.language.text import as_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BREAKS = {ord("\n"): "&#10;", ord("\t"): "&#9;", ord("\r"): "&#13;"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(slots=True)
class Element:
    """An element: its name and attributes as written, elements and texts within."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @classmethod
    def parse(cls, part: bytes | str) -> Element:
        """Return the outermost element of a part of ours.

        >>> str(Element.parse('<a x="1"><b/>2 &lt; 3</a>'))
        '<a x="1"><b/>2 &lt; 3</a>'
        """
        outer = cls("")
        open_ = [outer]

        def begin(name: str, attributes: dict[str, str]) -> None:
            node = cls(name, attributes)
            open_[-1].children.append(node)
            open_.append(node)

        def told(text: str) -> None:
            open_[-1].children.append(text)

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = begin
        parser.EndElementHandler = lambda _: open_.pop()
        parser.CharacterDataHandler = told
        parser.Parse(part, True)
        return next(outer.elements())

    def __str__(self) -> str:
        return element(self.name, self.attributes, "".join(
            as_xml(own) if isinstance(own, str) else str(own) for own in self.children
        ))  # fmt: skip

    def copy(self) -> Element:
        """Return the element to be changed without this one."""
        inner = [own if isinstance(own, str) else own.copy() for own in self.children]
        return Element(self.name, self.attributes.copy(), inner)

    def elements(self, name: str = "") -> Iterator[Element]:
        """Yield the elements within, all or of one name."""
        for own in self.children:
            if isinstance(own, Element) and (not name or own.name == name):
                yield own

    def find(self, name: str) -> Element | None:
        """Return the first element of a name."""
        return next(self.elements(name), None)

    @property
    def text(self) -> str:
        """All the text within."""
        return "".join(own if isinstance(own, str) else own.text for own in self.children)

    def put(self, node: Element, before: Iterable[str] = ()) -> None:
        """Take an element in: in the place of one of its name, else before those named."""
        names = [own.name if isinstance(own, Element) else "" for own in self.children]
        if node.name in names:
            self.children[names.index(node.name)] = node
            return
        at = min((names.index(name) for name in before if name in names), default=len(names))
        self.children.insert(at, node)


def element(name: str, attributes: Mapping[str, object], inside: str = "") -> str:
    """Return an element as XML.

    >>> element("a", {"x": 'say "1"'}), element("b", {}, "<c/>")
    ('<a x="say &quot;1&quot;"/>', '<b><c/></b>')
    """
    own = "".join(f' {key}="{quoted(value)}"' for key, value in attributes.items())
    return f"<{name}{own}>{inside}</{name}>" if inside else f"<{name}{own}/>"


def quoted(value: object) -> str:
    """Return what an attribute holds; line breaks stay line breaks."""
    own = as_xml(str(value)).replace('"', "&quot;")
    return own.translate(_BREAKS) if any(mark in own for mark in "\n\t\r") else own
