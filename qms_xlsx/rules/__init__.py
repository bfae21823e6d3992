"""Rules over whole registers, forms and results, and the catalogue of them."""
