"""Does at random what a reader or a terminal may do. Nothing of it may end the program.

`python -m tests.fuzz --minutes 60 --seed 7` does it for an hour; a failure names the seed that repeats it.
"""
