"""Makes the folder that runs from a stick: ``python -m setting_up.bundle FOLDER``, in the app's environment.

Everything is made in a hidden folder beside the one wanted, tried there, and put in place by a rename:
the folder is whole or not there. What a broken-off run left behind, the next one clears away.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
from pathlib import Path
from typing import Iterator

from setting_up import bundle_icu, bundle_papers, words
from setting_up.bundle_parts import NAME, SOURCES
from setting_up.console import SetUpFailed, complain, follow, say
from setting_up.environment import take_lock

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "setting_up" / "duq_desktop.spec"
SUMS = "SHA256SUMS"
PROGRAM = NAME + (".exe" if sys.platform == "win32" else "")
COMMANDS = NAME + ("-commands.exe" if sys.platform == "win32" else "")
"""The program that has a console."""

MEGABYTE = 1_000_000
SIZE_NEEDED = 600 * MEGABYTE
"""The folder, its making, and the one before until the new one is in place."""

# What PyInstaller says when it begins a part of its work.
STAGES = {
    "Initializing module graph": words.PACKAGE_LOOKING,
    "checking PYZ": words.PACKAGE_PACKING,
    "checking COLLECT": words.PACKAGE_PLACING,
}
# Without these no program starts on Windows at all.
KEPT_SURROUNDINGS = ("SYSTEMROOT", "TEMP", "TMP")


def main(arguments: list[str]) -> int:
    """Make the folder; 1 and a sentence when that cannot be done."""
    try:
        make(Path(arguments[0]).resolve())
    except SetUpFailed as trouble:
        complain("{trouble}", trouble=trouble)
        return 1
    except OSError as trouble:
        complain(words.PACKAGE_DISK, trouble=trouble)
        return 1
    return 0


def make(out: Path) -> None:
    """Make ``out``, in place of what an earlier run made there. Raises SetUpFailed and OSError."""
    _refuse_strangers(out)
    with _workshop(out) as place:
        _refuse_strangers(out)
        if shutil.disk_usage(place).free < SIZE_NEEDED:
            raise SetUpFailed(words.PACKAGE_NO_ROOM.format(size=SIZE_NEEDED // MEGABYTE, folder=out.parent))
        made = _build(place)
        bundle_icu.cut_all(made)
        say(words.PACKAGE_PAPERS)
        bundle_papers.add(ROOT, made, place / "work" / "duq_desktop" / SOURCES)
        say(words.PACKAGE_TRYING)
        _try(made, place)
        _write_sums(made)
        _swap(made, out, place / "old")
    files = [file for file in out.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / MEGABYTE
    say(words.PACKAGE_DONE, folder=out, size=size, files=len(files), program=PROGRAM)
    say(words.PACKAGE_START.get(sys.platform, words.PACKAGE_START["linux"]), program=PROGRAM)


def _refuse_strangers(out: Path) -> None:
    """Only an empty folder, or one that this made, may be replaced."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise SetUpFailed(words.PACKAGE_STRANGER.format(folder=out))
    ours = (out / SUMS).is_file() and (out / PROGRAM).is_file() and (out / "_internal").is_dir()
    if out.is_dir() and any(out.iterdir()) and not ours:
        raise SetUpFailed(words.PACKAGE_STRANGER.format(folder=out))


@contextlib.contextmanager
def _workshop(out: Path) -> Iterator[Path]:
    """The hidden folder to make it in, for one run alone; empty at first, gone afterwards."""
    place = out.parent / f".{out.name}.making"
    place.mkdir(parents=True, exist_ok=True)
    gate = (place / "lock").open("w", encoding="utf-8")
    if not take_lock(gate):
        gate.close()
        raise SetUpFailed(words.PACKAGE_WAIT.format(folder=out))
    with contextlib.ExitStack() as afterwards:
        afterwards.callback(shutil.rmtree, place, ignore_errors=True)
        afterwards.callback(gate.close)  # first: Windows removes no file that is open
        _mend(out, place)
        yield place


def _mend(out: Path, place: Path) -> None:
    """Clear away what a run left that was broken off, and put back what it had taken away."""
    if (place / "old").is_dir() and not out.exists():
        (place / "old").rename(out)
    for each in [each for each in place.iterdir() if each.is_dir()]:
        say(words.PACKAGE_MENDING)
        shutil.rmtree(each)


def _build(place: Path) -> Path:
    """Let PyInstaller make the folder; where it is."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO"]
    command += ["--distpath", str(place / "new"), "--workpath", str(place / "work"), str(SPEC)]
    own = {"PYINSTALLER_CONFIG_DIR": str(place / "work"), "PYTHONPATH": str(ROOT)}
    # The same parts make the same folder: no chance in the order of sets, no time of day in the archive.
    own.update({"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "315532800"})
    code, tail = follow(command, _tell_stage, {**os.environ, **own}, ROOT)
    if code:
        raise SetUpFailed(words.PACKAGE_FAILED.format(tail=tail))
    return place / "new" / NAME


def _tell_stage(line: str) -> None:
    for mark, sentence in STAGES.items():
        if mark in line:
            say(sentence)


def _try(made: Path, place: Path) -> None:
    """Run the new program's own look at the computer, with nothing of this account's surroundings."""
    kept = {name: os.environ[name] for name in KEPT_SURROUNDINGS if name in os.environ}
    kept["LANG"] = "C.UTF-8"  # Qt warns of any other than UTF-8
    code, tail = follow([str(made / COMMANDS), "check-computer"], lambda line: say("  " + line), kept, place)
    if code:
        raise SetUpFailed(words.PACKAGE_BROKEN.format(tail=tail))


def _write_sums(made: Path) -> None:
    """A hash of every file, as ``sha256sum -c`` reads them: a stick may go bad."""
    files = sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file())
    lines = [f"{hashlib.sha256((made / file).read_bytes()).hexdigest()}  {file}\n" for file in files]
    (made / SUMS).write_bytes("".join(lines).encode("utf-8"))


def _swap(made: Path, out: Path, old: Path) -> None:
    """Put the new folder where the old one was, which comes back if that cannot be done."""
    if out.exists():
        out.rename(old)
    try:
        made.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
