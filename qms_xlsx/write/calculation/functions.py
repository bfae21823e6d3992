"""The spreadsheet functions that our forms use: each makes a term of its arguments."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.numbers import is_number
from qms_xlsx.write.calculation.scope import ReferringTerm, choice_of, valued
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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from qms_xlsx.write.calculation.scope import Scope, Term


def _if(terms: Sequence[Term]) -> Term:
    test, then = valued(terms[0]), terms[1]
    otherwise: Term = terms[2] if len(terms) > 2 else lambda _: False

    def chosen(scope: Scope) -> Any:
        return then(scope) if truth(test(scope)) else otherwise(scope)

    return choice_of(chosen, then, otherwise)


def _iferror(terms: Sequence[Term]) -> Term:
    tried, otherwise = valued(terms[0]), terms[1]

    def found(scope: Scope) -> Any:
        try:
            return tried(scope)
        except CellError:
            return otherwise(scope)

    return choice_of(found, otherwise)


def _choose(terms: Sequence[Term]) -> Term:
    which = valued(terms[0])

    def chosen(scope: Scope) -> Any:
        place = int(number(which(scope)))
        if not 1 <= place < len(terms):
            raise CellError("#VALUE!")
        return terms[place](scope)

    return choice_of(chosen, *terms[1:])


def _and(terms: Sequence[Term]) -> Term:
    tests = [valued(term) for term in terms]
    return lambda scope: all(truth(test(scope)) for test in tests)


def _or(terms: Sequence[Term]) -> Term:
    tests = [valued(term) for term in terms]
    return lambda scope: any(truth(test(scope)) for test in tests)


def _index(terms: Sequence[Term]) -> Term:
    whole, wanted = terms[0], [valued(term) for term in terms[1:]]

    def cell(scope: Scope) -> CellRange:
        area = whole(scope)
        places = [int(number(own(scope))) for own in wanted]
        row, column = places if len(places) == 2 else (
            (1, places[0]) if area.top == area.bottom else (places[0], 1)
        )  # fmt: skip
        top, left = area.top + row - 1, area.left + column - 1
        if not (area.top <= top <= area.bottom and area.left <= left <= area.right):
            raise CellError("#REF!")
        return CellRange(area.sheet, top, left, top, left)

    return ReferringTerm(cell)


def _match(terms: Sequence[Term]) -> Term:
    sought, among = valued(terms[0]), terms[1]

    def place(scope: Scope) -> int:
        wanted = sought(scope)
        for at, value in enumerate(scope.cells(among(scope)), 1):
            if value is not None and compare(value, wanted) == 0:
                return at
        raise CellError("#N/A")

    return place


def _countif(terms: Sequence[Term]) -> Term:
    area, criterion = terms[0], valued(terms[1])

    def count(scope: Scope) -> int:
        wanted = criterion(scope)
        if not isinstance(wanted, str) or wanted[:1] in "<>=" or set(wanted) & set("*?~"):
            raise UnknownFormula(f"COUNTIF by {wanted!r}")
        cells = scope.cells(area(scope))
        return sum(isinstance(cell, str) and compare(cell, wanted) == 0 for cell in cells)

    return count


def _numbers(scope: Scope, terms: Sequence[Term]) -> Iterator[float]:
    """Yield the numbers of arguments; texts in cells are passed over."""
    for term in terms:
        found = term(scope)
        if isinstance(found, CellRange):
            yield from (number(value) for value in scope.cells(found) if is_number(value))
        else:
            yield number(found)


def _of_numbers(function: Callable[[Iterable[float]], Any]) -> Callable[[Sequence[Term]], Term]:
    return lambda terms: lambda scope: function(_numbers(scope, terms))


def _average(numbers: Iterable[float]) -> float:
    values = list(numbers)
    if not values:
        raise CellError("#DIV/0!")
    return math.fsum(values) / len(values)


def _counta(terms: Sequence[Term]) -> Term:
    return lambda scope: sum(
        value is not None for term in terms for value in scope.cells(term(scope))
    )


def _round(terms: Sequence[Term]) -> Term:
    """Round half away from zero, as spreadsheets do."""
    what, to = valued(terms[0]), valued(terms[1])

    def rounded(scope: Scope) -> float:
        value, digits = number(what(scope)), number(to(scope))
        scale = 10.0 ** abs(int(digits))
        scaled = abs(value) * scale if digits >= 0 else abs(value) / scale
        whole = math.floor(float(f"{scaled:.15g}") + 0.5)
        return math.copysign(whole / scale if digits >= 0 else whole * scale, value)

    return rounded


def _log10(value: Any) -> float:
    if number(value) <= 0:
        raise CellError("#NUM!")
    return math.log10(value)


def _of_value(function: Callable[[Any], Any]) -> Callable[[Sequence[Term]], Term]:
    def made(terms: Sequence[Term]) -> Term:
        own = valued(terms[0])
        return lambda scope: function(own(scope))

    return made


FUNCTIONS: Mapping[str, Callable[[Sequence[Term]], Term]] = {
    "IF": _if,
    "IFERROR": _iferror,
    "CHOOSE": _choose,
    "AND": _and,
    "OR": _or,
    "NOT": _of_value(lambda value: not truth(value)),
    "INDEX": _index,
    "MATCH": _match,
    "COUNTIF": _countif,
    "COUNT": _of_numbers(lambda numbers: sum(1 for _ in numbers)),
    "COUNTA": _counta,
    "SUM": _of_numbers(math.fsum),
    "AVERAGE": _of_numbers(_average),
    "MIN": _of_numbers(lambda numbers: min(numbers, default=0)),
    "MAX": _of_numbers(lambda numbers: max(numbers, default=0)),
    "ROUND": _round,
    "LOG10": _of_value(_log10),
    "ISNUMBER": _of_value(is_number),
    "ISTEXT": _of_value(lambda value: isinstance(value, str)),
    "N": _of_value(lambda value: value if is_number(value) else int(value is True)),
    "INT": _of_value(lambda value: math.floor(number(value))),
    "ABS": _of_value(lambda value: abs(number(value))),
    "TRIM": _of_value(lambda value: " ".join(text(value).split(" ")).strip()),
    "UPPER": _of_value(lambda value: text(value).upper()),
}
