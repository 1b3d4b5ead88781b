"""A call for the archives: a table, a workbook, a bundle of files."""
