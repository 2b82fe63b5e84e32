"""Where what is known of a library is kept between sessions."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from search.library import Place


def home(where: Place, cache: Path | None) -> Path:
    """Give the folder of one library's index: in `cache`, else in the user's cache folder."""
    base = cache or Path(platformdirs.user_cache_dir("diptych"))
    return base / blake2b(os.fsencode(where.path), digest_size=8).hexdigest()
