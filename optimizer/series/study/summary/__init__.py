"""What a study says: means and differences with their intervals, who wins, how sure it is."""
