"""Click commands that speak the language asked for, from the first word to the last."""

from __future__ import annotations

import codecs
import errno
import itertools
import os
import sys
import unicodedata
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from qms_xlsx import say
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal import clicks_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "→": ">", "“": '"', "”": '"', "–": "-", "≥": ">", "≤": "<"}
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The tone marks, which Windows' Vietnamese code page has as letters of their own."""
_NO_TONE = dict.fromkeys(map(ord, _TONES))
NOTHING_DONE = 2
"""The exit status where usage was wrong, or nothing could be done."""
INTERRUPTED = 130
"""The exit status of a program that Ctrl-C ended."""


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language asked for by --lang, else by QMS_XLSX_LANG, else Vietnamese.

    It is known before anything is parsed, so that wrong usage is told in it too.

    >>> language_of(["validate", "--lang", "en"], {}), language_of([], {"QMS_XLSX_LANG": "fr"})
    ('en', 'vi')
    """
    given = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    asked = [after for word, after in itertools.pairwise(given) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in given if word.startswith("--lang=")]
    known = [code for code in (*asked, environment.get("QMS_XLSX_LANG")) if code in say.LANGUAGES]
    return known[0] if known else say.VIETNAMESE


def spoken(ctx: click.Context) -> str:
    """Return the language of a command line that is being parsed or run."""
    return ctx.obj if ctx.obj in say.LANGUAGES else say.VIETNAMESE


class Command(click.Command):
    """A command that is called with the language, and whose help is said in it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_language_option())

    def invoke(self, ctx: click.Context) -> Any:
        """Call the command with the language."""
        ctx.params["language"] = spoken(ctx)
        return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line; the names of arguments stay as documented."""
        pieces = super().collect_usage_pieces(ctx)
        return [clicks_words.said(piece, spoken(ctx)) for piece in pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = clicks_words.said("Usage:", spoken(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{prefix} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's sentence."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.said(spoken(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        with formatter.section(clicks_words.said("Options", spoken(ctx))):
            formatter.write_dl([_described(option, ctx) for option in options])

    def said(self, language: str) -> str:
        """Return the command's sentence."""
        return say.word(self.help, language) if self.help else ""

    def summed_up(self, language: str) -> str:
        """Return the sentence's first part, for the list of commands."""
        return self.said(language).partition(": ")[0].partition(";")[0].rstrip(".")


command = partial(click.command, cls=Command)
"""Makes a command of a function."""


class Group(Command, click.Group):
    """The group of commands: where a command line begins and ends."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Return the context, which knows the language before the arguments are parsed."""
        extra.setdefault("obj", language_of(args, os.environ))
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Go on to the command named."""
        return click.Group.invoke(self, ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        rows = [
            (name, command.summed_up(spoken(ctx)))
            for name, command in commands.items()
            if isinstance(command, Command)
        ]
        with formatter.section(clicks_words.said("Commands", spoken(ctx))):
            formatter.write_dl(rows)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line; what ends it early is one message, never a traceback."""
        run = partial(super().main, prog_name=prog_name, standalone_mode=False, **extra)
        if not standalone_mode:
            return run(args)
        words = list(sys.argv[1:] if args is None else args)
        language = language_of(words, os.environ)
        _keep_going_on_strange_letters((sys.stdout, sys.stderr))
        try:
            status: object = run(words)
        except click.ClickException as error:
            click.echo(clicks_words.told(error, language), err=True)
            status = error.exit_code
        except click.Abort:
            click.echo(say.word(N_("Stopped as asked."), language), err=True)
            status = INTERRUPTED
        except MemoryError:
            told = N_(
                "There is not enough memory for this. What was there before is untouched: close "
                "other programs, or use a machine with more, and run it again."
            )
            click.echo(say.word(told, language), err=True)
            status = NOTHING_DONE
        except OSError as error:
            if error.errno != errno.ENOSPC or error.filename is not None:
                raise
            _leave_unsaid(sys.stdout)
            told = N_("There is no room left for what is printed.")
            click.echo(say.word(told, language), err=True)
            status = NOTHING_DONE
        sys.exit(status if isinstance(status, int) else 0)


def _language_option() -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice(say.LANGUAGES),
        help=N_("Language of messages: vi (default) or en."),
        expose_value=False,
    )


def _described(option: click.Option, ctx: click.Context) -> tuple[str, str]:
    """Return an option's names and its help; its default and its limits stand in brackets."""
    names, text = option.get_help_record(ctx) or ("", "")
    own = option.help or ""
    limits = clicks_words.in_brackets(text.removeprefix(own).strip(), spoken(ctx))
    return names, f"{say.word(own, spoken(ctx))}  {limits}".rstrip()


def _keep_going_on_strange_letters(streams: Iterable[Any]) -> None:
    """Write letters that a stream's encoding lacks (cp1252, cp1258) without their marks."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            name = f"qms-xlsx.bare.{stream.encoding}"
            codecs.register_error(name, partial(bare_letters, stream.encoding))
            stream.reconfigure(errors=name)


def _leave_unsaid(stream: Any) -> None:
    """Let go of what a full stream still holds, which else fails again when the program ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def bare_letters(encoding: str, error: UnicodeError) -> tuple[str, int]:
    """Return what stands for letters that cannot be encoded: 'ê' and a tone for 'ế', else 'e'."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_written(letter, encoding) for letter in lost), error.end


def _written(letter: str, encoding: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in _TONES)
    toned = unicodedata.normalize("NFC", parts.translate(_NO_TONE)) + tone
    if tone and _holds(encoding, toned):
        return toned
    bare = unicodedata.normalize("NFD", letter.translate(_PLAIN))[0]
    return bare if bare.isascii() else "?"


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
