"""The parts of the page about exchange that only it has: balance, direction of visits, co-design, line of sight."""
