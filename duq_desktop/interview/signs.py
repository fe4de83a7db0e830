"""A person's sign: two pictures in place of a name, in any order; one more where two are somebody's already.

24 pictures make 276 signs of two, 2,024 of three and 10,626 of four. A sign is kept as its pictures' ids
joined by "+".
"""

from __future__ import annotations

from collections.abc import Iterable

LEAST, MOST = 2, 4
"""How many pictures a sign has."""


def pictures(sign: str) -> frozenset[str]:
    """The ids of the pictures of ``sign``; none where there is no sign."""
    return frozenset(filter(None, sign.split("+")))


def is_same(sign: str, other: str) -> bool:
    """Whether these are one sign: nobody remembers which picture came first. No sign is nobody's."""
    return bool(sign) and pictures(sign) == pictures(other)


def is_taken(sign: str, kept: Iterable[str]) -> bool:
    """Whether one of the signs ``kept`` is this one."""
    return any(is_same(sign, each) for each in kept)


def goes_on(sign: str, kept: Iterable[str]) -> bool:
    """Whether one of the signs ``kept`` has these pictures and another: ``sign`` may not be whole yet."""
    return any(pictures(sign) < pictures(each) for each in kept)
