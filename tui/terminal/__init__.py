"""The terminal: output filter, clipboard, signals, key order, other programs."""
