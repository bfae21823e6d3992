"""A workbook as its parts: what is the same for many of them as text, rows filled in for each."""
