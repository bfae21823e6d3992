"""The five real decisions: what the lint says of them, and nothing silly besides."""

from __future__ import annotations

import pytest

from qms_xlsx.rules.cascade import compare
from qms_xlsx.rules.register import lint
from tests.tables_helper import sample

# Code of the finding, then the code of the objective or the number of the measure it stands at.
EXPECTED = {
    "loc-son-2021": {
        "R204 LS-1.14",  # suy dinh dưỡng > 6,0 %, lower is better
        "R210 LS-1.1",  # 9,267 tỷ
        "R210 LS-1.2",
    },
    "bac-hong-2021": {
        "R213 BH-1",  # 21 declared, 20 listed
        "R223 BH-1.1",  # "so với ước thực hiện năm trước"
        "R233 9",  # Thư ký ISO leads
        "R242 BH-7",
        "R256 3",
        "R257 2",  # quý II và quý III
        "R261",
    },
    "thuong-lo-2024": {
        "R242 TL-7c",  # top 3
        "R245 VII.2",
        "R254 I.1",
        "R254 II.1",
        "R255 III.2",
        "R255 IV.1",
        "R255 VI.2",
        "R256 I.2",
        "R264",
        "R266 TL-5b1",  # mức độ 3, 4
    },
    "giong-rieng-2019": {
        "R202 GR-1",  # 1 %: relative or points
        "R206 GR-2a",
        "R206 GR-3a",
        "R206 GR-4d",
        "R206 GR-5b",
        "R264",
        "R265 GR-3a",  # ISO 9001:2008
    },
    "cao-loc-2023": {
        "R202 CL-3a",  # trên 60% trở lên
        "R206 CL-3b",
        "R209 CL-4a",  # tận tâm, trách nhiệm
        "R209 CL-4b1",
        "R209 CL-4b2",
        "R242 CL-4b2",
        "R243 8",
        "R256 4",
        "R261",
        "R262",
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_lint_finds_what_is_odd_in_a_decision_and_nothing_else(name: str) -> None:
    reading = sample(name)
    register = reading.register
    assert register is not None
    assert not reading.findings
    rows = {
        place: row.code if hasattr(row, "code") else row.number
        for row in (*register.objectives, *register.measures)
        for place in (row.place, *(row.at(key) for key in row.cells))
    }
    told = {f"{finding.code} {rows.get(finding.place, '')}".strip() for finding in lint(register)}
    assert told == EXPECTED[name]


def test_a_commune_is_compared_with_its_district() -> None:
    district = sample("giong-rieng-2019").register
    commune = sample("giong-rieng-2019", "source/commune").register
    assert district is not None
    assert commune is not None
    told = {f.code: str(f.message.values.get("code")) for f in compare(commune, district)}
    assert told == {"R301": "GR-5a", "R302": "GR-3b", "R303": "GR-6a"}
