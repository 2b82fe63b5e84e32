"""Loading a new index: without replicas meanwhile, and with those it had afterwards."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from search.engine.opensearch.archive_connection import NotThereError

if TYPE_CHECKING:
    from search.engine.opensearch.archive_connection import Connection
    from search.engine.opensearch.archive_state import ArchiveState

_NAMES = ("number_of_replicas", "auto_expand_replicas")
_OFF = {"number_of_replicas": 0, "auto_expand_replicas": "false"}
_DOCUMENT = "loading"


class Loading:
    """The replicas of an index while it is filled for the first time.

    What they were is written down in the archive's state before they are taken away, and is there
    until they are back: whoever writes next restores those of a program that was killed. Only a
    writer that holds the archive's lock may use it.
    """

    def __init__(self, connection: Connection, state: ArchiveState) -> None:
        self._connection = connection
        self._state = state

    def begin(self, index: str, *, fresh: bool) -> None:
        """Take the replicas of an index away where it is new; one that was being loaded still is.

        An index that another program was loading when it was killed, and that isn't this one, is
        removed with the list of its files: nothing ever used it.
        """
        before = self._index()
        if before and before != index:
            self._remove(before)
        if fresh and before != index:
            self._state.tell(_DOCUMENT, {"index": index, "settings": self._settings(index)})
            self._change(index, _OFF)

    def end(self) -> None:
        """Give the index back what it had; nothing where nothing was taken."""
        told = self._state.told(_DOCUMENT)
        if told is None:
            return
        settings = told.get("settings")
        if isinstance(settings, dict):
            with suppress(NotThereError):  # it was removed meanwhile
                self._change(self._index(), {name: settings.get(name) for name in _NAMES})
        self._state.forget(_DOCUMENT)

    def _index(self) -> str:
        """Give the index that is being loaded; empty if there is none."""
        told = self._state.told(_DOCUMENT) or {}
        name = str(told.get("index", ""))
        return name if name.startswith(f"{self._state.name}-") else ""

    def _settings(self, index: str) -> dict[str, Any]:
        answer = self._connection.ask(f"/{index}/_settings", flat_settings="true")
        told = answer.get(index, {}).get("settings", {})
        return {name: told.get(f"index.{name}") for name in _NAMES}

    def _change(self, index: str, settings: dict[str, Any]) -> None:
        self._connection.send("PUT", f"/{index}/_settings", {"index": settings})

    def _remove(self, index: str) -> None:
        with suppress(NotThereError):
            self._connection.send("DELETE", f"/{index}")
        self._state.forget_files(index)
        self._state.forget(_DOCUMENT)
