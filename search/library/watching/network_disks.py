"""Whether a folder lies on a disk of another machine, of which the system tells no changes."""

from __future__ import annotations

import os
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_KINDS = frozenset(
    "9p afs beegfs ceph cifs coda davfs gfs2 gpfs lustre ncpfs nfs nfs4 ocfs2 orangefs prl_fs smb3 smbfs"
    " vboxsf virtiofs vmhgfs".split()
)
"""File systems, by Linux's names, that others than this system write to."""
_LOCAL = "fuseblk"
"""Disks of this machine whose file system is a program's, such as NTFS."""
_AFTER_KIND = " - "
_POINT = 4
"""Which of the words before it names where a file system is mounted; see proc(5)."""


def on_network_disk(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether a folder is on a disk that others write to unseen; False where that isn't known.

    Only Linux says so. Cost: reading the list of mounted disks.
    """
    best, kind = "", ""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    for line in lines:
        before, _, after = line.partition(_AFTER_KIND)
        words, kinds = before.split(" "), after.split(" ")
        if len(words) <= _POINT:
            continue
        point = _plain(words[_POINT])
        if len(point) >= len(best) and _is_within(os.fspath(folder), point):
            best, kind = point, kinds[0]
    return kind in _KINDS or (kind.startswith("fuse") and kind != _LOCAL)


def _is_within(path: str, point: str) -> bool:
    return path == point or path.startswith(point.rstrip("/") + "/")


def _plain(name: str) -> str:
    """Give a name without the escapes in which blanks stand in that list."""
    for escaped, plain in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(escaped, plain)
    return name
