"""What scanning says and shows, and the page that tries a switch. Held to the same grade as ``person``."""

from __future__ import annotations

# Names of rows, said and read by a screen reader when the ring goes round them
ROW_ANSWERS = "Answers"
ROW_QUIET = "More answers"
ROW_HEAR = "Hear"
OUT = "Out of here"
RESTS = "Press to go on"
GOING_ON = "Going on. Press to stay."
MORE_OF_PAGE = "More of this page"

# The page that tries a switch
TRY_TITLE = "Try your switch"
LEARN_ONE = "Press your switch now."
LEARN_CHOOSES = "Press the switch that picks."
LEARN_MOVES = "Now press the switch that moves."
LEARN_OTHER = "Press a different switch to move."
SKIP = "Skip this"
PRESS_ON_CUP = "Press when the ring is on the cup."
BOAT = "Boat"
CUP = "Cup"
BUS = "Bus"
TRIES = "{number} of {total}"
GOOD_TRY = "Good. Do it again."
NOT_YET = "Wait for the cup. Then press."
DONE_TITLE = "Is this a good speed?"
DONE_TWO_TITLE = "Your switches work"
DONE_TWO_LINE = "One picks. One moves."
TAKE = "Yes. Use it"
SLOWER = "Slower"
FASTER = "Faster"
AGAIN = "Try again"
STEP_IS = "The ring waits {seconds} seconds."

# Somebody held one key down and has no way of scanning yet
ASK_TITLE = "Do you use a switch?"
ASK_LINE = "Press when the ring is on your answer."
ASK_ONE = "Yes, one switch"
ASK_TWO = "Yes, two switches"
ASK_NO = "No. Go back"
HOLD_LINE = "Do you use a switch? Hold it down."
"""On the first page, for whoever has nothing but one switch."""
