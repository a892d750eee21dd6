"""How everything looks: colours, vector signs, how much may move."""
