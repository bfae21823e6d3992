"""Which of the things that a clause names it asks for, and which only describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.cores import Core, Untold, Zero
from qms_xlsx.domain.target.nouns import periods
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.language.lexicon import Lexicon, covered, phrases

if TYPE_CHECKING:
    from qms_xlsx.language.scanner import Text

_TIMED = Lexicon(phrases("thời gian, thời hạn"))
_STATES = Lexicon(phrases("[các] (tình trạng|hiện tượng|trường hợp|việc|vụ việc)"))
_CASES = Lexicon(
    phrases(
        "[một|bất kỳ|có] (hồ sơ|đơn|đơn thư|văn bản|thủ tục|phản ánh|kiến nghị|đơn vị|cơ quan|phòng"
        "|bộ phận|cán bộ|công chức|viên chức|đảng viên|giáo viên|học sinh|hộ|người|công dân|tổ chức"
        "|doanh nghiệp|trường|lớp|thôn|chi bộ|dự án|công trình|nhiệm vụ|cá nhân|tập thể) <w>"
    )
)
"""Those of whom there is to be none: "không có hồ sơ trả lại quá 01 lần" limits no number."""
_ARISING = Lexicon(
    phrases("(tồn|tồn đọng|nợ|nợ đọng|phát sinh|xảy ra|xuất hiện|sót) [mới|thêm], mới, thêm")
)
_EVENTS = ("vụ", "vụ việc", "trường hợp")


def leads(text: Text, start: int, core: Core) -> bool:
    """Tell whether a figure opens its clause and governs what follows ("100% cán bộ …")."""
    if not isinstance(core, Quantity) or not covered(
        text, start, core.start, verbs.LIGHT, verbs.ACTING
    ):
        return False
    return (
        core.end < len(text.tokens) and text.tokens[core.end].kind == "word"
    ) or core.kind == "count"


def rated(text: Text, start: int) -> bool:
    """Tell whether a clause opens with what is measured ("Tỷ lệ …")."""
    return verbs.RATES.at(text, skip_light(text, start)) is not None


def skip_light(text: Text, index: int) -> int:
    """Return the first token from one on that is neither a light word nor hidden."""
    while (found := verbs.LIGHT.at(text, index)) or text.named(index):
        index += found[0] if found else 1
    return index


def asked_for(text: Text, start: int, cores: list[Core]) -> Core:
    """Return the one of several that a clause asks for."""
    if len(cores) == 1 or leads(text, start, cores[0]):
        return cores[0]
    asked = [core for core in cores if isinstance(core, Untold)]
    if asked and not any(isinstance(core, Quantity) and core.reached for core in cores):
        return asked[0]
    figures = [c for c in cores if isinstance(c, Quantity)]
    if isinstance(cores[0], Zero) and not rated(text, start):
        shares = [q for q in figures if q.kind == "share"]
        zero = cores[0]  # "Chấm dứt tình trạng bổ sung hồ sơ quá 01 lần"
        ended = _STATES.at(text, zero.end) or any(_STATES.within(text, zero.start, zero.end))
        ended = ended or _CASES.at(text, zero.end) is not None
        near = any(right_after(text, zero.end, q) for q in figures)
        if not (near or _limited(text, shares if ended else figures)):
            return cores[0]
    if not figures:
        return cores[-1]
    if _TIMED.at(text, skip_light(text, start)):
        figures = [q for q in figures if q.kind == "duration"] or figures
    figures = [q for q in figures if not (_owned(text, q) or _of_one(text, q))] or figures
    shares = [q for q in figures if q.kind in ("share", "points")] or figures
    told = [q for q in shares if q.reached or q.level]
    main = told or [q for q in shares if q.kind not in ("age", "size", "duration")] or shares
    limited = [q for q in main if q.comparison.op]
    return (limited or main)[-1]


def right_after(text: Text, end: int, figure: Quantity) -> bool:
    """Tell a limit on what may be ("không để xảy ra quá 01 vụ", "… để tồn quá 5 hồ sơ")."""
    arising = figure.kind != "duration" and covered(text, end, figure.lead, _ARISING)
    return figure.lead == end or arising or figure.unit in _EVENTS


def _of_one(text: Text, figure: Quantity) -> bool:
    """Tell whether a figure describes one of those counted ("4 cuộc, mỗi cuộc 100 người")."""
    return any(
        text.fold(index) == "mỗi"
        and text.fold(index - 1) == ","
        and not periods().at(text, index + 1)
        for index in range(figure.lead - 3, figure.lead)
    )


def _owned(text: Text, figure: Quantity) -> bool:
    """Tell whether a figure only says of whom ("… đối với 50% thủ tục")."""
    return text.fold(figure.lead - 1) in ("của", "với", "cho")


def _limited(text: Text, figures: list[Quantity]) -> bool:
    """Tell a limit ("không để tỷ lệ … vượt quá 2%") from a trait ("hồ sơ trễ hạn trên 5 ngày")."""
    return any(
        q.comparison.op in (">", "<")
        and (q.kind in ("share", "frequency") or text.tokens[q.start].bare == "vuot")
        for q in figures
    )
