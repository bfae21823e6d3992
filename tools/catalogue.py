"""Keep the Vietnamese message catalogue: extract ids, add translations, compile.

python tools/catalogue.py                     # extract, update, compile, list what is missing
python tools/catalogue.py add pairs.json      # {"English id": "bản dịch", …}, then as above
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from filelock import FileLock

from qms_xlsx.write.files import write_whole

PACKAGE = Path(__file__).resolve().parent.parent / "qms_xlsx"
PO = PACKAGE / "locale" / "vi" / "LC_MESSAGES" / "qms_xlsx.po"
MO = PO.with_suffix(".mo")
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "N_": None, "message": None, "doubt": None}


def extracted() -> Catalog:
    """Return the ids that the package's source marks."""
    found = Catalog()
    for name, _line, ids, _comments, _context in extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS
    ):
        if isinstance(ids, str):
            found.add(ids, locations=[(name, 0)])
    return found


def load() -> Catalog:
    """Return the stored catalogue."""
    if not PO.exists():
        return Catalog(locale="vi", project="qms_xlsx", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="vi")


def compiled(catalogue: Catalog) -> bytes:
    """Return the bytes of the compiled catalogue."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def updated(pairs: dict[str, str]) -> Catalog:
    """Return the stored catalogue with today's ids and the given translations."""
    stored = load()
    known = {m.id: m.string for m in stored if m.id and m.string} | pairs
    fresh = Catalog(
        locale="vi", project="qms_xlsx", fuzzy=False, creation_date=stored.creation_date
    )
    ids = extracted()
    for entry in sorted((m for m in ids if m.id), key=lambda m: str(m.id)):
        places = sorted({name for name, _ in entry.locations})
        fresh.add(entry.id, known.get(entry.id, ""), locations=[(name, 0) for name in places])
    for message_id, text in pairs.items():  # translated a moment before the code that uses it
        if message_id not in fresh:
            fresh.add(message_id, text)
    return fresh


def main(arguments: list[str]) -> int:
    pairs = json.loads(Path(arguments[1]).read_text("utf-8")) if arguments[:1] == ["add"] else {}
    PO.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(PO.parent / ".lock"):
        catalogue = updated(pairs)
        with write_whole(PO) as new, new.open("wb") as file:
            write_po(file, catalogue, width=100, no_location=False, include_lineno=False)
        with write_whole(MO) as new:
            new.write_bytes(compiled(catalogue))
    missing = [m.id for m in catalogue if m.id and not m.string]
    for message_id in missing:
        print("missing:", message_id)
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
