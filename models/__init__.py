"""What the planning problem and its answer are: frozen dataclasses, standard library only."""
