"""Papers for an office to complete and sign: report, slips, minutes, the departments' table."""

from qms_xlsx.write.word.departments import departments_filling
from qms_xlsx.write.word.filling import Filling
from qms_xlsx.write.word.minutes import minutes_filling
from qms_xlsx.write.word.report import report_filling
from qms_xlsx.write.word.slips import slips_filling
from qms_xlsx.write.word.template import write_part

__all__ = [
    "Filling",
    "departments_filling",
    "minutes_filling",
    "report_filling",
    "slips_filling",
    "write_part",
]
