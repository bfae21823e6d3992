"""A document read as an official would: who decided, what is to be reached, who does what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.annexes import annexed
from qms_xlsx.document.columns import columns_of
from qms_xlsx.document.counted_lines import counted
from qms_xlsx.document.decision import Decision, Item
from qms_xlsx.document.duties import duties_of, gives, taken, told_by, with_duties
from qms_xlsx.document.genres import kind_of, own_part
from qms_xlsx.document.head import head_of
from qms_xlsx.document.heading_tables import heads_of
from qms_xlsx.document.lines import line_of
from qms_xlsx.document.model import Paragraph
from qms_xlsx.document.objectives import Objectives, objectives_of
from qms_xlsx.document.other_years import of_this_year
from qms_xlsx.document.parties import parties_of, split_parties
from qms_xlsx.document.plan import Plan, below, bound, plan_of
from qms_xlsx.document.proofs import checks_of, doubted
from qms_xlsx.document.refusing import asked_about, no_decision, put_aside, refused, why_nothing
from qms_xlsx.document.report_dates import report_dates
from qms_xlsx.document.standing import standings
from qms_xlsx.document.tables import listed_of, lists, unread_of
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.document.decision import LeftOut, PlanRow
    from qms_xlsx.document.model import Block, Document, TextTable
    from qms_xlsx.document.tables import Listed


_HEADING = "MỤC TIÊU CHẤT LƯỢNG"
"""What the rows across a matrix are, where no heading of the document says so."""
_COUNTS_ON = re.compile(r"\d+(?:\.\d+)+\.? \|")
"""How the words of a row begin whose number counts on below another's."""
_SURVEYED = re.compile(r"\bhai long\b")
_SURVEY = re.compile(r"\b(hai long|khao sat)\b")
_KEEPS = re.compile(
    r"\b(bao cao|tong hop|danh gia|theo doi)\b.*\b(muc tieu|quan ly) chat luong"
    r"|\bmtcl\b|\bdanh gia noi bo\b|\bxem xet cua lanh dao\b"
)
"""A measure that keeps the system going: who leads it reports no single objective."""


def understood(document: Document, year: int | None = None) -> Decision:
    """Return what a document decides; `year` wins over the year that it names."""
    head = head_of(document.paragraphs)
    head = replace(head, year=year or head.year)
    whole, later = _of_the_year(document, head.year)
    kind = kind_of(whole.paragraphs)
    document, rest = own_part(whole, head)
    stated, listed, giving, read = _stated(document, head.year)
    why = refused(document, kind, stated.left_out)
    items = annexed(stated.items, _merged(stated.items, _beside(listed.items)))
    aside = put_aside((*items, *stated.actions, *listed.actions), why) if why else ()
    items = () if why else asked_about(items, kind, whole)
    plan = Plan() if why else plan_of(document.tables, heads_of(document, items))
    across = Objectives((), ()) if items else _of_sections(plan)
    items = items or across.items
    plan = bound(plan, items)
    if not why:
        told = below(stated.actions, items, whole.paragraphs)
        plan = plan.joined(*told, *listed.actions)
    left = (*aside, *stated.left_out, *across.left_out, *listed.left_out, *later, *giving)
    left += (*_unread(document, plan, read), *_put_aside(rest, kind, head.year))
    duties = duties_of(left)
    items = with_duties(items, duties)
    departments, groups = parties_of(_named(items, plan), whole.paragraphs)
    items = _reported(items, plan)
    checks = checks_of(items, plan.sections, plan.actions, left)
    first, second = report_dates(whole.paragraphs, plan.actions, head, left)
    return Decision(
        head=head,
        items=doubted(items, checks),
        plan=plan.actions,
        departments=departments,
        groups=groups,
        left_out=taken(left, duties, items),
        checks=checks,
        due_h1=first,
        due_year=second,
        why=None if items or plan.actions else why or why_nothing(left),
    )


def _put_aside(rest: Document, kind: str, year: int | None) -> tuple[LeftOut, ...]:
    """Return all that a text of another kind holds outside the part that may set objectives."""
    if not rest.blocks:
        return ()
    stated, listed, giving, read = _stated(rest, year)
    rows: tuple[Item | PlanRow, ...] = (*stated.items, *listed.items)
    rows = (*rows, *stated.actions, *listed.actions)
    aside = put_aside(rows, no_decision(kind))
    left = (*aside, *stated.left_out, *listed.left_out, *giving)
    return (*left, *_unread(rest, Plan(), read))


def _of_the_year(document: Document, year: int | None) -> tuple[Document, list[LeftOut]]:
    """Return a document, a counted item a paragraph, without what tables set for other years."""
    blocks: list[Block] = []
    later: list[LeftOut] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            blocks += counted(block)
        else:
            table, said = of_this_year(block, year) if year else (block, [])
            blocks.append(table)
            later += said
    return replace(document, blocks=tuple(blocks)), later


