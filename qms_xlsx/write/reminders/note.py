"""The note to a department: what it owes, in the tone of an office letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.domain.finding import Excludes
from qms_xlsx.domain.progress import SOON
from qms_xlsx.language.symbols import day as shown
from qms_xlsx.say.figures import lost
from qms_xlsx.say.findings import fault, mend, row_of
from qms_xlsx.say.names import numbered, one_line, titled
from qms_xlsx.say.periods import day_in_words, in_words
from qms_xlsx.say.verdicts import shortfall
from qms_xlsx.write.reminders.debts import Debts, ReportState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.period import Period, Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Action, NotCounted
    from qms_xlsx.judge.results import MeasureResult
    from qms_xlsx.write.reminders.debts import Blank, Missed

TITLE = "PHIẾU NHẮC VIỆC"
SENDER = "THƯ KÝ ISO"
_BLANKS, _AT_RISK = "Ô số liệu đến kỳ còn trống", "Chỉ tiêu có nguy cơ không đạt"
_NOTHING_AROSE = "Không phát sinh thì ghi KPS."
_KEEP_UP = "Đề nghị nêu rõ nguy cơ và biện pháp để vẫn đạt mức của năm."
_DATE_DOUBTED = "ngày báo cáo ghi nhầm thì sửa rồi gửi lại, ghi đúng thì báo lại Thư ký ISO"
_PERIOD_SHUT = "có số cần sửa thì đề nghị Thư ký ISO cho phép sửa kỳ đã chốt"
_HALVES = {"h1": "6 tháng đầu năm", "h2": "6 tháng cuối năm"}
CLOSING = (
    "Việc nào đã làm xong mà chưa ghi vào biểu mẫu, đề nghị bộ phận ghi bổ sung rồi gửi lại biểu "
    "mẫu cho Thư ký ISO. Có điểm nào chưa rõ, xin trao đổi để cùng tháo gỡ.",
    "Trân trọng cảm ơn sự phối hợp của bộ phận./.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to do: what it is about, and what is asked of it."""

    what: str
    asked: str


@dataclass(frozen=True, slots=True)
class NoteSection:
    """Things to do of one kind."""

    title: str
    items: tuple[Request, ...]
    hint: str = ""
    """What is asked of all of them, said once."""


@dataclass(frozen=True, slots=True)
class Note:
    """A letter's parts, the same for plain text and for paper."""

    register: Register
    subject: str
    dateline: str
    addressee: str
    opening: str
    sections: tuple[NoteSection, ...]


def note_of(register: Register, period: Period, debts: Debts) -> Note:
    """Return the note that asks a department for what it owes."""
    department = debts.department
    place = f"{register.place}, " if register.place else ""
    return Note(
        register=register,
        subject=f"Thực hiện mục tiêu chất lượng {in_words(period)}",
        dateline=f"{place}{day_in_words(debts.as_of)}",
        addressee=_addressee(department, debts.prepared_by),
        opening=_opening(period, debts),
        sections=tuple(_sections(register, period, debts)),
    )


def _addressee(department: Department, prepared_by: str) -> str:
    """Return whom a note asks: the department, its head, and who knows the form best."""
    head = f"{department.name} ({department.head})" if department.head else department.name
    other = prepared_by and prepared_by != department.head
    return f"{head}; người lập biểu mẫu: {prepared_by}" if other else head


def plain_text(note: Note) -> str:
    """Return the note as plain text, a paragraph a line: programs wrap it as wide as they are."""
    lines = [note.register.organisation.upper(), "", TITLE, note.subject, note.dateline, ""]
    lines += [f"Kính gửi: {note.addressee}", "", note.opening, ""]
    for number, section in enumerate(note.sections, 1):
        lines.append(f"{number}. {section.title}")
        lines += [f"   {section.hint}"] if section.hint else []
        lines += [f"   – {item.what}: {item.asked}" for item in section.items]
        lines.append("")
    return "\n".join([*lines, *CLOSING, "", SENDER, note.register.organisation, ""])


