"""How the program is started: arguments and commands. This is the only room that may import all the others."""
