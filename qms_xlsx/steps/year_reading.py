"""Reading a year's folder: the register, and every form handed in, read against it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.intake.cluster import ClusterReader, NoClusterError
from qms_xlsx.language.messages import message
from qms_xlsx.read.markers import PREFIX, contents
from qms_xlsx.steps.checking import check_all, without_contents
from qms_xlsx.steps.kept import Kept, mark_of
from qms_xlsx.steps.reading import files_below, opened_by, our_reader, register_in
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.intake.reader import Reader
    from qms_xlsx.language.messages import Message
    from qms_xlsx.read.form import FormReading
    from qms_xlsx.read.tables import Contents
    from qms_xlsx.steps.reading import Opened
    from qms_xlsx.steps.workspace import Workspace


@dataclass(frozen=True, slots=True)
class YearReading:
    """The files of a year's folder as read."""

    register: Register
    findings: tuple[Finding, ...]
    """What reading the register found."""
    register_file: Opened
    opened: dict[str, Opened]
    """The files of da-nop/, by file name."""
    forms: dict[str, FormReading]
    """The readings of forms, by file name."""
    kept: Kept
    """The same, as the next run may find them."""

    @property
    def received(self) -> tuple[Submission, ...]:
        """The accepted submissions as they came."""
        return tuple(form.submission for form in self.forms.values() if form.submission)


def read_year(
    workspace: Workspace,
    tick: Callable[[int], None] | None = None,
    complete: Callable[[Register], Register] | None = None,
    *,
    workers: int | None = None,
    cluster: str = "",
) -> YearReading:
    """Return the register, made complete if asked to, and every form handed in.

    `tick` is called after each file with how many there are; `workers` processes read at most, or
    the Dask cluster at an address. Raises StepError when the register cannot be read, or the
    cluster not used.
    """
    found, refused = files_below(workspace.submitted)
    everything = {item.label: item for item in refused}
    forms: dict[str, FormReading] = {}
    with _reader(workers, cluster) as reader:
        [register_file] = opened_by(reader, [workspace.register], workspace.submitted)
        register, findings = register_in(register_file)
        register = complete(register) if complete else register
        kept = Kept(workspace.kept, mark_of(register, register_file.sha256))
        for item in check_all(reader, found, workspace.submitted, register, kept):
            if form := item.form:
                forms[item.label] = form
            everything[item.label] = without_contents(item)
            if tick:
                tick(len(found))
    return YearReading(register, findings, register_file, everything, forms, kept)


@contextmanager
def _reader(workers: int | None, cluster: str) -> Iterator[Reader[Contents]]:
    try:
        with ClusterReader(cluster, contents, PREFIX) if cluster else our_reader(workers) as reader:
            yield reader
    except NoClusterError as error:
        raise StepError(_unused(cluster, str(error))) from error


def _unused(cluster: str, why: str) -> Message:
    if why == "distributed":
        return message("Reading on a cluster needs one more part: pip install “qms-xlsx[dask]”.")
    if why == cluster:
        return message(
            "No Dask scheduler answers at {address}: start one (dask scheduler), or leave out "
            "--dask to read on this machine.",
            address=cluster,
        )
    return message(
        "A machine of the cluster is not set up as this one ({why}): every machine needs the same "
        "version of qms-xlsx, and must see the year's folder under the same path.",
        why=why,
    )
