"""Plane geometry for the pictures: points, affine maps, smooth curves and two-bone limbs.

Units are those of the picture's square, 160 by 160, y growing downwards.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]

_TOKEN = re.compile(r"[MLHVCQZ]|-?\d*\.?\d+")
_PAIRS = {"M": 1, "L": 1, "C": 3, "Q": 2}


@dataclass(frozen=True)
class Affine:
    """A map of the plane: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, p: Point) -> Point:
        """Map one point."""
        x, y = p
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def then_local(self, x: float, y: float, scale: float, turn: float, flip: bool) -> Affine:
        """Return the map of a new local frame: moved, turned (degrees), scaled, mirrored."""
        cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        m = -1.0 if flip else 1.0
        e, f = self((x, y))
        return Affine(
            (self.a * cos + self.c * sin) * m,
            (self.b * cos + self.d * sin) * m,
            self.c * cos - self.a * sin,
            self.d * cos - self.b * sin,
            e,
            f,
        )

    @property
    def scale(self) -> float:
        """The length of a unit after the map; the maps here keep shapes."""
        return math.hypot(self.a, self.b)


def number(value: float) -> str:
    """Write a coordinate with one decimal at most."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def written(p: Point) -> str:
    """Write a point as SVG does."""
    return f"{number(p[0])} {number(p[1])}".replace("-0 ", "0 ")


def map_path(d: str, turn: Affine) -> str:
    """Map SVG path data; it may use absolute M, L, H, V, C, Q and Z only.

    Raises ValueError for any other command.
    """
    if re.search(r"[^MLHVCQZ\d\s.,-]", d):
        raise ValueError(f"path data outside M L H V C Q Z: {d}")
    tokens = _TOKEN.findall(d)
    out: list[str] = []
    at: Point = (0.0, 0.0)
    command, i = "M", 0
    while i < len(tokens):
        if tokens[i].isalpha():
            command, i = tokens[i], i + 1
        if command == "Z":
            out.append("Z")
            continue
        if command in "HV":
            value = float(tokens[i])
            at = (value, at[1]) if command == "H" else (at[0], value)
            out.append("L" + written(turn(at)))
            i += 1
            continue
        pairs = [(float(tokens[i + 2 * k]), float(tokens[i + 2 * k + 1])) for k in range(_PAIRS[command])]
        i += 2 * len(pairs)
        at = pairs[-1]
        out.append(command + " ".join(written(turn(p)) for p in pairs))
        command = "L" if command == "M" else command
    return "".join(out)


def smooth(points: Sequence[Point], closed: bool = True) -> str:
    """Return path data of a smooth curve through the points (Catmull-Rom as Bezier curves)."""
    n = len(points)
    parts = [f"M{points[0][0]:.2f} {points[0][1]:.2f}"]
    for i in range(n if closed else n - 1):
        p0 = points[(i - 1) % n] if closed or i else points[0]
        p1, p2 = points[i], points[(i + 1) % n]
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        parts.append(f"C{c1[0]:.2f} {c1[1]:.2f} {c2[0]:.2f} {c2[1]:.2f} {p2[0]:.2f} {p2[1]:.2f}")
    return "".join(parts) + ("Z" if closed else "")


def along(p: Point, q: Point, part: float) -> Point:
    """Return the point between p (0) and q (1)."""
    return (p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part)


def heading(p: Point, q: Point) -> float:
    """Return the direction from p to q in degrees."""
    return math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))


def middle_joint(root: Point, tip: Point, upper: float, lower: float, side: float) -> tuple[Point, Point]:
    """Return elbow (or knee) and the reached tip of a two-bone limb.

    side: +1 or -1 picks the half plane of the joint. A tip out of reach is pulled into reach.
    """
    dx, dy = tip[0] - root[0], tip[1] - root[1]
    far = math.hypot(dx, dy) or 0.01
    reach = min(max(far, abs(upper - lower) * 1.02 + 0.01), (upper + lower) * 0.999)
    tip = (root[0] + dx / far * reach, root[1] + dy / far * reach)
    base = math.atan2(dy, dx)
    cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach)
    angle = base + side * math.acos(max(-1.0, min(1.0, cosine)))
    return (root[0] + upper * math.cos(angle), root[1] + upper * math.sin(angle)), tip
