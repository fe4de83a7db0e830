"""The names of sizes and colours on "How I like it"."""

from __future__ import annotations

TEXT_SIZE = "{size} %"
THEMES = {
    "cream": "Cream",
    "white": "White",
    "dark": "Dark",
    "black-and-yellow": "Black and yellow",
    "blue-and-yellow": "Blue and yellow",
}
