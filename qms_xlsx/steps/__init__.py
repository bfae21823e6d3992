"""The steps of a year, one module a verb: on paths and values, without printing or exiting."""
