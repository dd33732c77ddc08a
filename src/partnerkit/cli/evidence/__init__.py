"""Add evidence to a record, verify its files, record an assessor's decision, plan what quality assurance looks at."""
