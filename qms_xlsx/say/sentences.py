"""What a summary says in sentences: its headline, completeness and doubts, requests."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.say.counting import sentence
from qms_xlsx.say.figures import lost, needed, reached, several
from qms_xlsx.say.names import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qms_xlsx.domain.closing import Restatement
    from qms_xlsx.domain.source import Source
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.facts import Facts

_COUNTS = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
_NAMED = 2
"""Missed indicators that the headline names; of more it gives the numbers."""
_NAME = 90
"""Characters of a name within a sentence."""


def headline(facts: Facts) -> str:
    """Return the one message of a run: how many targets are met, and what is not."""
    if not facts.judged:
        return _nothing_judged(facts)
    whole = "cả " if facts.met == facts.judged > 1 else ""
    met = f"Đạt {whole}{facts.met}/{facts.judged} chỉ tiêu đã đánh giá."
    parts = [met, _fallen(facts), _few_reports(facts)]
    return " ".join(part for part in parts if part)


def _nothing_judged(facts: Facts) -> str:
    if facts.silent:
        return "Chưa bộ phận nào nộp báo cáo của kỳ; chưa chỉ tiêu nào đánh giá được."
    if not facts.indicators:
        return "Sổ mục tiêu chưa có chỉ tiêu nào."
    if facts.counts[Status.NO_DATA]:
        return f"Chưa đủ số liệu để đánh giá chỉ tiêu nào. {_few_reports(facts)}".strip()
    return "Kỳ này chưa có chỉ tiêu nào đến hạn đánh giá."


def _fallen(facts: Facts) -> str:
    """Return what is missed; where nothing is, what is at risk."""
    for status in (Status.MISSED, Status.AT_RISK):
        rows, word = facts.having(status), status.label.lower()
        if rows and len(rows) <= _NAMED:
            return f"{counted(len(rows))} chỉ tiêu {word}: {'; '.join(map(_brief, rows))}."
        if rows:
            return f"{counted(len(rows))} chỉ tiêu {word}: {numbered(rows, 6)}."
    return ""


def _brief(result: Result) -> str:
    """Return an indicator with its figure, such as 'hồ sơ đúng hạn 88 % (cần 100 %)'."""
    wanted, link = needed(result), ": " if isinstance(result.actual, bool | str) else " "
    said = f"{in_sentence(result)}{link}{reached(result)}"
    return f"{said} ({wanted})" if wanted else said


def in_sentence(result: Result, most: int = _NAME) -> str:
    """Return an indicator's name within a sentence, a long one cut between words."""
    name = one_line(result.objective.name)
    if len(name) > most:
        name = name[:most].rpartition(" ")[0].rstrip(",;: ") + "…"
    plain = name[1:2].islower() or name[1:2].isspace()
    return name[:1].lower() + name[1:] if plain else name


def _few_reports(facts: Facts) -> str:
    reporting = facts.aggregate.reporting
    came, asked = len(reporting.received), len(reporting.expected)
    return f"Mới có {came}/{asked} bộ phận nộp báo cáo." if 2 * came < asked else ""


def counted(count: int) -> str:
    """Return a count at the head of a sentence.

    >>> counted(1), counted(12)
    ('Một', '12')
    """
    return _COUNTS[count] if count < len(_COUNTS) else str(count)


def by_objective(facts: Facts) -> str:
    """Return how many objectives are met with all that they stand for."""
    met = sum(r.status in MET for r in facts.top)
    return f"Tính theo mục tiêu: {met}/{len(facts.top)} mục tiêu đạt toàn bộ."


def completeness(facts: Facts) -> str:
    """Return whether the figures can be relied on: what is missing, provisional, doubtful."""
    if facts.silent:
        return "Số liệu chưa đầy đủ: chưa bộ phận nào nộp báo cáo của kỳ."
    filled, expected = facts.cells
    sure = f"Số liệu đầy đủ: mọi bộ phận đã nộp, {filled}/{expected} số liệu đến hạn đã có."
    said = sure if facts.complete else f"Số liệu chưa đầy đủ: {'; '.join(_gaps(facts))}."
    return " ".join([said, *doubts(facts)])


def _gaps(facts: Facts) -> list[str]:
    missing, waiting = facts.owing, facts.uncounted
    filled, expected = facts.cells
    parts = []
    if missing:
        parts.append(f"{len(missing)} bộ phận chưa nộp ({names(facts, missing)})")
    if waiting:
        parts.append(f"{len(waiting)} bộ phận có bản nộp chưa được tính ({names(facts, waiting)})")
    if filled < expected:
        parts.append(f"{expected - filled}/{expected} số liệu đến hạn chưa có")
    if facts.rejected_cells:
        parts.append(f"{facts.rejected_cells} ô bị loại vì lỗi")
    if facts.errors:
        parts.append(f"{len(facts.errors)} lỗi phải sửa")
    return parts


def doubts(facts: Facts) -> list[str]:
    """Return what a reader must know before relying on the figures that are there."""
    said = []
    if facts.provisional:
        said.append(f"{facts.provisional} chỉ tiêu là số tạm tính{_estimates(facts)}.")
    if facts.unconfirmed:
        said.append(f"{len(facts.unconfirmed)} chỉ tiêu có cách hiểu chưa được xác nhận.")
    if facts.doubts:
        whose = names(facts, facts.senders(facts.doubts))
        said.append(f"{len(facts.doubts)} số liệu đã tính cần xem lại ({whose}).")
    if facts.remarks:
        whose = names(facts, facts.senders(facts.remarks))
        said.append(f"{len(facts.remarks)} cảnh báo khác về biểu mẫu ({whose}).")
    if facts.aggregate.restatements:
        said.append(f"{restated(facts.aggregate.restatements)} (trang Điều chỉnh).")
    other = [n for n in facts.aggregate.not_counted if n.department not in facts.uncounted]
    if other:
        used = sum(form.used for form in facts.forms)
        said.append(f"{used}/{len(facts.forms)} biểu mẫu đã nhận được tính (trang Nguồn).")
    return said


