"""Run the command line with `python -m qms_xlsx`, deaf to the modules of the folder it runs in."""

import sys

# Python puts the current folder first: a stranger's rich.py beside the forms would be run as ours.
# Where the package itself stands there, it has been found by now.
if not sys.flags.safe_path:
    del sys.path[0]

from qms_xlsx.cli import main

main(prog_name="qms-xlsx")
