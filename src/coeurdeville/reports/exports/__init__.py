"""The files of a diagnostic that machines and spreadsheets read: map layers, tables, one JSON document."""
