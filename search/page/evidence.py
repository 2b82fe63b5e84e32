"""A value of the head with where the page states it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value and where the page states it, in words such as `text: line 3`."""

    value: str
    where: str
