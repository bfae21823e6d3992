"""Send damaged workbooks through the intake and the readers, and say what they answer wrongly.

python benchmarks/fuzz.py [SECONDS] [SEED]

A form and a register (.xlsx, and .ods and .xls where LibreOffice is here to make them) are opened,
a few places of one part are overwritten, and what comes out is read as a run reads it, in words of
both languages and as JSON. With atheris (pip install atheris) what is tried next follows the code
that was reached, without it chance alone. An answer is wrong that is neither a workbook nor a
refusal with a sentence; a process that dies in the parser is counted: a run survives it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
try:
    import atheris

    GUIDED = True
    instrumented = atheris.instrument_imports(include=["qms_xlsx.intake", "qms_xlsx.read"])
except ImportError:
    GUIDED = False
    instrumented = nullcontext()

with instrumented:
    from qms_xlsx import say
    from qms_xlsx.intake.book import Refused
    from qms_xlsx.intake.compound import Compound, packed
    from qms_xlsx.intake.kinds import OLE, workbook_stream
    from qms_xlsx.intake.opening import opened
    from qms_xlsx.read.form import is_form, read_form
    from qms_xlsx.read.markers import contents
    from qms_xlsx.read.register import read_register
    from qms_xlsx.read.tables import is_register
    from qms_xlsx.rules.register import lint
    from qms_xlsx.say.findings import as_json
    from qms_xlsx.steps.reading import open_register
    from tests.faults import year

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register

PATIENCE = 60
"""Seconds for one file; a run gives it half of them."""
MARKS = (
    b"<", b">", b"/>", b"</c>", b"<c>", b"<v>", b"</v>", b'<c r="A1" t="s"><v>0</v></c>', b' t="e"',
    b' t="s"', b' t="str"', b' t="d"', b' t="b"', b' s="99999"', b' r="XFD1048576"', b"<!-- -->",
    b"<![CDATA[", b"]]>", b"<?x ?>", b"&#0;", b"&x;", b"\0", b"\xff\xfe", b"<f>1</f>", b"<is><t>",
    b'<mergeCell ref="A1:XFD1048576"/>', b'<row r="1">', b"</row>", b'office:value-type="date"',
    b' table:number-rows-repeated="1000000"', b' office:value="x"', b"\xff\xff\xff\x7f",
    b"\x00\x00\x00\x80", b"\x09\x08", b"\x0a\x00",
)  # fmt: skip
VALUES = (
    *(b"1e309", b"-0", b"NaN", b"1E-320", b"9" * 20, b"0x1F", b"1,5", b"-1", b"2958466"),
    *(b"#qms:results:1", b"#qms:form:1", b"#qms:info:1", b"#qms:plan:1", b"year", b"value", b"t5"),
    *(b"numerator", b"KPS", b"&amp;", b"&#x10FFFF;", b"&#27;", b"", b" ", b"2021-H1", b"VP"),
    *(word.encode() for word in ("Có", "100 % trở lên", "Trước 31/02/2021", "hằng quý",
      "50 % - 20 %", "tăng 0,7 lần", "từ thứ 5 trở lên", "Văn phòng", "không có", "năm 9999999")),
)  # fmt: skip
"""What chance alone would take long to hit upon: of a file's build, and of its cells."""


@dataclass(frozen=True)
class Seed:
    """A sound file, taken apart."""

    parts: dict[str, bytes]
    stream: str = ""
    """The stream of an .xls; an archive has none."""

    @classmethod
    def of(cls, path: Path) -> Seed:
        data = path.read_bytes()
        if data.startswith(OLE):
            container = Compound(data)
            name = workbook_stream(container.root)
            return cls({name: container.read(name)}, name)
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def part_at(self, place: int) -> str:
        """Return the part that a byte of the whole stands in: large ones are damaged more often."""
        for name, data in sorted(self.parts.items()):
            place -= len(data)
            if place < 0:
                return name
        raise AssertionError

    def with_part(self, name: str, data: bytes) -> bytes:
        if self.stream:
            return packed(self.stream, data)
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for own, part in (self.parts | {name: data}).items():
                archive.writestr(own, part)
        return made.getvalue()


