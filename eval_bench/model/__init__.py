"""Models under test: one part per file, with a yaml of the same name in conf/model/."""
