"""Addresses of cells, such as H14: letters for the column, the row counted from 1."""

from __future__ import annotations

from functools import lru_cache

MOST_ROWS = 1_000_000
"""Rows that we write on a sheet at most; Excel's own limit is 1,048,576."""


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """Return a column's letters.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column(name: str) -> int:
    """Return the number of a column, by its letters.

    >>> column("A"), column("Z"), column("AA"), column(letters(16383))
    (0, 25, 26, 16383)
    """
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


def address(row: int, column: int) -> str:
    """Return the address of a cell counted from 0.

    >>> address(13, 7)
    'H14'
    """
    return f"{letters(column)}{row + 1}"
