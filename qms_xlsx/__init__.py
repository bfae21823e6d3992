"""Quality objectives in spreadsheets: registers, forms, checks, aggregation, summaries."""
