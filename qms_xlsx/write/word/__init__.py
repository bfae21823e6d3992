"""Papers for an office to complete and sign: report, slips, minutes, the departments' table."""

from qms_xlsx.write.word.departments import departments_filling
from qms_xlsx.write.word.filling import Filling
from qms_xlsx.write.word.minutes import minutes_filling
from qms_xlsx.write.word.report import report_filling
from qms_xlsx.write.word.slips import slips_filling
from qms_xlsx.write.word.template import Paper, made_paper

__all__ = [
    "Filling",
    "Paper",
    "departments_filling",
    "made_paper",
    "minutes_filling",
    "report_filling",
    "slips_filling",
]
