"""Between the screens and the desk: requests, the threads that answer them, and events."""
