"""Which articles dwell on the same: short profiles kept with each, and how close two are."""
