"""Thượng Lộ's half-year, judged once for all tests of papers."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx.say.report import Account
from qms_xlsx.steps.aggregate import run_aggregation
from tests.year_folders import H1_2024, year_folder


@pytest.fixture(scope="package")
def half_year(tmp_path_factory: pytest.TempPathFactory) -> Account:
    workspace = year_folder(tmp_path_factory.mktemp("nam") / "MTCL")
    run = run_aggregation(workspace.root, period=H1_2024, as_of=date(2024, 6, 20))
    return Account(run.aggregate, run.findings, run.sources)
