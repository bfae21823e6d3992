"""How the state of a measure or an action is shown: mark, word and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.book.labels import ACTION_STATES
from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.say.states import MEASURES, overdue

if TYPE_CHECKING:
    from qms_xlsx.say.open_actions import OpenAction


@dataclass(frozen=True, slots=True)
class StateLook:
    """A mark, a word, and the colours of the cell."""

    mark: str
    label: str
    colours: look.Colours

    @property
    def shown(self) -> str:
        """Mark and word together."""
        return f"{self.mark} {self.label}"


_GREEN = look.STATUS_COLOURS[Status.MET]
_RED = look.STATUS_COLOURS[Status.MISSED]
_AMBER = look.STATUS_COLOURS[Status.AT_RISK]
_PLAIN = look.STATUS_COLOURS[Status.NOT_DUE]
_LATE = look.Colours("FBF0CF", "3D3D00")

STATES = {
    Derived.OVERDUE: StateLook("✖", MEASURES[Derived.OVERDUE], _RED),
    Derived.DUE_SOON: StateLook("◆", MEASURES[Derived.DUE_SOON], _AMBER),
    Derived.ONGOING: StateLook("●", MEASURES[Derived.ONGOING], _PLAIN),
    Derived.ON_EVENT: StateLook("◇", MEASURES[Derived.ON_EVENT], _PLAIN),
    Derived.NOT_DUE: StateLook("○", MEASURES[Derived.NOT_DUE], _PLAIN),
    Derived.DONE_LATE: StateLook("✓", MEASURES[Derived.DONE_LATE], _LATE),
    Derived.DONE_ON_TIME: StateLook("✔", MEASURES[Derived.DONE_ON_TIME], _GREEN),
    Derived.NOT_APPLICABLE: StateLook("–", MEASURES[Derived.NOT_APPLICABLE], _PLAIN),
}
"""Every derived state of a measure, worst first."""


def action_state(own: OpenAction) -> StateLook:
    """Return how a corrective action stands."""
    if own.closed:
        return StateLook("✔", "Đã đóng", _GREEN)
    if own.days_overdue:
        return StateLook("✖", overdue(own.days_overdue), _RED)
    if own.action.done:
        return StateLook("◆", "Chờ kiểm tra hiệu lực", _AMBER)
    word = own.action.state.strip() or ACTION_STATES[0]
    return StateLook("○", word[:1].upper() + word[1:], _PLAIN)
