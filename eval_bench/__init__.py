"""eval_bench: the benchmark that shows what a model learned. Its commands arrive with a later release."""
