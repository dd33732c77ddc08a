"""The thread of a partnership from the opportunity to the review, one module a part of it."""
