"""What the opener reads when the answers are open. What people said themselves never stands in here."""

from __future__ import annotations

Line = tuple[str, str]

DATE = "{day} {month} {year}"
CARD_NUMBER = "{name}, number {number}"
PART = "Page {number} of {total}"
DRAFT = "The questions are a draft. They are not yet tried with people with learning disabilities."
NO_SCORE = "There are no marks here and no average. Views that differ stand side by side."

# While everything is opened
OPENING_TITLE = "Opening what people said"
OPENING_LINE = "Everything is opened and counted, on this computer and nowhere else."
OPENING_BAR = "How much is opened"
OPENING_STOP = "Stop, and lock it again"

# What must be read first
FIRST_TITLE = "Read this first"
FIRST_LINES: tuple[Line, ...] = (
    ("being-listened-to", "Here people’s own words stand as they were given, without a verdict."),
    (
        "warning",
        "If somebody may be in danger, act today. Write down what you did: it is sealed like the answers.",
    ),
)
FIRST_LATER = "Leave the rest for later"
FIRST_COUNTS = "Requests to talk: {talk}. Answers about harm: {worrying}. Added words: {words}. Not yet dealt with: {open}."
FIRST_NONE = "Nobody asked to talk, and nobody added words."
WHOM_TO_CALL = "Whom to call"
CALL_TITLE = "Whom to call"
CALL_LINES: tuple[Line, ...] = (
    ("phone-999", "Is somebody in danger now? Phone 999."),
    (
        "tell-someone",
        "Tell the safeguarding team the same day, above all when it is about staff. Promise nobody to keep it secret.",
    ),
    (
        "",
        "Pass on the person’s own words. Ask what they want to happen. Do not speak to the one it is about.",
    ),
)
CALL_COUNCIL = "The council’s safeguarding team"
KINDS: dict[str, str] = {"worrying": "An answer about harm", "words": "Added words"}
ASKS_TO_TALK = "Asks to talk to {person} alone"
SAID_NO_TOO = "This person said no to taking part. Nothing else of theirs is shown."
ASKED_BEFORE_LINE = "Asked before. This question is not in the questions of today."
WORDING_LOST = "A question whose words were not kept"
BEST = "What is best?"
CHANGE = "What would you change?"
ANSWER = "Answer: {answer}"
CHANGED_TO = "Changed afterwards to: {answer}"
QUOTED = "“{words}”"
WORDS_BY: dict[str, str] = {"pictures": "Built from picture words."}
SIGN = "{first} and {second}"
NEAR = "Near: {who}"
NEAR_WHO: dict[str, str] = {
    "nobody": "nobody",
    "staff": "staff",
    "family": "family",
    "friend": "a friend",
    "other": "somebody else",
    "someone_else": "somebody else",
}
DONE = "Done, {day}: {text}"
WRITE_DONE = "Write down what was done"
WRITE_MORE = "Write down more"
WRITE_ON = "Go on with your note"
NOTE_TITLE = "What was done?"
NOTE_FIELD = "What was done, when, and who knows of it"
NOTE_SAVE = "Save"
NOTE_EMPTY = "Please write what was done, or go back."
NOTE_FULL = "This is too long for one note. Please use fewer words, or write two notes."
NOTE_KEPT = "What you type is kept, sealed, while you type it. It counts as done when you press Save."
NOTE_BEGUN = "You began this note on {day}. It was kept, sealed."
NOTE_GO_ON = "Go on with your note of {day}"
NOTE_ABOUT_GONE = "What this note is about is not here any more."
DRAFT_TITLE = "Your note is not saved yet"
DRAFT_LINES: tuple[Line, ...] = (
    ("sealed-envelope", "Keep it, and it waits here, sealed, also when the app is locked or closed."),
    ("delete", "Throw it away, and it is gone. A backup made meanwhile may still hold it, sealed."),
    ("", "Back leads to your note again."),
)
DRAFT_KEEP = "Keep it for later"
DRAFT_DROP = "Throw it away"

# Failed attempts to unlock
ATTEMPTS = (
    "Somebody tried to open the answers with a wrong pass phrase or recovery key: {days}. If it was not you, "
    "ask who was at this computer."
)
ATTEMPTS_DAY = "{number} on {day}"

