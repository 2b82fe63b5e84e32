"""What lies over a screen for a while: help, lists, a window that is too small."""
