"""Build the wheel and use it as a stranger would: in a clean environment, far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SHARED = (
    "share/man/man1/diptych.1",
    "share/bash-completion/completions/diptych",
    "share/zsh/site-functions/_diptych",
    "share/fish/vendor_completions.d/diptych.fish",
)


def main() -> None:
    """Raise CalledProcessError or AssertionError at the first thing that doesn't hold."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
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
        for name in SHARED:
            assert (work / "venv" / name).read_bytes() == (ROOT / name).read_bytes(), name
        for said in install_by_tools(wheel, work, environment):
            sys.stdout.write(f"{said}\n")
        size = wheel.stat().st_size
        sys.stdout.write(f"{wheel.name}: {size // 1024} KiB, installs and answers\n")


def install_by_tools(wheel: Path, work: Path, environment: dict[str, str]) -> Iterator[str]:
    """Install the wheel as pipx and uv do, and run it; say what was done.

    A tool that the package index doesn't give is passed over, and said.
    """
    venv.create(work / "tools", with_pip=True)
    tools = work / "tools" / "bin"
    quiet = ["--quiet", "--disable-pip-version-check"]
    for tool, command in (("pipx", ["install"]), ("uv", ["tool", "install"])):
        got = [str(tools / "python"), "-m", "pip", "install", *quiet, tool]
        if subprocess.run(got, check=False).returncode:
            yield f"{tool}: the package index doesn't give it, so it was not tried"
            continue
        home, programs = work / f"{tool}-home", work / f"{tool}-bin"
        folders = {
            "PIPX_HOME": str(home),
            "PIPX_BIN_DIR": str(programs),
            "PIPX_MAN_DIR": str(work / "pipx-man"),
            "UV_TOOL_DIR": str(home),
            "UV_TOOL_BIN_DIR": str(programs),
        }
        told = {**environment, **folders}
        install = [str(tools / tool), *command, "--python", sys.executable, str(wheel)]
        subprocess.run(install, check=True, env=told, cwd=work, capture_output=True)
        run = [str(programs / "diptych"), "search", "pompeo", "--json"]
        found = subprocess.run(run, check=True, env=told, cwd=work, stdout=subprocess.PIPE)
        assert json.loads(found.stdout)["total"] == 3
        pages = list(home.rglob("man1/diptych.1"))
        assert pages, f"{tool} installs no manual page"
        assert list(home.rglob("completions/diptych")), f"{tool} installs no completions"
        if tool == "pipx":
            assert (work / "pipx-man" / "man1" / "diptych.1").exists()
        yield f"{tool} installs it, with its manual page and completions"


if __name__ == "__main__":
    main()
