"""How a command runs its step and shows what came of it.

Exit status: 0 nothing wrong; 1 done, but the inputs have errors; 2 wrong usage, or nothing could
be done.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

from qms_xlsx import say
from qms_xlsx.terminal.command import NOTHING_DONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ERRORS = 1


@contextmanager
def stopping(language: str) -> Iterator[None]:
    """End with a sentence and exit status 2 where nothing could be done."""
    from qms_xlsx.steps.trouble import StepError, refused

    try:
        yield
    except (StepError, OSError) as error:  # what the system refuses is no fault of ours
        reason = error.reason if isinstance(error, StepError) else refused(error)
        click.echo(say.text(reason, language), err=True)
        sys.exit(NOTHING_DONE)


@contextmanager
def progress() -> Iterator[Callable[[int], None] | None]:
    """Give a function to call after each file; the bar shows on a terminal after two seconds."""
    if not sys.stderr.isatty():
        yield None
        return
    from qms_xlsx.terminal.progress_bar import bar

    with bar() as tick:
        yield tick


class _Outcome(Protocol):
    """What a step returns: a document, and something to tell."""

    def as_json(self, language: str) -> dict[str, Any]: ...


Done = TypeVar("Done", bound=_Outcome)


def print_outcome(
    output_format: str, done: Done, tell: Callable[[Done, str], None], language: str
) -> None:
    """Print what a step returned, as JSON or in sentences."""
    if output_format == "json":
        echo_json(done.as_json(language), 2)
    else:
        tell(done, language)


def echo_json(document: object, indent: int | None) -> None:
    """Print a document; letters that the stream may lack are written as JSON escapes."""
    plain = "utf" not in (getattr(sys.stdout, "encoding", None) or "").lower()
    click.echo(json.dumps(document, ensure_ascii=plain, indent=indent, allow_nan=False))
