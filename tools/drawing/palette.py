"""The colours of all pictures: one ink, flat muted warm fills, no gradients."""

from __future__ import annotations

INK = "#1f2430"
WHITE = "#ffffff"
CREAM = "#f7efe0"
PAPER = "#fbf8f1"

# Skin, from light to deep. Outlines carry the shape, so neighbours need not differ much.
ROSE = "#f4d0b5"
SAND = "#e8b78e"
HONEY = "#cf9560"
BROWN = "#b57a4e"
DEEP = "#8d5a3b"

# Hair.
BLACK = "#2d2a32"
CHESTNUT = "#6b4029"
FAIR = "#d8b26a"
GINGER = "#b8602f"
GREY = "#b9b6b0"
SILVER = "#e2dfd8"

# Clothes with a meaning: the person supported, staff, the manager.
JUMPER = "#eaa83f"
TEAL = "#2f8388"
PLUM = "#5f4b7b"

# Everything else.
SAGE = "#8fae7d"
LEAF = "#5f8f5a"
SKY = "#b9d8e6"
BLUE = "#5b8bb5"
NAVY = "#3b4a66"
ROSEWOOD = "#b5555a"
CORAL = "#e07f5f"
BLUSH = "#f0c9bb"
WOOD = "#c4925e"
OAK = "#9c6b41"
STONE = "#d9d4c9"
SLATE = "#7b8291"
SUN = "#f4c95d"
LILAC = "#b9a6cf"
