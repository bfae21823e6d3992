"""Click commands that speak the reader's language."""

from __future__ import annotations

from typing import Any

import click

from qms_xlsx.language.messages import LANGUAGES, N_, set_language, translate

CLICKS_OWN = (N_("Show this message and exit."),)
"""Help texts that click brings itself."""


def _choose_language(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Set the language: a command's own --lang wins over the group's."""
    if value or ctx.parent is None:
        set_language(value or "")


def language_option() -> click.Option:
    """Return --lang, read before anything else so that --help speaks it too."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        help=N_("Language of messages: vi (default) or en."),
        callback=_choose_language,
        expose_value=False,
        is_eager=True,
    )


class _Translated(click.Command):
    """A command whose help and options are translated when they are shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(language_option())

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's sentence."""
        del ctx
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self._sentence())

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with translated help."""
        with_help = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        known = {option: option.help for option in with_help}
        for option in with_help:
            option.help = translate(option.help) if option.help else None
        super().format_options(ctx, formatter)
        for option, text in known.items():
            option.help = text

    def get_short_help_str(self, limit: int = 80) -> str:
        """Return the sentence's first part, for the list of commands."""
        return self._sentence().partition(": ")[0].partition(";")[0].rstrip(".")[: max(limit, 80)]

    def _sentence(self) -> str:
        return translate(self.help) if self.help else ""


class Command(_Translated):
    """A single command."""


class Group(_Translated, click.Group):
    """The group of commands."""

    command_class = Command
