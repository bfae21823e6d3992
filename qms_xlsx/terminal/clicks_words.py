"""Click's own words in our languages: it speaks English, so its sentences are told by their form.

Click's gettext goes by the process's locale, not by a language handed in.
"""

from __future__ import annotations

import re

import click

from qms_xlsx import say
from qms_xlsx.language.messages import N_

_FORMS = (
    # the more telling first: a part of a sentence is looked up in its turn
    N_("{sentence} Did you mean {likely}?"),
    N_("{sentence} (Did you mean one of: {likely}?)"),
    N_("{sentence} (Possible options: {likely})"),
    N_("Try {command} for help."),
    N_("Invalid value for {name}: {reason}"),
    N_("Invalid value: {reason}"),
    N_("Missing argument {name}."),
    N_("Missing option {name}."),
    N_("Missing option {name}. {choices}"),
    N_("Missing command."),
    N_("Choose from: {choices}"),
    N_("No such option {name}."),
    N_("No such option: {name}"),
    N_("No such command {name}."),
    N_("Option {name} does not take a value."),
    N_("Option {name} requires an argument."),
    N_("Got unexpected extra argument ({words})"),
    N_("Got unexpected extra arguments ({words})"),
    N_("{value} is not one of {choices}."),
    N_("{value} is not a valid integer."),
    N_("{value} is not a valid integer range."),
    N_("{value} is not in the range {range}."),
    N_("Directory {path} is a file."),
    N_("Directory {path} is not readable."),
    N_("Path {path} is not readable."),
    N_("“{value}” is not a period; write 2024, 2024-H1, 2024-Q2 or 2024-06."),
    N_("“{value}” is not a day; write 2024-06-20 or 20/6/2024."),
)
_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
    N_("Show this message and exit."),
    N_("required"),
    N_("Give --target or --deadline, and a text or “-”."),
    N_("Give --year, or a decision with --from."),
)
_ERROR = N_("Error: {message}")
_DEFAULT = N_("default: {value}")


def said(sentence: str, language: str) -> str:
    """Return one of click's words or sentences in a language; an unknown one stays as it is.

    >>> said("Missing argument 'DIR'.", "vi")
    'Thiếu tham số “DIR”.'
    """
    if sentence in _WORDS or language == say.ENGLISH:
        return say.word(sentence, language)
    for form in _FORMS:
        parts = _pattern(form).fullmatch(sentence)
        if parts:
            values = {name: said(part, language) for name, part in parts.groupdict().items()}
            return say.word(form, language).format(**values)
    return re.sub(r"'([^']*)'", r"“\1”", sentence)


def in_brackets(limits: str, language: str) -> str:
    """Return the default and the limits of an option as its help shows them.

    >>> in_brackets("[default: text; required]", "vi")
    '[mặc định: text; bắt buộc]'
    """
    items = (item.partition("default: ") for item in limits.strip("[]").split("; ") if limits)
    words = [
        say.word(_DEFAULT, language).format(value=value) if default else said(plain, language)
        for plain, default, value in items
    ]
    return f"[{'; '.join(words)}]" if words else ""


def told(error: click.ClickException, language: str) -> str:
    """Return what is printed of wrong usage: how to call, where help is, what is wrong."""
    sentence = error.format_message()
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return sentence
    lines = []
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        lines = [ctx.get_usage(), _where_help_is(ctx, language), ""]
    wrong = said(" ".join(sentence.split()), language)
    return "\n".join([*lines, say.word(_ERROR, language).format(message=wrong)])


def _where_help_is(ctx: click.Context, language: str) -> str:
    return said(f"Try '{ctx.command_path} {ctx.help_option_names[-1]}' for help.", language)


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(form)))
