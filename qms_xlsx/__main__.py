"""Run the command line with `python -m qms_xlsx`."""

from qms_xlsx.cli import main

main(prog_name="qms-xlsx")
