"""Parts of a workbook put into the order, and under the names, that Excel itself gives them."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, fromstring, register_namespace, tostring

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FONT = ("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz",
         "color", "name", "family", "charset", "scheme")  # fmt: skip
"""The children of a font, in the order of the schema (ECMA-376, CT_Font)."""
_PLACE = {f"{{{_MAIN}}}{name}": number for number, name in enumerate(_FONT)}
register_namespace("", _MAIN)
for _prefix, _name in (("v", "vml"), ("o", "office:office"), ("x", "office:excel")):
    register_namespace(_prefix, f"urn:schemas-microsoft-com:{_name}")


def tidied(name: str, data: Any) -> Any:
    """Return a part as Excel likes it."""
    if name == "xl/styles.xml":
        return _with_ordered_fonts(data)
    if name.startswith("xl/worksheets/_rels/"):
        return _text(data).replace('Target="/xl/', 'Target="../')
    if name.endswith(".vml"):  # few programs look for its shapes under other prefixes than Excel's
        return tostring(fromstring(data), encoding="utf-8")  # noqa: S314
    if name.startswith("xl/comments"):  # ExcelJS reads the runs of a comment, nothing else
        runs = _text(data).replace("<text><t", "<text><r><t")
        return runs.replace("</t></text>", "</t></r></text>")
    if name == "docProps/app.xml":
        return _APPLICATION
    return data


def _with_ordered_fonts(data: Any) -> bytes:
    root: Element = fromstring(data)  # noqa: S314 (written a moment ago, by ourselves)
    for font in root.iter(f"{{{_MAIN}}}font"):
        font[:] = sorted(font, key=lambda child: _PLACE[child.tag])
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _text(data: Any) -> str:
    return data.decode() if isinstance(data, bytes) else str(data)


_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>qms-xlsx</Application></Properties>"
)
