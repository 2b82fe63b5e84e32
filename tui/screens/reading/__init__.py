"""What every screen has on which an article is read."""
