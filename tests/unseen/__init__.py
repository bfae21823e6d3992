"""What people who had not seen the code wrote: rows, targets and deadlines, with what is right.

Each table was scored before its failures were looked at (the changelog holds the first scores).
Where an author's expectation was against the design, `corrected` says what stands there now, and why.
"""
