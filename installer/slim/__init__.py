"""Making the frozen build small: what stays out of it, and what of a library its loader never reads."""
