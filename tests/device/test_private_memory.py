"""Nobody else in the same account reads the app's memory, and no crash writes it down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from duq_desktop.device import private_memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's own files")

NOBODY = 65534
SYSTEM_PYTHON = Path("/usr/bin/python3")
"""Anybody may run it; a checkout's own Python may lie where only its owner may look."""
SOURCE = Path(private_memory.__file__).read_text("utf-8")
GUARD = f"{SOURCE}\nkeep_memory_private()\n"
CHILD = """
import ctypes, sys
held = ctypes.create_string_buffer(b"the words of a person")
print(ctypes.addressof(held), flush=True)
sys.stdin.read()
"""
READER = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
place = int(child.stdout.readline())
try:
    with open(f"/proc/{child.pid}/mem", "rb") as memory:
        memory.seek(place)
        print(memory.read(21).decode())
except PermissionError:
    print("refused")
child.stdin.close()
child.wait()
"""


def what_another_process_reads(child: str) -> str:
    """What the account's own other process reads in the child's memory. Root may read all, so not as root."""
    as_root = os.geteuid() == 0
    python = SYSTEM_PYTHON if as_root else Path(sys.executable)
    if not python.exists():
        pytest.skip("no Python that another account may run")
    done = subprocess.run(
        [python, "-I", "-c", READER, child],
        user=NOBODY if as_root else None,
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_another_process_of_the_same_account_cannot_read_it() -> None:
    assert what_another_process_reads(CHILD) == "the words of a person", "without it, it can"
    assert what_another_process_reads(GUARD + CHILD) == "refused"


def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    told = "import resource\nprint(resource.getrlimit(resource.RLIMIT_CORE), flush=True)\n"
    crash = f"{GUARD}{told}import os, signal\nos.kill(os.getpid(), signal.SIGABRT)"
    done = subprocess.run([sys.executable, "-c", crash], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == -signal.SIGABRT
    assert done.stdout.strip() == "(0, 0)"
    assert list(tmp_path.iterdir()) == []


def test_it_can_still_be_killed_and_sees_itself() -> None:
    """Sticks are found through ``/proc/self``; measurements end the app with SIGKILL."""
    look = f"{GUARD}print(bool(open('/proc/self/mounts').read()), bool(open('/proc/self/status').read()))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True"
    child = subprocess.Popen(
        [sys.executable, "-c", GUARD + CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
    assert child.returncode == -signal.SIGKILL
