"""People: a bust, a standing or a sitting body, with arms and legs that reach where the scene wants.

Proportions are in head units, 40 to a head's height: a standing adult is 272 units, 6.8 heads.
"""

from __future__ import annotations

import math

from tools.drawing.canvas import Canvas
from tools.drawing.face import Look, draw_back_hair, draw_head
from tools.drawing.geometry import Point, along, heading, middle_joint
from tools.drawing.palette import CREAM, INK, SILVER, WHITE

UPPER_ARM, FOREARM = 52.0, 43.0
THIGH, SHIN = 66.0, 68.0
ARM, LEG = 14.5, 19.0
HIP, FOOT = 116.0, 252.0
SHORT_SLEEVED = ("polo", "tee")


class Figure:
    """One person in a picture; the scene draws body, things and arms in painter's order."""

    def __init__(
        self,
        c: Canvas,
        look: Look,
        x: float,
        y: float,
        head: float = 38.0,
        facing: float = 0.0,
        mood: str = "smile",
        tilt: float = 0.0,
        lean: float = 0.0,
    ) -> None:
        """Place the head's centre at (x, y); head is its height.

        lean moves the head off the body's middle.
        """
        self.c, self.look, self.x, self.y = c, look, x, y
        self.u = head / 40.0
        self.facing, self.mood, self.tilt = facing, mood, tilt
        self.mid = x - lean

    def at(self, ux: float, uy: float) -> Point:
        """Return the picture's point for body units from the head's centre."""
        return (self.mid + ux * self.u, self.y + uy * self.u)

    @property
    def half(self) -> float:
        """Half the shoulders' width, in units."""
        return 33.0 * self.look.broad

    def shoulder(self, side: int) -> Point:
        """Return a shoulder joint; side -1 is the picture's left."""
        return self.at(side * (self.half - ARM / 2 - 0.5), 40.5)

    def hip(self, side: int) -> Point:
        """Return a hip joint."""
        return self.at(side * 10.5, HIP - 8)

    def bust(self, base: float = 156.0) -> None:
        """Draw head and body down to the height base, cut straight."""
        self._torso((base - self.y) / self.u)
        self._head()

    def standing(self, stride: float = 0.0) -> None:
        """Draw the whole body on its feet. stride sets the feet apart, in units."""
        for side in (-1, 1):
            hip, foot = self.hip(side), self.at(side * (11 + stride), FOOT - 6)
            self.leg(hip, foot, side)
        self._torso(HIP)
        self._head()

    def walking(self, step: float = 26.0, way: int = 1) -> None:
        """Draw the whole body in mid-step; way +1 walks to the right."""
        back, front = self.at(-way * step, FOOT - 10), self.at(way * step, FOOT - 7)
        self.leg(self.at(-way * 6, HIP - 8), back, -way, toe=way)
        self.leg(self.at(way * 6, HIP - 8), front, -way, toe=way)
        self._torso(HIP)
        self._head()

    def sitting(self, knee: float = 0.0, drop: float = 62.0, way: int = 1) -> None:
        """Draw a body sitting turned to one side (way +1: knees to the right), legs over the torso.

        drop is the height of the seat over the floor, in units; knee lifts the knees.
        """
        self._torso(HIP)
        for shift in (3, -5):
            hip = self.at(way * shift, HIP - 9)
            joint = (hip[0] + way * 54 * self.u, hip[1] - knee * self.u)
            foot = (joint[0] + way * 3 * self.u, joint[1] + (drop + knee) * self.u)
            self._shoe(foot, way)
            self._limb([hip, joint, foot], LEG, self.look.legs)
        self._head()

    def sitting_front(self, spread: float = 22.0, drop: float = 58.0) -> None:
        """Draw a body sitting towards us: short thighs, knees, shins; the torso first."""
        self._torso(HIP)
        for side in (-1, 1):
            hip, joint = self.at(side * 12, HIP - 8), self.at(side * spread, HIP + 16)
            foot = self.at(side * (spread - 1), HIP + 16 + drop)
            self._limb([hip, joint, foot], LEG, self.look.legs)
            self._shoe(foot, side)
        self._head()

    def leg(self, hip: Point, foot: Point, bend: int, toe: int = 0) -> None:
        """Draw a leg from hip to ankle with its shoe."""
        knee, foot = middle_joint(hip, foot, THIGH * self.u, SHIN * self.u, bend)
        self._shoe(foot, toe or (1 if foot[0] >= self.mid else -1))
        self._limb([hip, knee, foot], LEG, self.look.legs)

    def arm(
        self,
        side: int,
        hand: Point,
        kind: str = "mitt",
        bend: int = 1,
        turn: float | None = None,
        thumb: int = 0,
        short: float = 0.0,
        elbow: Point | None = None,
    ) -> Point:
        """Draw an arm to the wrist point ``hand`` and return where the wrist came to be.

        bend -1 puts the elbow on the other side. turn sets the hand's direction in degrees (the forearm's
        otherwise). thumb: +1 or -1, the side of the thumb. short (a part of 1)
        foreshortens the arm; 0 lets the distance decide.
        elbow, when given, is taken as it is.
        """
        root = self.shoulder(side)
        short = short or self._foreshortened(root, hand)
        wrist = hand
        if elbow is None:
            upper, lower = UPPER_ARM * self.u * short, FOREARM * self.u * short
            elbow, wrist = middle_joint(root, hand, upper, lower, side * -bend)
        along_arm = heading(elbow, wrist)
        direction = along_arm if turn is None else turn
        inward = thumb or (-1 if side > 0 else 1)
        skin = hand_tubes(kind, inward)
        frame = self.c.at(wrist[0], wrist[1], self.u, direction)
        if self.look.top in SHORT_SLEEVED:
            bare = (ARM - 3.5) * self.u
            self.c.tubes([([elbow, wrist], bare)], self.look.skin)
            frame.tubes(skin, self.look.skin)
            self.c.tubes(
                [([along(elbow, wrist, 0.3), along(elbow, wrist, 0.97)], (ARM - 3.5) * self.u)],
                self.look.skin,
                "butt",
            )
            self._erase_ring(along(elbow, wrist, 0.3), elbow, (ARM - 3.5) * self.u)
            self._sleeve([root, along(root, elbow, 0.94)])
        else:
            frame.tubes(skin, self.look.skin)
            self._sleeve([root, elbow, wrist])
        knuckles(frame, kind, inward)
        return wrist

    def _foreshortened(self, root: Point, hand: Point) -> float:
        """Shorten an arm whose hand is near: it points towards us rather than bending sharply."""
        reach = math.dist(root, hand) / ((UPPER_ARM + FOREARM) * self.u)
        return min(1.0, max(0.5, reach / 0.74))

    def _erase_ring(self, p: Point, q: Point, width: float) -> None:
        """Hide the outline where two tubes of skin meet."""
        inner = width - self.c.line_width
        self.c.poly([along(p, q, -0.3), along(p, q, 0.9)], None, self.look.skin, inner, closed=False)

    def arm_down(self, side: int, base: float = 156.0, out: float = 4.0) -> None:
        """Draw an arm that hangs and is cut with the bust at base."""
        root = self.shoulder(side)
        x = root[0] + side * out * self.u
        line = self.c.line_width
        width = ARM * self.u
        self.c.poly([root, (x, base + line / 2)], None, INK, width + line, closed=False, cap="butt")
        self.c.poly(
            [root, (x, base - line / 2)], None, self.look.colour, width - line, closed=False, cap="butt"
        )
        self._cover(root, (x, base))

    def hanging(self, side: int, out: float = 6.0) -> None:
        """Draw an arm that hangs by the side of a standing body."""
        self.arm(side, self.at(side * (self.half + out - 4), 40 + UPPER_ARM + FOREARM - 2), turn=90)

    def _limb(self, points: list[Point], width: float, fill: str) -> None:
        self.c.tubes([(points, width * self.u)], fill)

    def _shoe(self, ankle: Point, toe: int) -> None:
        frame = self.c.at(ankle[0], ankle[1], self.u, flip=toe < 0)
        frame.path("M-8 6C-9 -2 -6 -8 0 -8C7 -7 8 -3 14 -1C19 0 20 3 19 6Z", "#3a3f4c")

    def _sleeve(self, points: list[Point]) -> None:
        """Draw a sleeve that opens into the shoulder and ends in a cuff."""
        width, line = ARM * self.u, self.c.line_width
        self.c.poly(points, None, INK, width + line, closed=False, cap="butt")
        before = points[-2]
        gap = max(abs(points[-1][0] - before[0]) + abs(points[-1][1] - before[1]), 1.0)
        end = along(points[-1], before, min(0.5, line * 0.75 / gap))
        self.c.poly([*points[:-1], end], None, self.look.colour, width - line, closed=False, cap="butt")
        self._cover(points[0], points[1])

    def _cover(self, root: Point, elbow: Point) -> None:
        """Join the sleeve with the shoulder: fill over the line between them, round the joint outside."""
        width, line = ARM * self.u, self.c.line_width
        side = 1 if root[0] > self.mid else -1
        inside = (root[0] - side * 3.0 * self.u, root[1] + 1.0 * self.u)
        self.c.poly(
            [inside, root, along(root, elbow, 0.3)], None, self.look.colour, width - line, closed=False
        )

    def _torso(self, bottom: float) -> None:
        look, s = self.look, self.half
        frame = self.c.at(self.mid, self.y, self.u)
        lean = (self.x - self.mid) / self.u
        draw_back_hair(self._head_frame(), look)
        neck = 7.4 * (1 + (look.broad - 1) * 0.8)
        frame.path(f"M{lean - neck} 8L{-neck - 0.6} 38H{neck + 0.6}L{lean + neck} 8Z", look.skin)
        waist = s - (9 if look.broad >= 1 else 11)
        hip = waist + (1 if look.broad >= 1 else 4)
        chest, middle = min(60.0, bottom - 4), min(84.0, bottom - 2)
        side = f"{-s + ARM - 2:.2f} {chest:.2f}L{-waist:.2f} {middle:.2f}L{-hip:.2f} {bottom:.2f}"
        other = f"{hip:.2f} {bottom:.2f}L{waist:.2f} {middle:.2f}L{s - ARM + 2:.2f} {chest:.2f}"
        n = neck
        shape = (
            f"M{-n - 1} 26C{-n - 5} 29.5 {-s + 10} 30.5 {-s + 5} 33C{-s + 1} 35 {-s} 38 {-s} 42"
            f"L{side}L{other}L{s} 42C{s} 38 {s - 1} 35 {s - 5} 33C{s - 10} 30.5 {n + 5} 29.5 {n + 1} 26"
            f"C{n - 1} 33 {1 - n} 33 {-n - 1} 26Z"
        )
        frame.path(shape, look.colour)
        draw_clothes(frame, look, neck, bottom)

    def _head_frame(self) -> Canvas:
        """Return the head's frame; heads are 1.06 of the nominal unit, so that faces read at small sizes."""
        return self.c.at(self.x, self.y + 2.5 * self.u, self.u * 1.06, self.tilt)

    def _head(self) -> None:
        fine = max(1.5, 2.35 * self.u)
        draw_head(self._head_frame(), self.look, self.mood, self.facing, fine)


