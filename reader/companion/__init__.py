"""What the reader may know: a `Reading` has a story and a frontier, and answers about any place up to the frontier."""
