"""The application: screens on an open workbook in the browser of the user, and nothing but them."""
