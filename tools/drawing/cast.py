"""Who is in the pictures. Nobody real: looks only, told apart by hair and build.

The person supported always wears the plain warm jumper, staff the teal polo shirt with a lanyard, the manager
the plum blazer with a lanyard. Relatives wear sage, friends blue or rose.
"""

from __future__ import annotations

from dataclasses import replace

from tools.drawing.face import Look
from tools.drawing.palette import (
    BLACK,
    BLUE,
    BROWN,
    CHESTNUT,
    CREAM,
    DEEP,
    FAIR,
    GINGER,
    GREY,
    HONEY,
    JUMPER,
    NAVY,
    PLUM,
    ROSE,
    ROSEWOOD,
    SAGE,
    SAND,
    SILVER,
    TEAL,
    WHITE,
)

# People supported.
CURLS = Look(BROWN, "curls", BLACK, colour=JUMPER, legs=NAVY, broad=0.94)
GREYING = Look(ROSE, "parted", GREY, colour=JUMPER, legs="#5a5148", broad=1.04, glasses=True, lined=True)
BOB = Look(SAND, "bob", CHESTNUT, colour=JUMPER, legs=NAVY, broad=0.9)
CROP = Look(DEEP, "crop", BLACK, colour=JUMPER, legs="#4a5160", broad=1.08)
GINGERY = Look(ROSE, "quiff", GINGER, colour=JUMPER, legs=NAVY, broad=1.0, beard="full")
SHAWL = Look(HONEY, "hijab", ROSEWOOD, colour=JUMPER, legs=NAVY, broad=0.9)
SILVERY = Look(
    ROSE, "bun", SILVER, colour=JUMPER, legs="#5a5148", broad=0.88, glasses=True, lined=True, hearing_aid=True
)
LONG = Look(SAND, "long", BLACK, colour=JUMPER, legs=NAVY, broad=0.88)

# Staff.
WORKER_LOCS = Look(DEEP, "locs", BLACK, "polo", TEAL, NAVY, 0.92)
WORKER_SHORT = Look(SAND, "short", CHESTNUT, "polo", TEAL, NAVY, 1.04)
WORKER_PONY = Look(ROSE, "ponytail", FAIR, "polo", TEAL, NAVY, 0.9)
WORKER_TURBAN = Look(HONEY, "turban", NAVY, "polo", TEAL, NAVY, 1.04, beard="full")
WORKER_TURBAN = replace(WORKER_TURBAN, hair_colour="#39405a")
WORKER_BALD = Look(BROWN, "bald", BLACK, "polo", TEAL, NAVY, 1.06, beard="goatee")
WORKER_OLDER = Look(ROSE, "crop", GREY, "polo", TEAL, NAVY, 0.94, glasses=True, lined=True)

# The manager.
MANAGER = Look(HONEY, "long", CHESTNUT, "blazer", PLUM, NAVY, 0.92)
MANAGER_OLDER = Look(ROSE, "bald", GREY, "blazer", PLUM, NAVY, 1.04, lined=True, glasses=True)
OWNER = Look(DEEP, "crop", GREY, "blazer", "#4d5a78", NAVY, 1.04, beard="moustache", lined=True)

# Family, friends and others.
MOTHER = Look(BROWN, "bun", GREY, "cardigan", SAGE, "#5a5148", 0.92, lined=True, accent=CREAM)
BROTHER = Look(SAND, "quiff", CHESTNUT, "shirt", SAGE, NAVY, 1.02, accent=WHITE)
FRIEND_AFRO = Look(DEEP, "afro", BLACK, "tee", ROSEWOOD, NAVY, 0.92)
FRIEND_BEARD = Look(ROSE, "short", GINGER, "tee", BLUE, "#5a5148", 1.04, beard="full")
DOCTOR = Look(HONEY, "parted", BLACK, "shirt", "#cfe0e8", NAVY, 1.0, glasses=True, accent=WHITE)
STRANGER = Look(SAND, "crop", CHESTNUT, "jumper", "#7d7f88", "#4a4650", 1.08)
