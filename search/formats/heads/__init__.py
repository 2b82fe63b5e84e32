"""What files state of themselves, in whatever form, by one table of names."""
