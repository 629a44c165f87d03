"""The abilities that a dataset can teach: one yaml each under conf/ability, and code only where one differs."""
