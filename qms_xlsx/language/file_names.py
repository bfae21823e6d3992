"""Names of files: what a code becomes on disk, and when two names are one file somewhere."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
"""Characters of a code in a file name: a Vietnamese letter takes up to three of the 255 bytes."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


def stem_of(code: str) -> str:
    """Return a code as it stands in file names, on every system.

    >>> stem_of("VP/TK"), stem_of("Tài chính."), stem_of("con")
    ('VP-TK', 'Tài-chính-', 'con_')
    """
    text = unicodedata.normalize("NFC", code)
    stem = "".join(c if c.isalnum() or c in "-_" else "-" for c in text)[:LONGEST] or "_"
    return f"{stem}_" if is_device(stem) else stem


def is_device(code: str) -> bool:
    """Return whether Windows takes the name for a device: nothing can be saved under it."""
    return bool(_DEVICE.fullmatch(code.strip(" .")))


def same_file(stem: str) -> str:
    """Return what two stems have in common when one system at least takes them for one file.

    >>> same_file("VP-tk") == same_file("vp-TK")
    True
    """
    return unicodedata.normalize("NFC", stem.casefold())


_FORBIDDEN = frozenset('<>:"|?*')
_LONGEST_SENT = 80
"""Characters of a sent file's name that are kept, beside its ending."""


def sent_name(name: str) -> str:
    r"""Return the name of a file that somebody sent, as every system can keep it in one folder.

    >>> sent_name("..\\..\\Biểu mẫu: VP.xlsx"), sent_name("con.xlsx"), sent_name("~$a/.xlsx")
    ('Biểu mẫu- VP.xlsx', 'con_.xlsx', 'tep.xlsx')
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    plain = "".join("-" if c in _FORBIDDEN else c for c in last if _is_kept(c))
    stem, dot, ending = plain.rpartition(".")
    stem = (stem if dot else ending).lstrip(".~$ ").rstrip(". ")[:_LONGEST_SENT].rstrip(". ")
    if is_device(stem.partition(".")[0]):
        stem = f"{stem}_"
    return (stem or "tep") + (f".{ending.strip()}" if dot else "")


def _is_kept(letter: str) -> bool:
    """Whether a letter is seen: no control, no mark that turns the reading direction."""
    return letter == " " or unicodedata.category(letter)[0] not in "CZ"


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return the first of a name's second names that no file here has, on any system.

    >>> free_name("VP.xlsx", ["vp.xlsx", "VP (2).xlsx"])
    'VP (3).xlsx'
    """
    here = {same_file(name) for name in taken}
    stem, dot, ending = wanted.rpartition(".")
    seconds = (f"{stem} ({number}){dot}{ending}" for number in count(2))
    return next(name for name in chain([wanted], seconds) if same_file(name) not in here)
