"""The thread of a partnership, one module a part of it: opportunity, alignment, agreement, plan, activation and so on."""
