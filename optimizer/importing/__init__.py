"""Import: any overview of tasks in, a filled template and a list of doubts out."""
