"""Pictures of the pages come one by one, of the app as people meet it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

TAKE = """
import sys
from itertools import islice
from pathlib import Path
from tools.screenshots.screenshots import take_shots

for path in islice(take_shots(Path(sys.argv[1]), ("dark",), (200,)), 2):
    print(path.name)
"""


def test_the_first_pictures_are_of_the_first_pages(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TAKE, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["answer-000-start.png", "answer-001-like.png"], done.stderr[-800:]
    picture = QImage(str(tmp_path / "dark-200" / "answer-000-start.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    assert picture.pixelColor(3, 3).lightness() < 60, "the theme that was asked for"
