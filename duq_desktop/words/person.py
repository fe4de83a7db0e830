"""What people supported read and hear. Short words, one idea a sentence, no "not" where it can be helped.

``check-pack`` holds all texts here of three words or more, together with the pack's prompts, to a
Flesch-Kincaid grade of 2. A ``Line`` is a picture's name and one sentence. ``{opener}``, ``{job}``,
``{staff}``, ``{area}``, ``{number}``, ``{total}``, ``{first}``, ``{second}``, ``{person}`` and
``{letter}`` are filled where the text is shown.
"""

from __future__ import annotations

Line = tuple[str, str]

# The fixed places of every page
LISTEN = "Listen"
BACK = "Back"
NEXT = "Next"
REST = "Rest"
HIDE = "Hide"
STOP = "Stop"
TELL = "Tell someone"
HEAR = "Hear: {label}"
MEANING = "What does this mean?"
TELL_MORE = "Tell us more"
HOW_I_LIKE_IT = "How I like it"
CLOSE = "Close"
CHOSEN = "chosen"
PROGRESS = "Question {number} of {total}"
PRACTICE_PROGRESS = "Practice {number} of {total}"
YES = "Yes"
NO = "No"

# Welcome
WELCOME_TITLE = "Hello"
WELCOME_LINES: tuple[Line, ...] = (
    ("welcome", "You can say how good your support is."),
    ("headphones", "Put on headphones. Find a quiet room."),
)
START = "Start"
BEEN_HERE = "I was here before"
FOR_FAMILIES = "For families"
FOR_STAFF = "For staff and others"
FOR_OPENER = "For {opener}"
MADE_UP = "This is a try-out. The answers in it are made up."

# Who is near, who helps
NEAR_TITLE = "Who is near you now?"
NEAR_LINE = "You can pick more than one."
NEAR_NOBODY = "No one"
NEAR_STAFF = "Staff"
NEAR_FAMILY = "Family"
NEAR_FRIEND = "A friend"
NEAR_SOMEONE_ELSE = "Someone else"
OTHER_TITLE = "Would you like someone else?"
OTHER_LINES: tuple[Line, ...] = (
    ("staff-near", "Staff are near you. Some things are hard to say to staff."),
    ("with-helper", "A friend can help you. You can be alone too."),
)
WAIT_TITLE = "Take your time"
WAIT_LINES: tuple[Line, ...] = (
    ("wait", "Wait for them. Press Next when they are here."),
    ("another-day", "Or press Rest. You can come back another day."),
)
OTHER_WAIT = "Yes. I will wait"
OTHER_GO_ON = "No. Go on"
HELPED_TITLE = "Does someone help you?"
HELPED_ALONE = "I do it alone"
HELPED_READ = "Someone reads to me"
HELPED_PRESSED = "Someone presses for me"
HELPED_WHO = "Who helps you?"
HELPER_TITLE = "For the helper"
HELPER_LINES: tuple[Line, ...] = (
    ("with-helper", "Read the words as they are."),
    ("mark-later", "Wait. Give lots of time."),
    ("mark-yes", "The person picks. You press what they pick."),
    ("alone", "The person can ask you to go."),
)
ALONE_NOW = "I want to be alone now"
ALONE_NOW_DONE = "OK. Wait till you are alone. Then press Next."

# Before the yes or no
WHY_TITLE = "Why do we ask?"
WHY_LINES: tuple[Line, ...] = (
    ("being-listened-to", "You know what your support is like."),
    ("meeting", "What you say can help make it better."),
)
OPENER_TITLE = "Who will see what you say?"
OPENER_LINES: tuple[Line, ...] = (
    ("envelope", "The app locks up what you say."),
    ("key-and-lock", "{opener} can open it. This is {opener}'s job: {job}."),
)
OPENER_WORKS_HERE = "{opener} works in your home."
OPENER_NOT_HERE = "{opener} does not work in your home."
OPENER_STAFF = "Your {staff} can't open it."
TODAY_TITLE = "When will it be read?"
TODAY_LINES: tuple[Line, ...] = (
    ("envelope", "No one reads it today."),
    ("phone-999", "Do you need help now? Tell someone now. Do not wait for the app."),
)
DANGER_TITLE = "If you may be in danger"
DANGER_LINES: tuple[Line, ...] = (
    ("calm-warning", "You may tell us that someone hurts you."),
    ("tell-someone", "Then {opener} must tell someone. It is to keep you safe."),
)
CHOICE_TITLE = "It is up to you"
CHOICE_LINES: tuple[Line, ...] = (
    ("choice", "You can say yes. You can say no."),
    ("support", "Your support stays the same."),
    ("stop", "You can stop when you like."),
)
CHECK_MUST = "Do you have to answer?"
CHECK_MUST_AGAIN: tuple[Line, ...] = (("choice", "No. You do not have to. You can say no to all of it."),)
CHECK_STOP = "Can you stop?"
CHECK_STOP_AGAIN: tuple[Line, ...] = (("stop", "Yes. You can stop when you like. Just press Stop."),)
CHECK_AGAIN_TITLE = "Good to know"
CONSENT_TITLE = "Do you want to take part?"
CONSENT_AGAIN_TITLE = "Do you still want to take part?"
CONSENT_YES = "Yes. I want to"
CONSENT_NO = "No. I do not"
REFUSED_TITLE = "That is OK"
REFUSED_LINES: tuple[Line, ...] = (
    ("support", "You said no. That is fine. Your support stays the same."),
    ("welcome", "You can come back one day."),
)

