"""One palette: it reads on paper, in grey, and for eyes that see fewer colours."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from qms_xlsx.book import look
from qms_xlsx.domain.status import MET, Status

# What an eye without one kind of cone sees (Machado, Oliveira and Fernandes 2009, severity 1).
EYES = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
APART = 5.0
"""Distance in CIELAB at which two neighbouring fills are told apart at a glance."""
FILLS = {status: colours.fill for status, colours in look.STATUS_COLOURS.items()}
INKS = [
    *((colours.ink, colours.fill) for colours in look.STATUS_COLOURS.values()),
    (look.HEADER_INK, look.HEADER_FILL),
    (look.HEADER_INK, look.WHITE),
    (look.WHITE, look.HEADER_INK),
    (look.GREY_INK, look.WHITE),
    (look.LINK_INK, look.WHITE),
    (look.LINK_INK, look.SECTION_FILL),
    (look.INK, look.TILE_FILL),
    (look.INK, look.OFF_FILL),
]


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(rgb: list[float]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(linear(c)) + 0.05 for c in (one, other)), reverse=True)
    return light / dark


def lab(rgb: list[float]) -> tuple[float, float, float]:
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (
        v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116
        for v in (max(x, 0.0), max(luminance(rgb), 0.0), max(z, 0.0))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return lab([sum(k * v for k, v in zip(row, rgb, strict=True)) for row in EYES[eye]])


def lightness(colour: str) -> float:
    return lab(linear(colour))[0]


@pytest.mark.parametrize(("ink", "fill"), INKS)
def test_text_reads_on_its_fill_by_wcag_aa(ink, fill):
    assert contrast(ink, fill) >= 4.5


def test_in_grey_the_statuses_grow_lighter_from_missed_to_met():
    order = [Status.MISSED, Status.AT_RISK, Status.NO_DATA, Status.EXCEEDED, Status.MET]
    greys = [lightness(FILLS[status]) for status in order] + [lightness(look.WHITE)]
    assert all(light - dark >= 3 for dark, light in pairwise(greys))


@pytest.mark.parametrize("eye", EYES)
def test_no_two_fills_look_alike_to_any_eye(eye):
    for one, other in combinations(sorted(set(FILLS.values())), 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen(one, eye), seen(other, eye), strict=True))
        assert apart**0.5 >= APART, (one, other)


def test_only_what_is_missed_is_dark_and_what_is_good_is_pale():
    assert [status for status in Status if lightness(FILLS[status]) < 60] == [Status.MISSED]
    assert all(lightness(FILLS[status]) > 85 for status in MET)


def test_a_bars_colour_follows_its_status_in_grey_too():
    bars = [look.BARS[Status.MISSED], look.BARS[Status.AT_RISK], look.BAR]
    greys = [lightness(colour) for colour in bars]
    assert all(light - dark >= 3 for dark, light in pairwise(greys))
