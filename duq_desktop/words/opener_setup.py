"""What is read while a computer is set up, step by step. A ``Line`` is a picture's name and a sentence."""

from __future__ import annotations

Line = tuple[str, str]

STEP = "Step {step} of {of}"
LEAVE = "Leave without setting up"
FILL_IN = "Please fill in: {label}."
PICK = "Please choose one."
OPTIONAL = "You can leave this empty."

# Before the first step
INTRO_TITLE = "Set up this computer"
INTRO_LINES: tuple[Line, ...] = (
    ("who-opens", "You say who opens the answers, and whom people can turn to."),
    ("pass-phrase", "You choose a pass phrase. Only who has it can read what people say."),
    ("recovery-key", "Have paper and a pen ready, and somewhere safe to keep the paper."),
    ("", "Nothing is saved before the last step. Back keeps what you typed."),
)

# The home
HOME_TITLE = "Which home or service is this?"
HOME_NAME = "Name of the home or service"
HOME_NAME_HINT = "It stays on this computer. Words that hold it are never quoted in a report."
PEOPLE = "How many people live here or are supported?"
PEOPLE_HINT = "Count the people who can be asked, without staff."
PEOPLE_WRONG = "Please type how many people: a number from 1 to 999."
SHOWN_TITLE = "What a summary will be able to show"
SHOWN_LINE = "So that nobody can be picked out, a group of fewer than five is never shown to others."

# The nation
NATION_TITLE = "Where is it?"
NATION_LINE = "The laws that keep people safe differ, and so do the numbers to call."
NATIONS: tuple[tuple[str, str], ...] = (
    ("england", "England"),
    ("scotland", "Scotland"),
    ("wales", "Wales"),
    ("northern_ireland", "Northern Ireland"),
)

# Who opens the answers
OPENER_TITLE = "Who opens the answers?"
OPENER_LINES: tuple[Line, ...] = (
    ("who-opens", "Everybody is told this name before they say yes. This person alone can read the answers."),
    (
        "other-person",
        "Choose somebody from outside the home: a trustee, an advocacy group, or somebody at head office.",
    ),
)
OPENER_NAME = "Name"
OPENER_JOB = "Job"
OPENER_JOB_HINT = "For example: trustee, advocate, quality lead at head office."
WORKS_TITLE = "Does {name} work in the home?"
WORKS_LINES: tuple[Line, ...] = (
    (
        "privacy",
        "We advise against it. People say less about their support when those who give it, or manage it, "
        "can read their words.",
    ),
    (
        "home",
        "If it has to be so, people are told before they start. They can then say no, or ask for "
        "somebody else.",
    ),
)
WORKS_NO = "No, {name} does not work here"
WORKS_YES = "Yes, {name} works here"

# Whom people can turn to
COUNCIL_TITLE = "The council’s safeguarding team"
COUNCIL_LINE = (
    "Their number stands on the help page. Look it up now on the council’s own website, and try it."
)
COUNCIL_NAME = "Name of the council"
TRUST_TITLE = "The trust’s adult safeguarding team"
TRUST_LINE = "Their number stands on the help page. Look it up now on the website of your health and social care trust, and try it."
TRUST_NAME = "Name of the health and social care trust"
COUNCIL_NUMBER = "Number of the safeguarding team"
OUTSIDE_TITLE = "Somebody outside this service"
OUTSIDE_LINE = (
    "When the worry is about the service itself, people need somebody who does not belong to it: an "
    "advocacy group, or a helpline."
)
OUTSIDE_NAME = "Name of the person or group outside"
OUTSIDE_NUMBER = "Number of the contact outside"
LOCAL_TITLE = "People here to turn to"
LOCAL_LINE = "You can add two people whom everybody here knows. Leave this empty if you are not sure."
LOCAL_NAME = "Name of person {number}"
LOCAL_NUMBER = "Number of person {number}"
NUMBER_SHORT = "“{number}” is too short for a telephone number. Please look at it again."
NUMBER_LETTERS = "Please type the number with figures only: “{number}”."
PAIR_MISSING = "Please give a name and a number together, or leave both empty."