# The whole
WHOLE_TITLE = "What people said"
WHOLE_READ_FIRST = "Read this first ({open} open)"
WHOLE_SESSIONS = "Who took part, and how"
WHOLE_AREAS = "The answers, area by area"
WHOLE_PAPERS = "Make a PDF"
WHOLE_COMPUTER = "This computer"
WHOLE_LOCK = "Lock and leave"
TOOK_PART = "{stream}: {number}"
TOOK_PART_NOBODY = "Nobody has taken part yet."
TOOK_PART_LINE = "Took part: {streams}."
REFUSED = "Said no to taking part: {number}. That is their right; nothing more of them is shown."
LEFT_EARLY = "Left before saying yes or no: {number}."
DELETED = "Deleted what they had said: {number}."
MISSING = "Entries that are missing: {number}. A file may have been copied badly, or somebody removed them."
ADDED = "Entries that were put in from outside: {number}. They are not counted. Somebody changed this folder."
DAMAGED = "Entries that are damaged and cannot be read: {number}. The others are safe."
NEWER = "Entries that a newer version of this app wrote: {number}. They are kept as they are. This version cannot show them: put the newer one on this computer."
UNREAD = "Sessions of which nothing can be read: {number}. They are in no list and in no count."
STREAMLESS = "Sessions whose group nothing names any more, or only a newer version knows: {number}. They stand in the lists, and in no count."
NOTES_MISSING = "Notes of yours that are missing or cannot be read: {number}."
FOREIGN = "Sealed to another key, and not to be read here: {sessions}. Somebody changed the key. Take no more answers."
FOREIGN_NO_SIGN = "one without a sign"
BACKUP_TROUBLE = "The last backup: {sentence}"

# One by one
SESSIONS_TITLE = "Who took part"
SESSIONS_NONE = "Nobody has taken part yet."
STATE: dict[str, str] = {
    "finished": "came to the end",
    "stopped": "stopped, and kept what was said",
    "open": "may go on another day",
}
DAY_ONE = "{first}"
DAYS = "{first} to {last}"
AREAS_DONE = "Areas to the end: {areas}."
AREAS_BEGUN = "Begun and not ended: {areas}."
HOW_MANY = "Questions met: {met}. Answered: {answered}."
NO_AREA = "none"
TWO_ANSWERS = "Asked with Yes and No only."
HELPED = "Helped by: {who}."
SUPPORT: dict[str, str] = {
    "alone": "alone",
    "read_to_me": "with help to read",
    "pressed_for_me": "somebody pressed for them",
}
SUPPORT_LINE = "Answered: {how}."
SESSION_MISSING = "Entries of this session that cannot be read: {number}."
SESSION_NEWER = "Entries of this session that only a newer version of this app can show: {number}."
STREAM_UNKNOWN = "Group not known"
MADE_UP_SESSION = "Made up."
FULL_COPY = "Make a full copy for this person"
COPY_TITLE = "A full copy for the person"
COPY_LINES: tuple[Line, ...] = (
    ("my-views", "It holds everything this person said, answers about harm and added words as well."),
    (
        "privacy",
        "Whoever finds it can read it. Put it on a stick that is the person’s own, or hand over the paper yourself.",
    ),
    ("", "It names nobody, and it is written nowhere else."),
)
COPY_DO = "Choose where and make it"
COPY_ASK = "Where shall the copy lie?"

# Area by area
AREAS_TITLE = "The answers, area by area"
AREAS_LINE = (
    "Each group has its own bar. Those who gave no answer, and those asked with Yes and No only, stand apart."
)
AREA_TOOK_PART = "Met questions of this area: {streams}."
AREA_LEFT_OUT = "Sessions on days when this area was left out: {number}."
ASKED_AS = "{stream} were asked: {prompt}"
ASKED_ONLY = "Only {stream} were asked this."
WORDINGS = "It was asked in other words too: {wordings}"
DIFFER = "Groups do not say the same here: {sides}. This is a finding to talk over, not a mistake."
SIDE = "{stream} mostly {answer}"
SIDE_NO_MOST = "{stream} no answer by more than half"
ASKED_BEFORE_TITLE = "Asked before, not in the questions of today"
ASKED_BEFORE_ABOUT = (
    "These questions were asked, and are not asked any more. Their answers stand with the words of then."
)
ASKED_BEFORE_COUNT = "Answers: {number}."
CARE_TITLE = "Read with care"
CARE_LINE = "Some answers may have been given to please, or because the question was hard. Nobody lied, and nothing is left out for it."
CARE: dict[str, str] = {
    "yes_to_both": "{who} said Yes to “{first}” and to its opposite, “{second}”.",
    "always_same": "{who} gave the same answer, {answer}, to all {number} questions.",
    "same_sign": "{who}: two sessions have this sign. They may be one person or two.",
}

