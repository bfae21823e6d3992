"""What a step cannot do, and why, in words that are true whoever raised the error."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.language.messages import N_, Message, message

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding


class StepError(Exception):
    """Nothing could be done; `reason` says why and how to mend it."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return say.text(self.reason, say.VIETNAMESE)


_OPEN = N_("it is open in another program, or you have no right to write there")
_FOLDER = N_("a folder bears its name")
_REASONS = {
    errno.EACCES: _OPEN,
    errno.EPERM: _OPEN,
    errno.EBUSY: _OPEN,
    errno.ETXTBSY: _OPEN,
    errno.EISDIR: _FOLDER,
    errno.EEXIST: _FOLDER,
    errno.ENOTEMPTY: _FOLDER,
    errno.ENOTDIR: N_("a file stands where its folder should be"),
    errno.ENOENT: N_("its folder is gone"),
    errno.EROFS: N_("nothing can be written to this disk"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.ELOOP: N_("its name leads in a circle"),
    errno.EIO: N_("the disk reports a fault"),
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_full(error: OSError) -> bool:
    """Return whether there was no room left: on the disk, or of what a user may fill."""
    return error.errno in _FULL


def reason_of(error: OSError) -> Message | str:
    """Return why the system refused, in our words; in its own where we have none."""
    if error.errno in _REASONS:
        return Message(_REASONS[error.errno])
    return error.strerror or str(error)


def cannot_write(path: Path, error: OSError) -> Message:
    """Return the sentence for a path that cannot be written."""
    if is_full(error):
        return message(
            "There is no room left to write {path}: the disk is full. What stood there is "
            "unchanged. Free some space and run again.",
            path=str(path),
        )
    return message(
        "{path} cannot be written: {reason}. Close it in other programs, check the folder's rights "
        "and run again.",
        path=str(path),
        reason=reason_of(error),
    )


def stopped(root: Path, error: OSError) -> Message:
    """Return the sentence for a run over a folder that the system did not let go on."""
    named = isinstance(error.filename, str) and not is_full(error)
    place = root / error.filename if named else root
    # What is half-written bears a name that tells nobody anything; its folder does.
    return cannot_write(place.parent if place.name.startswith(".") else place, error)


def refused(error: OSError) -> Message:
    """Return the sentence for what the system refused where no step knows better."""
    path = str(error.filename or "…")
    if is_full(error):
        return cannot_write(Path(path), error)
    return message(
        "The system refused {path}: {reason}. Close it in other programs, check the folder's "
        "rights and run again.",
        path=path,
        reason=reason_of(error),
    )


def cannot_read(path: Path, error: OSError) -> Message:
    """Return the sentence for a folder that cannot be read."""
    if error.errno == errno.ENOENT:
        return message(
            "The folder {path} is not there, so who reported cannot be told. Put it back, or make "
            "it anew if nothing was handed in, and run again.",
            path=str(path),
        )
    return message(
        "The folder {path} cannot be read, so who reported cannot be told: {reason}. Check its "
        "rights and run again.",
        path=str(path),
        reason=reason_of(error),
    )


def told(finding: Finding) -> Message:
    """Return a whole finding as a sentence: place, code, what is wrong, how to mend it."""
    return message(
        "{place} · {code}: {fault} {mend}",
        place=str(finding.place),
        code=finding.code,
        fault=finding.message,
        mend=finding.hint,
    )
