"""A canvas that writes plain SVG: flat fills, one ink, one line width, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from tools.drawing.geometry import Affine, Point, map_path, number, smooth
from tools.drawing.palette import INK

SIZE = 160
LINE = 3.0
"""Line width of scenes, in units of the 160 square."""
BOLD = 5.0
"""Line width of symbols that are mostly seen small (controls, signs, marks)."""


class Canvas:
    """Collects shapes, painter's order; ``at`` gives a view with a local frame.

    Widths do not follow the frame's scale, so that all lines of a picture stay equally heavy.
    """

    def __init__(
        self, line: float = LINE, frame: Affine | None = None, parts: list[str] | None = None
    ) -> None:
        """Start empty, or share the parts of another canvas."""
        self.line_width = line
        self._frame = frame or Affine()
        self._parts = [] if parts is None else parts

    def at(
        self,
        x: float,
        y: float,
        scale: float = 1.0,
        turn: float = 0.0,
        flip: bool = False,
        line: float | None = None,
    ) -> Canvas:
        """Return a view whose origin is (x, y), turned by degrees, scaled, mirrored."""
        frame = self._frame.then_local(x, y, scale, turn, flip)
        return Canvas(line or self.line_width, frame, self._parts)

    def path(
        self,
        d: str,
        fill: str | None = None,
        ink: str | None = INK,
        width: float | None = None,
        cap: str | None = None,
    ) -> None:
        """Draw path data of absolute M L H V C Q Z."""
        self._add(f'<path d="{map_path(d, self._frame)}"', fill, ink, width, cap)

    def poly(
        self,
        points: Sequence[Point],
        fill: str | None = None,
        ink: str | None = INK,
        width: float | None = None,
        closed: bool = True,
        cap: str | None = None,
    ) -> None:
        """Draw straight lines through the points."""
        d = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
        self.path(d + ("Z" if closed else ""), fill, ink, width, cap)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, ink: str = INK, width: float | None = None
    ) -> None:
        """Draw one line."""
        self.poly([(x1, y1), (x2, y2)], None, ink, width, closed=False)

    def curve(
        self,
        points: Sequence[Point],
        fill: str | None = None,
        ink: str | None = INK,
        width: float | None = None,
        closed: bool = False,
    ) -> None:
        """Draw a smooth curve through the points."""
        self.path(smooth(points, closed), fill, ink, width)

    def blob(self, points: Sequence[Point], fill: str | None, ink: str | None = INK) -> None:
        """Draw a smooth closed shape through the points."""
        self.curve(points, fill, ink, None, closed=True)

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        fill: str | None = None,
        ink: str | None = INK,
        width: float | None = None,
    ) -> None:
        """Draw a circle."""
        cx, cy = self._frame((x, y))
        r *= self._frame.scale
        self._add(f'<circle cx="{number(cx)}" cy="{number(cy)}" r="{number(r)}"', fill, ink, width, None)

    def ellipse(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        fill: str | None = None,
        ink: str | None = INK,
        width: float | None = None,
    ) -> None:
        """Draw an ellipse, as four curves so that it can be turned."""
        k, j = rx * 0.5523, ry * 0.5523
        d = (
            f"M{x - rx:.2f} {y:.2f}C{x - rx:.2f} {y - j:.2f} {x - k:.2f} {y - ry:.2f} {x:.2f} {y - ry:.2f}"
            f"C{x + k:.2f} {y - ry:.2f} {x + rx:.2f} {y - j:.2f} {x + rx:.2f} {y:.2f}"
            f"C{x + rx:.2f} {y + j:.2f} {x + k:.2f} {y + ry:.2f} {x:.2f} {y + ry:.2f}"
            f"C{x - k:.2f} {y + ry:.2f} {x - rx:.2f} {y + j:.2f} {x - rx:.2f} {y:.2f}Z"
        )
        self.path(d, fill, ink, width)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = None,
        r: float = 0.0,
        ink: str | None = INK,
        width: float | None = None,
    ) -> None:
        """Draw a rectangle with corners of radius r."""
        if not r:
            self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], fill, ink, width)
            return
        d = (
            f"M{x + r:.2f} {y:.2f}H{x + w - r:.2f}Q{x + w:.2f} {y:.2f} {x + w:.2f} {y + r:.2f}"
            f"V{y + h - r:.2f}Q{x + w:.2f} {y + h:.2f} {x + w - r:.2f} {y + h:.2f}"
            f"H{x + r:.2f}Q{x:.2f} {y + h:.2f} {x:.2f} {y + h - r:.2f}V{y + r:.2f}"
            f"Q{x:.2f} {y:.2f} {x + r:.2f} {y:.2f}Z"
        )
        self.path(d, fill, ink, width)

    def tubes(self, limbs: Sequence[tuple[Sequence[Point], float]], fill: str, cap: str = "round") -> None:
        """Draw limbs (centre line, full width) as one shape with one outline round all of them."""
        edge = self.line_width / self._frame.scale
        limbs = sorted(limbs, key=lambda limb: limb[1])
        for points, width in limbs:
            total = (width + edge) * self._frame.scale
            self.poly(points, None, INK, total, closed=False, cap=cap)
        for points, width in limbs:
            inner = max(0.6, (width - edge) * self._frame.scale)
            self.poly(points, None, fill, inner, closed=False, cap=cap)

    def svg(self, title: str) -> str:
        """Return the whole file; the title is the picture's alternative text."""
        body = "\n".join(self._parts)
        safe = title.replace("&", "&amp;").replace("<", "&lt;")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" '
            f'width="{SIZE}" height="{SIZE}">\n'
            f"<title>{safe}</title>\n"
            f'<g fill="none" stroke="{INK}" stroke-width="{number(self.line_width)}" '
            f'stroke-linecap="round" stroke-linejoin="round">\n{body}\n</g>\n</svg>\n'
        )

    def _add(
        self, head: str, fill: str | None, ink: str | None, width: float | None, cap: str | None
    ) -> None:
        look = f' fill="{fill}"' if fill else ""
        if ink is None:
            look += ' stroke="none"'
        elif ink != INK:
            look += f' stroke="{ink}"'
        if ink is not None:
            look += f' stroke-width="{number(width or self.line_width)}"'
        if cap and cap != "round":
            look += f' stroke-linecap="{cap}"'
        before = self._parts[-1] if self._parts else ""
        tail = f'"{look}/>'
        bare = not fill and head.startswith("<path") and before.startswith("<path")
        if bare and before.endswith(tail) and before[before.index('" ') :] == tail:
            # Bare lines of one look, one after the other, are one path: readers take time by the element.
            self._parts[-1] = before.removesuffix(tail) + head.removeprefix('<path d="') + look + "/>"
            return
        self._parts.append(f"{head}{look}/>")