# Practice
PRACTICE_START_TITLE = "Let's try it out first"
PRACTICE_START_LINES: tuple[Line, ...] = (
    ("think", "Look at the picture. Then pick an answer."),
    ("mark-yes", "This mark means Yes."),
    ("mark-sometimes", "This mark means Sometimes. It is a bit of both."),
    ("mark-no", "This mark means No."),
)
PRACTICE_SKIP = "I know how. Go on"
PRACTICE_GO = "Try it out"
PRACTICE_AGAIN_TITLE = "Let's look again"
PRACTICE_AGAIN_ANSWER = "So we can press {label}."
PRACTICE_HELP_TITLE = "Would you like some help?"
PRACTICE_HELP_LINES: tuple[Line, ...] = (
    ("with-helper", "Someone can sit with you. They read. You pick."),
    ("next", "You can go on alone too."),
)
PRACTICE_HELP_YES = "I want a helper"
PRACTICE_HELP_NO = "Go on"

# Sign
SIGN_TITLE = "Pick two pictures"
SIGN_LINE = "They are your sign. We use your sign, and never your name."
SIGN_IS_TITLE = "This is your sign"
SIGN_IS_LINES: tuple[Line, ...] = (
    ("think", "Keep your sign in mind."),
    ("come-back", "Your sign is {first} and {second}. It helps you come back."),
)
SIGN_SLIP = "Print a slip with my sign"

# Area and length
AREA_TITLE = "What do you want to talk about?"
AREA_LINE = "Pick one. One is fine."
LENGTH_TITLE = "How long do you want?"
LENGTH_SHORT = "Short: {number} questions"
LENGTH_LONG = "Long: {number} questions"

# A question
ANSWERS = "Answers"
MEANING_TITLE = "This means"
HARD_WORD = "{word}: {meaning}"
LATER_AGAIN = "You put this off. We ask one more time."
SPEECH_ALONE_NOTE = "Your answer is read out only when you press Hear."

# Tell us more
MORE_TITLE = "Tell us more"
MORE_LINE = "You can type. You can pick pictures. You can leave it out."
MORE_TYPE = "Type words"
MORE_PICTURES = "Pick pictures"
MORE_YOUR_WORDS = "Your words"
MORE_UNDO = "Undo"
MORE_CLEAR = "Take all away"
MORE_KEEP = "Keep my words"
MORE_HEAR = "Hear my words"
MORE_QUOTE = "Can we show your words in a report? No one sees who said it."
MORE_QUOTE_YES = "Yes. Show my words"
MORE_QUOTE_NO = "No. Keep them locked"
MORE_FULL = "This page is full. Take some words out. You can say more at the end."

# Help
HELP_TITLE = "Do you need help?"
HELP_LINES: tuple[Line, ...] = (
    ("envelope", "No one reads what you say today."),
    ("phone-999", "Are you in danger? Phone 999."),
)
HELP_CONTACTS = "You can talk to:"
HELP_APP = "This app can't call. It can't send."
HELP_TALK = "Ask {opener} to talk to me alone"
HELP_SAME = "We show this page to everyone."

# After an area
AREA_DONE_TITLE = "You did it: {area}"
AREA_DONE_LINE = "What now?"
AREA_DONE_MORE = "Go on with more"
AREA_DONE_REST = "Have a rest"
AREA_DONE_FINISH = "Finish"

# Rest, hide, stop
REST_TITLE = "Do you want a rest?"
REST_SHORT = "A short rest"
REST_SHORT_LINE = "You come back soon."
REST_DAY = "Another day"
REST_DAY_LINE = "We lock it all up. Come back with your sign."
REST_DAY_START = "We lock it all up. Press Start when you come back."
REST_GO_ON = "Go on now"
BLANK_LINE = "Press here to come back"
RESTED_TITLE = "You are back"
RESTED_LINE = "You were here before. Go on?"
DAY_TITLE = "See you another day"
DAY_LINES: tuple[Line, ...] = (
    ("envelope", "What you said is safe. It is locked up."),
    ("think", "Come back with your sign."),
)
DAY_START_LINES: tuple[Line, ...] = (
    ("envelope", "What you said is safe. It is locked up."),
    ("welcome", "Press Start when you come back."),
)
STOP_TITLE = "Do you want to stop?"
STOP_KEEP = "Stop. Keep what I said"
STOP_DELETE = "Stop. Delete what I said"
STOP_GO_ON = "Do not stop. Go on"
DELETE_TITLE = "Delete all you said?"
DELETE_LINES: tuple[Line, ...] = (
    ("stop", "Then it is gone from this computer. You can't get it back."),
    ("usb-stick", "{opener} may have a locked copy. Ask them to delete it too."),
)
DELETE_YES = "Yes. Delete it"
DELETE_NO = "No. Keep it"
DELETED_TITLE = "It is gone"
DELETED_LINES: tuple[Line, ...] = (
    ("mark-yes", "What you said is deleted from this computer."),
    ("usb-stick", "{opener} may have a locked copy. Ask them to delete it too."),
)
STOPPED_TITLE = "You stopped"
STOPPED_LINES: tuple[Line, ...] = (
    ("envelope", "What you said is safe. It is locked up."),
    ("thank-you", "Thank you for your time."),
)

