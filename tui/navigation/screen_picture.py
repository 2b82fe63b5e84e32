"""A picture of the screen, written to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import NotWrittenError, named_path, write_whole

if TYPE_CHECKING:
    from textual.app import App

    from tui.session.requests import PictureRequest


def draw(app: App[None], request: PictureRequest) -> None:
    """Write the screen as SVG, and say where it went or why not. Cost: some tenths of a second."""
    file = named_path(request.file).absolute()
    try:
        write_whole(file, [app.export_screenshot(title="Diptych")])
    except NotWrittenError as error:
        app.notify(f"{error}.", severity="warning", markup=False)
    else:
        app.notify(f"Wrote a picture of the screen to {file}.", markup=False)