def _stated(
    document: Document, year: int | None
) -> tuple[Objectives, Listed, list[LeftOut], list[TextTable]]:
    """Return what the text and the tables state, who is given what, and the tables of both."""
    tables = list(standings(document))
    giving = [one.table for one in tables if gives(one.table, columns_of(one.table))]
    listing = [one for one in tables if lists(one) and one.table not in giving]
    titles = [one.title for one in listing if one.title and one.number]
    stated = objectives_of((p for p in document.paragraphs if p not in titles), year)
    told = [row for table in giving for row in told_by(table, columns_of(table))]
    return stated, listed_of(listing), told, [*giving, *(one.table for one in listing)]


def _named(items: tuple[Item, ...], plan: Plan) -> list[str]:
    """Return whom the plan and the objectives name."""
    said = [text for action in plan.actions for text in (action.lead, action.coordinating)]
    said += [name for item in items for name in item.departments]
    return said + [name for item in items for name, _ in item.shares]


def _unread(document: Document, plan: Plan, read: list[TextTable]) -> tuple[LeftOut, ...]:
    """Return the rows of tables that nothing was taken from."""
    return tuple(
        row
        for order, table in enumerate(document.tables)
        if order not in plan.tables and table not in read
        for row in unread_of(table)
    )


def _beside(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return items with the parts of one that has a level of its own beside it, all reported.

    A register's heading is judged by what stands below it: its own level would be lost. Where the
    parts count on below its number ("9.1" below "9"), it becomes a heading with a row of its level.
    """
    own = {i.number: i.parent for i in items if i.goal and i.goal.kind is not Kind.CHILDREN}
    heads = {i.parent for i in items if i.parent in own and _COUNTS_ON.match(i.quote)}
    for number in heads:
        del own[number]
    items = tuple(
        one for item in items for one in (_headed(item) if item.number in heads else (item,))
    )
    return tuple(replace(item, parent=_without_level(item.parent, own)) for item in items)


def _headed(item: Item) -> tuple[Item, Item]:
    """Return an item as a heading and the row of its own level below it."""
    number, name, parent = item.number, item.name, item.parent
    head = Item(number=number, name=name, parent=parent, quote=item.quote, place=item.place)
    return head, replace(item, number=f"{number}.0", parent=number)


def _without_level(number: str, own: dict[str, str]) -> str:
    """Return the nearest item above that has no level of its own."""
    seen: set[str] = set()
    while number in own and number not in seen:
        seen.add(number)
        number = own[number]
    return "" if number in seen else number


def _merged(stated: tuple[Item, ...], listed: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items of the text and of its tables; numbers of tables are told apart."""
    taken = {item.number for item in stated}
    if not taken or not any(item.number in taken for item in listed):
        heads = {item.number for item in stated if not item.target}
        return (*stated, *(_hung(item, heads) for item in listed))
    return (
        *stated,
        *(
            replace(i, number=f"B.{i.number}", parent=f"B.{i.parent}" if i.parent else "")
            for i in listed
        ),
    )


def _hung(item: Item, heads: set[str]) -> Item:
    """Return an item of a table below the heading of the text that its number begins with."""
    above = item.number.rpartition(".")[0]
    return replace(item, parent=above) if not item.parent and above in heads else item


def _of_sections(plan: Plan) -> Objectives:
    """Return the objectives of a plan that stands alone: the rows across its matrix."""
    lines = [
        Paragraph(line_of(section.text).text, section.place, f"{section.number}.")
        for section in plan.sections
    ]
    stated = objectives_of([Paragraph(_HEADING, "", "", True), *lines])
    left = tuple(one for one in stated.left_out if one.quote != _HEADING)
    return replace(stated, left_out=left)


def _reported(items: tuple[Item, ...], plan: Plan) -> tuple[Item, ...]:
    """Return the items with who reports them, where the plan tells it."""
    serving = plan.serving()
    parents = {item.number: item.parent for item in items}
    return tuple(_assigned(item, serving.get(item.number, ()), parents) for item in items)


def _assigned(item: Item, serving: Sequence[PlanRow], parents: Mapping[str, str]) -> Item:
    """Return an item with the leads of its measures as its departments, where it names none.

    What a survey finds is one figure: who leads the survey reports it; who only gathers the results
    reports none, unless nobody else leads. Several who lead for a part with headings of its own
    do not all report all of it: it is not told who reports what.
    """
    if item.departments or not item.target:
        return item
    if _SURVEYED.search(bare(item.name)):
        serving = [a for a in serving if _SURVEY.search(bare(a.measure))] or serving
    serving = [a for a in serving if not _KEEPS.search(bare(a.measure))] or serving
    leads = tuple(dict.fromkeys(n for action in serving for n in split_parties(action.lead)))
    headings = {parents.get(number) for action in serving for number in action.objectives}
    return replace(item, departments=leads if len(leads) == 1 or len(headings) <= 1 else ())
