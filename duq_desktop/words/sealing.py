"""What the vault and the store say when something is wrong: what it is, what is safe, what to do.

Whoever reads these may be a person who is in the middle of an answer, so each sentence is short,
says what is kept, and names one thing to do.
"""

from __future__ import annotations

# Keys and pass phrases.
WRONG_PHRASE = "This pass phrase does not open the answers. Check each word and try again. Nothing is lost."
WRONG_RECOVERY_KEY = (
    "This recovery key is typed correctly, but it belongs to other answers. Look for the newest sheet."
)
TOO_LITTLE_MEMORY = (
    "This computer has too little free memory to check a pass phrase ({megabytes} megabytes are needed). "
    "Close other programs and try again. Your pass phrase may well be right."
)
KEY_DAMAGED = (
    "The part of the file that holds the locked key is damaged, so no pass phrase can open it. "
    "Bring back a backup. The answers are still there."
)
KEYS_DO_NOT_MATCH = (
    "Warning: answers here are being sealed to a key that is not yours, so somebody else may read them. "
    "Sessions sealed to the other key: {sessions}. Take no more answers. Ask who changed this folder."
)
KEY_CHANGED = (
    "This folder has a different key from the one this computer knows. Somebody else may be able to read "
    "what is said here. No answers are taken. Ask the person who opens the answers."
)
PIN_UNREADABLE = (
    "This computer cannot read its note of which key is the right one ({file}). No answers are taken. "
    "Ask the person who opens the answers to compare the four words with their sheet."
)
PIN_NOT_WRITTEN = (
    "This computer cannot keep its note of the key in {file}. Check that the folder may be written to."
)
LOCKED = "The answers are locked again. Type the pass phrase to go on."
PHRASE_EMPTY = "Type a pass phrase first."
PHRASE_TOO_SHORT = "This pass phrase is too short to protect anybody. Use four random words."

RECOVERY_LENGTH = "A recovery key has {wanted} letters and digits. This one has {given}."
RECOVERY_SYMBOL = "“{symbol}” is not used in recovery keys. Compare it with the sheet."
RECOVERY_MISTYPED = (
    "There is a typing mistake in this recovery key. Compare it with the sheet, group by group."
)

# How strong an own pass phrase is.
PHRASE_WEAK = (
    "Too easy to guess. A computer would find it within {time}. Use four random words, or add words."
)
PHRASE_FAIR = "Not strong enough yet. Add one or two words that have nothing to do with you or this home."
PHRASE_GOOD = "Strong enough."
TIME_MINUTES = "minutes"
TIME_DAYS = "days"
TIME_MONTHS = "months"

# Sealing.
DAMAGED = "This entry is damaged or was moved. It cannot be read. The others are safe."
TOO_LONG = "This page is full. Please use fewer words here. Nothing you have written so far is lost."
SITTING_OVER = "The key of this sitting is gone. Start a new sitting to go on."
SESSION_OVER = "This session has ended. It cannot be added to."
NO_SUCH_SESSION = "This session is not in this folder. It may have been deleted already."

# The data folder.
NOT_SET_UP = "This folder is not set up yet. Say first who opens the answers."
ALREADY_SET_UP = "This folder is set up already. Nothing was changed."
HOME_INCOMPLETE = "Some facts are still missing: {fields}."
HOME_UNREADABLE = (
    "The facts about this home cannot be read. Bring back a backup. The answers are still there."
)
ALREADY_OPEN = "This folder is open in another window or on another computer. Close it there first."
NEWER = (
    "This folder was made by a newer version of the app. Please install the newer version. "
    "Nothing was changed."
)
FILE_MISSING = (
    "The answers file is missing from this folder, but there are backups of it. Bring back a backup."
)
EMPTY_FILE = "The answers file in this folder is empty. It may be a copy that broke off. Bring back a backup."
NOT_OURS = "The answers file in this folder is not one of ours, or it is badly damaged. Bring back a backup."
FILE_DAMAGED = "The answers file is damaged. Nothing was changed in it. Bring back a backup."
DISK_FULL = (
    "This computer is full, so this was not saved yet. It is still on the screen. "
    "Ask for help to make room, then try again."
)
READ_ONLY = (
    "The app may not write in its folder, so this was not saved yet. It is still here. "
    "Ask for help with the folder, then try again."
)
PROTECTED = (
    "This disk or stick is write-protected, so this was not saved yet. It is still here. "
    "Ask for help: look for a small switch on the stick, or use another one."
)
NAME_TOO_LONG = (
    "The name of this folder is too long for this computer. Nothing was changed. "
    "Use a folder with a shorter name, in fewer folders."
)
NO_WAY_THERE = (
    "The links on the way to this folder lead round in a circle. Nothing was changed. Choose another folder."
)
IS_LINK = (
    "There is a link in the place of a file of the app, and the app follows no links. "
    "Nothing was changed. Put the file itself there."
)
NO_FILE = (
    "Something that is no ordinary file lies in the place of a file of the app. "
    "Nothing was changed. Ask whoever looks after this computer to take it away."
)
NAME_TAKEN = (
    "Something has the name that the app needs for a file. Nothing was changed. Choose another folder."
)
CANNOT_REACH = (
    "The app cannot reach its folder. Is the stick still plugged in? "
    "Nothing that was saved is lost. Put it back, then try again."
)
CANNOT_WRITE = (
    "The app could not write this down: the disk may be full, or the stick pulled out. "
    "It is still here. Ask for help, then try again."
)
FILE_GONE = (
    "The answers file has gone from its folder. The app still has it and can put it back. Please try again."
)
FILE_REPLACED = (
    "Somebody put another answers file in place of this one. This was not saved. "
    "It is still on the screen. Put the right file back, or close the app."
)
BUSY = "Another program is using the answers file. Wait a moment, then try again. Nothing is lost."
NOT_SAVED = "This could not be saved yet. It is still here. Please try again."

# Backups.
BACKUP_UNUSABLE = (
    "This backup cannot be used: it is damaged or not one of ours. Try an older one. Nothing was changed."
)
BACKUP_OTHER_STORE = "This backup belongs to another folder, so it was not brought back. Nothing was changed."
BACKUP_NOT_MADE = (
    "The answers are saved, but the backup could not be made. Check that there is room on the disk."
)
BACKUP_UNFINISHED = (
    "It is done here, but this backup could not be changed yet: {file}. Try again, or start the app again. "
    "If that does not help, remove that file."
)
STILL_IN_FILE = "It is done, but traces may still be in the file. Start the app again to clear them."
