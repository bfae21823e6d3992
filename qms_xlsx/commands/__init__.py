"""The commands: options in, one call, sentences out, an exit status."""
