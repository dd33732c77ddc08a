"""The parts of the page of training needs: what serves each of them, the cascade, the weighing and the choice."""
