"""The command line: the group of commands, each of which imports its step only when it runs."""

from __future__ import annotations

import click

from qms_xlsx.commands import above, closing, folder, monthly, page, words
from qms_xlsx.language.messages import N_
from qms_xlsx.terminal.command import Group


@click.group(
    cls=Group,
    help=N_(
        "Quality objectives in Excel: forms out, filled forms in, checked, added up and judged."
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name="qms-xlsx",
    prog_name="qms-xlsx",
    message="%(prog)s %(version)s",
    help=N_("Show the version and exit."),
)
def main() -> None:
    """Quality objectives in Excel: forms out, filled forms in, checked, added up and judged."""


for _command in (
    folder.init,
    folder.import_,
    folder.demo,
    monthly.forms,
    monthly.validate,
    monthly.aggregate,
    monthly.remind,
    monthly.report,
    closing.close,
    closing.verify,
    closing.next_year,
    above.rollup,
    words.explain,
    words.readings,
    page.app,
):
    main.add_command(_command)
