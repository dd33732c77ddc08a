"""The parts of the portfolio: partnerships in rows, their profiles and dates, who gains, and who pays."""
