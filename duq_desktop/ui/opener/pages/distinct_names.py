"""Names that tell the things on one page apart, for whoever hears them one by one or says them."""

from __future__ import annotations

from collections.abc import Sequence


def distinct_names(names: Sequence[Sequence[str]]) -> list[str]:
    """For each thing the shortest of its ``names`` that no other has; its last one where all are shared.

    The names of a thing go from the short to the long and end with one that is its own.
    """
    found = []
    for at, own in enumerate(names):
        others = {name for place, each in enumerate(names) if place != at for name in each}
        found.append(next((name for name in own if name not in others), own[-1]))
    return found
