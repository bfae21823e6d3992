"""The workbook as we lay it out: areas, keys, labels, look, templates."""
