"""What the intake accepts at most; each limit kept every good file of a large sample."""

from __future__ import annotations

MIB = 1024 * 1024

FILE_BYTES = 25 * MIB  # a million cells take 4.2 MiB
TOTAL_BYTES = 256 * MIB  # inflated; the largest good file had 23 MiB
PART_BYTES = 128 * MIB  # one part, inflated
PARSED_BYTES = 32 * MIB  # what has to be parsed element by element: 3 s at worst
STRUCTURE_BYTES = 8 * MIB  # a list of sheets or of links
RATIO = 100  # inflated to stored; the limit that Apache POI uses
RATIO_FROM_BYTES = MIB  # small parts may repeat themselves; they cannot hurt
ENTRIES = 2_000  # in the ZIP directory; the largest good file had 1,033
SHEETS = 1_000  # of one workbook; each is read, also one part many times
CELLS = 2_000_000  # stored cells; a million take a second and 181 MB
BOX_CELLS = 10_000_000  # from A1 to the last value, blanks included: readers fill it
MERGED_CELLS = 1_000_000  # a merge over a full sheet stops other readers
STYLES = 65_490  # Excel's own
ODD_CELLS = 20  # of a sheet that are named one by one
QUOTED = 120  # characters of a cell that a fault quotes
CHARACTERS = 32_767  # in one cell; Excel's own
GHOST_ROWS = 1_000  # formatted rows after the last value that are worth a word

# What a reading process hands to the run, which keeps it for every form of the year.
KEPT_AREAS = 50  # of one workbook; a form has four, a register seven
FORM_CELLS = 12_000  # filled cells of a form's areas; the largest sample has 643
FORM_TEXT_BYTES = 768 * 1024  # their texts, each counted once; the largest sample has 34
OTHER_CELLS = 500_000  # of a register or a summary
OTHER_TEXT_BYTES = 64 * MIB
LOOSE_CELLS = 500  # of an area that stand where no key looks and are named
WARNINGS = 200  # of one file that are told
FINDINGS = 200  # of one form that are told one by one; the largest sample has 9

# Of a decision that is imported.
PASSAGES = 10_000  # its paragraphs and rows of tables; a plan of 100 pages has some 3,000
DECIDED = 5_000  # its objectives and measures; a province's plan has some 400
UNDERSTANDING_SECONDS = 120  # 3,000 paragraphs take ten on a slow machine

SECONDS = 30  # for one file; the slowest good file took 0.43 s
MEMORY_BYTES = 2048 * MIB  # address space of a reading process
