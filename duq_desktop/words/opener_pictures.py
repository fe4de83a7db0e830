"""What the opener reads where the organisation's own pictures are brought in, looked at and removed."""

from __future__ import annotations

Line = tuple[str, str]

TITLE = "Your own pictures"
LINES: tuple[Line, ...] = (
    (
        "pictures",
        "People can see photographs of their own home and staff here, or signs that they know, in place of ours.",
    ),
    ("choice", "Each person chooses in “How do you like it?”. Nothing changes for those who do not."),
    (
        "privacy",
        "Anybody who uses this computer can see them. Ask each person who is in a photograph, and remove it when "
        "they want it gone.",
    ),
)
BRING = "Bring in pictures"
FULL = "There are {number} sets, so that people have at most five things to choose from. Remove one to bring another."
SET = "“{name}”"

# Bringing them in
WHERE_TITLE = "Where are the pictures?"
FOLDERS_TITLE = "Which folder?"
FOLDERS_LINE = "In it lie the pictures. Each is called after what it shows: listening.jpg, safe-at-home.png."
FOLDER = "“{folder}”: pictures found: {number}"
FOLDERS_NONE = "No SVG, PNG or JPEG picture lies in “{folder}”, nor in a folder in it."
WORK_TITLE = "One moment. The pictures are looked at"
WORK_LINE = "Each is read and drawn anew, smaller. What a camera writes into a photograph, such as the place, stays out."
WORK_NUMBER = "{number} of {whole}"
STOP = "Stop"
FOUND_TITLE = "“{name}”"
FOUND = "Of the {whole} pictures that can be changed, this set has {number}. For all others ours stay."
FOUND_ASKED = "Of the {whole} pictures of areas and questions for people, it has {number}."
MISSING = "Pictures of areas and questions that are not in it:"
REPLACES = "A set of this name is here already. If you take this one, it goes in its place."
UNKNOWN = "Pictures with a name that this app does not know: {number}. For example: {names}"
LEFT_OUT_NUMBER = "Files that were left out: {number}. They are named below, with the reason."
LEFT_OUT = "These were left out:"
MORE = "And {number} more."
NOTHING = "No picture in it can be used."
TAKE = "Take these pictures"
LEAVE = "Do not take them"
TAKEN = "“{name}” is on this computer now. People can choose it in “How do you like it?”."

# One set
HAS = "Pictures in it: {number}"
REMOVE = "Remove it from this computer"
REMOVE_TITLE = "Remove “{name}”?"
REMOVE_LINE = (
    "All its pictures go from this computer. Whoever liked them sees ours. Your own copy on the stick stays."
)
REMOVE_DO = "Remove it"
REMOVED = "“{name}” is gone from this computer."
