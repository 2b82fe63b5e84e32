"""The bundled articles."""

from __future__ import annotations

from pathlib import Path


def bundled() -> Path:
    """Give the folder of the five bundled articles.

    An installed package carries them inside `search`; a checkout has them at its root.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "articles"
    return inside if inside.is_dir() else package.parent / "articles"
