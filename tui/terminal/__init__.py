"""The terminal and what is around it: output gate, clipboard, signals, keys in order, other programs."""
