"""The parts of the page of engagement: the map of stakeholders, the appointments, the reach, and what was answered."""
