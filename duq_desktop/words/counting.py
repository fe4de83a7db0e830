"""The words of counts and charts, on screen, in the PDFs and in the text that stands for a picture."""

from __future__ import annotations

from duq_desktop.words import Plural

STREAM_PERSON = "People supported"
STREAM_FAMILY = "Families"
STREAM_STAFF = "Staff"
STREAM_OTHER = "Others"

PEOPLE = Plural("1 person", "{number} people")
TOO_FEW = "Too few people to show"
KEPT_BACK = "Not shown, so that nobody can be picked out"
NOBODY_ANSWERED = "Nobody answered"

TWO_ANSWERS = "asked with Yes and No only"
NO_ANSWER = "no answer given"
NO_ANSWER_KEY = "No answer, not told apart"

# The text that stands for a chart: one sentence for each figure.
ALT_GROUP = "{group}: {size}."
ALT_GROUP_NOTE = "{group}, {note}: {size}."
ALT_SAID = Plural("1 said {answer}.", "{number} said {answer}.")
ALT_ALL_SAID = Plural("1 said {answer}.", "All {number} said {answer}.")
ALT_NOT_TOLD = Plural("1 gave no answer.", "{number} gave no answer.")

# What a summary will be able to show, told at set-up before anybody is asked.
SHOW_NOTHING = (
    "With a group of {people}, a summary can show others nothing of what this group says: it takes "
    "{smallest} people. Only the person who opens the answers reads them. You can talk them over "
    "together, or join with another home."
)
SHOW_ALL_NEEDED = (
    "With a group of {people}, a summary can show a question to others only when everybody answers it. "
    "If anybody leaves it out, its answers stay hidden."
)
SHOW_NEARLY_ALL = (
    "With a group of {people}, a summary can show a question to others only when {smallest} or more "
    "answer it. If more than {skip} leave it out, its answers stay hidden."
)
SHOW_BARS = (
    "With a group of {people}, a summary can show others what this group says, wherever {smallest} or "
    "more answer a question."
)
