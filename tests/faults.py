"""Faults played to the commands: killed, out of room, refused, at every single call to the system.

A command runs in a child process in which the n-th call that opens, renames, removes or makes
something in the folder ends the process, or fails as the system would. Afterwards nothing that
people own may have changed, whatever stands in the folder must be whole, what was printed must be
a sentence, and the same command must work the next time as if nothing had happened.
"""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import shutil
import signal
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qms_xlsx.cli import main
from qms_xlsx.steps.init import init
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLE = "loc-son-2021"
WHEN = ("--period", "2021-H1", "--as-of", "2021-06-20")
COMMANDS: dict[str, tuple[str, ...]] = {
    "init": ("init", "moi", "--year", "2021", "--sample", SAMPLE),
    "demo": ("demo", "thu", "--sample", SAMPLE),
    "forms": ("forms", "MTCL"),
    "validate": ("validate", "MTCL"),
    "aggregate": ("aggregate", "MTCL", *WHEN),
    "remind": ("remind", "MTCL", *WHEN),
}
KILL, FULL = "kill", "full"
FAULTS = {KILL: 0, FULL: errno.ENOSPC, "refused": errno.EACCES, "busy": errno.EBUSY}
"""What is played; a disk that is full stays full, the rest happens once."""
_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CALLS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "qms.fsync"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its status (negative: by a signal), and what it printed."""

    status: int
    printed: str
    calls: int = 0


@dataclass(slots=True)
class Player:
    """An audit hook that counts the calls in a folder and plays a fault at one of them."""

    folder: str
    fault: str = ""
    at: int = 0
    calls: int = 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Play the fault when its call has come."""
        if event not in _CALLS or not self._ours(event, arguments):
            return
        self.calls += 1
        if self.calls < self.at or not self.fault or (self.calls > self.at and self.fault != FULL):
            return
        if self.fault == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        code = FAULTS[self.fault]
        raise OSError(code, os.strerror(code), arguments[0])

    def _ours(self, event: str, arguments: tuple[Any, ...]) -> bool:
        """Whether a call is about the folder, and of the kind that the fault is about."""
        path = arguments[0]
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        if not str(Path(os.fsdecode(path)).absolute()).startswith(self.folder):
            return False
        if event != "open":
            return not (self.fault == FULL and event in {"os.remove", "os.rmdir", "os.chmod"})
        flags = arguments[2] if len(arguments) > 2 else 0
        return self.fault in {"refused", "busy"} or bool(flags & _CHANGING)


def run(
    folder: Path, arguments: tuple[str, ...], player: Player, *, largest: int | None = None
) -> Ended:
    """Run a command in a child of this process; no file can grow beyond `largest` bytes."""
    (said, saying), (counted, counting) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        _child(folder, arguments, player, saying, counting, largest)
    os.close(saying)
    os.close(counting)
    with os.fdopen(said, "rb") as told, os.fdopen(counted, "rb") as pipe:
        printed, calls = told.read().decode("utf-8", errors="replace"), int(pipe.read() or 0)
    return Ended(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), printed, calls)


def _child(
    folder: Path,
    arguments: tuple[str, ...],
    player: Player,
    saying: int,
    counting: int,
    largest: int | None,
) -> None:
    status = 70
    try:
        os.dup2(saying, 1)
        os.dup2(saying, 2)
        os.close(saying)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        os.chdir(folder)
        sync = os.fsync

        def audited(handle: int) -> None:
            sys.audit("qms.fsync", str(Path(f"/proc/self/fd/{handle}").readlink()))
            sync(handle)

        os.fsync = audited
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        sys.addaudithook(player)
        main(list(arguments), prog_name="qms-xlsx")
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        player.fault = ""
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(counting, str(player.calls).encode())
        os._exit(status)


def year(folder: Path) -> Path:
    """Make a year's folder in which people have worked: their files are never to be touched."""
    root = init(folder / "MTCL", 2021, SAMPLE).root
    for path in sorted((SAMPLES / SAMPLE / "da-nop").iterdir()):
        shutil.copyfile(path, root / "da-nop" / path.name)
    for name in ("forms", "aggregate", "remind"):
        ended = run(folder, COMMANDS[name], Player(str(folder)))
        assert ended.status in (0, 1), ended.printed
    for name in OWNED:
        for path in sorted(root.glob(name))[:1]:
            path.write_bytes(path.read_bytes() + b"changed by somebody")
    (root / "tra-lai" / "cua-toi.xlsx").write_bytes(b"mine")
    return root


OWNED = ("bieu-mau/*.xlsx", "tra-lai/*.xlsx", "nhac-viec/*.txt", "nhac-viec/*.ics",
         "tong-hop/*.xlsx")  # fmt: skip


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every visible file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    }


def half_written(folder: Path) -> list[str]:
    """Return the temporary files and folders of ours that are left."""
    return [path.name for path in folder.rglob(".*.qms-*")]


