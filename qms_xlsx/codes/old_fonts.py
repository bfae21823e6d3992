"""What is said of text typed with old fonts, in forms and registers alike."""

from __future__ import annotations

from qms_xlsx.language.messages import N_

NOTHING = N_("Nothing needs to be done if that is right; type with a Unicode font from now on.")
TYPE_AGAIN = N_("If so, type it again with a Unicode font such as Times New Roman.")
READ = N_("The text was typed with an old font ({encoding}) and is read as “{read}”.")
DOUBTFUL = N_("“{value}” looks like text of an old font ({encoding}). Is “{read}” meant?")
