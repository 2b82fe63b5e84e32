"""The session with a library: requests, the threads that answer them, and events."""
