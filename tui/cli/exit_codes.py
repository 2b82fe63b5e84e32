"""The exit codes of the command, which other programs rely on."""

DONE = 0
NOTHING_FOUND = 1
WRONG_REQUEST = 2
FAILED = 3
INTERRUPTED = 130
