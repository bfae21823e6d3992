"""The report of an office in sentences made from its figures; what only people know is a gap."""

from qms_xlsx.say.report.account import Account
from qms_xlsx.say.report.assessment import achievements, causes, corrective, shortcomings
from qms_xlsx.say.report.outcome import outcome, reservation
from qms_xlsx.say.report.plans import proposals, tasks
from qms_xlsx.say.report.requests import Errand, requests
from qms_xlsx.say.report.review import review_inputs
from qms_xlsx.say.report.situation import direction, opening, plan_progress, reporting

__all__ = [
    "Account",
    "Errand",
    "achievements",
    "causes",
    "corrective",
    "direction",
    "opening",
    "outcome",
    "plan_progress",
    "proposals",
    "reporting",
    "requests",
    "reservation",
    "review_inputs",
    "shortcomings",
    "tasks",
]
