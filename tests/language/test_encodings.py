"""Old fonts' text is recognised by its syllables, and nothing else is taken for it."""

from __future__ import annotations

import csv
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.language import encodings
from qms_xlsx.language.encodings import from_tcvn3, from_vni, may_be_old, old_text
from qms_xlsx.language.syllables import is_syllable
from qms_xlsx.language.text import bare, clean, folded

SAMPLES = Path(__file__).parent.parent.parent / "samples"
TO_TCVN3 = str.maketrans({new: old for old, new in encodings._TCVN3.items()})
TO_VNI = {new: old for old, new in reversed(encodings._VNI.items())}

SENTENCES = """
Phối hợp với các tổ dân phố tuyên truyền, vận động nhân dân nộp hồ sơ đúng hạn
Do thời tiết mưa bão kéo dài nên tiến độ giải phóng mặt bằng còn chậm
Thường xuyên kiểm tra, đôn đốc các bộ phận chuyên môn báo cáo số liệu
Ứng dụng công nghệ thông tin trong giải quyết thủ tục hành chính
""".strip().splitlines()
FOREIGN = """
The café's résumé was naïve, déjà vu for the fiancée of señor Núñez.
Où est le café ? Là-bas, près de l'hôtel où nous avons dîné l'été dernier.
Ça coûte très cher : même les pêches mûres et les blés dorés, hélas !
Die Tür ist schön grün, und über München fällt heißer Regen für fünf Stunden.
Größe, Maße und Gewicht: 5 µm × 3 m² ± 2 °C
El niño comió piñas; mañana habrá más, según él.
Señor Müller trank in der Straße süßen Äpfelsaft.
Não há informação; a situação está difícil, então é preciso atenção.
Både på gården och i byn gick det bra för småbarnen.
""".strip().splitlines()

words = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọ"
    "ồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    min_size=1,
    max_size=7,
)


def sample_texts() -> list[str]:
    texts: set[str] = set()
    for path in SAMPLES.glob("*/source/*.tsv"):
        with path.open(encoding="utf-8", newline="") as lines:
            texts |= {text for line in csv.reader(lines, delimiter="\t") for text in line}
    return sorted(texts)


def to_vni(text: str) -> str:
    return "".join(TO_VNI.get(letter, letter) for letter in text)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_in_tcvn3_is_converted(sentence: str) -> None:
    found = old_text(sentence.lower().translate(TO_TCVN3))
    assert found is not None
    assert (found.encoding, found.text, found.certain) == ("TCVN3", sentence.lower(), True)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_in_vni_is_converted(sentence: str) -> None:
    found = old_text(to_vni(sentence))
    assert found is not None
    assert (found.encoding, found.text, found.certain) == ("VNI", sentence, True)


def test_capitals_of_a_capital_font_come_out_as_capitals() -> None:
    found = old_text("HéI §åNG NH¢N D¢N")
    assert found is not None
    assert found.text == "HỘI ĐỒNG NHÂN DÂN"


@pytest.mark.parametrize("text", ["Hé tÞch", "Thèng kª", "Tö phaùp", "tr­ëng"])
def test_one_or_two_words_are_doubtful_and_not_converted(text: str) -> None:
    found = old_text(text)
    assert found is not None
    assert not found.certain


def test_mixed_encodings_are_not_converted() -> None:
    assert old_text("Häp giao ban víi c¸c bé phận") is None


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_give_no_alarm(text: str) -> None:
    assert old_text(text) is None


def test_nothing_in_five_real_registers_gives_an_alarm() -> None:
    texts = sample_texts()
    assert len(texts) > 1000
    assert [text for text in texts if old_text(text)] == []


def test_most_real_texts_are_found_when_they_were_typed_with_an_old_font() -> None:
    long = [
        unicodedata.normalize("NFC", text).lower()
        for text in sample_texts()
        if sum(not word.isascii() for word in set(text.split())) >= 4
    ]
    for encode in (lambda text: text.translate(TO_TCVN3), to_vni):
        found = [old_text(encode(text)) for text in long]
        right = sum(
            bool(reading and reading.certain and reading.text == text)
            for reading, text in zip(found, long, strict=True)
        )
        assert right / len(long) > 0.9


@given(st.lists(words, min_size=1, max_size=12).map(" ".join))
def test_text_comes_back_from_both_encodings(text: str) -> None:
    assert from_tcvn3(text.translate(TO_TCVN3)) == text
    if not any(pair in encodings._VNI for pair in map("".join, pairwise(text))):
        assert from_vni(to_vni(text)) == text


@given(st.lists(words.filter(is_syllable), min_size=1, max_size=12).map(" ".join))
def test_unicode_vietnamese_is_never_converted(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert old_text(unicodedata.normalize(form, text)) is None


@given(st.text())
def test_any_text_is_judged_without_an_error(text: str) -> None:
    found = old_text(text)
    assert found is None or may_be_old(text)


def test_cleaning_keeps_the_soft_hyphen_that_is_a_letter_in_tcvn3() -> None:
    for tidied in (clean("tr­ëng"), folded("tr­ëng"), bare("tr­ëng")):
        assert "\u00ad" in tidied


@pytest.mark.parametrize(
    "word", ["nghiêng", "gì", "giếng", "quốc", "khuya", "ngoằn", "yêu", "thuở", "đặc", "tuyết"]
)
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["für", "tür", "nghang", "kếh", "đat", "cê", "bctt", "strong"])
def test_other_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)
