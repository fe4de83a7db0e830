"""Every sentence that ``start.py`` says, in one place. ``{named}`` places are filled where they are said."""

from __future__ import annotations

USAGE = """How to use it:

  python3 start.py                   set up what is missing, then open the app
  python3 start.py test              set up what is missing, then run all tests, without a screen
  python3 start.py check             look at style, types, packs and licences
  python3 start.py bench [--smoke]   measure the speed; --smoke only sees that each measurement runs
  python3 start.py shots [FOLDER]    make a picture of every page
  python3 start.py package [FOLDER]  make a folder that runs from a stick (dist/duq-desktop)
  python3 start.py lock              make the lock files anew from pyproject.toml
  python3 start.py words             bring the language files up to date with the words of the app

What stands after -- goes on to the app, or to the tool that does the work:

  python3 start.py -- --data-dir FOLDER
  python3 start.py test -- -k words
"""

UNKNOWN_COMMAND = "start.py does not know “{word}”."
PYTHON = (
    "DUQ Desktop needs Python {oldest} to {newest}; this is Python {found}. "
    "Please run start.py with one of those, for example: python{newest} start.py"
)

DEBIAN_MISSING = "Missing from this computer ({count}): {names}"
DEBIAN_INSTALLING = "Installing {count} packages of the system. This can take a few minutes …"
DEBIAN_DONE = "The system has what it needs."
DEBIAN_NO_RIGHTS = (
    "They can only be installed as root or through sudo, and neither is at hand here. "
    "Please ask for this command to be run:\n  apt-get install {names}\n"
    "Going on with what works without them."
)
DEBIAN_FAILED = (
    "The system's packages could not all be installed. The last words of apt-get were:\n{tail}\n"
    "Going on with what works without them."
)

ENVIRONMENT_MAKING = "Making a place of its own for the app's parts: {folder}"
ENVIRONMENT_MENDING = "The last set-up was broken off. Making it again from the start."
ENVIRONMENT_FETCHING = "Fetching the app's parts. The first time this is about {size} MB …"
ENVIRONMENT_PLACING = "Putting them in place …"
ENVIRONMENT_READY = "The app's parts are ready."
ENVIRONMENT_WAITING = "Another start.py is setting up this folder. Waiting for it …"
NO_VENV = (
    "This Python cannot make a place for the app's parts: it has no “venv” or no “ensurepip”. "
    "On Debian and Ubuntu, please ask for: apt-get install {package}"
)
VENV_FAILED = "The place for the app's parts could not be made in {folder}. The reason given:\n{tail}"
FETCH_FAILED = (
    "The app's parts could not be fetched. Is this computer online, and is there room on the disk? "
    "Run the same command again to go on. The last words of pip were:\n{tail}"
)
NOT_WRITABLE = "start.py may not write in {folder}. Please copy the whole folder to a place of your own."

NO_SCREEN = (
    "There is no screen here that a window can open on. To run it without one: "
    "apt-get install xvfb xauth, then xvfb-run -a python3 start.py"
)
NO_SCREEN_ELSEWHERE = "There is no screen here that a window can open on."
SCREEN_REASON = "Qt's own reason: {reason}"

LEFT_OUT = (
    "LEFT OUT: the tests that need a screen, D-Bus or a screen reader are not run, because "
    "these packages are missing: {names}"
)
LEFT_OUT_HERE = "LEFT OUT: the tests that need a screen, D-Bus or a screen reader run on Debian only."

CHECKING = "── {name}"
CHECK_GOOD = "   all is well ({seconds:.0f} s)"
CHECK_BAD = "   not right"
CHECKS_GOOD = "All {count} checks are well."
CHECKS_BAD = "{bad} of {count} checks are not right: {names}"
NO_PACKS = "There is no pack in {folder}."

POT_OLD = "The words of the app have changed since duq_desktop.pot was made. Run: python3 start.py words"
PO_MISSING = "The language {code} has no words yet. Run: python3 start.py words"
PO_OLD = "The words in {code} do not have all that is new. Run: python3 start.py words"
MO_OLD = "The .mo of {code} does not match its .po. Run: python3 start.py words"
PLACES_DIFFER = "In {code}, the places in curly brackets differ from the English ones: “{text}”"
CHECKED_BUT_MISSING = "{code} is marked as checked, but people would see this in English: “{text}”"
SHARE = "{name} ({code}): {done} of {of} texts that people see are translated; {all_done} of {all_of} of all."

PACKAGE_MENDING = "The last time was broken off. Clearing away what it left."
PACKAGE_LOOKING = "1 of 5: looking for everything that the app uses. This takes about half a minute …"
PACKAGE_PACKING = "2 of 5: packing the program …"
PACKAGE_PLACING = "3 of 5: putting the folder together …"
PACKAGE_PAPERS = "4 of 5: adding the licences and a page on how to use it …"
PACKAGE_TRYING = "5 of 5: trying it, as on a computer that has nothing else:"
PACKAGE_DONE = "Ready: {folder}\n{size:.0f} MB in {files} files. README.txt in it says how to use it."
PACKAGE_START = {
    "linux": "Copy the whole folder onto a stick (exFAT or ext4) or a computer with Linux, "
    "and start “{program}” in it. It runs on Linux only.",
    "win32": "Copy the whole folder onto a stick, and start “{program}” in it. It runs on Windows only, "
    "is not signed, and could not be tried by us.",
    "darwin": "Copy the whole folder onto a stick, and start “{program}” in it. It runs on macOS only, "
    "is not signed, and could not be tried by us.",
}
PACKAGE_STRANGER = (
    "{folder} is there already and was not made by this command. Please name a new or empty folder. "
    "Nothing was changed."
)
PACKAGE_WAIT = "Another start.py is making {folder} at this moment. Please wait until it is done."
PACKAGE_NO_ROOM = (
    "There is too little room for it: {size} MB are needed beside {folder}. Nothing was changed."
)
PACKAGE_DISK = (
    "The folder could not be written. What was there before is still there. The reason given: {trouble}"
)
PACKAGE_FAILED = (
    "The folder could not be made. What was there before is still there. "
    "The last words of PyInstaller:\n{tail}"
)
PACKAGE_BROKEN = (
    "The new folder does not work, so it was not put in place. What was there before is still there. "
    "It said:\n{tail}"
)
PACKAGE_STRANGE_PART = "{name} got into the folder, and the app does not ask for it (locks/run.txt)."
PACKAGE_NO_TEXT = (
    "The text of the licence of {name} ({licence}) is not to be found, so it may not be given on."
)
PACKAGE_LEFT_OUT = "These packages are missing, so the folder may not come out whole: {names}"

STOPPED = "Stopped. Run the same command again to go on."
