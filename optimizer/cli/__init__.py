"""The commands, a module each: options in, one call of the pipeline, words out.

Heavy libraries are imported inside the commands, so that `--help` answers at once.
"""
