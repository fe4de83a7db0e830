"""What the opener reads where a paper or a backup is put on a stick, or fetched from one."""

from __future__ import annotations

STICK_LINE = "These places were found. Each says how much room it has."
STICK_NONE = "No stick was found. Put one in, wait until the computer knows it, and look again."
FETCH_LINE = "These places were found."
NO_HISTORY = "The app keeps no list of where you put things."
STICK = "The stick “{name}”"
COMPUTER = "“{name}” on this computer"
WITH_ROOM = "{place}: {room} free"
GIGABYTES = "{number} GB"
MEGABYTES = "{number} MB"
LOOK_AGAIN = "Look for sticks again"
TYPE = "Another folder: type it"
TYPE_TITLE = "In which folder?"
TYPE_FIELD = "The folder, from the root or the drive"
TYPE_HINT = "For example /media/STICK or E:\\Papers. It has to be there already."
NO_FOLDER = "“{folder}” is not there, or may not be written to. If it is a stick, put it in again."
NO_FOLDER_TO_READ = "“{folder}” is not there. If it is a stick, put it in again."

# Backups on a stick
AWAY_TITLE = "Which stick shall the backup go on?"
AWAY_DONE_TITLE = "The backup is on the stick"
AWAY_DONE = "“{name}” lies in “{folder}”, and was opened there to check it."
AWAY_KEEP = "It is sealed. Keep the stick in another place than this computer."
AWAY_DELETED = (
    "When somebody takes back what they said, the app cannot reach this copy. Make a new one then, and "
    "delete the old ones."
)
FOUND_ON = "The stick “{name}”: backups found: {number}"
FOUND_TITLE = "Backups on “{name}”"
FOUND_NAME = "{month} {year}, backup {number}, in “{folder}”"
FOUND_WHOLE = "A whole folder: “{folder}”"
FILE_TYPE = "A file elsewhere: type where it is"
FILE_TITLE = "Where is the backup?"
FILE_FIELD = "The file, from the root or the drive"
FILE_HINT = "For example /media/STICK and then the file"
FILE_NONE = "There is no file “{file}”."
