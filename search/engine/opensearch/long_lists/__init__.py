"""Lists in an archive that are longer than it gives at once."""
