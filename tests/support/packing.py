"""Archives made of files at hand."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STORY = (
    "The ferry {} sank in the harbour on Sunday, and all who were on board were saved by night.\n"
)


def story(name: str) -> bytes:
    """Give a text about a ferry of some name, with a head."""
    return f"---\ntitle: {name} sinks\nsource: Daily Tide\n---\n\n{STORY.format(name)}".encode()


def lines(*names: str) -> bytes:
    """Give JSON Lines, a story each."""
    rows = ({"id": name, "title": f"{name} sinks", "text": STORY.format(name)} for name in names)
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Make a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    """Make a tar archive; `mode` as `tarfile` has it, such as `w:gz`."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]  # it knows no mode that is a variable
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()
