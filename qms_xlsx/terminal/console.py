"""A console that speaks a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from qms_xlsx import say
from qms_xlsx.language.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.steps.outputs import Spared


class Terminal(Console):
    """A console that says messages in a language and leaves lines whole."""

    def __init__(self, language: str) -> None:
        super().__init__(highlight=False, soft_wrap=True)
        self.language = language

    def say(self, text: Message, style: str | None = None) -> None:
        """Print a message."""
        self.print(self.text(text), style=style)

    def text(self, text: Message | str) -> str:
        """Return a message, or the word of an id, as it may stand between marks of style."""
        known = text if isinstance(text, Message) else Message(text)
        return escape(say.text(known, self.language))


def told_spared(console: Terminal, spared: Iterable[Spared]) -> None:
    """Say of each file that was left alone what became of it."""
    for file in spared:
        console.say(file.said, style="bold yellow")
