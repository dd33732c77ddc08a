"""Parts of the cross-reference sheet: criteria held against evidence, with what assessors and samplers decided."""
