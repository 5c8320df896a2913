"""What is open: the workbook, its edits, its plan, the work that runs; one for all windows."""
