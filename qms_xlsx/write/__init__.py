"""Everything that leaves the office: forms, summaries, notes, documents, frames."""
