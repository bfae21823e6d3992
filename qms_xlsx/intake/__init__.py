"""Opens what people sent, safely: values come out, or the reason why not."""

from qms_xlsx.intake.book import Book, Place, Refused, Sheet
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.intake.reader import Reader, read

__all__ = [
    "Book",
    "Place",
    "Reader",
    "Refused",
    "Sheet",
    "read",
    "spreadsheets",
]
