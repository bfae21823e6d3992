"""Names of files: what a code becomes on disk, and when two names are one file somewhere."""

from __future__ import annotations

import re
import unicodedata

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
