"""Dataclasses that are made without writing and compiling source text.

Python's own decorator compiles five or six functions for each class when its module is brought in, which
was a tenth of the way to the first page. This one leaves fields, ``replace``, ``asdict`` and matching to
Python's, and gives every class the same few methods. To a type checker it is Python's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass"]

Kind = TypeVar("Kind", bound=type[Any])

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool) -> Callable[[Kind], Kind]:
        """``dataclasses.dataclass(frozen=frozen)``: made, told and compared by its fields.

        Raises ``TypeError`` for a class that has a ``__post_init__``.
        """
        return lambda kind: _made(kind, frozen=frozen)


def _made(kind: Kind, *, frozen: bool) -> Kind:
    if hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__qualname__} has more to do than to keep its fields")
    own = dict(kind.__dict__)
    dataclasses.dataclass(init=False, repr=False, eq=False)(kind)
    fields = dataclasses.fields(kind)
    names = tuple(field.name for field in fields)
    compared = _values_of([field.name for field in fields if field.compare])
    methods: dict[str, Any] = {
        "__init__": _initialiser(kind, fields),
        "__repr__": _teller([field.name for field in fields if field.repr]),
        "__eq__": lambda one, other: (
            compared(one) == compared(other) if type(one) is type(other) else NotImplemented
        ),
        "__hash__": (lambda one: hash(compared(one))) if frozen else None,
    }
    if frozen:
        methods["__setattr__"] = _refuser(kind, names, object.__setattr__)
        methods["__delattr__"] = _refuser(kind, names, object.__delattr__)
    for name, method in methods.items():
        if own.get(name) is None:
            setattr(kind, name, method)
    return kind


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _initialiser(kind: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    names = tuple(field.name for field in fields)
    known, missing = frozenset(names), dataclasses.MISSING
    usual = {field.name: field.default for field in fields if field.default is not missing}
    made = {field.name: field.default_factory for field in fields if field.default_factory is not missing}

    def initialise(self: Any, /, *given: Any, **named: Any) -> None:
        if len(given) == len(names) and not named:
            self.__dict__.update(zip(names, given, strict=True))
            return
        values = dict(zip(names, given, strict=False), **named)
        if len(values) != len(given) + len(named) or not known.issuperset(values):
            raise TypeError(f"{kind.__qualname__} was given more than its fields: {', '.join(names)}")
        if len(values) < len(names):
            fresh = {name: make() for name, make in made.items() if name not in values}
            values = {**usual, **fresh, **values}
        if len(values) < len(names):
            lacking = ", ".join(name for name in names if name not in values)
            raise TypeError(f"{kind.__qualname__} lacks: {lacking}")
        self.__dict__.update(values)

    return initialise


def _teller(names: list[str]) -> Callable[[Any], str]:
    def tell(self: Any) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({told})"

    return tell


def _refuser(kind: type[Any], names: tuple[str, ...], act: Callable[..., None]) -> Callable[..., None]:
    def refuse(self: Any, name: str, *value: Any) -> None:
        if type(self) is kind or name in names:
            raise dataclasses.FrozenInstanceError(f"{kind.__qualname__} cannot be changed")
        act(self, name, *value)

    return refuse
