"""Our own dataclasses behave as Python's: each test is held against both."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from duq_desktop import light_dataclass


def point(decorator: Callable[..., Any]) -> Any:
    class Point:
        x: int
        y: int = 2
        notes: list[str] = dataclasses.field(default_factory=list)
        secret: str = dataclasses.field(default="", repr=False, compare=False)

    Point.__qualname__ = "Point"
    return decorator(frozen=True)(Point)


def pencil(decorator: Callable[..., Any]) -> Any:
    class Pencil:
        colour: str

    return decorator(frozen=False)(Pencil)


BOTH = pytest.mark.parametrize(
    "decorator",
    [pytest.param(light_dataclass.dataclass, id="ours"), pytest.param(dataclasses.dataclass, id="Python's")],
)


@BOTH
def test_fields_are_given_by_place_by_name_or_not_at_all(decorator: Callable[..., Any]) -> None:
    kind = point(decorator)
    made = [kind(1), kind(1, 2), kind(x=1), kind(1, y=2, notes=[])]
    assert [(each.x, each.y, each.notes, each.secret) for each in made] == [(1, 2, [], "")] * 4
    assert made[0].notes is not made[1].notes
    assert kind(1, 5, ["said"], "hush").secret == "hush"


@BOTH
@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        ((), {"y": 1}),
        ((1,), {"z": 1}),
        ((1,), {"x": 1}),
        ((1, 2, [], "", 5), {}),
        ((), {"self": 1}),
    ],
)
def test_too_few_and_too_many_fields_are_refused(
    decorator: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError):
        point(decorator)(*given, **named)


@BOTH
def test_they_are_told_and_compared_by_their_fields(decorator: Callable[..., Any]) -> None:
    kind = point(decorator)
    one, same, other = kind(1, 2, [], "hush"), kind(1), kind(2)
    assert repr(one) == "Point(x=1, y=2, notes=[])"
    assert one == same
    assert one != other
    assert one != point(decorator)(1)
    assert one != (1, 2, [])
    assert len({kind(1, notes=()), kind(1, notes=(), secret="hush"), kind(2, notes=())}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


@BOTH
def test_a_frozen_one_is_not_changed(decorator: Callable[..., Any]) -> None:
    one = point(decorator)(1)
    for name in ("x", "z"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.x
    assert one.x == 1


@BOTH
def test_one_that_is_not_frozen_is_changed_and_is_no_key(decorator: Callable[..., Any]) -> None:
    kind = pencil(decorator)
    one = kind("red")
    one.colour = "blue"
    assert one == kind("blue")
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


@BOTH
def test_what_python_does_with_dataclasses_works(decorator: Callable[..., Any]) -> None:
    kind = point(decorator)
    one = kind(1, notes=["said"])
    assert dataclasses.replace(one, x=3) == kind(3, notes=["said"])
    assert dataclasses.asdict(one) == {"x": 1, "y": 2, "notes": ["said"], "secret": ""}
    assert [field.name for field in dataclasses.fields(kind)] == ["x", "y", "notes", "secret"]
    assert kind.__match_args__ == ("x", "y", "notes", "secret")


@BOTH
def test_a_class_keeps_what_it_says_of_itself(decorator: Callable[..., Any]) -> None:
    class Sealed:
        word: str

        def __repr__(self) -> str:
            return "<sealed>"

        def __hash__(self) -> int:
            return 7

    one = decorator(frozen=True)(Sealed)("hush")
    assert (repr(one), hash(one)) == ("<sealed>", 7)


def test_a_class_with_more_to_do_is_not_made() -> None:
    class Busy:
        word: str

        def __post_init__(self) -> None: ...

    with pytest.raises(TypeError, match="more to do"):
        light_dataclass.dataclass(frozen=True)(Busy)
