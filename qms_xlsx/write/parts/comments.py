"""Comments where every program finds them: their texts in one part, their boxes in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language.text import as_xml
from qms_xlsx.write.parts.node import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIRST_SHAPE = 1026


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment at a cell, whose row and column count from 1."""

    address: str
    row: int
    column: int
    text: str
    author: str
    width: int = 144
    height: int = 79


def comments_part(comments: Sequence[Comment]) -> str:
    """Return the part of a sheet's comments, each a run of text: ExcelJS reads nothing else."""
    authors = list(dict.fromkeys(comment.author for comment in comments))
    told = "".join(
        f'<comment ref="{own.address}" authorId="{authors.index(own.author)}" shapeId="0">'
        f'<text><r><t xml:space="preserve">{as_xml(own.text)}</t></r></text></comment>'
        for own in comments
    )
    names = "".join(f"<author>{as_xml(author)}</author>" for author in authors)
    lists = f"<authors>{names}</authors><commentList>{told}</commentList>"
    return f'<comments xmlns="{_MAIN}">{lists}</comments>'


def shapes_part(comments: Sequence[Comment]) -> str:
    """Return the part of their boxes; few programs look for them under other prefixes."""
    boxes = "".join(_box(number, own) for number, own in enumerate(comments, _FIRST_SHAPE))
    return f"{_HEAD}{boxes}</xml>"


def _box(number: int, comment: Comment) -> str:
    size = f"width:{comment.width}px;height:{comment.height}px"
    return (
        f'<v:shape type="#_x0000_t202" style="position:absolute; margin-left:59.25pt;'
        f'margin-top:1.5pt;{quoted(size)};z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        f'o:insetmode="auto" id="_x0000_s{number:04d}"><v:fill color2="#ffffe1"/>'
        '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{comment.row - 1}</x:Row>"
        f"<x:Column>{comment.column - 1}</x:Column></x:ClientData></v:shape>"
    )


_HEAD = (
    '<xml xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" '
    'coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
