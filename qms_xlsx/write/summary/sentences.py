"""What the first sheet and the review say in words: results, completeness, change, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.status import Status
from qms_xlsx.language.symbols import day
from qms_xlsx.say.figures import figure, several
from qms_xlsx.write.summary.facts import MET, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.summary.facts import Facts, Movement


def outcome(facts: Facts) -> str:
    """Return how many indicators and objectives are met."""
    counts, total = facts.counts, len(facts.indicators)
    met = counts[Status.EXCEEDED] + counts[Status.MET]
    judged = met + counts[Status.AT_RISK] + counts[Status.MISSED]
    top = sum(r.status in MET for r in facts.top)
    beyond = f" (trong đó vượt {counts[Status.EXCEEDED]})" if counts[Status.EXCEEDED] else ""
    return (
        f"Đạt {met}{beyond} trên {judged} chỉ tiêu đã có căn cứ đánh giá, trong tổng số "
        f"{total} chỉ tiêu; {counts[Status.AT_RISK]} có nguy cơ, {counts[Status.MISSED]} "
        f"không đạt. Tính theo mục tiêu: {top}/{len(facts.top)} mục tiêu đạt toàn bộ."
    )


def completeness(facts: Facts) -> str:
    """Return whether the figures are complete, and what is missing where they are not."""
    filled, expected = facts.cells
    if facts.complete:
        tail = _provisional(facts)
        return f"Số liệu đầy đủ: mọi bộ phận đã nộp, {filled}/{expected} ô đến hạn có số.{tail}"
    missing = facts.aggregate.reporting.missing
    parts = []
    if missing:
        parts.append(f"{len(missing)} bộ phận chưa nộp ({names(facts, missing)})")
    waiting = facts.aggregate.reporting.waiting
    if waiting:
        parts.append(f"{len(waiting)} bộ phận có bản nộp chưa được tính ({names(facts, waiting)})")
    if filled < expected:
        parts.append(f"{expected - filled}/{expected} ô đến hạn chưa có số")
    if facts.rejected_cells:
        parts.append(f"{facts.rejected_cells} ô bị loại vì lỗi")
    if facts.errors:
        parts.append(f"{len(facts.errors)} lỗi phải sửa")
    return f"Số liệu chưa đầy đủ: {'; '.join(parts)}.{_provisional(facts)}"


def _provisional(facts: Facts) -> str:
    if not facts.provisional:
        return _doubtful(facts)
    estimates = f", {facts.estimated} có số ước thực hiện" if facts.estimated else ""
    return f" {facts.provisional} chỉ tiêu là số tạm tính{estimates}.{_doubtful(facts)}"


def _doubtful(facts: Facts) -> str:
    """Return how many counted figures are asked about, and whose they are."""
    if not facts.doubts:
        return ""
    files = {s.path: s.department for s in facts.aggregate.submissions}
    whose = dict.fromkeys(files[f.place.file] for f in facts.doubts)
    return f" {len(facts.doubts)} số liệu đã tính cần xem lại ({names(facts, whose)})."


def movement(facts: Facts) -> str:
    """Return what changed since the previous run; that there is none to compare with, otherwise."""
    if facts.previous is None:
        return "Chưa có kỳ trước để so sánh."
    parts = []
    for change in (Turn.BETTER, Turn.WORSE, Turn.JUDGED, Turn.LOST):
        moved = facts.moved(change)
        if moved:
            numbers = several([m.now.objective.number or m.now.objective.code for m in moved])
            parts.append(f"{len(moved)} {change.value.lower()} ({numbers})")
    same = len(facts.moved(Turn.SAME))
    parts.append(f"{same} không đổi")
    label = facts.previous.period.label
    return f"So với {label[:1].lower()}{label[1:]}: {'; '.join(parts)}."


def moved(movement: Movement) -> str:
    """Return one indicator's movement: status and figure then and now."""
    then, now = movement.before, movement.now
    sides = [
        f"{r.status.shown if r.status else '–'} ({figure(r.actual, r.unit, r.period_target)})"
        for r in (then, now)
    ]
    return f"{now.objective.number} {now.objective.name}: {sides[0]} → {sides[1]}"


def names(facts: Facts, codes: Iterable[str], most: int = 6) -> str:
    """Return the names of departments, many of them counted."""
    return several([facts.name(code) for code in codes], most).replace("mục khác", "bộ phận khác")


def numbered(results: Iterable[Result], most: int = 10) -> str:
    """Return the numbers of indicators, such as '3b, 5.a.2'."""
    return several([r.objective.number or r.objective.code for r in results], most)


def requests(facts: Facts) -> list[str]:
    """Return what is asked of the leaders; nothing when nothing is."""
    asked = []
    missing, with_status = facts.aggregate.reporting.missing, _with_status(facts)
    if missing:
        asked.append(f"Yêu cầu nộp báo cáo: {names(facts, missing)}.")
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
    if with_status[Status.AT_RISK]:
        asked.append(
            f"Cho ý kiến về nguồn lực, biện pháp với các chỉ tiêu có nguy cơ: "
            f"{numbered(with_status[Status.AT_RISK])}."
        )
    if with_status[Status.NO_DATA]:
        asked.append(
            f"Yêu cầu bổ sung số liệu cho các chỉ tiêu: {numbered(with_status[Status.NO_DATA])}."
        )
    return asked


def _with_status(facts: Facts) -> dict[Status, list[Result]]:
    found: dict[Status, list[Result]] = {status: [] for status in Status}
    for result in facts.indicators:
        if result.status:
            found[result.status].append(result)
    return found


def due(facts: Facts) -> str:
    """Return the last good day of the period's report; nothing where no due date exists."""
    last = facts.aggregate.reporting.due
    return day(last) if last else "không đặt hạn"
