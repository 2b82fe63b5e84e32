"""What comes into the library while it is open: brought in by the user, or fetched from feeds."""