def hand_tubes(kind: str, thumb: int) -> list[tuple[list[Point], float]]:
    """Return a hand as tubes from the wrist at (0, 0) along +x; thumb +1 lies towards +y."""
    t = float(thumb)
    if kind == "palm":
        spread = [(21, -6.4), (24, -2.2), (23.6, 2.4), (20, 6.6)]
        fingers = [([(9.0, y * 0.8), (float(x), y)], 4.6) for x, y in spread]
        return [([(0.0, 0.0), (8.0, 0.0)], 12.5), *fingers, ([(4.0, t * 3), (12.0, t * 11.5)], 4.8)]
    if kind == "point":
        return [
            ([(1.0, 0.0), (7.0, 0.0)], 12.0),
            ([(7.0, -t * 0.5 + t * 3), (20.0, t * 3)], 4.8),
            ([(4.0, t * 4), (9.0, t * 7.5)], 4.6),
        ]
    if kind == "fist":
        return [([(1.0, 0.0), (8.0, 0.0)], 13.0), ([(4.0, t * 5), (10.0, t * 5)], 4.6)]
    if kind == "flat":
        return [
            ([(0.0, 0.0), (9.0, 0.0)], 10.5),
            ([(9.0, 0.0), (18.0, 0.5)], 8.0),
            ([(4.0, t * 3), (11.0, t * 6.5)], 4.4),
        ]
    return [
        ([(0.0, 0.0), (8.0, 0.0)], 11.0),
        ([(8.0, 0.0), (13.0, t * 1.0)], 8.6),
        ([(4.0, t * 3.5), (9.5, t * 7.5)], 4.6),
    ]


