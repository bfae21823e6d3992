"""What people who had not seen the code wrote: rows, targets and deadlines, with what is right.

Each table was scored before its failures were looked at (the changelog holds the first scores).
"""
