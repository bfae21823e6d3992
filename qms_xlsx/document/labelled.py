"""Lines that say with a label what they hold: "Chỉ tiêu: …", "Biện pháp: …", "Thời hạn: …"."""

from __future__ import annotations

import re

from qms_xlsx.language.text import bare

_LABELS = (
    (
        "level",
        "mục tiêu|chỉ tiêu|mức phấn đấu|mức đạt|mức|giá trị|mục tiêu cần đạt|kết quả cần đạt",
    ),
    ("indicator", "chỉ số(?: đo(?: lường)?)?|thước đo|tiêu chí(?: đo)?"),
    ("measure", "(?:các )?(?:biện pháp|giải pháp|cách thực hiện)(?: thực hiện)?"),
    ("deadline", "thời gian|thời hạn|thời gian thực hiện|thời hạn hoàn thành|tiến độ"),
    ("coordinating", "(?:đơn vị |bộ phận )?phối hợp(?: thực hiện)?"),
    ("monitor", "(?:đơn vị |người )(?:theo dõi|giám sát|kiểm tra)"),
    ("evidence", "(?:hồ sơ )?minh chứng|bằng chứng|cách đo|phương pháp đo(?: lường)?"),
)
_LABELLED = tuple(
    (key, re.compile(rf"^(?:{words})\s*:\s*(?P<rest>\S.*)$", re.IGNORECASE))
    for key, words in _LABELS
)


_LEVELS = re.compile(r"(cac )?(chi tieu|muc tieu)( (cu the|phan dau|can dat))?")
_WORK = re.compile(
    r"(cac |mot so )?(nhiem vu,? (va )?)?(giai phap|bien phap)( (thuc hien|chu yeu|cu the))?"
)


def opens_levels(text: str) -> bool:
    """Return whether a line only says that the levels of the section above follow: "Chỉ tiêu:"."""
    return not text.isupper() and bool(_LEVELS.fullmatch(bare(text).strip(" :.")))


def opens_work(text: str) -> bool:
    """Return whether a line only says that what is done for the levels above follows."""
    return not text.isupper() and bool(_WORK.fullmatch(bare(text).strip(" :.")))


def field_of(text: str) -> tuple[str, str]:
    """Return what a line's label says that it holds and the rest, or nothing and the line.

    >>> field_of("Thời hạn: Quý I"), field_of("Thời gian chờ dưới 60 phút")
    (('deadline', 'Quý I'), ('', 'Thời gian chờ dưới 60 phút'))
    """
    for key, label in _LABELLED:
        found = label.match(text)
        if found:
            return key, found["rest"]
    return "", text
