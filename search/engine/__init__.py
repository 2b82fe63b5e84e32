"""Search engines: below this room it is known what stores an index and how it mends itself."""
