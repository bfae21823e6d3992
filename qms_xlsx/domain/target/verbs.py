"""What verbs and their like do in a clause, from the vocabulary."""

from __future__ import annotations

from qms_xlsx.language.lexicon import Lexicon
from qms_xlsx.language.vocabulary import verbs
from qms_xlsx.language.vocabulary.row import lexicon

_MARKS = dict.fromkeys((",", ":", ";", "-", ".", "(", ")", '"', "“", "”", "'"), "light")

LIGHT = lexicon(verbs.LIGHT, more=_MARKS)
ACTING = lexicon(verbs.ACTING)
FORMAL = lexicon(verbs.FORMAL)
DOING = lexicon(verbs.DOING)
KEEPING = lexicon(verbs.KEEPING)
DONE = lexicon(verbs.DONE)
NAMING = lexicon(verbs.NAMING)
FINITE = lexicon(verbs.FINITE)
RATES = lexicon(verbs.RATES)
CHANGES = lexicon(verbs.CHANGES, strict=True)
INNOCENT = lexicon(verbs.INNOCENT)
NONE = lexicon(verbs.NONE)
NOT_NONE = lexicon(verbs.NOT_NONE)
SOFT = lexicon(verbs.SOFT, more=dict.fromkeys((",", "-"), "soft"))
HARD = lexicon(verbs.HARD, more=dict.fromkeys((";", "；"), "hard"), strict=True)
MEASURABLE = lexicon(verbs.MEASURABLE)
PLAN = lexicon(verbs.PLAN)
LIMITS = Lexicon(dict.fromkeys(("trở lên", "trở xuống"), "limit"))
