"""Every area and column of our workbooks, declared once (DESIGN §4).

Readers, writers and templates go by these keys; what people see beside them is free.
"""

from __future__ import annotations

from dataclasses import dataclass

from qms_xlsx.book.labels import (
    ACTION_STATES,
    BASELINE_KINDS,
    BETTER,
    CADENCES,
    OVER_DEPARTMENTS,
    OVER_TIME,
    PROFILES,
    STATES,
)
from qms_xlsx.domain.period import SLOTS

MARKER_ROWS, MARKER_COLUMNS = 60, 12
"""Where a marker is looked for: the first rows and columns of any sheet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an area: its machine key and what people read above it."""

    key: str
    label: str
    width: float = 12.0
    choices: tuple[str, ...] = ()
    """The values of its drop-down; empty where anything may be typed."""


@dataclass(frozen=True, slots=True)
class Area:
    """A table under a marker row, in one workbook."""

    name: str
    title: str
    columns: tuple[Column, ...]
    version: int = 1
    keyed: bool = True
    """Whether rows carry a machine key in the marker's column."""

    @property
    def marker(self) -> str:
        """What the marker row's first cell reads."""
        return f"#qms:{self.name}:{self.version}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The machine names of its columns, in the standard order."""
        return tuple(column.key for column in self.columns)

    def column(self, key: str) -> Column:
        """Return one of its columns by key."""
        return next(column for column in self.columns if column.key == key)


TEMPLATE_VERSION = "1"

FORM_SHEETS = ("Kết quả", "Kế hoạch", "Khắc phục", "Ký nộp")
"""The sheets of a form that hold areas; an office may call them otherwise."""
FORM_GUIDE, FORM_PRINT, FINDINGS_INDEX = "Hướng dẫn", "Bản in", "Danh mục lỗi"

KEY_VALUE = (Column("value", "Giá trị", 48),)
INFO = Area("info", "Thông tin chung", KEY_VALUE)
DEPARTMENTS = Area(
    "departments",
    "Bộ phận",
    (
        Column("code", "Mã", 10),
        Column("name", "Tên bộ phận", 36),
        Column("aliases", "Tên gọi khác (cách nhau bằng ;)", 40),
        Column("groups", "Thuộc nhóm (cách nhau bằng ;)", 40),
        Column("head", "Phụ trách", 22),
        Column("active_from", "Hoạt động từ", 13),
        Column("active_to", "Đến", 13),
        Column("successor", "Bộ phận kế thừa", 16),
    ),
    keyed=False,
)
OBJECTIVES = Area(
    "objectives",
    "Mục tiêu chất lượng",
    (
        Column("code", "Mã", 10),
        Column("parent", "Thuộc mục tiêu", 10),
        Column("number", "TT", 7),
        Column("name", "Mục tiêu, chỉ tiêu", 44),
        Column("target", "Mức phấn đấu cả năm", 26),
        Column("target_h1", "Mức 6 tháng", 14),
        Column("stretch", "Mức phấn đấu vượt", 14),
        Column("unit", "Đơn vị tính", 13),
        Column("numerator_label", "Tử số là", 26),
        Column("denominator_label", "Mẫu số là", 26),
        Column("better", "Chiều tốt", 10, tuple(BETTER)),
        Column("over_time", "Gộp theo thời gian", 11, OVER_TIME),
        Column("over_departments", "Gộp các bộ phận", 11, OVER_DEPARTMENTS),
        Column("cadence", "Nhịp báo cáo", 10, tuple(CADENCES)),
        Column("profile", "Phân bổ trong năm", 11, tuple(PROFILES)),
        Column("departments", "Bộ phận báo cáo", 24),
        Column("baseline_h1", "Số gốc 6 tháng", 11),
        Column("baseline_year", "Số gốc cả năm", 11),
        Column("baseline_kind", "Loại số gốc", 11, tuple(BASELINE_KINDS)),
        Column("follows", "Theo mục tiêu cấp trên", 12),
        Column("confirmed", "Đã duyệt cách hiểu", 10, ("x",)),
        Column("source", "Nguồn số liệu", 22),
        Column("quote", "Nguyên văn quyết định", 30),
        Column("note", "Ghi chú", 30),
    ),
    keyed=False,
)
ALLOCATIONS = Area(
    "allocations",
    "Chỉ tiêu giao",
    (
        Column("objective", "Mục tiêu (mã)", 12),
        Column("department", "Bộ phận", 30),
        Column("target", "Mức giao cả năm", 26),
        Column("target_h1", "Mức giao 6 tháng", 18),
    ),
    keyed=False,
)
PLAN = Area(
    "plan",
    "Kế hoạch thực hiện",
    (
        Column("number", "TT", 7),
        Column("objectives", "Phục vụ mục tiêu", 14),
        Column("measure", "Mục tiêu chất lượng và biện pháp thực hiện MTCL", 46),
        Column("lead", "Chủ trì", 22),
        Column("coordinating", "Phối hợp", 22),
        Column("deadline", "Thời gian thực hiện", 20),
        Column("monitor", "Trách nhiệm theo dõi MTCL", 18),
        Column("evidence", "Cách thức theo dõi và kết quả", 34),
        Column("resources", "Nguồn lực", 16),
        Column("quote", "Nguyên văn quyết định", 30),
    ),
    keyed=False,
)
EXCEPTIONS = Area(
    "exceptions",
    "Cho sửa số liệu kỳ đã chốt",
    (
        Column("period", "Kỳ đã chốt", 14),
        Column("department", "Bộ phận", 30),
        Column("reason", "Lý do", 44),
        Column("until", "Đến hết ngày", 14),
    ),
    keyed=False,
)
FORM = Area("form", "Biểu mẫu", KEY_VALUE)
HELPERS = ("_n", "_last", "_filled", "_top", "_bottom", "_compared", "_early", "_blank")
"""Hidden columns of the results that hold the steps of the form's formulas."""
SLOT_COLUMNS = tuple(Column(slot.key, slot.label, 7.5) for slot in SLOTS)
RESULTS = Area(
    "results",
    "Kết quả thực hiện",
    (
        Column("number", "TT", 6),
        Column("name", "Chỉ tiêu", 34),
        Column("target", "Mức phấn đấu", 16),
        Column("unit", "Đơn vị", 10),
        Column("component", "Số liệu", 22),
        *SLOT_COLUMNS,
        Column("estimate_from", "Ước từ", 7, tuple(slot.label for slot in SLOTS)),
        Column("result", "Lũy kế", 11),
        Column("period_target", "Mức của kỳ", 11),
        Column("attainment", "Tỷ lệ hoàn thành (%)", 11),
        Column("status", "Đánh giá", 16),
        Column("cause", "Nguyên nhân (nếu chưa đạt)", 28),
        Column("remedy", "Biện pháp khắc phục", 28),
        Column("note", "Ghi chú", 20),
        Column("baseline", "Số gốc", 10),
        Column("_coverage", "Số kỳ đã ghi", 9),
        Column("_reading", "Cách hiểu, cách tính", 90),
        *(Column(key, key) for key in HELPERS),
    ),
)
RESULT_INPUTS = (*(slot.key for slot in SLOTS), "estimate_from", "cause", "remedy", "note")
PROGRESS = Area(
    "progress",
    "Tiến độ kế hoạch",
    (
        Column("number", "TT", 7),
        Column("measure", "Biện pháp thực hiện", 40),
        Column("role", "Vai trò", 10),
        Column("lead", "Chủ trì", 20),
        Column("coordinating", "Phối hợp", 20),
        Column("deadline", "Thời gian thực hiện", 20),
        Column("evidence", "Minh chứng cần có", 28),
        Column("state", "Tình trạng", 15, STATES),
        Column("times_done", "Số lần đã làm", 9),
        Column("done_on", "Ngày xong", 12),
        Column("evidence_number", "Số văn bản", 14),
        Column("evidence_date", "Ngày văn bản", 12),
        Column("evidence_title", "Trích yếu", 28),
        Column("note", "Ghi chú", 20),
    ),
)
PROGRESS_INPUTS = (
    "state",
    "times_done",
    "done_on",
    "evidence_number",
    "evidence_date",
    "evidence_title",
    "note",
)
HELPED_WITH = "Biện pháp bộ phận phối hợp thực hiện (chỉ để biết)"
"""The heading of the measures that a department only knows of, below those that it leads."""
ACTIONS = Area(
    "actions",
    "Hành động khắc phục",
    (
        Column("objective", "Chỉ tiêu", 10),
        Column("found_on", "Ngày phát hiện", 12),
        Column("nonconformity", "Sự không phù hợp", 30),
        Column("cause", "Nguyên nhân", 26),
        Column("action", "Hành động khắc phục", 30),
        Column("owner", "Người thực hiện", 18),
        Column("due", "Thời hạn", 12),
        Column("state", "Tình trạng", 14, ACTION_STATES),
        Column("effectiveness", "Kết quả kiểm tra hiệu lực", 26),
        Column("closed_on", "Ngày đóng", 12),
    ),
    keyed=False,
)
ACTION_ROWS = 20
"""Open rows for corrective actions in a form."""