def _opening(period: Period, debts: Debts) -> str:
    report, today = f"báo cáo {in_words(period)}", shown(debts.as_of)
    thanks = f"Thư ký ISO cảm ơn bộ phận đã nộp {report}"
    follow = f"Qua tổng hợp đến ngày {today}, đề nghị bộ phận hoàn thiện thêm các việc sau:"
    day = f" ngày {shown(debts.handed_in)}" if debts.handed_in else ""
    match debts.report:
        case ReportState.ON_TIME:
            return f"{thanks}{day}, đúng hạn. {follow}"
        case ReportState.RECEIVED:
            return f"{thanks}{day}. {follow}"
        case ReportState.LATE:
            return f"{thanks}{day}{_lateness(debts)}; kỳ sau mong bộ phận nộp đúng hạn. {follow}"
        case ReportState.NOT_EXPECTED:
            return f"Qua theo dõi kế hoạch đến ngày {today}, đề nghị bộ phận quan tâm các việc sau:"
        case _:
            return (
                f"Để {report} được tổng hợp đầy đủ và trình lãnh đạo đúng thời gian, "
                "đề nghị bộ phận quan tâm hoàn thành các việc sau:"
            )


def _lateness(debts: Debts) -> str:
    if debts.due is None or debts.handed_in is None:
        return ", sau hạn"
    return f", muộn {(debts.handed_in - debts.due).days} ngày so với hạn {shown(debts.due)}"


def _sections(register: Register, period: Period, debts: Debts) -> list[NoteSection]:
    named = {o.code: titled(o) for o in register.objectives}
    hints = {_BLANKS: _how_to_fill(debts.blanks), _AT_RISK: _KEEP_UP}
    found = [
        ("Báo cáo của kỳ", [_report(period, debts)] if debts.report.owed else []),
        ("Biểu mẫu đã nhận, chưa tính", _not_counted(debts)),
        (_BLANKS, [_blank(b) for b in debts.blanks]),
        (_errors_title(debts), [_error(f, register) for f in debts.errors]),
        ("Số liệu đã tính, đề nghị xem lại", [_error(f, register) for f in debts.doubts]),
        (
            "Nội dung khác trong biểu mẫu, đề nghị xem lại",
            [_error(f, register) for f in debts.remarks],
        ),
        (_overdue_title(debts), [_measure(r) for r in debts.overdue]),
        (f"Biện pháp đến hạn trong {SOON} ngày tới", [_measure(r) for r in debts.due_soon]),
        ("Biện pháp đã xong, chưa ghi minh chứng", [_unproven(r) for r in debts.unproven]),
        ("Chỉ tiêu không đạt", [_missed(m) for m in debts.missed]),
        (_AT_RISK, [_at_risk(m) for m in debts.at_risk]),
        ("Hành động khắc phục đang mở", [_action(a, named, debts.as_of) for a in debts.actions]),
    ]
    return [
        NoteSection(title, tuple(items), hints.get(title, "")) for title, items in found if items
    ]


def _errors_title(debts: Debts) -> str:
    """Return the title with the files that the cells are of: the return copy's lie elsewhere."""
    files = dict.fromkeys(finding.place.file for finding in debts.errors)
    return f"Lỗi cần sửa trong tệp {', '.join(files)}"


def _overdue_title(debts: Debts) -> str:
    title = "Biện pháp đã quá hạn"
    waiting = debts.report is ReportState.WAITING
    return f"{title} (chưa kể những việc ghi trong biểu mẫu chưa tính)" if waiting else title


def _report(period: Period, debts: Debts) -> Request:
    what = f"Biểu mẫu {in_words(period)}"
    refused = debts.report is ReportState.REJECTED
    wanted = "bản đã gửi không dùng được (xem phần lỗi), cần nộp lại" if refused else "chưa nộp"
    if debts.report is ReportState.WAITING:
        wanted = _why_not_counted(debts.not_counted[0])
    if debts.due is None:
        return Request(what, f"{wanted}.")
    days = (debts.as_of - debts.due).days
    when = f"đã quá {days} ngày" if days > 0 else f"còn {-days} ngày" if days else "là hôm nay"
    return Request(what, f"{wanted}; hạn cuối {shown(debts.due)}, {when}.")


