"""The figures of answers, and how they are shown: analysis fills `findings.Findings`, pages and tables read it."""