# Local words
STAFF_TITLE = "What do people here call their staff?"
MANAGER_TITLE = "What do people here call the manager?"
WORDS_LINE = "The questions then use this word."

# The pass phrase
PHRASE_TITLE = "Your pass phrase"
PHRASE_LINES: tuple[Line, ...] = (
    ("pass-phrase", "Four words by chance are easy to keep and very hard to guess."),
    (
        "privacy",
        "Write them on paper. Keep the paper where nobody else can read it, away from this computer.",
    ),
)
PHRASE_NAME = "Your four words: {phrase}"
PHRASE_ANOTHER = "Other words"
PHRASE_OWN = "I want to use my own"
OWN_TITLE = "Your own pass phrase"
OWN_LINE = "Use several words that have nothing to do with you or this home."
OWN_FIELD = "Pass phrase"
OWN_OFFER = "Offer me four words instead"
AGAIN_TITLE = "Type the pass phrase once more"
AGAIN_LINE = "Type it from your paper. So you know that what you wrote down is right."
AGAIN_DIFFERS = "This is not the same pass phrase. Compare it with your paper, word by word."
SHOW = "Show what I type"
HIDE = "Hide what I type"
COVERED = "Nobody was here for a while, so this is hidden. Nothing is lost."
SHOW_AGAIN = "Show it again"

# The recovery key
KEY_TITLE = "Your recovery key"
KEY_LINES: tuple[Line, ...] = (
    (
        "recovery-key",
        "It opens the answers when the pass phrase is forgotten. Copy it by hand, group by group.",
    ),
    (
        "privacy",
        "Keep it apart from the pass phrase. It is never kept on this computer and cannot be shown again.",
    ),
)
KEY_NAME = "Your recovery key: {key}"
KEY_PRINT = "Print it"
KEY_PRINT_LINE = "Printing is less safe: the printer, or its waiting list, may keep a copy."
KEY_PRINTED = "It was sent to the printer “{printer}”. Fetch the sheet at once."
KEY_NOT_PRINTED = "The printer did not take it. Please copy the key by hand."
KEY_BACK_TITLE = "The last five of your recovery key"
KEY_BACK_LINE = "Read the last group from your paper and type it here."
KEY_BACK_FIELD = "The last five letters and figures"
KEY_BACK_WRONG = "This is not the last group of the key. Look at your paper, or go back and copy it again."
FOUR_TITLE = "The four words of your key"
FOUR_LINES: tuple[Line, ...] = (
    ("recovery-key", "Write these four words on the sheet with the recovery key."),
    (
        "home",
        "They always stand on the first page. If they ever differ, somebody has changed the key: take no answers.",
    ),
    ("", "They are no secret, and they open nothing."),
)
FOUR_NAME = "The four words of your key: {words}"
SHEET_TITLE = "Recovery key for DUQ Desktop"
SHEET_LINE = "Whoever has this key can read what people said. Keep it safe, apart from the pass phrase."
SHEET_FOUR = "The four words on the first page:"

# The end
READY_TITLE = "Ready to set up"
READY_LINES: tuple[Line, ...] = (
    ("who-opens", "{name}, {job}, opens the answers."),
    ("recovery-key", "You have the pass phrase and the recovery key on paper, in two places."),
    ("", "If both are lost, nobody can ever read the answers. Not even those who made this app."),
)
READY_DO = "Set up now"
MAKING_TITLE = "This takes a moment"
MAKING_LINE = "The computer locks the key. Please wait."
DONE_TITLE = "This computer is set up"
DONE_LINES: tuple[Line, ...] = (
    ("yes-taking-part", "People can answer now. What they say is locked as they give it."),
    (
        "printed-sheet",
        "Unlock once and make the papers “About this” and “For helpers”, to give out days before.",
    ),
)
DONE_GO = "To the first page"
SETTINGS_NOT_SAVED = "The words for staff and manager could not be saved. You can choose them again later."
