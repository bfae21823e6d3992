"""The list of texts that the cells of a workbook share: what it claims, how long it is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from qms_xlsx.intake import limits
from qms_xlsx.intake.faults import refuse
from qms_xlsx.intake.markup import check_size, has_aside, parse
from qms_xlsx.intake.rebuild import MAIN, UNREAD
from qms_xlsx.language.text import as_xml

_STRING = re.compile(rb"uniqueCount\s*=\s*[\"']\s*([0-9]+)")
_SMALLEST_STRING = len(b"<si/>")
_INDEX = re.compile(rb' t="s"[^<>]*>\s*<v>([0-9]{1,7})</v>')
_ODD_ITEMS = (b":si>", b"<si/", b"<si ")
_MANY = 100
_ITEM = re.compile(rb"<(?:\w+:)?si[\s/>]")


def plain(shared: bytes, *, exact: bool) -> bytes:
    """Return the list of shared texts, written anew where it holds more than texts."""
    _check_claim(shared)
    odd = shared.startswith(b"<!") or has_aside(shared, 2)
    return _written_anew(shared) if shared and (odd or exact) else shared


def count(shared: bytes) -> int:
    """Return how many texts the list holds."""
    return len(_ITEM.findall(shared))


def holding(shared: bytes, mark: bytes) -> re.Pattern[bytes]:
    """Return what is found in every sheet that has a cell which starts so, and in few others."""
    begins = b"#(?=%s|<)|&#" % re.escape(mark[1:2])  # the rest may stand in another run of letters
    found = list(islice(re.finditer(b">(?:%s)" % begins, shared), _MANY + 1))
    if len(found) > _MANY or any(odd in shared for odd in _ODD_ITEMS):
        return re.compile(b"")
    numbers = b"|".join(b"%d" % (shared.count(b"<si>", 0, own.start()) - 1) for own in found)
    return re.compile(b">(?:%s|\\s*+0*+(?:%s)\\s*+<)" % (begins, numbers or b"-"))


def may_hold(data: bytes, marked: re.Pattern[bytes]) -> bool:
    """Return whether a sheet may have a cell that starts as `holding` was asked."""
    return bool(marked.search(data)) or b"[CDATA[" in data


def _check_claim(shared: bytes) -> None:
    claimed = _STRING.search(shared, 0, 4096)
    room = len(shared) // _SMALLEST_STRING
    if claimed and (len(claimed[1]) > 12 or int(claimed[1]) > room):
        raise refuse("F210", limit=room, actual=claimed[1].decode()[:20])


def may_be_long(shared: bytes, sheets: list[bytes]) -> bool:
    """Return whether any cell may hold a text that is too long: told from the parts at a glance."""
    return any(map(_has_long_run, (shared, *sheets)))


def _has_long_run(data: bytes) -> bool:
    """Return whether a text may be longer than a cell's: it would fill a block between two tags."""
    block = limits.CHARACTERS // 2
    return any(
        data.find(b"<", start, start + block) < 0 for start in range(0, len(data) - block, block)
    )


def check_expanded(shared: bytes, sheets: list[bytes]) -> None:
    """Raise RefusedError where texts that many cells share would take too much, written out."""
    if not shared:
        return
    cells = sum(data.count(b' t="s"') for data in sheets)
    if cells * len(shared) <= limits.TOTAL_BYTES:
        return
    sizes = [len(item) for item in re.split(rb"</(?:\w+:)?si>", shared)]
    used = Counter(int(n) for data in sheets for n in _INDEX.findall(data))
    total = sum(count * sizes[n] for n, count in used.items() if n < len(sizes))
    if total > limits.TOTAL_BYTES:
        mib = limits.MIB
        raise refuse("F202", limit=limits.TOTAL_BYTES // mib, actual=-(-total // mib))


def _written_anew(shared: bytes) -> bytes:
    """Return a list of shared strings written anew: what they say, and nothing else."""
    check_size(shared, limits.PARSED_BYTES)
    texts: list[list[str]] = []
    inside = skipped = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside, skipped
        local = name.rpartition(" ")[2]
        if skipped or local in UNREAD:
            skipped += 1
        elif local == "si":
            texts.append([])
        elif local == "t":
            inside += 1

    def end(name: str) -> None:
        nonlocal inside, skipped
        if skipped:
            skipped -= 1
        elif name.rpartition(" ")[2] == "t":
            inside -= 1

    def text(value: str) -> None:
        if inside and texts and not skipped:
            texts[-1].append(value)

    parse(shared, start, end, text, separator=" ")
    items = "".join(f'<si><t xml:space="preserve">{as_xml("".join(t))}</t></si>' for t in texts)
    return f'<sst xmlns="{MAIN[1]}">{items}</sst>'.encode()
