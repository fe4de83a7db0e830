"""The sentences shown when the app cannot speak. Each says what happened and what to do about it.

They are shown on screen, never only spoken, because the trouble is that nothing is heard.
"""

from __future__ import annotations

NO_SOUND = (
    "This computer has no sound that the app can use. Plug in a loudspeaker or headphones, or turn the "
    "sound on. Then press Try the voice again. You can go on without sound."
)
NO_ENGINE = (
    "The app has no voice on this computer. A helper can ask for the setting up to be run again. "
    "You can go on without sound, or somebody can read to you."
)
FOLDER_TOO_DEEP = (
    "The voice cannot be found, because the app lies in a folder with a very long name ({folder}). A helper "
    "can move the app to a folder with a short name. You can go on without sound, or somebody can read to you."
)
NO_VOICE_FOR_LANGUAGE = (
    "The app has no voice for this language ({language}). You can go on without sound, or somebody can "
    "read to you."
)
VOICE_BROKE = (
    "The voice has stopped working. Press Try the voice again. You can go on without sound, or somebody "
    "can read to you."
)
SOUND_LOST = (
    "The sound has stopped. Look whether the loudspeaker or the headphones are still plugged in. "
    "Then press Try the voice again. You can go on without sound."
)
TRY_AGAIN = "Try the voice again"
SAMPLE = "This is how I sound."
