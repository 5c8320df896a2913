"""What a change of the input would do to a finished plan; knows no workbook and no prose."""
