"""Periods and days in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.say.words import VIETNAMESE

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.period import Period


def period_name(period: Period, language: str) -> str:
    """Return a period's name; in English its code, which says it shortest.

    >>> from qms_xlsx.domain.period import Period
    >>> period_name(Period.parse("2024-H1"), "vi"), period_name(Period.parse("2024-H1"), "en")
    ('6 tháng đầu năm 2024', '2024-H1')
    """
    return period.label if language == VIETNAMESE else str(period)


def day_in_words(value: date) -> str:
    """Return a date as decrees write it (Decree 30/2020: zero before 1–9 and months 1, 2).

    >>> from datetime import date
    >>> day_in_words(date(2024, 2, 5)), day_in_words(date(2024, 6, 20))
    ('ngày 05 tháng 02 năm 2024', 'ngày 20 tháng 6 năm 2024')
    """
    month = f"{value.month:02}" if value.month < 3 else f"{value.month}"
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def in_words(period: Period) -> str:
    """Return a period within a sentence.

    >>> from qms_xlsx.domain.period import Period
    >>> in_words(Period.parse("2024-06")), in_words(Period.parse("2024-H1"))
    ('tháng 6 năm 2024', '6 tháng đầu năm 2024')
    """
    words = period.label[0].lower() + period.label[1:]
    return words.replace(f"/{period.year}", f" năm {period.year}")
