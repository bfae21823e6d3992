"""The toolkit's version: what the package, the command line and every summary say."""

__version__ = "0.2.0"
