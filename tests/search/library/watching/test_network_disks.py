"""Disks of other machines, as Linux lists what is mounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.library.watching.network_disks import on_network_disk

_MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /srv/news rw,relatime - nfs4 harbour:/news rw,vers=4.2
41 22 0:36 / /srv/with\040blank rw - cifs //harbour/share rw
42 22 0:37 / /home/ida/remote rw - fuse.sshfs ida@harbour: rw
43 22 8:17 / /media/stick rw - fuseblk /dev/sdb1 rw
44 40 8:33 / /srv/news/local rw - xfs /dev/sdc1 rw
a line of another kind
"""


@pytest.mark.parametrize(
    ("folder", "other"),
    [
        ("/home/ida", False),
        ("/srv", False),
        ("/srv/news", True),
        ("/srv/news/2024/may", True),
        ("/srv/newspaper", False),
        ("/srv/with blank/deep", True),
        ("/home/ida/remote/x", True),
        ("/media/stick/news", False),
        ("/srv/news/local/a", False),
    ],
)
def test_a_folder_is_on_the_disk_mounted_nearest_above_it(
    tmp_path: Path, folder: str, other: bool
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(_MOUNTS)
    assert on_network_disk(Path(folder), mounts) is other


def test_where_nothing_is_listed_nothing_is_another_machines(tmp_path: Path) -> None:
    assert not on_network_disk(tmp_path, tmp_path / "none")