def _estimates(facts: Facts) -> str:
    if facts.estimated == facts.provisional:
        return ", đều có số ước thực hiện" if facts.estimated > 1 else ", có số ước thực hiện"
    return f", trong đó {facts.estimated} có số ước thực hiện" if facts.estimated else ""


def forms_seen(facts: Facts) -> str:
    """Return how many forms came, how many count, and what became of the others."""
    became = Counter(
        "được tính" if form.used else _uncounted(form)
        for form in sorted(facts.forms, key=lambda form: not form.used)
    )
    told = ", ".join(f"{count} {what}" for what, count in became.items())
    return f"Đã xem {len(facts.forms)} biểu mẫu" + (f": {told}" if told else "")


def _uncounted(form: Source) -> str:
    return say.text(form.remark, say.VIETNAMESE) if form.remark else "không được tính"


def every_figure(facts: Facts) -> str:
    """Return where every department's figures are, for sheets that have no room for them."""
    if facts.data_file:
        return f"Từng số liệu của từng bộ phận ở tệp {facts.data_file}, mỗi số một dòng."
    return "Muốn có từng số liệu của từng bộ phận: chạy “qms-xlsx aggregate --data so-lieu.csv”."


def restated(lines: Sequence[Restatement]) -> str:
    """Return how much of closed periods reads otherwise today, and what of it counts."""
    if not lines:
        return "Không có số liệu nào của kỳ đã chốt đọc khác với khi chốt"
    figures = [line for line in lines if line.department is not None]
    words = len(lines) - len(figures)
    parts = []
    if figures:
        counts = sum(line.counted for line in figures)
        parts.append(
            f"{len(figures)} số liệu của kỳ đã chốt nay ghi khác: {counts} được tính theo số mới, "
            f"{len(figures) - counts} giữ số đã báo cáo"
        )
    if words:
        parts.append(f"{words} chỗ sổ mục tiêu khác với khi chốt")
    changed = {(line.period, line.objective) for line in lines if line.status_changed}
    if changed:
        parts.append(f"{len(changed)} đánh giá đã đổi")
    return "; ".join(parts)


LOST = "cả năm không còn đạt được"
"""Said of a figure that nothing to come can bring to the year's target."""


def out_of_reach(facts: Facts) -> str:
    """Return which indicators can no longer reach the year's target; nothing where all can."""
    rows = [row for row in facts.indicators if lost(row)]
    return f"{sentence(LOST)}: {numbered(rows)}." if rows else ""


def one_after_another(parts: Iterable[str]) -> str:
    """Return some texts of people's as sentences, each with one mark at its end.

    >>> one_after_another(["Nguyên nhân: thiếu người.; mưa lũ ", "Biện pháp: chưa nêu"])
    'Nguyên nhân: thiếu người; mưa lũ. Biện pháp: chưa nêu.'
    """
    return " ".join(f"{part.replace('.;', ';').rstrip(' .;')}." for part in parts)


def names(facts: Facts, codes: Iterable[str], most: int = 6) -> str:
    """Return the names of departments, many of them counted: the more there are, the fewer told."""
    told = [facts.name(code) for code in codes]
    return several(told, most if len(told) <= 2 * most else most // 2, "bộ phận")


def numbered(results: Iterable[Result], most: int = 10) -> str:
    """Return the numbers of indicators, such as '3b, 5.a.2'."""
    return several([r.objective.number or r.objective.code for r in results], most)


def requests(facts: Facts) -> list[str]:
    """Return what is asked of the leaders; nothing when nothing is."""
    asked = []
    if facts.owing:
        asked.append(f"Yêu cầu nộp báo cáo: {names(facts, facts.owing)}.")
    if facts.uncounted:
        asked.append(f"Yêu cầu sửa và nộp lại báo cáo: {names(facts, facts.uncounted)}.")
    if facts.unanswered:
        items = dict.fromkeys(r.objective.number or r.objective.code for r in facts.unanswered)
        asked.append(
            f"Giao lập hành động khắc phục cho {len(facts.unanswered)} kết quả không đạt "
            f"chưa có hành động (chỉ tiêu {several(list(items))})."
        )
    late = [a for a in facts.actions if a.days_overdue]
    if late:
        asked.append(f"Quyết định với {len(late)} hành động khắc phục đã quá hạn.")
    if facts.overdue:
        longest = facts.overdue[0]
        asked.append(
            f"Đôn đốc {len(facts.overdue)} việc quá hạn trong kế hoạch; lâu nhất là biện pháp "
            f"{longest.measure.number} ({longest.progress.days_overdue} ngày)."
        )
    at_risk, unknown = facts.having(Status.AT_RISK), facts.having(Status.NO_DATA)
    if at_risk:
        asked.append(
            f"Cho ý kiến về nguồn lực, biện pháp với các chỉ tiêu có nguy cơ: {numbered(at_risk)}."
        )
    if unknown and not facts.silent:
        asked.append(f"Yêu cầu bổ sung số liệu cho các chỉ tiêu: {numbered(unknown)}.")
    return asked
