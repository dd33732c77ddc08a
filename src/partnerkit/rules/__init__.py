"""What practice says goes wrong in partnerships, as rules: one folder a family, one module a rule."""
