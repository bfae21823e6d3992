from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.allocation import Allocation
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.indicator import Aggregation, Objective
from qms_xlsx.domain.period import SLOTS, Cadence, Period
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.target import Better
from qms_xlsx.judge import aggregate
from qms_xlsx.language.symbols import NO, YES
from qms_xlsx.read.form import read_form
from qms_xlsx.read.indicators import shared_out
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.write.form import write_form
from tests.libreoffice import by_gnumeric
from tests.registers import register_of
from tests.write.form.office import recalculated
from tests.write.form.parity_cases import OWN, YEAR, parity_register, random_fill
from tests.write.form.shown import shown_results
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Result

pytestmark = pytest.mark.untraced

AFTER_THE_YEAR = date(YEAR + 1, 2, 1)
PERIODS = [Period(YEAR, slot) for slot in SLOTS]
REGISTER = parity_register()


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return a filled form for each reporting period, named by its label or its code."""
    folder, random = tmp_path_factory.mktemp("forms"), Random(2024)  # noqa: S311
    paths = []
    for number, period in enumerate(PERIODS):
        path = folder / f"{period}.xlsx"
        heading = {
            ("form", "report_period", "value"): period.label if number % 2 else str(period),
            ("form", "report_date", "value"): date(YEAR + 1, 1, 15),
        }
        write_form(REGISTER, OWN, path, earlier={**random_fill(REGISTER, random), **heading})
        paths.append(path)
    return paths


ENGINES = {
    "LibreOffice, vi-VN": partial(recalculated, locale="vi-VN"),
    "LibreOffice, en-US": partial(recalculated, locale="en-US"),
    "Gnumeric": by_gnumeric,
}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_form_shows_what_the_toolkit_computes_for_every_kind_cadence_and_period(
    forms: list[Path], tmp_path: Path, engine: str
) -> None:
    wrong: list[str] = []
    compared: Counter[Status | None] = Counter()
    saved = ENGINES[engine](forms, tmp_path)
    for period, path, opened in zip(PERIODS, saved, open_all(saved), strict=True):
        assert opened.contents is not None, opened.findings
        submission = read_form(opened.contents, REGISTER).submission
        assert submission is not None
        assert submission.report_period == period
        results = aggregate(REGISTER, [submission], period, AFTER_THE_YEAR).results
        shown = _shown(path)
        for result in results:
            if result.department == OWN:
                compared[result.status] += 1
                wrong += _differences(period, result, shown[result.objective.code])
    assert min(compared[status] for status in (*Status, None)) > 15
    assert not wrong, f"{len(wrong)} of {compared.total()}:\n" + "\n".join(wrong[:40])


SAMPLE_REGISTERS = sorted(SAMPLES.glob("*/so-muc-tieu.xlsx"))


@pytest.mark.parametrize("path", SAMPLE_REGISTERS, ids=lambda path: path.parent.name)
def test_what_a_form_stores_is_what_the_toolkit_computes_in_every_sample(
    path: Path, tmp_path: Path
) -> None:
    register, random = open_register(path)[0], Random(path.parent.name)  # noqa: S311
    wrong: list[str] = []
    departments = [d.code for d in register.departments if register.owned(d.code)]
    for number, department in enumerate(departments):
        period = Period(register.year, random.choice(SLOTS))
        wrong += _stored_otherwise(
            register, department, period, tmp_path / f"{number}.xlsx", random
        )
    assert departments
    assert not wrong, "\n".join(wrong[:40])


@pytest.mark.parametrize("seed", range(4))
def test_what_a_form_stores_is_what_the_toolkit_computes_for_every_kind(
    seed: int, tmp_path: Path
) -> None:
    random = Random(seed)  # noqa: S311
    period = Period(YEAR, random.choice(SLOTS))
    wrong = _stored_otherwise(REGISTER, OWN, period, tmp_path / "form.xlsx", random)
    assert not wrong, "\n".join(wrong[:40])


def _first(register: Register, **facts: Any) -> Register:
    """Return a register whose first department has other facts."""
    first, *others = register.departments
    return replace(register, departments=(replace(first, **facts), *others))


_BEGUN = {
    "an office that began in July": replace(REGISTER, start=date(YEAR, 7, 1)),
    "an office that began within a quarter": replace(REGISTER, start=date(YEAR, 9, 10)),
    "a department that began in March": _first(REGISTER, active_from=date(YEAR, 3, 1)),
    "a department that closed with a half-year": _first(REGISTER, active_to=date(YEAR, 6, 30)),
    "a department that closed within a month": _first(REGISTER, active_to=date(YEAR, 8, 15)),
    "a department of some weeks": _first(
        REGISTER, active_from=date(YEAR, 4, 20), active_to=date(YEAR, 6, 10)
    ),
}


@pytest.mark.parametrize("begun", _BEGUN)
@pytest.mark.parametrize("slot", ["2024-02", "2024-H1", "2024-Q3", "2024"])
def test_what_a_form_stores_counts_from_when_its_department_began_until_it_closed(
    begun: str, slot: str, tmp_path: Path
) -> None:
    period, random = Period.parse(slot, YEAR), Random(5)  # noqa: S311
    wrong = _stored_otherwise(_BEGUN[begun], OWN, period, tmp_path / "form.xlsx", random)
    assert not wrong, "\n".join(wrong[:40])


def _way(code: str, target: str, name: str = "", **more: Any) -> Objective:
    facts = {"name": name or target, "departments": (OWN,), **more}
    return Objective(code=code, target=target, **facts)


WAYS = (
    _way("E1", "01 lần/tháng", cadence=Cadence.MONTH),
    _way("E2", "02 cuộc/quý", cadence=Cadence.MONTH),
    _way("E3", "mỗi tháng ít nhất 01 buổi", cadence=Cadence.MONTH),
    _way("E4", "mỗi phòng ít nhất 01 sáng kiến", cadence=Cadence.HALF),
    _way("S1", "450 người", stretch="500 người", unit="người",
              cadence=Cadence.MONTH),
    _way("P1", "đạt 105% kế hoạch", unit="%", numerator_label="Đã làm",
              denominator_label="Kế hoạch", cadence=Cadence.QUARTER),
    _way("L1", "1.000 con", "Tổng đàn trâu bò", unit="con",
              baseline_year=800.0, cadence=Cadence.MONTH),
    _way("L2", "dưới 5%", "Tỷ lệ hộ nghèo", unit="%", better=Better.LOWER,
              numerator_label="Hộ nghèo", denominator_label="Hộ", cadence=Cadence.HALF),
    _way("R1", "tăng 02 bậc so với năm trước", "Thứ hạng", baseline_h1=9.0,
              baseline_year=8.0, cadence=Cadence.HALF),
    _way("C1", "không quá 3 lần/quý", "Số lần mất điện", cadence=Cadence.QUARTER),
    _way("N1", "ban hành kế hoạch", "Kế hoạch năm", cadence=Cadence.QUARTER),
    _way("N2", "duy trì hệ thống", "Hệ thống", cadence=Cadence.QUARTER),
    _way("G1", "95%", "Hồ sơ đúng hạn", stretch="98%", unit="%", cadence=Cadence.QUARTER,
              over_time=Aggregation.RATIO, over_departments=Aggregation.RATIO),
    _way("A1", "900 người", unit="người", cadence=Cadence.MONTH,
              departments=("DC", OWN), over_time=Aggregation.SUM,
              over_departments=Aggregation.SUM),
)  # fmt: skip


def _offices() -> dict[str, Register]:
    """Return offices that ask the same in several circumstances."""
    departments = tuple(Department(code=code, name=f"Phòng {code}") for code in (OWN, "DC"))
    plain = register_of(organisation="UBND xã Thử", year=YEAR, departments=departments,
                        objectives=WAYS)  # fmt: skip
    given = (
        Allocation(objective="A1", department=OWN, target="500 người", target_h1="200 người"),
        Allocation(objective="A1", department="DC", target="400 người"),
    )
    return {
        "plain": plain,
        "shares": replace(plain, allocations=shared_out(given, plain)),
        "begun in April": replace(plain, start=date(YEAR, 4, 1)),
        "closed in August": _first(plain, active_to=date(YEAR, 8, 20)),
    }


OFFICES = _offices()
WAY_PERIODS = ["2024-02", "2024-Q2", "2024-H1", "2024-11", "2024"]


@pytest.mark.parametrize("slot", WAY_PERIODS)
@pytest.mark.parametrize("office", OFFICES)
def test_what_a_form_stores_is_what_the_toolkit_computes_for_ways_by_meaning(
    office: str, slot: str, tmp_path: Path
) -> None:
    for seed in range(6):
        period, random = Period.parse(slot, YEAR), Random(seed)  # noqa: S311
        wrong = _stored_otherwise(OFFICES[office], OWN, period, tmp_path / "form.xlsx", random)
        assert not wrong, "\n".join(wrong[:40])


@pytest.mark.parametrize("engine", ENGINES)
def test_ways_by_meaning_come_out_the_same_in_every_program(engine: str, tmp_path: Path) -> None:
    asked: dict[str, tuple[Register, Period]] = {}
    for office, register in OFFICES.items():
        for slot in WAY_PERIODS:
            name = f"{office} {slot}.xlsx"
            asked[name] = register, Period.parse(slot, YEAR)
            _filled(register, OWN, asked[name][1], tmp_path / name, Random(name))  # noqa: S311
    (tmp_path / engine).mkdir()
    saved = ENGINES[engine]([tmp_path / name for name in asked], tmp_path / engine)
    wrong, judged = [], Counter[str]()
    for path, (register, period) in zip(saved, asked.values(), strict=True):
        wrong += _otherwise(register, OWN, period, path)
        judged.update(code for code, row in _shown(path).items() if row.get("status"))
    assert set(judged) == {way.code for way in WAYS}
    assert not wrong, "\n".join(wrong[:40])


def test_who_goes_on_with_the_work_of_another_sees_no_status_of_half_the_figures(
    tmp_path: Path,
) -> None:
    plain = OFFICES["plain"]
    register = _first(plain, active_to=date(YEAR, 6, 30), successor="DC")
    _filled(register, "DC", Period.parse("2024", YEAR), tmp_path / "DC.xlsx", Random(1))  # noqa: S311
    shown = _shown(tmp_path / "DC.xlsx")
    assert set(shown) == {way.code for way in WAYS}
    assert not any(row.get("status") for row in shown.values())
    assert any(row.get("result") for row in shown.values())


def _stored_otherwise(
    register: Register, department: str, period: Period, path: Path, random: Random
) -> list[str]:
    """Return where a filled form's stored results differ from the toolkit's."""
    _filled(register, department, period, path, random)
    return _otherwise(register, department, period, path)


def _filled(
    register: Register, department: str, period: Period, path: Path, random: Random
) -> None:
    heading = {
        ("form", "report_period", "value"): str(period),
        ("form", "report_date", "value"): date(register.year + 1, 1, 15),
    }
    typed = random_fill(register, random, department)
    write_form(register, department, path, earlier={**typed, **heading})


def _otherwise(register: Register, department: str, period: Period, path: Path) -> list[str]:
    """Return where a form shows other results than the toolkit's."""
    (opened,) = open_all([path])
    assert opened.contents is not None
    submission = read_form(opened.contents, register).submission
    assert submission is not None
    day = date(register.year + 1, 2, 1)
    results = aggregate(register, [submission], period, day).results
    shown = _shown(path)
    return [
        difference
        for result in results
        if result.department == department
        for difference in _differences(period, result, shown[result.objective.code])
    ]


