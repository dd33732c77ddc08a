"""What `check` looks at besides form and rules: levels, pages, ids given twice, and what a change excuses."""
