"""Decimals of a form's figures, by conditional formats: as many as the summary shows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.numbers import EXACT_DECIMALS, MOST_DECIMALS
from qms_xlsx.say.figures import number_format
from qms_xlsx.write.parts.node import element
from qms_xlsx.write.parts.sheet import LAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.write.parts.rules import Formats
    from qms_xlsx.write.templating import TemplateTable

_FORMAT_ID = 190
"""Above the numbers of a program's own formats and of the template's."""


def show_decimals(formats: Formats, span: tuple[str, str], first: int, against: str = "") -> None:
    """Give columns of figures their decimals; with `against` a column, told apart from it."""
    left, right = span
    for places, formula in wanted(f"{left}{first}", f"${against}{first}" if against else ""):
        shown = {"numFmtId": _FORMAT_ID + places, "formatCode": number_format(places)}
        cells = f"{left}{first}:{right}{LAST}"
        formats.add(cells, f"<dxf>{element('numFmt', shown)}</dxf>", formula)


def tell_apart(formats: Formats, table: TemplateTable) -> None:
    """Give results and period targets the decimals that keep them on their sides."""
    result, target = table.letter("result"), table.letter("period_target")
    for own, other in ((result, target), (target, result)):
        show_decimals(formats, (own, own), table.first_row, other)


def wanted(cell: str, against: str = "") -> Iterator[tuple[int, str]]:
    """Yield decimals, each with the formula that asks for them; the first that is true counts.

    The formulas say what `decimals` of language.numbers works out.
    """
    for places in range(1, EXACT_DECIMALS + 1):
        yield places, _broken(cell, f"ROUND({cell},{places})=ROUND({cell},9)")
    if not against:
        yield 1, _broken(cell, "TRUE")
        return
    for places in range(1, MOST_DECIMALS):
        apart = _alike(cell, against, places)
        yield places, _broken(cell, f"IF(ISNUMBER({against}),{apart},TRUE)")
    yield MOST_DECIMALS, _broken(cell, "TRUE")


def _broken(cell: str, test: str) -> str:
    """Return the test of a number that is not whole; false of everything else."""
    whole = f"ROUND({cell},0)=ROUND({cell},9)"
    return f"IF(ISNUMBER({cell}),IF({whole},FALSE,{test}),FALSE)"


def _alike(cell: str, against: str, places: int) -> str:
    """Return whether two figures lie to each other as before once they are rounded."""
    one, other = f"ROUND({cell},{places})", f"ROUND({against},{places})"
    exact, limit = f"ROUND({cell},9)", f"ROUND({against},9)"
    return f"AND(({one}>{other})=({exact}>{limit}),({one}<{other})=({exact}<{limit}))"
