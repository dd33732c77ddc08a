"""Who may see what: records as an audience may read them. Views, tables and exports read these, and need not know."""
