"""Faults played to the commands: killed, out of room, refused, at every single call to the system.

A command runs in a child process in which the n-th call that opens, renames, removes or makes
something in the folder ends the process, or fails as the system would. Afterwards nothing that
people own may have changed, whatever stands in the folder must be whole, what was printed must be
a sentence, and the same command must work the next time as if nothing had happened.
"""

from __future__ import annotations

import errno
import hashlib
import importlib
import json
import os
import pkgutil
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import qms_xlsx
from qms_xlsx.cli import main
from qms_xlsx.steps.import_decision import DRAFT
from qms_xlsx.steps.init import init
from qms_xlsx.write.register import fill_register_template
from tests.form_filler import hand_in
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SAMPLE = "loc-son-2021"
WHEN = ("--period", "2021-H1", "--as-of", "2021-06-20")
COMMANDS: dict[str, tuple[str, ...]] = {
    "init": ("init", "moi", "--year", "2021", "--sample", SAMPLE),
    "import": ("import", "quyet-dinh.txt", "-o", "du-thao.xlsx"),
    "demo": ("demo", "thu", "--sample", SAMPLE),
    "forms": ("forms", "MTCL"),
    "readings": ("readings", "MTCL"),
    "validate": ("validate", "MTCL"),
    "aggregate": ("aggregate", "MTCL", *WHEN),
    "remind": ("remind", "MTCL", *WHEN),
    "report": ("report", "MTCL", *WHEN),
    "close": ("close", "2021-H1", "MTCL", "--as-of", "2021-06-20", "--despite", "thử"),
    "verify": ("verify", "MTCL", "--record"),
    "rollup": ("rollup", "MTCL", "-o", "cap-tren/tong-hop.xlsx"),
    "next-year": ("next-year", "MTCL", "MTCL-2022", "--as-of", "2021-12-31"),
}
UNPLAYED = {
    "explain": "it opens no file",
    "app": "it works until it is stopped, and calls the other commands' steps",
}
"""The commands that nothing can be played to, each with the reason: a test knows them all."""
_ONCE = {"init": "moi", "demo": "thu", "close": "MTCL/chot-so/2021-H1",
         "next-year": "MTCL-2022"}  # fmt: skip
"""The folder of each command that makes one and refuses to make it again."""
_EARLIER = ("close", "2021-Q1", "MTCL", "--as-of", "2021-04-10", "--despite", "thử")
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
    calls: dict[str, int]
    """How many calls each fault could have been played at."""


