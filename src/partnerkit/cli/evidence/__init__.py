"""Add evidence, verify its files, note their changes, record an assessor's decision, plan what is looked at again."""
