"""What the toolkit writes into a year's folder: it writes over its own, unchanged files alone."""

from __future__ import annotations

import errno
import json
import re
import shutil
from dataclasses import dataclass, field
from hashlib import file_digest
from itertools import dropwhile, islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.language.messages import N_, Message, message
from qms_xlsx.steps.state import append_state, read_state
from qms_xlsx.steps.trouble import StepError, is_full, reason_of
from qms_xlsx.write.files import on_disk, take_place, temporary_beside, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LINE = re.compile(r'([0-9a-f]{64}) (".*")')
_MOST_LINES = 5_000
_MOST_NAMES = 99
_SECOND_NAME = N_("{file} was left alone ({reason}); the new one is {new}.")
_NOT_REMOVED = N_("{file} is outdated and was not removed: {reason}.")
_TAKEN = {
    errno.EACCES,
    errno.EPERM,
    errno.EBUSY,
    errno.ETXTBSY,
    errno.EISDIR,
    errno.EEXIST,
    errno.ENOTEMPTY,
}
"""What a system says of a file that is open in a program, or of a folder in its place."""


@dataclass(frozen=True, slots=True)
class Spared:
    """A file that was left as it is, or could not be written, and what is said of it."""

    name: str
    """The file, as the folder sees it."""
    said: Message


@dataclass(slots=True)
class Outputs:
    """The files that the toolkit wrote into a folder, each by its SHA-256 as written."""

    root: Path
    journal: Path
    spared: list[Spared] = field(default_factory=list)
    _now: set[Path] = field(default_factory=set)
    """What this run has written: never written over by the same run."""
    _known: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path, journal: Path) -> Outputs:
        """Return the outputs of a folder as its journal remembers them."""
        outputs = cls(root, journal)
        lines = [found for line in read_state(journal).splitlines() if (found := _parsed(line))]
        for digest, name in lines:
            outputs._known.setdefault(name, []).append(digest)
        if len(lines) > _MOST_LINES:
            outputs._shorten()
        return outputs

    def write(self, path: Path, make: Callable[[Path], object]) -> Path | None:
        """Return where a file was written whole: `path`, or a second name; None when nowhere.

        What stands there gives way only when it is ours and unchanged. A file that cannot be
        written costs itself and not the run; a full disk ends the run (OSError).
        """
        try:
            with temporary_beside(path) as temporary:
                make(temporary)
                on_disk(temporary)
                written = self._settled(temporary, path)
        except OSError as error:
            if is_full(error):
                raise
            self.spare(path, N_("{file} was not written: {reason}."), reason=reason_of(error))
            return None
        self._now.add(written)
        self._remove_later_names(path, written)
        return written

    def write_over(self, path: Path, make: Callable[[Path], object], copy: Path) -> None:
        """Write a person's own file anew, as that person asked; OSError when it cannot be.

        What the person saved last is kept as `copy`; what we made of it needs none.
        """
        if not self.is_ours(path):
            with write_whole(copy) as kept:
                shutil.copyfile(path, kept)
        with temporary_beside(path) as temporary:
            make(temporary)
            on_disk(temporary)
            self._claim(path, _digest(temporary) or "")
            take_place(temporary, path)

    def _settled(self, temporary: Path, path: Path) -> Path:
        """Give a finished file the first of its names that is free."""
        digest = _digest(temporary) or ""
        why: Message | str = ""
        for name in _names(path):
            if not self._free(name) and _digest(name) != digest:
                why = why or message("it is not as it was written")
                continue
            self._claim(name, digest)
            try:
                take_place(temporary, name)
            except OSError as error:
                if error.errno not in _TAKEN:
                    raise
                why = why or reason_of(error)
                continue
            if why:
                self.spare(path, _SECOND_NAME, reason=why, new=name.name)
            return name
        raise FileExistsError(errno.EEXIST, "", str(path))

    def _claim(self, path: Path, digest: str) -> None:
        """Remember a file before it is there: a run killed in between leaves it known as ours."""
        name = self._name(path)
        append_state(self.journal, f"{digest} {json.dumps(name)}")
        self._known.setdefault(name, []).append(digest)

    def _remove_later_names(self, path: Path, written: Path) -> None:
        """Remove the second names that are outdated now: what made them needful is over."""
        names = dropwhile(lambda name: name != written, _names(path))
        for later in takewhile(Path.exists, islice(names, 1, None)):
            self.remove(later)

    def _free(self, path: Path) -> bool:
        """Return whether nothing stands there, or an unchanged file of an earlier run of ours."""
        if not path.exists() and not path.is_symlink():
            return True
        return path not in self._now and self.is_ours(path)

    def refuse_if_none(self) -> None:
        """Raise StepError when of all that was to be written nothing could be."""
        if self.spared and not self._now:
            raise StepError(self.spared[0].said)

    def is_ours(self, path: Path) -> bool:
        """Return whether a file is as the toolkit wrote it."""
        return _digest(path) in self._known.get(self._name(path), ())

    def changed(self, path: Path, digest: str) -> bool:
        """Whether somebody changed a file of ours: its name is known, these bytes are not."""
        written = {known for digests in self._known.values() for known in digests}
        return self._name(path) in self._known and digest not in written

    def remove(self, path: Path) -> None:
        """Remove a file that nobody needs any more, if it is ours and unchanged."""
        if path in self._now or not self.is_ours(path):
            return
        try:
            path.unlink()
        except OSError as error:
            self.spare(path, _NOT_REMOVED, reason=reason_of(error))

    def spare(self, path: Path, said: str, **values: object) -> None:
        """Remember to say what became of a file that was not simply written."""
        name = self._name(path)
        self.spared.append(Spared(name, Message(said, {"file": name, **values})))

    def _name(self, path: Path) -> str:
        place, root = path.absolute(), self.root.absolute()
        return place.relative_to(root).as_posix() if place.is_relative_to(root) else str(place)

    def _shorten(self) -> None:
        """Keep what the files that are still there may be: as written last, or the time before."""
        known = {n: found[-2:] for n, found in self._known.items() if (self.root / n).is_file()}
        with write_whole(self.journal) as new:
            lines = [f"{d} {json.dumps(name)}" for name, found in known.items() for d in found]
            new.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        self._known = known


def spared_json(spared: Iterable[Spared], language: str) -> dict[str, Any]:
    """Return the spared files as JSON's `files` tells them; nothing when there are none."""
    told = [{"file": file.name, "why": say.text(file.said, language)} for file in spared]
    return {"left_alone": told} if told else {}


def _parsed(line: str) -> tuple[str, str] | None:
    found = _LINE.fullmatch(line)
    try:
        return (found[1], str(json.loads(found[2]))) if found else None
    except ValueError:
        return None


def _digest(path: Path) -> str | None:
    """Return the SHA-256 of a plain file; None of anything else."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _names(path: Path) -> Iterator[Path]:
    """Yield a path and its second names; no code's file name holds a bracket."""
    yield path
    for number in range(2, _MOST_NAMES + 1):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
