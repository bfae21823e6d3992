"""What words mean to the grammars: rows of a class, an example and phrases, and nothing else."""
