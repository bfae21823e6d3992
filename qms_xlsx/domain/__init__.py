"""Values and rules: no spreadsheet, no input or output."""
