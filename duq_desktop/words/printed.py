"""The words of the PDFs, and the sentences of what can go wrong with them.

A ``Line`` is a picture’s concept and the sentences beside it. Places in ``{braces}`` are filled where the text
is printed: ``{opener}``, ``{job}``, ``{words}``, ``{name}``, ``{number}``, ``{count}``, ``{area}``.
"""

from __future__ import annotations

from duq_desktop.words import Plural

Line = tuple[str, tuple[str, ...]]

LANGUAGE_TAGS = {"en": "en-GB"}

# Troubles
REPORTLAB_DIFFERS = (
    "PDFs need reportlab {known}, but {found} is installed. Run the set-up again: it mends this."
)
FONT_MISSING = "A font for PDFs is missing or damaged in “{folder}”. Run the set-up again: it mends this."
PICTURE_UNREADABLE = (
    "The picture “{name}” cannot be read. Choose another picture, or take it out of the pack."
)
CANNOT_WRITE = "“{name}” could not be written. Look whether the folder is there and may be changed."
DISK_FULL = "“{name}” could not be written: there is no room left. Make room, or choose another place."
NAME_TOO_LONG = "The name “{name}” is too long there. Choose another place, in fewer folders."
PROTECTED = (
    "“{name}” could not be written: the stick is write-protected. "
    "Look for a small switch on it, or use another one."
)
FILE_EXISTS = "There is a file “{name}” already. Nothing was changed. Choose another name."
PART_NAME = "{name} part {number} of {total}"
TOO_LONG = "This report would have more than {most} pages, which is too long for easy read. Make it in parts."
NOT_A_PDF = "This PDF cannot be shown or printed: it is damaged. Make it again."

# Characters that the typeface cannot show
WRITTEN_IN = "[written in {script}]"
SIGN = "[{name}]"
UNKNOWN_SIGN = "[a sign that cannot be shown]"

# On every paper
PAGE = "Page {number} of {pages}"
EASY_READ = "Easy read"
ABOUT_PAPER = "About this paper"
DRAFT = "This is a draft. It is not yet tried with people with learning disabilities."
INDEPENDENT = (
    "DUQ Desktop is independent. It is built on the Driving Up Quality Code, in our own words. "
    "The people who wrote the Code did not make it, and they have not approved it."
)
MADE_UP_MARK = "Made up"
MADE_UP = "This is a try-out. What it shows is made up. No real person said it."
CREDITS = "Thanks to"
CREDIT_OPENMOJI = (
    "Pictures by OpenMoji, the open-source emoji and icon project (openmoji.org). Licence: CC BY-SA 4.0."
)
CREDIT_OWN = "Pictures: DUQ Desktop (licence CC BY-SA 4.0), or those who made the questions."
CREDIT_FONT = "Letters: Lexend, by The Lexend Project Authors. Licence: SIL Open Font License 1.1."

