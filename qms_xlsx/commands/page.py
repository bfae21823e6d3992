"""The command that shows the page on this computer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qms_xlsx import say
from qms_xlsx.language.messages import N_, message
from qms_xlsx.terminal.command import NOTHING_DONE, command

_FOLDER = click.Path(path_type=Path)
_PORT = click.IntRange(0, 65535)


@command(help=N_("Show the year's work as a page in the browser, on this computer only."))
@click.argument("folder", type=_FOLDER, metavar="[DIR]", default=".")
@click.option(
    "--no-browser", is_flag=True, help=N_("Only print the address; do not open the browser.")
)
@click.option(
    "--port", type=_PORT, default=0, metavar="N", help=N_("The port; default any free one.")
)
def app(folder: Path, no_browser: bool, port: int, language: str) -> None:
    """Show the year's work as a page in the browser, on this computer only."""
    try:
        from qms_xlsx.app.server import desk_at, serve
    except ModuleNotFoundError as error:
        said = message(
            "The page needs {module}, which is not installed: “pip install qms-xlsx[app]”.",
            module=error.name,
        )
        click.echo(say.text(said, language), err=True)
        sys.exit(NOTHING_DONE)

    def tell(address: str) -> None:
        for line in (
            message("The page is at {address}", address=address),
            message("Keep this window open while you work; Ctrl+C or closing it ends the page."),
        ):
            click.echo(say.text(line, language))

    if not folder.is_dir():
        missing = message("There is no folder {folder}.", folder=str(folder))
        click.echo(say.text(missing, language), err=True)
        sys.exit(NOTHING_DONE)
    serve(desk_at(folder, language), browser=not no_browser, tell=tell, port=port)
