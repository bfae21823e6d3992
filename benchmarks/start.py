"""What a command costs before it does anything: processor time of each, on a sample's folder.

python benchmarks/start.py [ROUNDS]

The least of several rounds counts: another program on the machine only adds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from installed import as_installed

SAMPLE = "thuong-lo-2024"
DAY = ("--as-of", "2024-06-20")
COMMANDS = (
    ("--help",),
    ("explain", "--target", "đạt từ 97% trở lên"),
    ("init", "{new}", "--year", "2024"),
    ("validate", "{year}"),
    ("forms", "{year}"),
    ("readings", "{year}"),
    ("aggregate", "{year}", "--period", "2024-H1", *DAY),
    ("remind", "{year}", *DAY),
    ("report", "{year}", "--period", "2024-H1", *DAY),
)


def main(arguments: list[str]) -> int:
    rounds = int(arguments[0]) if arguments else 5
    as_installed()
    with tempfile.TemporaryDirectory() as folder:
        year = Path(folder) / "year"
        _run(("init", str(year), "--year", "2024", "--sample", SAMPLE))
        for form in (Path("samples") / SAMPLE / "da-nop").glob("*_6thang*"):
            (year / "da-nop" / form.name).write_bytes(form.read_bytes())
        print("| command | ms of processor time |\n| --- | ---: |")
        for command in COMMANDS:
            spent = []
            for number in range(rounds):
                new = str(Path(folder) / f"new-{number}")
                spent.append(_run([word.format(year=year, new=new) for word in command]))
            print(f"| `{command[0]}` | {1000 * min(spent):.0f} |")
    return 0


def _run(command: tuple[str, ...] | list[str]) -> float:
    """Return the processor time of a command and of the processes that it started."""
    before = os.times()
    asked = [sys.executable, "-m", "qms_xlsx", *command]
    subprocess.run(asked, capture_output=True, check=False)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
