"""Cases of family P, and of what a verdict asks for."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Period
from qms_xlsx.judge import aggregate
from qms_xlsx.rules.plan import plan_findings
from qms_xlsx.rules.verdicts import result_findings
from tests.rules.cases import Case
from tests.rules.office import office, rows, submitted

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding

AS_OF = date(2024, 6, 20)
DONE = {
    "key": "2",
    "state": "hoàn thành",
    "times_done": "",
    "done_on": "2024-04-20",
    "evidence_number": "12/BC-VP",
    "evidence_date": "2024-04-20",
    "evidence_title": "Báo cáo tự đánh giá",
}
ACTION = {
    "objective": "M-2",
    "action": "Mở thêm lớp",
    "owner": "Công chức Văn phòng",
    "due": "2024-09-30",
    "state": "đang thực hiện",
    "effectiveness": "",
}


def says(**changes: str) -> partial[list[Finding]]:
    """Return the findings on a form that says this of its measure 2, April to May."""
    return partial(_planned, progress=rows({**DONE, **changes}))


def acts(**changes: str) -> partial[list[Finding]]:
    """Return the findings on a form with this corrective action."""
    return partial(_planned, actions=rows({**ACTION, **changes}))


def _planned(progress: str = "", actions: str = "") -> list[Finding]:
    return plan_findings(office(), submitted(progress=progress, actions=actions), AS_OF)


def classes(
    held: float, *, cause: str = "", remedy: str = "", actions: str = ""
) -> partial[list[Finding]]:
    """Return what a half-year with so many of its five classes asks for."""
    return partial(_judged, held, cause, remedy, actions)


def _judged(held: float, cause: str, remedy: str, actions: str) -> list[Finding]:
    cells = {"M-2:value.h1": held, "M-2:value.cause": cause, "M-2:value.remedy": remedy}
    given = submitted(cells, actions=actions)
    return result_findings(aggregate(office(), [given], Period.parse("2024-H1"), AS_OF))


CASES = {
    "P101": Case(says(evidence_number="", evidence_date="", evidence_title=""), says()),
    "P102": Case(says(done_on="2023-04-20"), says(done_on="2024-04-01")),
    "P103": Case(says(done_on="2024-12-20"), says(done_on="2024-06-14")),
    "P104": Case(says(state="chưa thực hiện"), says()),
    "P105": Case(
        says(key="3", state="đang thực hiện", done_on="2024-05-31"),
        says(key="3", state="đang thực hiện", times_done="5"),
    ),
    "P201": Case(
        says(state="đang thực hiện", done_on=""),
        partial(
            _planned,
            progress=rows({**DONE, "key": "1"}, DONE, {**DONE, "key": "3", "times_done": "5"}),
        ),
    ),
    "P301": Case(acts(state="đã đóng"), acts(state="đã đóng", effectiveness="Không tái diễn")),
    "P302": Case(acts(due="2024-05-31"), acts(due="2024-06-20")),
    "P303": Case(acts(owner=""), acts()),
    "P304": Case(acts(objective="M-99"), acts(objective="m-2")),
    "X501": Case(classes(1.0), classes(1.0, cause="Thiếu phòng", remedy="Mượn phòng")),
    "X502": Case(classes(1.0), classes(1.0, actions=rows(ACTION))),
    "X503": Case(classes(4.6), classes(4.6, cause="Thiếu phòng", remedy="Mở thêm lớp")),
}
