"""File systems without locks, as the kernel answers for them: all works, and one line says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from refusing import POSSIBLE

REFUSING = Path(__file__).resolve().parents[1] / "support" / "refusing.py"


def diptych(home: Path, error: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where locks are answered with an error."""
    refused = [sys.executable, str(REFUSING), error]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    return subprocess.run(
        [*refused, sys.executable, "-m", "tui", *arguments],
        env={**kept, "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not POSSIBLE, reason="no filter of system calls for this machine")
@pytest.mark.parametrize("error", ["ENOLCK", "EOPNOTSUPP", "ENOSYS"])
def test_without_locks_all_works_and_one_line_says_so(tmp_path: Path, error: str) -> None:
    library = tmp_path / "library"
    library.mkdir()
    for name in "abc":
        (library / f"{name}.md").write_text(f"---\ntitle: Tide {name}\n---\n\nA story.\n", "utf-8")
    for state in ("first", "again"):
        done = diptych(tmp_path, error, "search", "story", str(library), "--json")
        assert done.returncode == 0, state
        assert json.loads(done.stdout)["total"] == 3
        assert done.stderr.count("\n") == 1
        assert done.stderr.endswith(
            ": this file system has no locks; only one program may index there at a time\n"
        )
    (library / "a.md").unlink()
    done = diptych(tmp_path, error, "index", str(library), "--json")
    assert json.loads(done.stdout)["removed"] == 1
    done = diptych(tmp_path, error, "doctor", str(library), "--json")
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert checks["index"]["value"].startswith("ready, 2 articles")
    assert not checks["lock"]["ok"]
    assert "no locks" in checks["lock"]["value"]
    assert checks["lock"]["mend"]