def _not_counted(debts: Debts) -> list[Request]:
    """Return what is asked of forms that do not count, but for one that is the report itself."""
    rest = debts.not_counted[1:] if debts.report is ReportState.WAITING else debts.not_counted
    return [Request(f"Tệp {item.file}", f"{_why_not_counted(item)}.") for item in rest]


def _why_not_counted(item: NotCounted) -> str:
    reason = say.text(item.reason, say.VIETNAMESE)
    return f"đã nhận, chưa tính vì {reason}; {_PERIOD_SHUT if item.shut else _DATE_DOUBTED}"


def _blank(blank: Blank) -> Request:
    return Request(titled(blank.objective), f"còn trống {_labels(blank.slots)}.")


def _how_to_fill(blanks: Iterable[Blank]) -> str:
    """Return how blank slots are filled in, those among them that have not ended too."""
    running = sorted({slot for blank in blanks for slot in blank.running})
    if not running:
        return _NOTHING_AROSE
    return (
        f"{_NOTHING_AROSE} {_labels(running)} chưa hết kỳ: ghi số ước thực hiện và chọn "
        f"{running[0].label} ở cột “Ước từ”."
    )


def _labels(slots: Iterable[Slot]) -> str:
    """Return slots as the form's columns are headed, the half-years in words beside."""
    return ", ".join(
        f"{slot.label} ({_HALVES[slot.key]})" if slot.key in _HALVES else slot.label
        for slot in slots
    )


def _error(finding: Finding, register: Register) -> Request:
    row, place = row_of(finding, register), finding.place
    if not place.sheet or finding.excludes is Excludes.FILE:
        where = "Cả tệp"
    elif not place.cell:
        where = f"Trang “{place.sheet}”"
    else:
        where = f"Trang “{place.sheet}”, ô {place.cell}"
    where = f"{row} ({where[0].lower()}{where[1:]})" if row else where
    return Request(where, f"{fault(finding, say.VIETNAMESE)} {mend(finding, say.VIETNAMESE)}")


def _measure(row: MeasureResult) -> Request:
    return Request(
        numbered(row.measure.number, row.measure.measure),
        say.text(row.progress.why, say.VIETNAMESE),
    )


def _unproven(row: MeasureResult) -> Request:
    wanted = one_line(row.measure.evidence)
    hint = f" (theo kế hoạch: {wanted})" if wanted else ""
    asked = f"ghi số, ngày và trích yếu văn bản chứng minh{hint}."
    return Request(numbered(row.measure.number, row.measure.measure), asked)


def _missed(missed: Missed) -> Request:
    wanted = [] if missed.explained else ["nêu nguyên nhân và biện pháp khắc phục"]
    wanted += [] if missed.answered else ["lập hành động khắc phục ở trang “Khắc phục”"]
    asked = f"{shortfall(missed.result)} Đề nghị {'; '.join(wanted)}."
    return Request(titled(missed.result.objective), asked)


def _at_risk(missed: Missed) -> Request:
    gone = lost(missed.result)
    more = " Mức cả năm không còn đạt được: nêu nguyên nhân và mức có thể đạt." if gone else ""
    return Request(titled(missed.result.objective), f"{shortfall(missed.result)}{more}")


def _action(action: Action, named: dict[str, str], day: date) -> Request:
    objective = named.get(action.objective, action.objective)
    about = one_line(action.action or action.nonconformity)
    what = f"{objective} – {about}" if about else objective
    return Request(what, f"{_asked_of(action, day)}.")


def _asked_of(action: Action, day: date) -> str:
    if action.done:
        return "đã làm xong; ghi kết quả kiểm tra hiệu lực rồi mới đóng"
    labels = {
        "hành động": action.action,
        "người thực hiện": action.owner,
        "thời hạn": action.due,
    }
    parts = []
    if action.due is not None:
        late, left = action.days_overdue(day), action.due - day
        soon = f", còn {left.days} ngày" if left <= timedelta(days=SOON) else ""
        parts.append(f"hạn {shown(action.due)}" + (f", đã quá {late} ngày" if late else soon))
    lacking = [label for label, value in labels.items() if not value]
    if lacking:
        parts.append(f"cần ghi {', '.join(lacking)}")
    return "; ".join(parts)
