"""What several views read out of a record: names, titles, dates that are due, blanks, progress. No layout of pages."""
