"""What the reader may know: a story and a frontier into a Reading, which answers for any place behind it."""
