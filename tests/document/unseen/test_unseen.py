"""Documents of other offices, with what is expected of them, written without sight of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.document.unseen.scoring import expectation, scored

DOCUMENTS = sorted(
    path for path in Path(__file__).parent.glob("*/*.*") if path.suffix not in (".json", ".py")
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_row_is_found_and_none_invented_or_lost(path: Path) -> None:
    score = scored(path, expectation(path))
    assert score.faults == []
