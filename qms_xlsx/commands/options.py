"""What options and arguments hold, and how a wrong one is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.period import Period


def period_of(value: str) -> Period:
    """Return the period of an option, or refuse it with the forms there are."""
    from qms_xlsx.domain.period import InvalidPeriod, Period

    try:
        return Period.parse(value)
    except InvalidPeriod:
        raise click.BadParameter(
            f"“{value}” is not a period; write 2024, 2024-H1, 2024-Q2 or 2024-06."
        ) from None


def day_of(value: str) -> date:
    """Return the day of an option, or refuse it with the forms wanted."""
    from qms_xlsx.read.cells import InvalidCell, written_date

    try:
        return written_date(value)
    except InvalidCell:
        raise click.BadParameter(
            f"“{value}” is not a day; write 2024-06-20 or 20/6/2024."
        ) from None


FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path)
YEAR = click.IntRange(1990, 2099)
FORMAT = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("How the outcome is printed."),
)
AS_OF = click.option(
    "--as-of",
    type=day_of,
    metavar="DATE",
    help=N_("The day from which things are seen; default today."),
)
WORKERS = click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="N",
    help=N_("How many files are read at once at most; default as many as there are cores."),
)
DASK = click.option(
    "--dask",
    "cluster",
    default="",
    metavar="ADDRESS",
    help=N_("Read the forms on a Dask cluster, such as tcp://10.0.0.5:8786 (extra “dask”)."),
)
PERIOD = click.option(
    "--period",
    type=period_of,
    metavar="PERIOD",
    help=N_("2024, 2024-H1, 2024-Q2 or 2024-06; default the last month."),
)
