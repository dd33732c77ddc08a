"""The parts of the joint plan that only its page has: time line, blend, expertise, ledger, risk matrix, annex."""
