"""Play every fault at every call of every command, and say what breaks a promise.

python benchmarks/faults.py [--small] [COMMAND…]      # an hour for all; small: some minutes
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.faults import COMMANDS, play_all


def main(words: list[str]) -> None:
    commands = [word for word in words if word != "--small"] or COMMANDS
    with tempfile.TemporaryDirectory() as folder:
        for line in play_all(Path(folder) / "year", commands, small="--small" in words):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