# PDFs
PAPERS_TITLE = "Make a PDF"
PAPERS_LINES: tuple[Line, ...] = (
    ("printed-sheet", "Give “About this” and “For helpers” out days before people are asked."),
    (
        "report",
        "“What people said” shows only groups that are large enough. Who knows a home well may still guess, so "
        "look at it before you give it out.",
    ),
)
PAPER_SAID = "What people said"
PAPER_ABOUT = "About this"
PAPER_HELPERS = "For helpers"
GROUP_TITLE = "How large must a group be to be shown?"
GROUP_LINE = "Five is the least. In a place where everybody knows everybody, more is safer."
GROUP_CHOICE = "{number} people or more"
PLACE_TITLE = "What stands under the title?"
PLACE_FIELD = "A line under the title"
PLACE_HINT = "For example the provider’s name. You can leave it empty. Do not name a small home."
NEXT_TITLE = "What happens next?"
NEXT_LINE = (
    "Everybody gets this paper, also where it shows no answers. Tell people what comes of it, in short and easy "
    "sentences. What you leave empty, the paper says you have not said yet."
)
NEXT_WILL_DO = "What you will do now"
NEXT_WILL_DO_HINT = "For example: We ask about trips each Friday."
NEXT_PROMISED = "What you promised"
NEXT_PROMISED_HINT = "For example: We read this paper with you."
NEXT_COME_BACK = "When you come back to tell what was done"
NEXT_COME_BACK_HINT = "For example: We come back in March."
NEXT_ASK = "Whom people can talk to about it"
NEXT_ASK_HINT = "A name, and a number if you like. It stands in the paper."
QUOTES_TITLE = "Which words may stand in it?"
QUOTES_LINE = "Only words whose person said yes to being quoted. Permit each one, this time. Leave out what gives somebody away."
QUOTES_NONE = "Nobody who added words said yes to being quoted, so there is nothing to choose."
QUOTE_IT = "Quote this"
QUOTE_HARM = "Quote this, although it is about harm"
QUOTE_HARM_LINE = "Said to a question about harm. To quote it may put somebody in danger."
LOOK_TITLE = "Look at this before you make it"
LOOK_NOTHING = (
    "No answer of people supported can be shown, so nobody else’s is. The PDF tells who was asked, and how, and what "
    "happens next. You can talk it over together."
)
LOOK_NO_WARNINGS = "Nothing needs a second look."
LOOK_LINE = "Could somebody guess who said it? You can leave a question’s group out of the PDF."
WARNING: dict[str, str] = {
    "unanimous": "All gave the same answer, so each one’s answer would be known. It is kept back.",
    "all_but_one": "All but one gave the same answer. The one who differs knows what the others said.",
    "few_worrying": "Only a few gave a worrying answer about harm. Somebody may go looking for them.",
    "quote_names": "These words hold a name that must not be shown. They are kept back.",
    "quote_capitals": "These words may hold a name or a date. Look at them again.",
    "repeated": "Too few joined since the last PDF, so this group stands as that PDF had it. If you make one now, those who joined stay hidden in later PDFs too. You can wait for more.",
    "too_few": "Nothing of this group can be shown. If you make the PDF now, those who answered stay hidden in later PDFs too. You can wait for more.",
}
WARNING_ABOUT = "{stream}: {prompt}"
LEAVE_OUT = "Leave this out"
LET_THROUGH = "Show it all the same"
MAKE_DO = "Choose where and make it"
MAKE_ASK = "Where shall the PDF lie?"
MAKING_TITLE = "The PDF is being made"
MAKING_LINE = "Pages done: {number}"
MAKING_STOP = "Stop making it"
MAKING_FAILED = "The PDF could not be made. Nothing was written. Close other programs, then try again."
MADE_TITLE = "The PDF is made"
MADE_LINE = "“{name}” lies in “{folder}”."
MADE_REMEMBERED = (
    "What it shows is remembered, sealed. A later PDF then shows nothing that beside this one would tell "
    "on few."
)
FILE_SAID = "What people said.pdf"
FILE_ABOUT = "About this.pdf"
FILE_HELPERS = "For helpers.pdf"
FILE_COPY = "My views.pdf"
