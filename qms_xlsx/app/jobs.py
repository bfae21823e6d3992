"""Long work in a thread of its own: one at a time, with its progress and how it ended."""

from __future__ import annotations

import threading
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.language.messages import Message, message
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from collections.abc import Callable

    Tick = Callable[[int], None]


@dataclass(slots=True)
class Job:
    """One piece of long work."""

    title: str
    """What is being done, as a message id."""
    back: str
    """The page from which it was started."""
    work: Callable[[Tick], str]
    """Does it, and returns the page that shows what came of it."""
    done: int = 0
    total: int = 0
    finished: bool = False
    then: str = ""
    """The page that shows what came of it, once it went well."""
    trouble: Message | None = None

    def tick(self, total: int) -> None:
        """Count one file more of those there are."""
        self.done, self.total = self.done + 1, total

    def run(self) -> None:
        """Do the work; whatever happens, it is finished afterwards and says how."""
        try:
            self.then = self.work(self.tick)
        except StepError as error:
            self.trouble = error.reason
        except Exception:
            traceback.print_exc()
            self.trouble = fault()
        finally:
            self.finished = True


def fault() -> Message:
    """Return what is said of a fault of ours."""
    return message(
        "Something went wrong in the program itself; no file of yours was changed. Try once more, "
        "and if it happens again, send the text in the black window to the IT officer."
    )


@dataclass(slots=True)
class Jobs:
    """The work at hand, and the last one when there is none."""

    now: Job | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def busy(self) -> bool:
        """Whether a job is at work."""
        return self.now is not None and not self.now.finished

    def start(self, job: Job) -> bool:
        """Begin a job unless another one is at work; says whether it began."""
        with self._lock:
            if self.busy:
                return False
            self.now = job
        threading.Thread(target=job.run, name="qms-xlsx job", daemon=True).start()
        return True
