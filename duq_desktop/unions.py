"""Unions that are matched to their end, so that a new member cannot be forgotten anywhere."""

from __future__ import annotations

from typing import NoReturn


def assert_never(value: NoReturn) -> NoReturn:
    """The place after the last member of a union. ``typing.assert_never``, which Python 3.10 lacks.

    A type checker refuses the call where a member is left over. Raises ``AssertionError`` if one comes here
    all the same; it names the kind and never what it holds, which may be what somebody said.
    """
    raise AssertionError(f"nothing was written for {type(value).__name__}")
