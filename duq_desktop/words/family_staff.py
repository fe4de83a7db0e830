"""What families, staff and others read. Plain words; held to a Flesch-Kincaid grade of 4 together.

Fixed words that are the same for everybody (Next, Listen, Tell someone, ...) stand in ``person``.
"""

from __future__ import annotations

Line = tuple[str, str]

START_TITLE_FAMILY = "Your views as family"
START_TITLE_STAFF = "Your views as staff or others"
ROLE_TITLE = "What is your role?"
ROLE_LINE = (
    "Your role is kept with your answers. A role that only one person holds is never shown in a report."
)
ROLES: tuple[tuple[str, str], ...] = (
    ("support_worker", "Support worker"),
    ("manager", "Manager"),
    ("trustee", "Trustee or owner"),
    ("housing", "Housing"),
    ("commissioner", "Commissioner"),
    ("finance", "Finance"),
    ("human_resources", "Human resources"),
    ("volunteer", "Volunteer"),
    ("other", "Another role"),
)
STAFF_ROLES = frozenset({"support_worker"})
"""Roles that answer as staff; all others answer the staff questions as "other", with the role kept."""

OPENER_TITLE = "Who will read your answers?"
OPENER_LINES: tuple[Line, ...] = (
    ("envelope", "Your answers are locked as you give them."),
    ("key-and-lock", "{opener} holds the key and will read them. Job: {job}."),
    ("privacy", "Your name is not asked. How you say a thing may still show who you are."),
)
TODAY_TITLE = "When will they be read?"
TODAY_LINES: tuple[Line, ...] = (
    ("envelope", "Nobody reads them today."),
    ("phone-999", "If someone may be in danger, act now. Do not wait for this app."),
)
DANGER_TITLE = "If you tell us about harm"
DANGER_LINES: tuple[Line, ...] = (
    ("calm-warning", "{opener} must act on what you say about harm to a person."),
    ("tell-someone", "You should report it yourself as well. The next pages show whom to call."),
)
CONSENT_TITLE = "Do you want to take part?"
CONSENT_LINES: tuple[Line, ...] = (
    ("choice", "You can say no. You can leave out a question. You can stop at any time."),
)
CONSENT_YES = "Yes, I want to take part"
CONSENT_NO = "No, thank you"
REFUSED_TITLE = "That is fine"
REFUSED_LINES: tuple[Line, ...] = (("welcome", "You can come back another day."),)
AREA_TITLE = "Which area do you want to talk about?"
AREA_LINE = "Pick one. One area is a real help. You can go on with the others after it."
QUESTION_LINE = "Think of the last few months."
MORE_LINE = "You can add your own words, or leave this out. Please use no names."
NOT_MY_WORK = "Not my work"
HELP_TITLE = "Are you worried about someone?"
HELP_LINES: tuple[Line, ...] = (
    ("envelope", "Nobody reads what you write here today."),
    ("phone-999", "If someone is in danger now, call 999."),
)
HELP_TALK = "Ask {opener} to talk with me alone"
AREA_DONE_TITLE = "That area is done: {area}"
BEST_TITLE = "What is best in this support?"
CHANGE_TITLE = "What would you change?"
LOOK_TITLE = "Look at my answers"
LOOK_LINE = "You can change any of them. Press one to change it."
HAPPENS_TITLE = "What happens next?"
HAPPENS_LINES: tuple[Line, ...] = (
    ("envelope", "Your answers are locked now. You cannot open them again."),
    ("key-and-lock", "{opener} will read them and share what was said, with no names."),
)
THANKS_TITLE = "Thank you"
THANKS_LINES: tuple[Line, ...] = (
    ("thank-you", "Your view will stand beside the views of the people supported."),
)
QUESTIONS_ON_A_PAGE = "How many questions do you want on a page?"
ONE_ON_A_PAGE = "One on a page"
SOME_ON_A_PAGE = "Three on a page"
