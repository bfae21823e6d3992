"""Vietnamese text, numbers, units, old encodings, and the messages made of them."""
