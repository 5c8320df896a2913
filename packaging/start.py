"""What the bundle starts: the program as its command does; without words, the application."""

from multiprocessing import freeze_support

from optimizer.cli.main import run

if __name__ == "__main__":
    # The solver runs in a process of its own, which in a bundle starts this file again.
    freeze_support()
    run()
