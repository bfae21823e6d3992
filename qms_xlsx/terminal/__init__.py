"""The command line's look: click's words, tables, the progress bar."""
