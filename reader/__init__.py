"""A companion reader for the terminal: a story a beat at a time, and beside it what you know by then."""

__version__ = "0.1.0"
