"""The spreadsheet functions that our forms use."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.numbers import is_number
from qms_xlsx.write.calculation.values import (
    CellError,
    CellRange,
    UnknownFormula,
    compare,
    number,
    text,
    truth,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qms_xlsx.write.calculation.scope import Scope, Term


def _if(scope: Scope, terms: Sequence[Term]) -> Any:
    if truth(scope.value(terms[0])):
        return terms[1](scope)
    return terms[2](scope) if len(terms) > 2 else False


def _iferror(scope: Scope, terms: Sequence[Term]) -> Any:
    try:
        return scope.value(terms[0])
    except CellError:
        return terms[1](scope)


def _choose(scope: Scope, terms: Sequence[Term]) -> Any:
    place = int(number(scope.value(terms[0])))
    if not 1 <= place < len(terms):
        raise CellError("#VALUE!")
    return terms[place](scope)


def _and(scope: Scope, terms: Sequence[Term]) -> bool:
    return all(truth(scope.value(term)) for term in terms)


def _or(scope: Scope, terms: Sequence[Term]) -> bool:
    return any(truth(scope.value(term)) for term in terms)


def _index(scope: Scope, terms: Sequence[Term]) -> CellRange:
    area = terms[0](scope)
    places = [int(number(scope.value(term))) for term in terms[1:]]
    row, column = places if len(places) == 2 else (
        (1, places[0]) if area.top == area.bottom else (places[0], 1)
    )  # fmt: skip
    top, left = area.top + row - 1, area.left + column - 1
    if not (area.top <= top <= area.bottom and area.left <= left <= area.right):
        raise CellError("#REF!")
    return CellRange(area.sheet, top, left, top, left)


def _match(scope: Scope, terms: Sequence[Term]) -> int:
    wanted = scope.value(terms[0])
    for place, value in enumerate(scope.cells(terms[1](scope)), 1):
        if value is not None and compare(value, wanted) == 0:
            return place
    raise CellError("#N/A")


def _countif(scope: Scope, terms: Sequence[Term]) -> int:
    wanted = scope.value(terms[1])
    if not isinstance(wanted, str) or wanted[:1] in "<>=" or set(wanted) & set("*?~"):
        raise UnknownFormula(f"COUNTIF by {wanted!r}")
    cells = scope.cells(terms[0](scope))
    return sum(isinstance(cell, str) and compare(cell, wanted) == 0 for cell in cells)


def _numbers(scope: Scope, terms: Sequence[Term]) -> Iterator[float]:
    """Yield the numbers of arguments; texts in cells are passed over."""
    for term in terms:
        found = term(scope)
        if isinstance(found, CellRange):
            yield from (number(value) for value in scope.cells(found) if is_number(value))
        else:
            yield number(found)


def _average(scope: Scope, terms: Sequence[Term]) -> float:
    values = list(_numbers(scope, terms))
    if not values:
        raise CellError("#DIV/0!")
    return math.fsum(values) / len(values)


def _counta(scope: Scope, terms: Sequence[Term]) -> int:
    return sum(value is not None for term in terms for value in scope.cells(term(scope)))


def _round(scope: Scope, terms: Sequence[Term]) -> float:
    """Round half away from zero, as spreadsheets do."""
    value, digits = (number(scope.value(term)) for term in terms)
    scale = 10.0 ** abs(int(digits))
    scaled = abs(value) * scale if digits >= 0 else abs(value) / scale
    whole = math.floor(float(f"{scaled:.15g}") + 0.5)
    return math.copysign(whole / scale if digits >= 0 else whole * scale, value)


def _log10(scope: Scope, terms: Sequence[Term]) -> float:
    value = number(scope.value(terms[0]))
    if value <= 0:
        raise CellError("#NUM!")
    return math.log10(value)


def _of_value(function: Callable[[Any], Any]) -> Callable[[Scope, Sequence[Term]], Any]:
    return lambda scope, terms: function(scope.value(terms[0]))


FUNCTIONS: Mapping[str, Callable[[Scope, Sequence[Term]], Any]] = {
    "IF": _if,
    "IFERROR": _iferror,
    "CHOOSE": _choose,
    "AND": _and,
    "OR": _or,
    "NOT": _of_value(lambda value: not truth(value)),
    "INDEX": _index,
    "MATCH": _match,
    "COUNTIF": _countif,
    "COUNT": lambda scope, terms: sum(1 for _ in _numbers(scope, terms)),
    "COUNTA": _counta,
    "SUM": lambda scope, terms: math.fsum(_numbers(scope, terms)),
    "AVERAGE": _average,
    "MIN": lambda scope, terms: min(_numbers(scope, terms), default=0),
    "MAX": lambda scope, terms: max(_numbers(scope, terms), default=0),
    "ROUND": _round,
    "LOG10": _log10,
    "ISNUMBER": _of_value(is_number),
    "ISTEXT": _of_value(lambda value: isinstance(value, str)),
    "N": _of_value(lambda value: value if is_number(value) else int(value is True)),
    "INT": _of_value(lambda value: math.floor(number(value))),
    "ABS": _of_value(lambda value: abs(number(value))),
    "TRIM": _of_value(lambda value: " ".join(text(value).split(" ")).strip()),
    "UPPER": _of_value(lambda value: text(value).upper()),
}
