"""What is asked of two articles: how close they are, how they compare, where a passage is met."""
