"""The words on the page ``README.txt`` of the folder for a stick, for whoever is given it."""

from __future__ import annotations

import sys

LINE_END = "\r\n" if sys.platform == "win32" else "\n"

_LINUX = """\
1. Open this folder.
2. Press "duq-desktop" twice. Or type in a terminal, in this folder:  ./duq-desktop

This folder was made on Linux and starts on Linux only, on computers of the same kind and as
new as the one that made it. Most Linux computers let no program start from a stick of the kind FAT32.
Use a stick of the kind exFAT or ext4, or copy the whole folder onto the computer."""
_WINDOWS = """\
1. Open this folder.
2. Press "duq-desktop" twice.

This folder was made on Windows and starts on Windows only. Windows may say that it "protected
your PC", because nobody has signed this program. It has not been tried by its makers on Windows.
Commands, such as check-computer, are for "duq-desktop-commands"."""
_MACOS = """\
1. Open this folder.
2. Press "duq-desktop" twice.

This folder was made on a Mac and starts on Macs only. The Mac may refuse, because nobody has
signed this program: then press it with the right button and choose Open. It has not been tried by its
makers on a Mac."""

SYSTEMS = {
    "linux": (_LINUX, "~/.local/share/duq-desktop"),
    "win32": (_WINDOWS, "%LOCALAPPDATA%\\duq-desktop"),
    "darwin": (_MACOS, "~/Library/Application Support/duq-desktop"),
}
"""How to start it, and where the answers lie."""

README = """\
DUQ Desktop {version}

With this app people say how good their support is.
It needs no internet, no account, and nothing to install.


HOW TO START

{start}


IF IT DOES NOT START

Type in a terminal, in this folder:

    ./duq-desktop check-computer

It says what is missing. If the stick may be broken, this compares every file:

    sha256sum -c --quiet SHA256SUMS

Keep everything in this folder together. The program needs all of it.


WHERE THE ANSWERS LIE

Not on this stick. They lie in your account on the computer that you use:

    {data}

They are locked. Only the person with the pass phrase can read them.
When you take the stick away, the answers stay on the computer.
The app itself writes nothing onto the stick.

If answers shall lie somewhere else, say so at the start, each time:

    ./duq-desktop --data-dir FOLDER

If that folder is on a stick, whoever finds the stick cannot read the answers. But they can delete
them, and then they are lost. Close the app before you take a stick away.


INTERNET

The app never connects to it. When somebody prints, the pages go to the printer of this computer.


WHO MAY USE AND COPY IT

Everybody, under the licence GPL-3.0-or-later: LICENSE.txt. Give on the whole folder.
Whoever gives on this folder must also give the source of the program to whoever asks: it is the
folder with "start.py" that this one was made from, release {version}.
Letters, pictures and voices: CREDITS.txt. Every part and its licence: the folder "licences".

This is an independent tool. It is no substitute for safeguarding.
If somebody is in danger, call 999.
"""

LIST_HEAD = "Every part of this folder that others made, its licence, and where the licence's text is."
