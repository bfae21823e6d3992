"""Values, messages, places and states in words, in a language that is handed in."""

from qms_xlsx.say.words import ENGLISH, LANGUAGES, VIETNAMESE, text, word

__all__ = ["ENGLISH", "LANGUAGES", "VIETNAMESE", "text", "word"]
