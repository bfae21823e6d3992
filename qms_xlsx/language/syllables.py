"""Vietnamese syllables: an onset, a rime and a tone that go together."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_RIMES_SPELT = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uât uâng uây uê uêch uên uênh uêt uêu uơ uôc uôi uôm uôn uông
uôt uy uya uych uyn uynh uyp uyt uyu uyên uyêt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu yt
"""
_RIMES = frozenset(_RIMES_SPELT.split())
_Y_ONSETS = ("", "h", "k", "l", "m", "qu", "s", "t", "v")
_FRONT = ("e", "ê", "i", "y")
_SOFT_ONLY = ("k", "gh", "ngh")
_HARD_ONLY = ("c", "g", "ng")
_STOPS = ("c", "ch", "p", "t")
_TONES = dict.fromkeys("\u0300\u0301\u0303\u0309\u0323")
_RISING_OR_HEAVY = ("\u0301", "\u0323")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word is spelt like a Vietnamese syllable.

    >>> [is_syllable(w) for w in ("Nghiêng", "gì", "giếng", "quốc", "đẹp", "đèp", "Hé", "tÞch")]
    [True, True, True, True, True, False, True, False]
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in _TONES]
    letters = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    if len(tones) > 1:
        return False
    return any(
        _fits(onset, letters[len(onset) :], tones) for onset in _ONSETS if letters.startswith(onset)
    )


def _fits(onset: str, rime: str, tones: list[str]) -> bool:
    if rime not in _RIMES:
        return onset == "gi" and not rime  # gì, gỉ
    front = rime.startswith(_FRONT)
    if (onset in _SOFT_ONLY and not front) or (onset in _HARD_ONLY and front):
        return onset == "g" and rime.startswith("i")  # giếng, gìn
    if rime.startswith("y") and onset not in _Y_ONSETS:
        return False
    return not rime.endswith(_STOPS) or (bool(tones) and tones[0] in _RISING_OR_HEAVY)
