"""Writing to an archive: the right to do it, changes gathered here, requests of bounded size."""