def _shown(path: Path) -> dict[str, dict[str, object]]:
    """Return what each indicator's first row shows, by column."""
    rows: dict[str, dict[str, object]] = {}
    for key, row in shown_results(path).items():
        rows.setdefault(key.partition(":")[0], row)
    return rows


def _differences(period: Period, result: Result, row: dict[str, object]) -> list[str]:
    expected = {
        "result": _figure(result.actual),
        "attainment": result.attainment,
        "status": result.status.shown if result.status else None,
    }
    if isinstance(result.period_target, float):
        expected["period_target"] = result.period_target
    own = result.objective
    return [
        f"{period} {own.code} '{own.target}' {own.better} {own.over_time} {own.cadence}"
        f" {own.profile} {key}: form {row.get(key)!r}, toolkit {value!r}; {_typed(row)}"
        for key, value in expected.items()
        if not _same(row.get(key), value)
    ]


def _figure(value: object) -> object:
    return {True: YES, False: NO}[value] if isinstance(value, bool) else value


def _same(shown: object, expected: object) -> bool:
    if expected is None:
        return shown in (None, "", KPS)
    if isinstance(expected, float) and isinstance(shown, int | float):
        return math.isclose(shown, expected, rel_tol=1e-11, abs_tol=1e-12)
    return shown == expected


def _typed(row: dict[str, object]) -> dict[str, object]:
    keys = {slot.key for slot in SLOTS} | {
        "_n",
        "_last",
        "_filled",
        "_compared",
        "_early",
        "period_target",
    }
    return {key: value for key, value in row.items() if key in keys}