# About this: for people supported, days before
ABOUT_TITLE = "About this"
ABOUT_OPENING: Line = (
    "welcome",
    (
        "You can say how good your support is.",
        "This paper tells you how it works.",
        "You can read it with someone you trust.",
    ),
)
ABOUT_WHAT = "What is it?"
ABOUT_WHAT_LINES: tuple[Line, ...] = (
    ("computer-speaks", ("A computer asks you about your support.", "It can read to you.")),
    ("mark-yes", ("You pick an answer.", "You can pick Yes, Sometimes or No.")),
    ("mark-dont-know", ("You can say “I don’t know”.", "You can say “I don’t want to say”.")),
)
ABOUT_CHOICE = "It is up to you"
ABOUT_CHOICE_LINES: tuple[Line, ...] = (
    ("yes-taking-part", ("You can say yes.", "You can say no.")),
    ("choice", ("You pick what you talk about.", "You can do a bit. You can do a lot.")),
    ("same-support", ("Your support stays the same if you say no.",)),
    ("stop", ("You can stop when you like.", "You can rest. You can come back.")),
    ("alone", ("You can do it alone.", "You can ask someone to help you. You pick who.")),
)
ABOUT_WHO = "Who will see what you say?"
ABOUT_WHO_LOCKED: Line = (
    "sealed-envelope",
    ("The computer locks up what you say.", "No one reads it on the day.", "It does not ask your name."),
)
ABOUT_WHO_OPENER: Line = (
    "key-and-lock",
    ("{opener} can open it later.", "This is {opener}’s job: {job}."),
)
ABOUT_OPENER_NOT_HERE = "{opener} does not work in your home."
ABOUT_OPENER_WORKS_HERE = "{opener} works in your home."
ABOUT_STAFF_CANNOT = "Your staff can’t open it."
ABOUT_WORKS_HERE_CHOICE = "Is that not OK for you? You can say no. You can ask for someone else."
ABOUT_DANGER: Line = (
    "warning",
    ("You may tell us that someone hurts you.", "Then {opener} must tell someone. It is to keep you safe."),
)
ABOUT_NEXT = "What happens then?"
ABOUT_NEXT_LINES: tuple[Line, ...] = (
    ("meeting", ("We put what people say side by side.", "We tell you what people said.")),
    ("printed-sheet", ("We make a paper about it.", "It does not say who said what.")),
    ("tell-us-more", ("Your own words go in if you say yes.", "You can say no to that.")),
    ("undo", ("You can take back what you said.", "You can do that till the paper is out.")),
)
ABOUT_HELP = "Do you need help now?"
ABOUT_HELP_999: Line = ("phone-999", ("Are you in danger now?", "Phone 999."))
ABOUT_HELP_TELL: Line = ("tell-someone", ("You can tell someone you trust.", "You can phone:"))
ABOUT_HELP_COMPUTER: Line = ("computer-silent", ("The computer can’t phone for you.",))
ABOUT_READY = "Get ready"
ABOUT_READY_LINES: tuple[Line, ...] = (
    ("headphones", ("Find a quiet room.", "Put on headphones.")),
    ("with-helper", ("Do you want help? Ask someone you trust.",)),
)
ABOUT_WORDS = "Check the four words"
ABOUT_WORDS_LINES: Line = (
    "key-and-lock",
    ("Look at the first page on the computer.", "It must show these four words:"),
)
ABOUT_WORDS_DIFFER = "Are the words not the same? Then do not start. Tell {opener}."

CONTACT = "{name}: {number}"
CONTACT_COUNCIL = "The team that keeps people safe: {number}"
CONTACT_COUNCIL_NAMED = "{council}, the team that keeps people safe: {number}"

# For helpers: plain words for whoever sits beside
HELPERS_TITLE = "For helpers"
HELPERS_OPENING: Line = (
    "with-helper",
    (
        "Someone asked you to help them answer.",
        "Thank you. Please read this before the day.",
    ),
)
HELPERS_BEFORE = "Before you start"
HELPERS_BEFORE_LINES: tuple[Line, ...] = (
    ("family-near", ("Ask who they want beside them.", "Some things are hard to say to staff.")),
    ("headphones", ("Find a quiet room where no one can hear.", "Bring headphones. Shut the door.")),
    (
        "support",
        (
            "Set up what they use each day: glasses, hearing aids, a switch.",
            "Hold the switch down: the app asks how to use it.",
            "Pick a good time of day.",
        ),
    ),
)
HELPERS_DO = "What you do"
HELPERS_DO_LINES: tuple[Line, ...] = (
    ("practice", ("Do the practice together.", "There is no rush, and no time limit.")),
    (
        "with-helper",
        ("Read the words as they are written.", "Read all the answers, each time, in the same voice."),
    ),
    ("wait", ("Wait. Count to ten in your head.", "Then wait a bit more.")),
    ("mark-yes", ("They choose. Press what they choose.", "Show them what you pressed.")),
    ("easy-to-understand", ("Is a word hard?", "Press “What does this mean?” and read that.")),
)
HELPERS_DO_NOT = "What you leave out"
HELPERS_DO_NOT_LINES: tuple[Line, ...] = (
    ("dont-choose", ("Do not choose. Do not guess.", "No answer is better than your answer.")),
    ("mark-no", ("Do not ask it in your own words.", "Do not say what you think.")),
    ("warning", ("Do not nod, smile or frown at an answer.", "Do not ask “Are you sure?”")),
    ("sealed-envelope", ("Do not talk about the answers later.", "Do not ask for their copy.")),
)
HELPERS_NEAR = "Who is near"
HELPERS_NEAR_LINES: tuple[Line, ...] = (
    ("staff-near", ("The app asks who is near and who helps.", "Put down what is true.")),
    ("alone", ("They can ask you to go at any time.", "Go at once, and be kind about it.")),
    ("stop", ("They can stop at any time.", "You do not ask why.")),
)
HELPERS_TOLD = "If someone tells you about harm"
HELPERS_TOLD_OPENING: Line = (
    "being-listened-to",
    ("Stay calm and listen.", "Say: “Thank you for telling me.”"),
)
HELPERS_TOLD_STEPS: tuple[str, ...] = (
    "Is someone in danger now? Phone 999.",
    "Do not say that you will keep it secret. You can’t.",
    "Do not question them. A few words are enough.",
    "Ask what they want to happen.",
    "Write down their own words, the day and the time.",
    "Tell the person in charge of safety today. Do not wait.",
    "Do not speak to the one it is about.",
)
HELPERS_TOLD_MANAGER = "Is it about your manager, or does no one act? Phone one of these yourself:"
HELPERS_TOLD_APP: Line = (
    "computer-silent",
    (
        "The app can’t call or send anything.",
        "No one reads the answers today. What you heard is for you to pass on.",
    ),
)
HELPERS_SEALED = "What happens with the answers"
HELPERS_SEALED_LINES: tuple[Line, ...] = (
    (
        "sealed-envelope",
        ("Each answer is locked as it is given.", "You can’t look at it later. Nor can this computer."),
    ),
    ("key-and-lock", ("{opener} can open them. This is {opener}’s job: {job}.",)),
)

