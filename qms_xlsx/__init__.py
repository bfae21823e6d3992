"""Quality objectives in spreadsheets: registers, forms, checks, six-monthly aggregation, summaries."""
