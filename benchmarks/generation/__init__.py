"""Parts of the generator: schools, people, hours and money, wishes."""
