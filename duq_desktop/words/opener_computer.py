"""What the opener reads where the computer is set: facts, words, keys, backups."""

from __future__ import annotations

from duq_desktop.words import Plural

Line = tuple[str, str]

TITLE = "This computer"
FACTS = "The home, and who opens the answers"
FACTS_TITLE = "What do you want to change?"
STEP_NAMES: dict[str, str] = {
    "home": "The home, and how many people",
    "nation": "The nation",
    "opener": "Who opens the answers",
    "works_here": "Whether they work in the home",
    "council": "The council’s safeguarding team",
    "outside": "The contact outside",
    "local": "People here to turn to",
    "staff": "The word for staff",
    "manager": "The word for the manager",
}
CHANGED = "It is changed."
NOT_CHANGED = "It could not be saved. Nothing was changed. Please try again."
LOOK = "Text size and colours to begin with"
SIZE_TITLE = "How big are the words to begin with?"
THEME_TITLE = "Which colours to begin with?"
LANGUAGE = "The language to begin with"
LANGUAGE_TITLE = "Which language to begin with?"
LOOK_LINE = "Each person can still choose their own. What they choose goes when they leave."
PICTURES = "Pictures"
LOCK = "When it locks itself"
LOCK_TITLE = "After how many untouched minutes does it lock?"
LOCK_MINUTES = Plural("1 minute", "{number} minutes")
IDLE = "When a page is left alone"
BLANK_TITLE = "After how many untouched minutes does a page go blank?"
BLANK_LINE = "Whoever comes by must not read it; one press brings it back, and nothing is lost."
DAY_TITLE = "After how many untouched hours is it another day?"
DAY_LINE = "Nobody may go on in another’s name; with their sign, people go on another day."
HOURS = Plural("1 hour", "{number} hours")
PHRASE = "A new pass phrase"
PHRASE_CHANGED = "The new pass phrase counts from now on. The recovery key stays the same."
SHEET = "A new recovery key"
SHEET_TITLE = "A new recovery key"
SHEET_LINES: tuple[Line, ...] = (
    (
        "recovery-key",
        "For when the sheet is lost, or cannot be read any more. The pass phrase stays the same.",
    ),
    ("delete", "The old recovery key opens nothing here any more, once you typed the end of the new one."),
    ("warning", "If somebody may have found the old sheet, do not use this: make new keys instead."),
)
SHEET_DO = "Make a new recovery key"
SHEET_CHANGED = "The new recovery key counts from now on. If you find the old sheet, destroy it."
LEAKED = "Somebody may know the pass phrase"
LEAKED_TITLE = "New keys"
LEAKED_LINES: tuple[Line, ...] = (
    (
        "recovery-key",
        "You get a new pass phrase and a new recovery key. What people say from now on is locked with them.",
    ),
    (
        "key-and-lock",
        "You can still read what was said before. The old phrase and the old sheet open nothing here any more.",
    ),
    (
        "warning",
        "A copy of the files that somebody took before can still be opened with the old phrase. Nothing can undo that.",
    ),
)
LEAKED_DO = "Make new keys"
LEAKED_DONE_TITLE = "The new keys count from now on"
LEAKED_DONE_LINES: tuple[Line, ...] = (
    ("delete", "Destroy the old sheet. Give out “About this” anew: the four words have changed."),
)
BACKUPS = "Backups"
BACKUPS_TITLE = "Backups"
BACKUPS_LINE = "A backup is made each time somebody finishes. Ten are kept, and one a month for a year."
BACKUPS_WHERE = "They lie in the same folder. Put one on a stick now and then; it is sealed."
BACKUP_NOW = "Make a backup now"
BACKUP_MADE = "The backup is made, and was opened to check it."
BACKUP_AWAY = "Put a backup on a stick"
BACKUP_BRING = "Bring back a backup"