# Coming back
COME_BACK_TITLE = "What is your sign?"
COME_BACK_LINE = "Pick your two pictures."
COME_BACK_MORE = "Do you have one more picture? Pick it. If not, press Next."
COME_BACK_FOUND = "You stopped here. Do you want to go on?"
COME_BACK_GO_ON = "Go on"
COME_BACK_DELETE = "Delete what I said"
COME_BACK_NONE = "We can't find this sign. Pick two other pictures, or start new."
COME_BACK_NEW = "Start new"
COME_BACK_CHANGED = "The questions are new. You can start new."
COME_BACK_SAFE = "What you said before is locked up. It does not show here."

# The end
BEST_TITLE = "What is best in your support?"
CHANGE_TITLE = "What would you change?"
OPEN_LINE = "You can say it in words or pictures. You can leave it out."
LOOK_TITLE = "Look at my answers"
LOOK_LINE = "You can change them. Press one to change it."
LOOK_EMPTY = "You gave no answers today. That is OK."
LOOK_HIDDEN = "Press Show when you are alone."
LOOK_SHOW = "Show my answers"
LOOK_HIDE = "Hide my answers"
LOOK_FINISH = "Finish"
HAPPENS_TITLE = "What happens next?"
HAPPENS_LINES: tuple[Line, ...] = (
    ("envelope", "What you said is locked up now."),
    ("key-and-lock", "{opener} opens it with others. Then they talk about it."),
    ("stop", "You can still delete it. Come back with your sign."),
)
VIEWS_TITLE = "Do you want a copy?"
VIEWS_PAPER = "You can have your views on paper. The printer may keep it for a time."
VIEWS_NO_PRINTER = "You can have your views on a stick. This computer has no printer."
VIEWS_FOUND = "Who finds it can read it. Keep it safe."
VIEWS_NO = "No copy"
VIEWS_PRINT = "Print a copy"
VIEWS_STICK = "Put it on a stick"
VIEWS_PICK_TITLE = "What goes in your copy?"
VIEWS_PICK_LINE = "Press one to leave it out."
VIEWS_WORDS = "Put my own words in"
VIEWS_HARM = "Put in what I said about harm"
VIEWS_NO_STICK = "Put in a USB stick. Then press here."
VIEWS_EXTRAS_LINE = "These stay out. Press one to put it in."
VIEWS_FIND_TITLE = "Put in a USB stick"
VIEWS_FIND_LINE = "It goes on the stick. It does not stay here."
VIEWS_NOT_FOUND = "We can't find a stick. Put one in. Then press again."
VIEWS_WHICH = "Put it on {name}"
VIEWS_ON_STICK = "It is on the stick. Take it with you."
CALLED = "It is called {name}."
VIEWS_PRINTED = "It goes to the printer. Get it soon."
VIEWS_DONE = "Your copy is made."
VIEWS_SLIP_DONE = "Your slip is made."
VIEWS_PART = "It has what you said today."
PAPER_IN_ENGLISH = "The paper is in English."
THANKS_TITLE = "Thank you"
THANKS_LINES: tuple[Line, ...] = (
    ("thank-you", "You said how it is for you. That helps."),
    ("support", "Your support stays the same."),
)
THANKS_LEAVE = "All done"

# Trouble, told calmly
SORRY = "Sorry. That did not work."
TRY_AGAIN = "Try again"
PICK_FIRST = "Pick one first. Then press Next."
PICK_TWO = "Pick two pictures first."
HEAR_SHORT = "Hear"
YOU_CHOSE = "You chose: {label}"
MORE_KEPT = "Your words are kept."
"""Said only of words that are sealed (``tests/ui/test_acknowledged.py``)."""
MORE_NOT_KEPT_YET = "Your words are here. Press Next to keep them."

BOARD_EMPTY = "Your words show here."
BOARD_MORE = "More"
BOARD_GROUPS = "Back to all"
SHOW_GIVEN = "Show what I chose"
BACK_TO_PAGE = "Go back"
START_TITLE_NEW = "Welcome"
FOR_OTHERS = "For others"
KEY_WORDS = "Key words: {words}"
COUNCIL = "The council"