# My views: the person's own copy
ASKED_BEFORE = "Questions that we do not ask any more"
WORDING_LOST = "The words of this question were not kept."
MY_VIEWS_TITLE = "My views"
MY_VIEWS_OPENING: Line = (
    "my-views",
    ("These are your answers.", "This paper is yours."),
)
MY_VIEWS_ALL = "This is what you said."
MY_VIEWS_TODAY = "This is what you said today."
MY_VIEWS_TODAY_ONLY = "What you said on other days is not in it."
MY_VIEWS_FULL = "This is a full copy of what you said. {opener} made it for you."
MY_VIEWS_SOME = "You could leave answers out of it. Not all may be here."
MY_VIEWS_KEEP: Line = ("sealed-envelope", ("Keep this paper safe.", "Whoever finds it can read it."))
MY_VIEWS_NOTHING = "There are no answers in this paper."
MY_VIEWS_BEST = "What is best?"
MY_VIEWS_CHANGE = "What would you change?"

# The slip with a person's sign
SLIP_TITLE = "My sign"
SLIP_OPENING: Line = ("think", ("These two pictures are my sign.",))
SLIP_LINES: tuple[Line, ...] = (
    ("come-back", ("I can come back with my sign.", "I can ask to delete what I said.")),
)
SLIP_SAFE = "Keep this slip safe."
PRINTER_GONE = "The printer did not take it. Look if it is on. Ask for help, then try again."

