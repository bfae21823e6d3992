"""What the formulas of a workbook of ours come to, without a spreadsheet program.

Excel's Protected View, a telephone and a mail's preview do not calculate: they show the result
that is stored beside a formula. Only the functions that our forms use are known; a formula with
another one, say an office's own, gets no result, and the program that opens it works it out.
"""

from __future__ import annotations

from qms_xlsx.write.calculation.book import calculated

__all__ = ["calculated"]
