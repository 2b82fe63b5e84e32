"""One node of an archive: who asks it, one request, what can go wrong."""
