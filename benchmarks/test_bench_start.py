"""From the start of the process to the welcome page, against a bare window with one label.

Both are whole processes, started in turns in the same run, on the screen of an old laptop; each tells
the moment in which its first words are painted. Ours is what the command line starts. The folder is set
up, and the voice is on, as people have it. What a home has not (numpy comes with the tools for tests, and
sqlite-utils then brings it in) is kept out of both. What a home has is given to both: compiled modules,
as an installed or packaged app has them; without, each start of a checkout under
``PYTHONDONTWRITEBYTECODE`` would compile every module of ours anew.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.made_up_house import set_up

PAIRS, FEW = 15, 2
AT_MOST = 3.0
SCREEN = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
ROOT = Path(__file__).parents[1]

_BEFORE = """
import os, sys
sys.modules["numpy"] = None
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            os._exit(0)
        return False

painted = Painted()
"""
BARE = (
    _BEFORE
    + """
from PySide6.QtWidgets import QLabel, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
label = QLabel("Welcome")
label.installEventFilter(painted)
window.setCentralWidget(label)
window.showMaximized()
app.exec()
"""
)
OURS = (
    _BEFORE
    + """
from duq_desktop.__main__ import main
def exec_until_painted(app):
    (window,) = (each for each in app.topLevelWidgets() if hasattr(each, "stage"))
    window.stage.page.heading.installEventFilter(painted)
    return QApplication_exec()
QApplication_exec, QApplication.exec = QApplication.exec, exec_until_painted
sys.argv[1:] = ["--data-dir", sys.argv[1], "--config-dir", sys.argv[2]]
sys.exit(main())
"""
)


def _environment(folder: Path) -> dict[str, str]:
    """That of a process that keeps its compiled modules in ``folder`` and shows on ``SCREEN``."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    platform = f"offscreen:configfile={screen}"
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "QT_QPA_PLATFORM": platform}


def _seconds(script: str, environment: dict[str, str], *arguments: str) -> float:
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, cwd=ROOT, env=environment
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"painted\n"
        return time.perf_counter() - began


def test_start_to_the_welcome_page(tmp_path: Path, smoke: bool) -> None:
    """Interpreter, imports, the folder opened and checked, the pack read, the first page painted."""
    data, config = set_up(tmp_path, voice=True)
    environment = _environment(tmp_path)

    def bare_window() -> float:
        return _seconds(BARE, environment)

    def whole_app() -> float:
        return _seconds(OURS, environment, str(data), str(config))

    bare_window()
    whole_app()
    pairs = [(whole_app(), bare_window()) for _ in range(FEW if smoke else PAIRS)]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(first / second for first, second in pairs)
    print(f"\nstart {ours * 1e3:.0f} ms, bare window {bare * 1e3:.0f} ms, ratio {ratio:.2f}")
    assert smoke or ratio <= AT_MOST