@dataclass(slots=True)
class Trial:
    """One command, with how its folder was before and how it is after a run without a fault."""

    name: str
    home: Path
    """Where the folder stands as it was before: copied for every fault."""
    before: dict[str, str]
    after: dict[str, str]
    status: int

    @classmethod
    def of(cls, name: str, home: Path, work: Path) -> Trial:
        """Return a command's trial; its folder is made as it is in the middle of a year."""
        folder = _copy(home, work)
        before = digests(folder)
        ended = run(folder, COMMANDS[name], Player(str(folder)))
        assert ended.status in (0, 1), ended.printed
        return cls(name, home, before, digests(folder), ended.status)

    def calls(self, work: Path, fault: str) -> int:
        """Return how many calls a fault can be played at."""
        folder = _copy(self.home, work)
        # A fault that never comes, so that the calls counted are those that it could hit.
        return run(folder, COMMANDS[self.name], Player(str(folder), fault, 1 << 40)).calls

    def play(self, work: Path, fault: str, at: int) -> list[str]:
        """Return what is wrong after a fault at one call, and after the run that follows."""
        folder = _copy(self.home, work)
        ended = run(folder, COMMANDS[self.name], Player(str(folder), fault, at))
        return [f"{self.name} {fault} {at}: {wrong}" for wrong in self._wrong(folder, ended, fault)]

    def fill(self, work: Path, largest: int) -> list[str]:
        """Return what is wrong when every file stops growing at a size."""
        folder = _copy(self.home, work)
        ended = run(folder, COMMANDS[self.name], Player(str(folder)), largest=largest)
        wrong = self._wrong(folder, ended, FULL)
        return [f"{self.name} full at {largest} bytes: {text}" for text in wrong]

    def _wrong(self, folder: Path, ended: Ended, fault: str) -> Iterator[str]:
        yield from self._said_wrong(ended, fault)
        yield from self._lost(folder)
        if fault == FULL and (left := half_written(folder)):
            yield f"left half-written: {left}"
        whole = self.name in ("init", "demo") and (folder / COMMANDS[self.name][1]).exists()
        again = run(folder, COMMANDS[self.name], Player(str(folder)))
        if again.status != (2 if whole else self.status):
            yield f"the next run ends with {again.status}: {again.printed[-800:]}"
        if (now := digests(folder)) != self.after:
            yield f"the next run ends otherwise: {_difference(now, self.after)}"
        if left := half_written(folder):
            yield f"left by the next run: {left}"

    def _said_wrong(self, ended: Ended, fault: str) -> Iterator[str]:
        if fault == KILL and ended.status == -signal.SIGKILL:
            return
        if ended.status not in (0, 1, 2):
            yield f"ends with {ended.status}: {ended.printed[-1500:]}"
        if "Traceback" in ended.printed or "Exception ignored" in ended.printed:
            yield f"a traceback: {ended.printed[-1500:]}"
        if ".qms-" in ended.printed.replace(".qms-xlsx", ""):
            yield f"names a temporary file: {ended.printed}"
        if ended.status == 2 and fault == FULL and "đã đầy" not in ended.printed:
            yield f"does not say that the disk is full: {ended.printed}"

    def _lost(self, folder: Path) -> Iterator[str]:
        """Yield what is neither as before nor as after a whole run."""
        now = digests(folder)
        for name, digest in self.before.items():
            if name not in now and name in self.after:
                yield f"lost {name}"
            elif name in now and now[name] not in (digest, self.after.get(name)):
                yield f"spoilt {name}"
        known = set(self.before.values()) | set(self.after.values())
        for name, digest in now.items():
            if name not in self.before and digest not in known:
                yield f"{name} is half of something"


def _copy(home: Path, work: Path) -> Path:
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(home, work, symlinks=True)
    return work


def _difference(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def play_all(
    base: Path,
    *,
    commands: tuple[str, ...] = tuple(COMMANDS),
    step: int = 1,
    tell: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """Return what is wrong of all that is promised; of every `step` calls one gets its fault."""
    home, work = base / "home", base / "work" / "x"
    home.mkdir(parents=True)
    year(home)
    found: list[str] = []
    for number, name in enumerate(commands):
        trial = Trial.of(name, home, work)
        for fault in FAULTS:
            calls = trial.calls(work, fault)
            moments = range(1 + number % step, calls + 1, step)
            wrong = [text for at in moments for text in trial.play(work, fault, at)]
            tell(f"{name} · {fault}: {len(moments)} of {calls} calls, {len(wrong)} wrong")
            found += wrong
        sizes = range(0, 40_000, 4_000 * step)
        wrong = [text for size in sizes for text in trial.fill(work, size)]
        tell(f"{name} · no file above n bytes: {len(sizes)} sizes, {len(wrong)} wrong")
        found += wrong
    return found
