"""The error of a damaged file."""

from __future__ import annotations

from search.processes.work_errors import PassedOnError


class DamagedError(PassedOnError):
    """A file of the index is damaged, cut short or gone; building the index anew mends it.

    Never meant for the user: the desk catches it and builds.
    """