@dataclass(slots=True)
class Player:
    """An audit hook that counts the calls in a folder and plays a fault at one of them."""

    folder: str
    fault: str = ""
    at: int = 0
    calls: Counter[str] = field(default_factory=Counter)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count the call, and play the fault when its call has come."""
        if event not in _CALLS or not self._ours(arguments[0]):
            return
        flags = arguments[2] if event == "open" and len(arguments) > 2 else 0
        meant = [fault for fault in FAULTS if _is_about(fault, event, flags)]
        self.calls.update(meant)
        calls = self.calls[self.fault]
        if self.fault not in meant or calls < self.at or (calls > self.at and self.fault != FULL):
            return
        if self.fault == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        code = FAULTS[self.fault]
        raise OSError(code, os.strerror(code), arguments[0])

    def _ours(self, path: object) -> bool:
        """Whether a call is about the folder."""
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return str(Path(os.fsdecode(path)).absolute()).startswith(self.folder)


def _is_about(fault: str, event: str, flags: int) -> bool:
    """Return whether a fault can happen at a call: reading needs no room, nor does removing."""
    if event == "open":
        return fault in {"refused", "busy"} or bool(flags & _CHANGING)
    return not (fault == FULL and event in {"os.remove", "os.rmdir", "os.chmod"})


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
        printed = told.read().decode("utf-8", errors="replace")
        calls = json.loads(pipe.read() or "{}")
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
        (folder / ".tmp").mkdir(exist_ok=True)
        tempfile.tempdir = str(folder / ".tmp")  # a disk that is full is full for these as well
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
        os.write(counting, json.dumps(player.calls).encode())
        os._exit(status)


def year(folder: Path, *, small: bool = False) -> Path:
    """Make a year's folder in which people have worked: their files are never to be touched.

    A small one has an office of two departments, which calls the system a quarter as often.
    """
    _imported()
    (folder / "quyet-dinh.txt").write_text(DECISION, encoding="utf-8")
    root = small_year(folder) if small else init(folder / "MTCL", 2021, SAMPLE).root
    for path in () if small else sorted((SAMPLES / SAMPLE / "da-nop").iterdir()):
        shutil.copyfile(path, root / "da-nop" / path.name)
    before = ("forms", "readings", "aggregate", "remind", "report")
    for command in (_EARLIER, *map(COMMANDS.get, before)):
        ended = run(folder, command or (), Player(str(folder)))
        assert ended.status in (0, 1), ended.printed
    for name in OWNED:
        for path in sorted(root.glob(name))[:1]:
            path.write_bytes(path.read_bytes() + b"changed by somebody")
    (root / "tra-lai" / "cua-toi.xlsx").write_bytes(b"mine")
    return root


OWNED = ("bieu-mau/*.xlsx", "tra-lai/*.xlsx", "nhac-viec/*.txt", "nhac-viec/*.ics",
         "tong-hop/*.xlsx", "cach-hieu.xlsx", "bao-cao/*.docx")  # fmt: skip
DECISION = """UỶ BAN NHÂN DÂN XÃ THỬ
Số: 12/QĐ-UBND
Xã Thử, ngày 05 tháng 01 năm 2021
QUYẾT ĐỊNH
Về việc ban hành mục tiêu chất lượng năm 2021
I. MỤC TIÊU CHẤT LƯỢNG
1. 100% hồ sơ được giải quyết đúng hạn.
2. Tạo việc làm mới cho 450 người.
II. KẾ HOẠCH THỰC HIỆN
1. Văn phòng - Thống kê theo dõi, báo cáo hằng quý.
"""


def _imported() -> None:
    """Import everything once: the children find it there."""
    for module in pkgutil.walk_packages(qms_xlsx.__path__, "qms_xlsx."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in ("docx", "icalendar", "openpyxl", "pandas", "rich.console", "xlsxwriter"):
        importlib.import_module(name)


def small_year(folder: Path) -> Path:
    """Make the year of an office of two departments, one of which has typed something wrong."""
    root = init(folder / "MTCL", 2021).root
    fill_register_template(_REGISTER, root / "so-muc-tieu.xlsx")
    assert run(folder, COMMANDS["forms"], Player(str(folder))).status == 0
    for code, typed in (("VP", 45), ("TC", "nhiều")):
        form = {("form", "report_period", "value"): "2021-H1",
                ("form", "report_date", "value"): "10/6/2021"}  # fmt: skip
        hand_in(
            root / "bieu-mau" / f"{code}-2021.xlsx",
            root / "da-nop" / f"{code}.xlsx",
            form | {("results", f"{code}1:value", "t5"): typed},
        )
    return root


_REGISTER: dict[str, list[dict[str, object]]] = {
    "info": [{"key": key, "value": value} for key, value in
             (("organisation", "UBND xã Thử"), ("year", 2021), ("due_h1", "15/6"))],
    "departments": [{"code": "VP", "name": "Văn phòng"}, {"code": "TC", "name": "Tài chính"}],
    "objectives": [
        {"code": f"{code}1", "number": str(n), "name": "Tạo việc làm mới", "target": "450 người",
         "unit": "người", "cadence": "month", "departments": code}
        for n, code in enumerate(("VP", "TC"), 1)
    ],
    "plan": [{"number": "I.1", "objectives": "VP1", "measure": "Mở lớp dạy nghề", "lead": "Văn phòng",
              "deadline": "Trước 05/6/2021"}],
}  # fmt: skip


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
    calls: dict[str, int]
    """How many calls each fault can be played at."""

    @classmethod
    def of(cls, name: str, home: Path, work: Path) -> Trial:
        """Return a command's trial; its folder is made as it is in the middle of a year."""
        folder = _copy(home, work)
        before = digests(folder)
        ended = run(folder, COMMANDS[name], Player(str(folder)))
        assert ended.status in (0, 1), ended.printed
        return cls(name, home, before, digests(folder), ended.status, ended.calls)

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
        whole = self.name in _ONCE and (folder / _ONCE[self.name]).exists()
        again = run(folder, COMMANDS[self.name], Player(str(folder)))
        if again.status != (2 if whole else self.status):
            yield f"the next run ends with {again.status}: {again.printed[-800:]}"
        now = digests(folder)
        if self.name == "import":  # the next draft stands beside the one that was finished
            now.pop(DRAFT, "")
        if now != self.after:
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
    base: Path, commands: Iterable[str] = tuple(COMMANDS), *, small: bool = False
) -> Iterator[str]:
    """Yield how each command fared, and what is wrong of all that is promised."""
    home, work = base / "home", base / "work" / "x"
    home.mkdir(parents=True)
    year(home, small=small)
    for name in commands:
        trial = Trial.of(name, home, work)
        for fault in FAULTS:
            calls = range(1, trial.calls[fault] + 1)
            wrong = [text for at in calls for text in trial.play(work, fault, at)]
            yield from (f"{name} · {fault}: {len(calls)} calls, {len(wrong)} wrong", *wrong)
        sizes = range(0, 40_000, 4_000)
        wrong = [text for size in sizes for text in trial.fill(work, size)]
        yield from (f"{name} · a file's end: {len(sizes)} sizes, {len(wrong)} wrong", *wrong)
