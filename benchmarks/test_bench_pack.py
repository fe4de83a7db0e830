"""Loading the pack, which every start does, against its lower bound: reading and parsing the same files.

Both sides take turns in the same run and are counted in processor time, so that other work on the computer
lengthens neither. What is more on our side is what makes a stranger's pack safe to use: the files are looked
at before they are parsed, every key is checked, every picture is looked up.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from duq_desktop.content.load import load_pack

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

PACK = Path(__file__).resolve().parents[1] / "easyread" / "duq-code"
READ = ("pack.toml", "texts/en.toml", "pictures/alt.toml", "openmoji.toml")
"""What is read to load it in English."""
AT_MOST = 3.5
ROUNDS, FEW = 30, 3


def bare() -> None:
    """Reading and parsing, and nothing else."""
    for name in READ:
        tomllib.loads((PACK / name).read_text("utf-8"))


def ours() -> None:
    """What a start does."""
    load_pack(PACK)


def milliseconds(work: Callable[[], None]) -> float:
    """Processor time of one go."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def test_loading_costs_the_start_little(benchmark: Callable[..., object], smoke: bool) -> None:
    """A ratio in the same run; in a smoke run nothing is held."""
    pairs = [(milliseconds(ours), milliseconds(bare)) for _ in range(FEW if smoke else ROUNDS)]
    loaded, parsed = (statistics.median(side) for side in zip(*pairs, strict=True))
    benchmark.extra_info.update(loaded_ms=loaded, parsed_ms=parsed, ratio=loaded / parsed)  # type: ignore[attr-defined]
    print(benchmark.extra_info)  # type: ignore[attr-defined]
    benchmark(ours)
    if not smoke:
        assert loaded / parsed < AT_MOST
