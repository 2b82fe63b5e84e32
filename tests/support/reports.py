"""Two reports on one flood that differ in names, quotations, figures and repetitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

GAZETTE = """---
title: Mayor resigns after flood
source: The Gazette
date: 2024-03-02
---
The river burst its banks on Tuesday night and flooded the old town of Marlow within two hours.

Firefighters rescued forty people from rooftops, the fire service of Marlow said.

“We warned the ministry about the dam three times last year,” said council engineer Petra Lang. In Marlow the embattled mayor Paul Brandt resigned. Brandt said: “I take the blame for all of it.”

The river burst its banks on Tuesday night and flooded the old town of Marlow within two hours.

The weather service in 東京, [bold]Tokyo[/bold], had warned that 12 houses were in danger of the flood.
"""

POST = """---
title: Brandt goes
source: Evening Post
date: 2024-03-03
---
“We warned the ministry about the dam three times last year,” engineer Petra Lang told reporters.

The old town of Marlow was flooded within two hours when the river burst its banks on Tuesday night.

Thirty-eight people were rescued from rooftops by firefighters, the fire service of Marlow said.

The weather service had warned that 14 houses were in danger of the flood. Insurers in London expect claims, and insurers pay. In Marlow the popular mayor Paul Brandt stepped down.
"""


def write_reports(library: Path) -> Path:
    """Write both reports into a new folder."""
    library.mkdir()
    (library / "gazette.md").write_text(GAZETTE, encoding="utf-8")
    (library / "post.md").write_text(POST, encoding="utf-8")
    return library
