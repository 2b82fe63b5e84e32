"""Pages as browsers keep them in a file of their own."""