# What people said: the easy-read summary
SAID_TITLE = "What people said"
SAID_TITLE_PART = "What people said: part {number} of {count}"
SAID_OPENING: Line = (
    "being-listened-to",
    ("We asked people about their support.", "This paper tells you what they said."),
)
SAID_MADE = "We made this paper in {month} {year}."
SAID_MAIN = "The main things"
SAID_MAIN_WHO = "This is what most people supported said. All the answers come later."
SAID_MAIN_GOOD = "Most said: this is good"
SAID_MAIN_NOT = "Most said: this is not good"
SAID_MAIN_ITEM = Plural("{number} of {people} said {answer}.", "{number} of {people} said {answer}.")
SAID_NUMBERS: Line = (
    "question",
    (
        "Not everyone answered each question.",
        "So fewer people can be in a bar than took part.",
    ),
)
SAID_TOOK_PART = "Who took part"
SAID_TOOK_PART_WHO = "Who"
SAID_TOOK_PART_PEOPLE = "How many people"
SAID_NOBODY = "Nobody"
SAID_TOO_FEW = "Too few people to show"
SAID_NOT_TOLD = "We do not tell"
SAID_AT_LEAST = Plural("1 or more", "{number} or more")
SAID_ROLES = "“Others” are people who do other work for the support: {roles}."
SAID_MISSING = "Who was missing"
SAID_MISSING_STREAM: dict[str, str] = {
    "person": "No people supported took part.",
    "family": "No families took part.",
    "staff": "No staff took part.",
    "other": "No one else took part, such as board members or housing staff.",
}
SAID_MISSING_NONE = "There was someone from each group. Some people may still be missing."
SAID_REFUSED = Plural(
    "1 person or more said no to taking part. That is OK.",
    "{number} people or more said no to taking part. That is OK.",
)
SAID_REFUSED_UNTOLD = "People can say no to taking part. That is OK. We do not say how many did."
SAID_ENDED: dict[str, str] = {
    "finished": "{number} came to the end.",
    "stopped": "{number} stopped early.",
    "open": "{number} may still go on.",
}
SAID_GROUP = "{group}: {told}"
SAID_HOW = "How we asked"
SAID_HOW_LINES: tuple[Line, ...] = (
    ("computer-speaks", ("Each one was asked on a computer.", "The computer locked up what they said.")),
    (
        "mark-yes",
        (
            "They could say Yes, Sometimes or No.",
            "Some were asked with Yes and No only. They are shown apart.",
        ),
    ),
    (
        "mark-dont-know",
        ("They could say “I don’t know” or “I don’t want to say”.", "We count that as no answer."),
    ),
)
SAID_SUPPORT: dict[str, str] = {"alone": "{number} did it alone.", "helped": "{number} had help."}
SAID_NEAR: dict[str, str] = {
    "near": "Staff were near {number}.",
    "not_near": "Staff were not near {number}.",
    "unknown": "For {number} we do not know.",
}
SAID_SMALL: Line = (
    "few-people",
    (
        "We show a group only if it has {smallest} people or more.",
        "We do it so that nobody can be picked out.",
    ),
)
SAID_NO_MARKS: Line = (
    "decide-together",
    ("This is no test. There are no marks.", "Each group has its own bar. We do not mix them."),
)
SAID_BARS = "How to read the bars"
SAID_BARS_LINES: tuple[str, ...] = (
    "Each bar is a group of people.",
    "Each pattern is an answer.",
    "The number says how many people gave it.",
)
SAID_REVERSE = "Here “{answer}” is the good answer."
SAID_NOT_SHOWN = "We asked this too"
SAID_NOT_SHOWN_WHY = "Too few people answered, or you could tell who said what. So we do not show it."
SAID_NOT_SHOWN_MORE = Plural("1 question is not shown.", "{number} questions are not shown.")
SAID_NOT_SHOWN_ITEM = "{group}: {prompt}"
SAID_KEY_ALT = "The patterns of the bars: {labels}."
SAID_ASKED = "{group} were asked: {prompt}"
SAID_DIFFER = "Groups do not say the same here."
SAID_WORDS = "In their own words"
SAID_WORDS_MORE = "There was no room for {number} more. You can ask for them."
SAID_BEST = "What is best"
SAID_CHANGE = "What people would change"
SAID_FEW_OPENING: Line = (
    "being-listened-to",
    ("We asked people about their support.", "Each one could say yes or no to that."),
)
SAID_FEW_SOME = "{group}: some people"
SAID_FEW_HOW: Line = (
    "computer-speaks",
    (
        "A computer asked each one.",
        "They could say Yes, Sometimes or No.",
        "They could leave a question out. They could stop.",
    ),
)
SAID_FEW_WHY = "Why you see no answers"
SAID_FEW_WHY_LINE: Line = (
    "few-people",
    (
        "We show answers only if no one can tell who said what.",
        "Here someone could tell.",
    ),
)
SAID_NEXT = "What happens next"
SAID_WILL_DO = "What we will do"
SAID_WILL_DO_NONE = "We have not said yet what we will do. You can ask us."
SAID_PROMISED = "What we promised"
SAID_COME_BACK = "When we come back"
SAID_COME_BACK_NONE = "We have not said yet when we come back. You can ask us."
SAID_ALONE = "These answers are from this home only. No other home’s answers are in it."
SAID_COUNTED_WITH = "These answers are counted together with: {homes}."
SAID_ASK = "Do you want to talk about it?"
SAID_ASK_LINE: Line = ("meeting", ("You can talk about this paper together.",))
SAID_ASK_WHO = "You can ask {who}."
NO_ANSWER_TOLD = "{note}: {size} ({kinds})"
NO_ANSWER_COUNTED = "{note}: {size}"
