"""Workbooks → registers and submissions: values and findings."""
