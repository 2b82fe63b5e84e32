"""What all screens with a reader have in common."""
