"""Results into the cells of a workbook that stands."""