class Chance:
    """Choices out of the fuzzer's bytes; the same bytes choose the same."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def below(self, limit: int) -> int:
        """Return a number from 0 to below the limit; 0 when the bytes are used up."""
        number = int.from_bytes(self.data[self.at : self.at + 3], "big")
        self.at += 3
        return number % max(limit, 1)

    @property
    def left(self) -> bool:
        return self.at < len(self.data)


def damaged(seeds: list[Seed], data: bytes) -> bytes:
    """Return a file with a few places of one part overwritten, as the bytes say."""
    chance = Chance(data)
    seed = seeds[chance.below(len(seeds))]
    name = seed.part_at(chance.below(sum(map(len, seed.parts.values()))))
    part = bytearray(seed.parts[name])
    while chance.left:
        change = (overwritten, retyped, retyped, retyped)[chance.below(4)]
        change(part, chance)
    whole = bytearray(seed.with_part(name, bytes(part)))
    if data[-1:] == b"\xff":  # once in a while the archive itself is damaged
        whole[len(whole) * data[0] // 256] ^= 1 << data[0] % 8
    return bytes(whole)


def overwritten(part: bytearray, chance: Chance) -> None:
    """Put something in the place of a few bytes: a mark, bytes from elsewhere, a single byte."""
    at, gone, source = chance.below(len(part) + 1), chance.below(64), chance.below(len(part) + 1)
    new = (
        MARKS[chance.below(len(MARKS))],
        bytes(part[source : source + chance.below(256)]),
        bytes([chance.below(256)]),
    )[chance.below(3)]
    part[at : at + gone * chance.below(2)] = new


def retyped(part: bytearray, chance: Chance) -> None:
    """Put another value between two tags, as somebody would who types into the cell."""
    begin = part.find(b">", chance.below(len(part) + 1)) + 1
    end = part.find(b"<", begin)
    part[begin : max(end, begin)] = VALUES[chance.below(len(VALUES))]


@dataclass
class Tally:
    """What became of the files."""

    answers: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, str] = field(default_factory=dict)
    """By the place in the code, the name of the file that leads there."""
    slowest: float = 0.0


class Fuzzer:
    """Reads one damaged file after the other, and keeps those that are answered wrongly."""

    def __init__(self, seeds: Path, out: Path) -> None:
        self.seeds = [Seed.of(path) for path in sorted(seeds.iterdir())]
        self.register = open_register(seeds / "so-muc-tieu.xlsx")[0]
        self.out, self.tally = out, Tally()
        self.file = out / "now.bin"

    def __call__(self, data: bytes) -> None:
        """Read one file; what is wrong with the answer is kept, and never raised."""
        if not data:
            return
        self.file.write_bytes(damaged(self.seeds, data))
        begun = time.perf_counter()
        signal.alarm(PATIENCE)
        try:
            self.tally.answers[answer(self.file, self.register)] += 1
        except Exception as error:
            self._keep(error)
        except BaseException as error:
            if "Panic" not in type(error).__name__:
                raise
            self.tally.answers["a panic of the parser"] += 1
        signal.alarm(0)
        self.tally.slowest = max(self.tally.slowest, time.perf_counter() - begun)
        if sum(self.tally.answers.values()) % 200 == 0:
            self.save()

    def _keep(self, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"
        self.tally.answers["wrong"] += 1
        if where not in self.tally.wrong:
            kept = self.out / f"wrong-{len(list(self.out.glob('wrong-*'))) + 1}.bin"
            shutil.copyfile(self.file, kept)
            self.tally.wrong[where] = kept.name

    def save(self) -> None:
        (self.out / "tally.json").write_text(json.dumps(vars(self.tally)), encoding="utf-8")


def answer(path: Path, register: Register) -> str:
    """Return what becomes of a file, all its findings put into words."""
    book = opened(path)
    if isinstance(book, Refused):
        tell([book.fault])
        return f"refused {book.fault.code}"
    held = contents(book)
    tell(book.warnings)
    if is_register(held):
        reading = read_register(held)
        tell(reading.findings)
        if reading.register:
            tell(lint(reading.register))
        return "a register" if reading.register else "no usable register"
    if is_form(held):
        form = read_form(held, register)
        tell(form.findings)
        return "a form" if form.submission else "no usable form"
    return "another workbook"


def tell(findings: Iterable[Finding]) -> None:
    for finding in findings:
        for language in say.LANGUAGES:
            json.dumps(as_json(finding, language), allow_nan=False)


def seeds_in(folder: Path) -> Path:
    """Return a folder with sound files of every format that can be made here."""
    root, out = year(folder, small=True), folder / "seeds"
    out.mkdir()
    made = [shutil.copyfile(path, out / path.name)
            for path in (root / "so-muc-tieu.xlsx", root / "da-nop" / "VP.xlsx")]  # fmt: skip
    soffice = shutil.which("soffice")
    for kind in ("ods", "xls") if soffice else ():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", out, *made]
        subprocess.run(command, check=True, capture_output=True)
    return out


def fuzz(seeds: Path, out: Path, seconds: float, seed: int) -> None:
    """Try files until the time is over; a death of this process is for the parent to count."""
    fuzzer, end = Fuzzer(seeds, out), time.monotonic() + seconds
    dice = random.Random(seed)  # noqa: S311 (damage, not secrets)
    if GUIDED:
        options = [
            f"-seed={seed}",
            f"-artifact_prefix={out}/",
            "-max_len=50",
            "-len_control=0",
            "-rss_limit_mb=0",
        ]
        corpus = out / "corpus"
        corpus.mkdir(exist_ok=True)
        for number in range(50):
            (corpus / str(number)).write_bytes(dice.randbytes(dice.randrange(12, 50)))
        atheris.Setup([sys.argv[0], *options, str(corpus)], partial(until, fuzzer, end))
        atheris.Fuzz()
    while True:
        until(fuzzer, end, dice.randbytes(dice.randrange(12, 50)))


def until(fuzzer: Fuzzer, end: float, data: bytes) -> None:
    """Try a file, unless the time is over: then end the process, which libFuzzer would not."""
    if time.monotonic() > end:
        fuzzer.save()
        os._exit(0)
    fuzzer(data)


def main(seconds: float, seed: int) -> None:
    end, died, wrong = time.monotonic() + seconds, Counter[str](), dict[str, str]()
    answers, slowest = Counter[str](), 0.0
    with tempfile.TemporaryDirectory() as folder:
        seeds, out = seeds_in(Path(folder)), Path(tempfile.mkdtemp(prefix="fuzz-"))
        while (left := end - time.monotonic()) > 1:
            seed += 1
            command = [sys.executable, __file__, "--child", seeds, out, f"{left}", f"{seed}"]
            status = subprocess.run(command, check=False, capture_output=True)
            if (out / "tally.json").exists():
                told = json.loads((out / "tally.json").read_text(encoding="utf-8"))
                (out / "tally.json").unlink()
                answers.update(told["answers"])
                wrong |= told["wrong"]
                slowest = max(slowest, told["slowest"])
            if status.returncode:
                died[str(status.returncode)] += 1
                shutil.copyfile(out / "now.bin", out / f"died-{seed}.bin")
    by = "atheris" if GUIDED else "chance alone"
    print(f"{sum(answers.values())} files in {seconds:.0f} s, led by {by}; slowest {slowest:.1f} s")
    for name, count in answers.most_common():
        print(f"{count:>8} {name}")
    print(f"processes that died: {dict(died) or 0}; files kept in {out}")
    for where, name in wrong.items():
        print(f"wrong: {name}: {where}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        fuzz(Path(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
    else:
        numbers = [*sys.argv[1:], "3600", "1"]
        main(float(numbers[0]), int(numbers[1] if len(sys.argv) > 2 else 1))
