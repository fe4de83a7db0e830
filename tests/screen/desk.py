"""A desk for a test: a window manager, a screen reader that speaks into a list, the app, and a keyboard.

Everything runs on the X server and the message bus around the test; everything ends with it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from duq_desktop.settings import Settings
from duq_desktop.settings import save as save_settings
from duq_desktop.store.inbox.store import Store
from duq_desktop.vault.pins import pin_key
from tests.screen.speech_server import SpeechServer, SpokenWords
from tests.ui.houses import HOME, PHRASE, QUICK

PROGRAMS = ("orca", "openbox", "xdotool")
SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that Orca and the bus's own library belong to."""

READER = Path(__file__).with_name("reader.py")
APP_WITH_STICK = "tests.screen.app_with_stick"
PATIENCE = 40.0
"""How long to wait for words, in seconds: only a busy computer needs more than a second."""

Folders = tuple[Path, Path]
"""Where the data and the settings lie."""

MOST_TABS = 60
APP = {
    "QT_QPA_PLATFORM": "xcb",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    # Orca asks for things that are gone by then, thousands of times; Qt warns each time.
    "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
}
ROLES = re.compile(r"push button|check box|entry|toggle button|\btext\b|label|heading|image")
"""What Orca 43 says a thing is that the focus can be on."""


def what_is_missing() -> str:
    """What the test needs and does not find here; empty when all is there."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    missing += [name for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS") if not os.environ.get(name)]
    return ", ".join(missing)


class Desk:
    """The keyboard, and what is heard after each key. ``focused`` is what was last said to have the focus."""

    def __init__(self, spoken: SpokenWords) -> None:
        self.spoken = spoken
        self._from = 0
        self.focused = ""

    @property
    def since(self) -> int:
        """The number of the first utterance after the last key."""
        return self._from

    def press(self, *keys: str) -> None:
        """Presses keys, by their X names; what is heard from here on is the answer to them."""
        self._from = self.spoken.count
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=30)

    def hear(self, *wanted: str) -> list[str]:
        """Waits until each of these words was said since the last key, in whatever order."""
        return [
            self.spoken.wait_for(re.compile(re.escape(each)), start=self._from, seconds=PATIENCE)
            for each in wanted
        ]

    def hear_state(self, state: str) -> str:
        """Waits until a state was said by itself since the last key."""
        return self.spoken.wait_for(re.compile(f"^{state}\\.?$"), start=self._from, seconds=PATIENCE)

    def hear_focus(self) -> str:
        """Waits until a control with its role was said since the last key."""
        self.focused = self.spoken.wait_for(ROLES, start=self._from, seconds=PATIENCE)
        return self.focused

    def heard(self) -> list[str]:
        """What was said since the last key."""
        return self.spoken.since(self._from)

    def go_to(self, name: str, *, key: str = "Tab") -> str:
        """Tabs until the control called ``name`` is said; what was said of it, with role and state."""
        said: list[str] = []
        for _ in range(MOST_TABS):
            self.press(key)
            said.append(self.hear_focus())
            if said[-1].startswith(name):
                return said[-1]
        raise AssertionError(f"Tab never came to {name!r}: {said}")

    def tour(self, last: str) -> list[str]:
        """Tabs to the control called ``last``; everything that had the focus on the way, as said."""
        said: list[str] = []
        for _ in range(MOST_TABS):
            self.press("Tab")
            said.append(self.hear_focus())
            if said[-1].startswith(last):
                return said
        raise AssertionError(f"Tab never came to {last!r}: {said}")


@contextmanager
def desk(folder: Path, *, stick: Path, prepare: Callable[[Path], Folders] | None = None) -> Iterator[Desk]:
    """Window manager, Orca and the app; ``stick`` is plugged in.

    ``prepare`` makes the folders of the data and of the settings; without it they are just set up.
    """
    server = SpeechServer(folder / "speech")
    with ExitStack() as running:
        running.callback(server.close)
        running.enter_context(process(["openbox", "--sm-disable"], folder / "openbox.log", around(folder)))
        wait_for_window_manager()
        _start_reader(running, folder, server.spoken)
        data, config = (prepare or set_up)(folder)
        command = [sys.executable, "-m", APP_WITH_STICK, str(stick)]
        command += ["--data-dir", str(data), "--config-dir", str(config)]
        running.enter_context(process(command, folder / "app.log", {**around(folder), **APP}))
        try:
            yield Desk(server.spoken)
        except BaseException:
            print("the app said:", (folder / "app.log").read_text(errors="replace")[-2000:])
            print("Orca said:", (folder / "orca.log").read_text(errors="replace")[-2000:])
            raise


def _start_reader(running: ExitStack, folder: Path, spoken: SpokenWords) -> None:
    """Starts Orca and waits for its greeting.

    On a busy computer the bus may be too slow for Orca, which then hangs for good: so once more.
    """
    environment = {**around(folder), "SPEECHD_ADDRESS": f"unix_socket:{folder / 'speech'}"}
    for last in (False, True):
        with ExitStack() as this_time:
            command = [SYSTEM_PYTHON, str(READER)]
            this_time.enter_context(process(command, folder / "orca.log", environment))
            try:
                spoken.wait_for(re.compile("Screen reader on"), start=0, seconds=PATIENCE)
            except AssertionError as silence:
                log = (folder / "orca.log").read_text(errors="replace")[-2000:]
                print("Orca did not greet:", silence, log)
                if last:
                    raise
                continue
            running.push(this_time.pop_all())
            return


def set_up(folder: Path) -> Folders:
    """A folder ready to answer in, its key known, the app's own voice off: there is one already."""
    data, config = folder / "data", folder / "config"
    save_settings(Settings(voice=False, guard_ms=0), config)
    Store.set_up(data, HOME, PHRASE, cost=QUICK)
    with Store.open(data) as store:
        pin_key(config, store.fingerprint, data)
    return data, config


def around(folder: Path) -> dict[str, str]:
    """The environment of a child: nothing of this account's settings is read or written."""
    home = {
        name: str(folder / "home" / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    return {
        **os.environ,
        **home,
        "HOME": str(folder / "home"),
        "GSETTINGS_BACKEND": "memory",
        "LANG": "C.UTF-8",
    }


@contextmanager
def process(
    command: Sequence[str], log: Path, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A child that is ended at the end; its output is kept in ``log`` for whoever looks at a failure.

    What it has started itself is ended with it: a window left over would be taken for the next one's.
    """
    with log.open("wb") as output:
        child = subprocess.Popen(
            command,
            env=dict(environment),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield child
        finally:
            _end_all_of(child)


def _end_all_of(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        child.wait(5)
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def wait_for_window_manager() -> None:
    end = time.monotonic() + PATIENCE
    while subprocess.run(["xdotool", "get_desktop"], capture_output=True, check=False, timeout=30).returncode:
        if time.monotonic() > end:
            raise AssertionError("no window manager came up")
        time.sleep(0.05)
