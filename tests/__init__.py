"""What the reader and the author get: a folder a room, and tests of the whole."""
