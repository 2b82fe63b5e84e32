"""Build the wheel and use it as a stranger would: in a clean environment, far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Raise CalledProcessError or AssertionError at the first thing that doesn't hold."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(work), str(ROOT)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = work.glob("diptych-*.whl")
        venv.create(work / "venv", with_pip=True)
        python = work / "venv" / "bin" / "python"
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, str(wheel)], check=True)
        home = work / "home"
        home.mkdir()
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "PYTHON"))}
        environment = {**kept, "HOME": str(home)}

        def diptych(*arguments: str) -> str:
            command = [str(work / "venv" / "bin" / "diptych"), *arguments]
            done = subprocess.run(
                command, cwd=home, env=environment, check=True, stdout=subprocess.PIPE, text=True
            )
            return done.stdout

        assert wheel.name.split("-")[1] in diptych("--version")
        found = json.loads(diptych("search", "pompeo", "--json"))
        assert found["total"] == 3, found
        shown = [json.loads(line) for line in diptych("show", "--all", "--json").splitlines()]
        assert len(shown) == 5, shown
        pair = [article["id"] for article in shown[:2]]
        assert json.loads(diptych("compare", *pair, "--json"))["sentences"]["left"]
        (home / "pages").mkdir()
        (home / "pages" / "a.html").write_text("<html><p>Without the extra it is told.", "utf-8")
        (home / "pages" / "b.md").write_text("What is a text is read.\n", "utf-8")
        told = diptych("index", "pages", "--json")
        assert "diptych[pages]" in told, told
        size = wheel.stat().st_size
        sys.stdout.write(f"{wheel.name}: {size // 1024} KiB, installs and answers\n")


if __name__ == "__main__":
    main()
