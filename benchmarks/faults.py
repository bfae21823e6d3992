"""Play every fault at every call of every command, and say what breaks a promise.

python benchmarks/faults.py [COMMAND…]      # some hours for all
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.faults import COMMANDS, play_all


def main(commands: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        chosen = tuple(commands) or tuple(COMMANDS)
        found = play_all(Path(folder) / "year", commands=chosen, tell=print)
    for text in found:
        print(text)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
