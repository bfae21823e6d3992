"""What is asked of whom next, for the report's tasks and the review's conclusions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.language.symbols import day as shown
from qms_xlsx.say.counting import counted, listed
from qms_xlsx.say.names import cited, one_line
from qms_xlsx.say.periods import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.report.account import Account


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to be done, and by whom."""

    what: str
    who: str


def requests(account: Account) -> list[Errand]:
    """Return what is to be done, what presses most first."""
    return [
        *_reports(account),
        *_figures(account),
        *_missing_actions(account),
        *_open_actions(account),
        *_by_lead(account, Derived.OVERDUE, "Hoàn thành ngay {} đã quá hạn"),
        *_by_lead(account, Derived.DUE_SOON, "Hoàn thành đúng hạn {} sắp đến hạn"),
        *_endangered(account),
    ]


def numbers(objectives: Iterable[Objective]) -> str:
    """Return objectives by their numbers; by their names where they have none."""
    each = (own.number or f"“{one_line(own.name)}”" for own in objectives)
    return listed(each, "chỉ tiêu")


def indicators(results: Iterable[Result]) -> str:
    """Return indicators within a sentence: "chỉ tiêu 2a và 3b"."""
    return f"chỉ tiêu {numbers(result.objective for result in results)}"


def together(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], list[str]]:
    """Return who has the same things, by the things: pairs are of a party and one of its things.

    >>> together([("A", "II.1"), ("B", "II.1"), ("C", "II.1"), ("C", "V.3")])
    {('II.1',): ['A', 'B'], ('II.1', 'V.3'): ['C']}
    """
    things: dict[str, list[str]] = {}
    for party, thing in pairs:
        things.setdefault(party, []).append(thing)
    parties: dict[tuple[str, ...], list[str]] = {}
    for party, own in things.items():
        parties.setdefault(tuple(own), []).append(party)
    return parties


def _reports(account: Account) -> Iterator[Errand]:
    period = in_words(account.aggregate.period)
    asked = ((account.owing, "Nộp báo cáo"), (account.uncounted, "Sửa, nộp lại báo cáo"))
    for codes, verb in asked:
        if codes:
            yield Errand(f"{verb} {period}", listed(account.named(codes), "bộ phận"))


def _figures(account: Account) -> Iterator[Errand]:
    if not account.figureless:
        unknown = account.having(Status.NO_DATA)
        yield from _asked(account, "Bổ sung số liệu", ((account.answerable(r), r) for r in unknown))


def _missing_actions(account: Account) -> Iterator[Errand]:
    owing = (
        ([account.name(r.department)] if r.department else account.owners(r.objective), r)
        for r in account.unanswered
    )
    yield from _asked(account, "Lập hành động khắc phục đối với", owing)


def _asked(
    account: Account, verb: str, owing: Iterable[tuple[list[str], Result]]
) -> Iterator[Errand]:
    """Yield what is asked for indicators; departments of which the same is asked stand together."""
    pairs = ((name, result.objective.code) for names, result in owing for name in names)
    for codes, parties in together(pairs).items():
        objectives = [account.aggregate.register.by_code[code] for code in codes]
        what = cited(objectives[0]) if len(codes) == 1 else f"chỉ tiêu {numbers(objectives)}"
        yield Errand(f"{verb} {what}", listed(parties, "bộ phận"))


def _open_actions(account: Account) -> Iterator[Errand]:
    for own in account.actions:
        what = one_line(own.action.action or own.action.nonconformity)
        if own.closed or not what:
            continue
        due = f", hạn {shown(own.action.due)}" if own.action.due else ""
        due += f", đã quá {counted(own.days_overdue)} ngày" if own.days_overdue else ""
        verb = "Kiểm tra hiệu lực rồi đóng" if own.action.done else "Thực hiện"
        yield Errand(f"{verb} hành động khắc phục: {what}{due}", account.name(own.department))


def _by_lead(account: Account, state: Derived, asked: str) -> Iterator[Errand]:
    rows = (row for row in account.led if row.derived is state)
    pairs = ((account.lead(row), row.measure.number) for row in rows)
    for found, parties in together(pairs).items():
        what = f"biện pháp {listed(found, 'biện pháp')}"
        yield Errand(asked.format(what), listed(parties, "bộ phận"))


def _endangered(account: Account) -> Iterator[Errand]:
    risky = account.having(Status.AT_RISK)
    if risky:
        owners = dict.fromkeys(name for result in risky for name in account.answerable(result))
        what = f"Tập trung nguồn lực cho {indicators(risky)} đang có nguy cơ không đạt"
        yield Errand(what, listed(owners, "bộ phận"))
