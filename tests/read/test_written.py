"""A checked file as text: nothing is lost on the way, nothing else is taken for one."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Place
from qms_xlsx.language.messages import doubt, message
from qms_xlsx.read.checked import Checked
from qms_xlsx.read.form import FormReading, read_form
from qms_xlsx.read.read_back import InvalidText, read_back
from qms_xlsx.read.written import Unwritable, written
from tests.read.carried import carried, carried_finding
from tests.rules.cases import all_cases
from tests.rules.office import form, office

CASES = all_cases()
OFFICE = office()
FILLED = {"M-1:numerator.h1": 45.0, "M-1:denominator.h1": 50.0, "M-2:value.h1": "KPS",
          "M-3:answer.h1": "Có", "M-4:grade.h1": "tốt", "M-5:rank.h1": 2.0}  # fmt: skip


def reading() -> FormReading:
    progress = (
        "key | state | times_done | done_on | evidence_number | evidence_date\n"
        "1 | hoàn thành | 2 | 2024-05-30 | 12/BC | 2024-05-31"
    )
    actions = (
        "objective | found_on | action | due | state\nM-1 | 2024-06-01 | sửa | 2024-07-01 | \n"
    )
    return read_form(form(FILLED, progress=progress, actions=actions), OFFICE)


def test_a_whole_form_arrives_as_it_was_sent() -> None:
    sent = reading()
    assert sent.submission is not None
    assert sent.submission.progress
    assert sent.submission.actions
    assert {type(e.value) for row in sent.submission.entries.values() for e in row.values()} > {
        float,
        bool,
        str,
    }
    assert carried(sent, sent.submission.path) == sent


def test_a_form_is_told_under_the_name_that_its_file_has_now() -> None:
    sent = reading()
    assert sent.submission is not None
    text = written(Checked((), 3, "ab", sent), sent.submission.path)
    received = read_back(text, "moi/b.xlsx").form
    assert received is not None
    assert received.submission is not None
    assert received.submission.path == "moi/b.xlsx"
    told = [f.place.file for f in received.findings]
    told += [e.place.file for r in received.submission.entries.values() for e in r.values()]
    assert set(told) == {"moi/b.xlsx"}


@pytest.mark.parametrize("code", [code for code in CASES if code[0] in "FSV" or code[:2] == "X2"])
def test_findings_of_forms_arrive_as_they_were_sent(code: str) -> None:
    for sent in CASES[code].error():
        received = carried_finding(sent)
        assert (received, received.department) == (sent, sent.department)


def test_values_that_json_has_not_arrive_as_what_they_are() -> None:
    values = {"a": message("x", n=1.5), "b": date(2024, 2, 29), "c": ("x", doubt("y")), "d": True}
    sent = finding("F105", Place("a.xlsx"), "VP", **values)
    assert carried_finding(sent) == sent


@pytest.mark.parametrize("value", [object(), {"a": 1}, [1], "a.xlsx"])
def test_a_value_that_could_arrive_as_another_is_not_written(value: object) -> None:
    """The file's own name is such: it may have another when the text is read."""
    checked = Checked((finding("F105", Place("a.xlsx"), reason=value),), 1, "ab")
    with pytest.raises(Unwritable):
        written(checked, "a.xlsx")


def test_a_finding_about_another_file_is_not_written() -> None:
    with pytest.raises(Unwritable):
        written(Checked((finding("F105", Place("b.xlsx")),), 1, "ab"), "a.xlsx")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)


@given(st.data())
def test_any_other_text_is_told_and_harms_nothing(data: st.DataObject) -> None:
    whole = json.loads(written(Checked((), 1, "ab", reading()), "VP-TK.xlsx"))
    at = whole
    while isinstance(at, list) and at and data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(at) - 1))
        if not isinstance(at[place], list) or data.draw(st.booleans()):
            at[place] = data.draw(anything)
            break
        at = at[place]
    text = json.dumps(whole).encode()
    cut = data.draw(st.integers(0, len(text)))
    for spoilt in (text, text[:cut], text[:cut] + b"\xff" + text[cut:]):
        try:
            assert isinstance(read_back(spoilt, "VP-TK.xlsx"), Checked)
        except InvalidText:
            continue
