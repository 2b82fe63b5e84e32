"""The facade for interfaces: open a library, sync, search, read and compare."""
