"""How it is started: arguments and commands; the only room that sees all the others."""
