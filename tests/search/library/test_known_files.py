from __future__ import annotations

from search.library import Changes, Entry, File, changes


def test_size_and_times_tell_what_to_look_at() -> None:
    known = {
        path: Entry(path, 3, "10 12", b"")
        for path in ("same", "longer", "later", "replaced", "gone")
    }
    here = [
        File("same", 3, 10, 12),
        File("longer", 4, 10, 12),
        File("later", 3, 11, 12),
        File("replaced", 3, 10, 13),
        File("new", 3, 10, 12),
    ]
    assert changes(known, here) == Changes(tuple(here[1:]), ("gone",))
