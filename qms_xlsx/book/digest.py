"""What tells whether a summary's figures are as the run wrote them, however often it was saved."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DIGEST = "digest"
"""The key of the run under which it stands; all that stands beside it is digested."""


def digest(run: Mapping[str, object], rows: Iterable[Mapping[str, object]]) -> str:
    """Return the digest of what a run says of itself and of its organisation's rows.

    Values count, not bytes, columns or their order: a summary saved again in any program has the
    digest that it was written with.

    >>> digest({"year": "2024"}, [{"actual": 0.1 + 0.2, "unit": ""}])[:8]
    'ea4b0b46'
    >>> digest({"year": 2024.0, DIGEST: "…"}, [{"actual": 0.3}])[:8]
    'ea4b0b46'
    """
    about = {key: value for key, value in run.items() if key != DIGEST}
    lines = [_line(about), *map(_line, rows)]
    return sha256("\n".join(lines).encode()).hexdigest()


def _line(values: Mapping[str, object]) -> str:
    told = ((key, _plain(value)) for key, value in sorted(values.items()))
    return "\x1f".join(f"{key}={text}" for key, text in told if text)


def _plain(value: object) -> str:
    """Return a value as every program gives it back: figures to 12 digits, texts without ends."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else " ".join(str(value).split())
    return f"{value:.12g}"
