"""Running a program to which the system refuses file locks, as some file systems do.

    python refusing.py ERROR program argument …

The kernel answers all calls for file locks with the error of that name (`ENOLCK`, `EOPNOTSUPP`,
`ENOSYS`), by a filter of system calls, for which no special right is needed.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

_MACHINES = {  # the kernel's name of the machine, and the numbers of flock and fcntl
    "x86_64": (0xC000003E, 73, 72),
    "aarch64": (0xC00000B7, 32, 25),
}
POSSIBLE = sys.platform == "linux" and platform.machine() in _MACHINES
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_LOCKING = (5, 6, 7, 36, 37, 38)
"""The commands of fcntl that are about locks."""


def refuse_locks(error: int) -> None:
    """Make every file lock fail in this process and its children, permanently."""
    machine, flock, fcntl = _MACHINES[platform.machine()]
    allow = 6 + len(_LOCKING)
    program = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 0, allow - 2, machine),
        (_LOAD, 0, 0, 0),
        (_EQUAL, allow - 3, 0, flock),
        (_EQUAL, 0, allow - 5, fcntl),
        (_LOAD, 0, 0, 24),
        *((_EQUAL, allow - 6 - at, 0, asked) for at, asked in enumerate(_LOCKING)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE | error),
    ]
    packed = b"".join(struct.pack("HBBI", *one) for one in program)
    code = ctypes.create_string_buffer(packed)
    asked = struct.pack("HxxxxxxP", len(program), ctypes.addressof(code))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SET_FILTER, _FILTER, asked, 0, 0)):
        if system.prctl(*call):
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    refuse_locks(getattr(errno, sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 - what this program is for
