""" "How I like it", page by page, and how it is kept. Held to the same reading grade as ``person``.

``{…}`` places are filled where the text is shown. What refuses a file names it, the place and the reason.
"""

from __future__ import annotations

TEXT_SIZE = "{size} %"
AS_THE_COMPUTER = "As this computer has it"
THEMES = {
    "cream": "Cream",
    "white": "White",
    "dark": "Dark",
    "black-and-yellow": "Black and yellow",
    "blue-and-yellow": "Blue and yellow",
    "computer": "This computer's colours",
}

# The first page
TITLE = "How do you like it?"
FLAG_TITLE = "This is how you like it"
FLAG_LINE = "Is it still right? You can change it."
DUE_LINE = "Some of it may have changed. Please look at it."
ROW_LANGUAGE = "Language: {what}"
ROW_WORDS = "The words: {what}"
ROW_COLOURS = "The colours: {what}"
ROW_PICTURES = "Pictures: {what}"
ROW_VOICE = "It talks: {what}"
ROW_PRESS = "How you press: {what}"
ROW_NAME = "{row}. Change it"
FINE = "This is fine"
KEEP = "Keep it for next time"
BRING = "I have mine already"
BACK_TO_HOW = "Back to how it was"
HELPS_YOU = "This helps you: {words}"
MAY_HELP_YOU = "They may help you: {words}"

# The language
LANGUAGE_TITLE = "Which language do you want?"
LANGUAGE_NO_VOICE = "This computer has no voice for {language}."
LANGUAGE_NO_SOUND = "The sound is off."
LANGUAGE_AWAY = "Your language is not on this computer."

# The steps
SIZE_TITLE = "How big are the words?"
SIZES = {
    100: "As they are",
    150: "Bigger",
    200: "Very big",
    300: "Huge",
    400: "As big as can be",
}
LETTERS_TITLE = "Which letters?"
LETTERS = {
    "Lexend": "Round letters",
    "Atkinson Hyperlegible Next": "Clear letters",
    "Weighted Letters": "Heavy letters",
    "computer": "This computer's letters",
}
SPACING_TITLE = "How much space?"
SPACING = {"usual": "As it is", "wide": "More space"}
COLOURS_TITLE = "Which colours?"
MORE_COLOURS = "More colours"
PICTURES_TITLE = "Do you want pictures?"
PICTURES = {"on": "Yes", "off": "No"}
PICTURES_WHICH = "Which pictures do you want?"
"""Asked where the home has some of its own: beside these two stand their names."""
PICTURES_USUAL = "The usual ones"
PICTURES_NONE = "None"
PICTURES_AWAY = "The pictures you like are not here. You see the usual ones."
SOUND_TITLE = "When does it talk?"
SOUND = {
    "asked": "When I press Listen",
    "pointed": "When I point at it too",
    "none": "Never",
}
VOICE_TITLE = "Which voice?"
SPEED_TITLE = "How fast is the voice?"
SPEEDS = {0.75: "Slow", 1.0: "Medium", 1.4: "Fast"}
TRY_VOICE = "Try the voice"
TRIED_WORDS = "You can say how good your support is."
PRESS_TITLE = "How do you press?"
PRESS = {
    "direct": "I touch, click or type",
    "one-switch": "One switch",
    "two-switches": "Two switches",
    "dwell": "I look or point, and stay",
}
STAY_TITLE = "How long do you stay?"
STAY = {800: "Short", 1_200: "Medium", 2_000: "Long", 3_000: "Very long"}
HANDS_TITLE = "Do your hands shake?"
HANDS = {500: "No", 1_000: "A bit", 2_000: "A lot"}
"""How long a second press of the same thing does not count, in milliseconds (EN 301 549 5.8)."""
KEYS = "How keys work"
"""From the page before to the two about keys: who touches need not meet them."""
NUMBERS_TITLE = "Do you want keys 1, 2 and 3 to pick?"
NUMBERS = {True: "Yes", False: "No"}
"""Whether they choose an answer while the answers have the focus (WCAG 2.1.4)."""
REPEAT_TITLE = "You hold a key down. Does it go on?"
REPEAT = {False: "No. It is one press", True: "Yes. It goes on"}
"""Whether a key held down goes on moving, or typing (EN 301 549 5.7)."""
ANSWERS_TITLE = "How many answers?"
ANSWERS = {"three": "Yes, Sometimes, No", "two": "Yes and No"}

