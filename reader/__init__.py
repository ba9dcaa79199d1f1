"""A companion reader for the terminal: a story a beat at a time, and beside it what you know by then."""
