"""Where the templates and samples are: inside the installed package, else in the repository."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

REGISTER_TEMPLATE = "so-muc-tieu.xlsx"
FORM_TEMPLATE = "bieu-mau.xlsx"
REPORT_TEMPLATE = "bao-cao.docx"


def template(name: str) -> Path:
    """Return the path of one of the templates, by its file name."""
    return _folder("workbook_templates") / name


def samples() -> Path:
    """Return the folder of the samples, one folder a sample."""
    return _folder("samples")


def handbook() -> Path:
    """Return the folder of the handbook, one file a reader."""
    return _folder("so-tay", "docs/so-tay")


def _folder(name: str, in_repository: str = "") -> Path:
    package = Path(str(files("qms_xlsx")))
    inside = package / "_data" / name
    return inside if inside.is_dir() else package.parent / (in_repository or name)