# What is kept with it
HELPS_TITLE = "What helps you?"
HELPS_LINE = "Like: more time, a quiet room. You can leave it out."
HELPERS_TITLE = "Who may help you?"
HELPERS_LINE = "Like: my sister. No need to say."
WORDS_BOX = "Your words"
WORDS_FULL = "That is a lot. Please make it shorter."
CLEAR = "Start again"

# Keeping it
KEEP_TITLE = "Where do you want to keep it?"
KEEP_LINES = (
    ("keep", "We keep how you like it. We keep none of your answers."),
    ("calm-warning", "A stick or a sheet is yours. If you lose it, someone may read it."),
)
ON_STICK = "On my stick"
ON_COMPUTER = "On this computer"
ON_PAPER = "On a sheet of paper"
NOWHERE = "Do not keep it"
KEEP_SIGN_TITLE = "Pick your sign"
KEEP_SIGN_LINE = "Pick two pictures. Keep them in mind."
WORD_TITLE = "Pick a word"
WORD_LINES = (
    ("key-and-lock", "You need it next time. Four letters or more."),
    ("privacy", "A word that no one can guess is best."),
)
WORD_BOX = "Your word"
ONE_MOMENT = "One moment. We look it up."
WORD_SHORT = "Please use four letters or more."
KEPT_TITLE = "It is kept"
KEPT_HERE = "Next time, press How I like it. Pick your sign. Type your word."
KEPT_ON_STICK = "It is on your stick now. Take it with you."
NAME_TITLE = "Do you want your name on it?"
NAME_LINE = "You can leave it out."
NAME_BOX = "Your name"
ON_SHEET = "Get the sheet now, please. Do not leave it there."

# Bringing it
BRING_TITLE = "Where is yours?"
BRING_WHICH = "Which one is yours?"
BRING_SIGN_TITLE = "What is your sign?"
BRING_WORD_TITLE = "What is your word?"
BRING_WORD_LINE = "Type the word you picked."
NOT_FOUND = "We can't find it. Look at your sign. Type your word again."
STICK_EMPTY = "It is not on this stick."

# Deleting it
FORGET = "Delete how I like it"
FORGET_TITLE = "Delete how you like it?"
FORGET_LINE = "Pick your sign. Type your word. Then it is gone."
FORGOTTEN_TITLE = "It is gone"
FORGOTTEN_LINE = "How you like it is not kept here now."

# Why a file is refused
REFUSED = "{name} can not be used. Look at {place}: {reason}"
WHOLE_FILE = "the whole file"
TOO_LARGE = "it is too big."
NOT_READABLE = "it can not be read."
NOT_OURS = "it was made by something else."
OTHER_VERSION = "it was made by a newer app."
CANNOT_KEEP = "It could not be kept. This computer may be full."
TOO_MANY = "No more can be kept on this computer."
"""Why it cannot be kept here."""

# The page "How to ask me"
PAPER_TITLE = "How to ask me"
PAPER_NAME = "My name is {name}."
PAPER_OPENING = ("text-size", ("This is how I like to be asked.", "It says none of my answers."))
PAPER_SHOW = "Show it like this"
PAPER_SIZE = "The size of the words: {size} %. On paper: {points} point."
PAPER_LETTERS = "The letters: {letters}."
PAPER_SPACE = "Leave more space between the words."
PAPER_COLOURS = "The colours: {colours}."
PAPER_PICTURES_ON = "Use pictures."
PAPER_PICTURES_OFF = "Use no pictures."
PAPER_SAY = "Say it like this"
PAPER_READ_ASKED = "Read it to me when I ask."
PAPER_READ_POINTED = "Read to me what I point at."
PAPER_READ_NEVER = "Do not read to me. I read it."
PAPER_SPEED = {0.75: "Speak slowly.", 1.4: "You can speak fast."}
PAPER_PRESS = "This is how I answer"
PAPER_PRESS_WAYS = {
    "direct": "I touch, click or type.",
    "one-switch": "I use one switch. Each thing stays for {seconds} seconds.",
    "two-switches": "I use two switches. One moves, one picks.",
    "dwell": "I look or point, and stay for {seconds} seconds.",
}
PAPER_THREE = "I pick from three: Yes, Sometimes, No."
PAPER_TWO = "I pick from two: Yes or No."
PAPER_TIME = "Give me time. Wait for my answer."
PAPER_HELPS = "What helps me"
PAPER_HELPERS = "Who may help me"
PAPER_REVIEW = "Ask me again"
PAPER_REVIEW_LINE = "Things change. Ask me again by {day}."
PAPER_DAY = "{day} {month} {year}"
PAPER_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PAPER_FOUND = "This sheet is mine. Please give it back to me."
