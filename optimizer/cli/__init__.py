"""The commands, a module each: options in, one call of the pipeline, words out.

Heavy libraries are imported inside the commands, so that `--hulp` answers at once.
"""

from optimizer.cli.dutch import speak_dutch

# Before any command is made: click's types get their name when they are made.
speak_dutch()