def knuckles(c: Canvas, kind: str, thumb: int) -> None:
    """Draw the few lines that tell a fist from a ball."""
    if kind == "fist":
        for y in (-2.6, 1.0):
            c.line(10.5, y * thumb, 13.4, y * thumb, width=max(1.2, 1.6 * c._frame.scale))


def draw_clothes(c: Canvas, look: Look, neck: float, bottom: float) -> None:
    """Draw collar, lanyard, lapels in the body's frame."""
    fine = max(1.4, 2.2 * c._frame.scale)
    n = neck
    if look.top == "jumper":
        c.path(
            f"M{-n - 2} 27C{-n} 36 {n} 36 {n + 2} 27L{n - 1} 25C{n - 3} 31.5 {3 - n} 31.5 {1 - n} 25Z",
            look.colour,
        )
    elif look.top in ("polo", "shirt"):
        c.path(f"M{-n - 2} 25L0 37L-9.5 43L{-n - 6} 30Z", look.accent if look.top == "shirt" else look.colour)
        c.path(f"M{n + 2} 25L0 37L9.5 43L{n + 6} 30Z", look.accent if look.top == "shirt" else look.colour)
        if look.top == "shirt":
            c.line(0, 40, 0, bottom, width=fine)
    elif look.top == "blazer":
        c.path(f"M{-n - 1} 26L0 66L{n + 1} 26C{n - 2} 34 {2 - n} 34 {-n - 1} 26Z", CREAM)
        c.path(f"M{-n - 3} 26L{-n - 9} 38L{-n - 4} 44L-1 68Z", look.colour)
        c.path(f"M{n + 3} 26L{n + 9} 38L{n + 4} 44L1 68Z", look.colour)
        c.line(0, 68, 0, bottom, width=fine)
    elif look.top == "cardigan":
        c.path(f"M{-n - 1} 26L-6 {bottom:.2f}H6L{n + 1} 26C{n - 2} 34 {2 - n} 34 {-n - 1} 26Z", look.accent)
    elif look.top == "tee":
        c.path(f"M{-n - 2} 26C{-n} 35 {n} 35 {n + 2} 26", None)
    elif look.top == "coat":
        c.path(f"M{-n - 3} 24L0 40L{n + 3} 24L{n + 7} 32L0 52L{-n - 7} 32Z", look.colour)
        c.line(0, 52, 0, bottom, width=fine)
        for y in (64, 82, 100):
            if y < bottom - 4:
                c.circle(5, y, 1.4, INK, None)
    if look.top in ("polo", "blazer"):
        _lanyard(c, n, fine, min(60.0, bottom - 22))


def _lanyard(c: Canvas, n: float, fine: float, top: float) -> None:
    """Draw the ribbon and the badge that mark everybody who is paid to be here."""
    c.poly([(-n - 3, 28), (0, top + 2), (n + 3, 28)], None, INK, fine * 2.1, closed=False)
    c.poly([(-n - 3, 28), (0, top + 2), (n + 3, 28)], None, SILVER, fine * 1.0, closed=False)
    c.rect(-7, top, 14, 18, WHITE, 2, width=fine)
    c.circle(0, top + 7, 3, "#c9a184", width=fine * 0.5)
    c.line(-3.6, top + 13.4, 3.6, top + 13.4, width=fine * 0.8)
