"""A formula's words, read into what works it out."""

from __future__ import annotations

import operator
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qms_xlsx.book.a1 import column
from qms_xlsx.write.calculation.functions import FUNCTIONS
from qms_xlsx.write.calculation.scope import CellTerm, ReferringTerm, valued
from qms_xlsx.write.calculation.values import (
    CellError,
    UnknownFormula,
    compare,
    number,
    text,
)
from qms_xlsx.write.parts.sheet import NEXT, OWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.write.calculation.scope import Scope, Term

_WORD = r"[A-Za-z_][A-Za-z0-9_.]*"
_QUOTED = r'"(?:[^"]|"")*"'
_SHEET = r"'(?:[^']|'')*'!"
_TOKEN = re.compile(
    rf"\s*(?:(?P<text>{_QUOTED})|(?P<sheet>{_SHEET})|(?P<call>{_WORD})\("
    rf"|(?P<cell>\$?[A-Z]{{1,3}}\$?(?:\d+\b|[{OWN}{NEXT}]))"
    rf"|(?P<word>{_WORD})|(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?)"
    r"|(?P<sign><>|<=|>=|[-+*/&=<>(),:]))"
)
_PLACE = re.compile(rf"\$?([A-Z]{{1,3}})\$?(\d+|[{OWN}{NEXT}])")
_ABOUT = {OWN: -1, NEXT: -2}
_COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt,
    ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip
_LEVELS = {
    **dict.fromkeys(_COMPARISONS, 0), "&": 1, "+": 2, "-": 2, "*": 3, "/": 3, ":": 4
}  # fmt: skip
"""How tightly signs bind; one before a number binds as tightly as a product's."""


@lru_cache(maxsize=4096)
def reading(formula: str) -> Term:
    """Return what works out a formula; rows of a form share one by what it says of their rows."""
    return valued(named(formula))


@lru_cache(maxsize=256)
def named(formula: str) -> Term:
    """Return what works out what a name stands for: a value, or cells."""
    parser = _Parser(formula)
    term = parser.expression()
    if parser.kind:
        raise UnknownFormula(formula)
    return term


class _Parser:
    """One cursor over a formula's tokens."""

    def __init__(self, source: str) -> None:
        self.source, self.at = source, 0
        self.kind, self.token = "", ""
        self.advance()

    def advance(self) -> None:
        found = _TOKEN.match(self.source, self.at)
        if found is None:
            if self.source[self.at :].strip():
                raise UnknownFormula(self.source)
            self.kind = self.token = ""
            return
        self.at = found.end()
        self.kind = found.lastgroup or ""
        self.token = found[self.kind]

    def taken(self, sign: str) -> bool:
        """Whether a sign stands here; then go past it."""
        if self.kind != "sign" or self.token != sign:
            return False
        self.advance()
        return True

    def expect(self, sign: str) -> None:
        if not self.taken(sign):
            raise UnknownFormula(self.source)

    def expression(self, least: int = 0) -> Term:
        """Read what binds at least so tightly."""
        left = self.single()
        while self.kind == "sign" and (level := _LEVELS.get(self.token, -1)) >= least:
            sign = self.token
            self.advance()
            left = _joined_by(sign, left, self.expression(level + 1))
        return left

    def single(self) -> Term:
        if self.taken("-"):
            return _calculated("-", lambda _: 0, self.expression(_LEVELS[":"]))
        if self.taken("("):
            inner = self.expression()
            self.expect(")")
            return inner
        kind, token = self.kind, self.token
        if not kind or kind == "sign":
            raise UnknownFormula(self.source)
        self.advance()
        if kind == "sheet":
            sheet = token[1:-2].replace("''", "'")
            cell = self.token
            self.advance()
            return _cell(cell, sheet)
        return self.call(token.upper()) if kind == "call" else _atom(kind, token)

    def call(self, name: str) -> Term:
        function = FUNCTIONS.get(name)
        if function is None:
            raise UnknownFormula(name)
        terms = []
        if not self.taken(")"):
            terms.append(self.expression())
            while self.taken(","):
                terms.append(self.expression())
            self.expect(")")
        try:
            return function(terms)
        except IndexError as fault:
            raise UnknownFormula(f"{name} with too little") from fault


def _atom(kind: str, token: str) -> Term:
    if kind == "text":
        words = token[1:-1].replace('""', '"')
        return lambda _: words
    if kind == "number":
        value = float(token)
        return lambda _: value
    if kind == "cell":
        return _cell(token, None)
    if token.upper() in ("TRUE", "FALSE"):
        return lambda _: token.upper() == "TRUE"
    return ReferringTerm(lambda scope: scope.book.named(token)(scope))


def _cell(token: str, sheet: str | None) -> Term:
    found = _PLACE.fullmatch(token)
    if found is None:
        raise UnknownFormula(token)
    row = _ABOUT.get(found[2]) or int(found[2])
    return CellTerm(column(found[1]) + 1, row, sheet)


def _joined_by(sign: str, left: Term, right: Term) -> Term:
    if sign in _COMPARISONS:
        return _compared(_COMPARISONS[sign], left, right)
    if sign == "&":
        return _joined(left, right)
    return _spanned(left, right) if sign == ":" else _calculated(sign, left, right)


def _compared(holds: Callable[[int, int], bool], left: Term, right: Term) -> Term:
    one, other = valued(left), valued(right)
    return lambda scope: holds(compare(one(scope), other(scope)), 0)


def _joined(left: Term, right: Term) -> Term:
    one, other = valued(left), valued(right)
    return lambda scope: text(one(scope)) + text(other(scope))


def _calculated(sign: str, left: Term, right: Term) -> Term:
    work: Callable[[Any, Any], Any] = {
        "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    }[sign]  # fmt: skip
    one, other = valued(left), valued(right)

    def result(scope: Scope) -> Any:
        try:
            return work(number(one(scope)), number(other(scope)))
        except ZeroDivisionError as fault:
            raise CellError("#DIV/0!") from fault

    return result


def _spanned(left: Term, right: Term) -> Term:
    return ReferringTerm(lambda scope: left(scope).to(right(scope)))
