"""New workbooks and new sheets: what they hold and how they look."""