PRINT_MONTHS, PRINT_QUARTERS, PRINT_HALF = tuple(f"m{i}" for i in range(1, 7)), ("q1", "q2"), "h"
PRINT = Area(
    "print",
    "Bản in",
    (
        Column("number", "TT", 5),
        Column("name", "Chỉ tiêu", 36),
        Column("target", "Mức phấn đấu", 26),
        Column("unit", "Đơn vị", 7),
        *(Column(key, "") for key in (*PRINT_MONTHS, *PRINT_QUARTERS, PRINT_HALF)),
        Column("result", "Lũy kế", 9),
        Column("period_target", "Mức của kỳ", 9),
        Column("attainment", "Tỷ lệ hoàn thành (%)", 8),
        Column("status", "Đánh giá", 16),
        Column("remarks", "Nguyên nhân, biện pháp", 28),
    ),
    keyed=False,
)
"""The form's results on paper, never read: its marker is taken away once it is filled."""

REGISTER_AREAS = (INFO, DEPARTMENTS, OBJECTIVES, ALLOCATIONS, PLAN, EXCEPTIONS)
OPTIONAL_AREAS = frozenset({ALLOCATIONS.name, EXCEPTIONS.name})
"""Areas of a register that most offices leave empty, and older registers do not have."""
FORM_AREAS = (FORM, RESULTS, PROGRESS, ACTIONS)
AREAS = {area.name: area for area in (*REGISTER_AREAS, *FORM_AREAS)}
INPUTS = {
    FORM.name: ("value",),
    RESULTS.name: RESULT_INPUTS,
    PROGRESS.name: PROGRESS_INPUTS,
    ACTIONS.name: ACTIONS.keys,
}
"""The columns of a form that a department fills in, by area."""
READ_BACK = {
    RESULTS.name: frozenset(RESULTS.keys).difference((*HELPERS, "_reading")),
    PROGRESS.name: frozenset((*PROGRESS_INPUTS, "number", "measure", "deadline")),
}
"""Where columns only repeat what the register says, the keys that are read; elsewhere all are."""


def marker(name: str) -> str:
    """Return the marker of an area of ours, such as '#qms:results:1'."""
    return AREAS[name].marker
