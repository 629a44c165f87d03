"""What says which answers are right. One scorer = one file and one yaml in conf/scorer/."""
