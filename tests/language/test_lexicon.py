"""Phrases in tokens: marks, slots, gaps, choices."""

from __future__ import annotations

import pytest

from qms_xlsx.language.lexicon import Lexicon, grouped, phrases
from qms_xlsx.language.scanner import scan

WORDS = Lexicon(phrases("hồ sơ, trễ, tháng # [năm @], trong nhóm # … dẫn đầu, (cấp|hạng) <roman>"))


def found(text: str, words: Lexicon[bool] = WORDS) -> list[str]:
    scanned = scan(text)
    spans = words.within(scanned, 0, len(scanned.tokens))
    return [scanned.raw_words(start, start + size) for start, size, _ in spans]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Giải quyết hồ sơ", ["hồ sơ"]),
        ("Giải quyết hô sơ đúng hạn", ["hô sơ"]),
        ("giai quyet ho so", ["ho so"]),
        ("Hồ sơ trễ", ["Hồ sơ", "trễ"]),
        ("Trẻ em đến lớp", []),
        ("tre em den lop", ["tre"]),
        ("Trước tháng 6", ["tháng 6"]),
        ("Trước tháng 6 năm 2024 này", ["tháng 6 năm 2024"]),
        ("Tháng 1234", []),
        ("Nằm trong nhóm 10 sở, ngành dẫn đầu", ["trong nhóm 10 sở, ngành dẫn đầu"]),
        ("Nằm trong nhóm 10 dẫn đầu", ["trong nhóm 10 dẫn đầu"]),
        ("trong nhóm 10 một hai ba bốn năm dẫn đầu", []),
        ("trong nhóm 10; dẫn đầu", []),
        ("Đạt hạng II", ["hạng II"]),
        ("Đạt hạng vi", ["hạng vi"]),
        ("Đạt hạng hai", []),
        ("dat hang vi", []),
    ],
)
def test_phrases_are_found_as_they_are_meant(text: str, phrases: list[str]) -> None:
    assert found(text) == phrases


def test_a_strict_lexicon_lets_marks_be_missing_but_no_others_be_there() -> None:
    words = Lexicon(phrases("đất trống"), strict=True)
    assert found("diện tích đất trông", words) == ["đất trông"]
    assert found("diện tích đất trồng", words) == []
    assert found("dien tich dat trong", words) == ["dat trong"]


def test_the_very_marks_come_before_a_longer_phrase() -> None:
    words = Lexicon({"hộ": "household", "hồ sơ": "file"})
    assert words.at(scan("10 hộ so với năm trước"), 1) == (1, "household")
    assert words.at(scan("10 ho so voi nam truoc"), 1) == (2, "file")


def test_what_stands_in_a_slot_is_handed_out() -> None:
    match = WORDS.match(scan("tháng 6 năm 2024"), 0)
    assert match is not None
    assert [token.raw for token in match.slots] == ["6", "2024"]


def test_the_longest_phrase_before_a_place_is_found() -> None:
    words = Lexicon({"quá": 1, "không quá": 2, "không [được] vượt quá": 3})
    text = scan("Tỷ lệ không được vượt quá 5%")
    assert words.before(text, 6) == (4, 3)
    assert words.before(scan("Nợ không quá 5%"), 3) == (2, 2)
    assert words.before(text, 0) is None
    assert words.before(text, 2) is None


def test_a_grouped_name_is_one_token_that_no_word_matches() -> None:
    text = grouped(
        scan("Trước tháng 6 năm 2024 có hồ sơ"), lambda t, i: (4, "date") if i == 1 else None
    )
    assert [token.kind for token in text.tokens] == ["word", "date", "word", "word", "word"]
    assert text.tokens[1].raw == "tháng 6 năm 2024"
    assert text.tokens[1].named
    assert Lexicon(phrases("tháng")).at(text, 1) is None
    assert Lexicon(phrases("<date> có")).at(text, 1) == (2, True)


def test_depth_counts_the_brackets_around_a_token() -> None:
    assert [t.depth for t in scan("a (b [c] d) e").tokens] == [0, 1, 1, 2, 2, 2, 1, 1, 0]


def test_a_sign_of_per_mille_is_one_token_wherever_it_stands() -> None:
    for text in ("9,5%o", "9,5 %o.", "9,5%0;", "9,5% o,"):
        assert scan(text).tokens[1].bare.replace(" ", "") in ("%o", "%0")
    assert [t.raw for t in scan("%0,5").tokens] == ["%", "0,5"]
