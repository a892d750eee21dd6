"""What windows of forms are made of: `controls` (text, switch, choice, dot), `fields`, `secret`, `lamp`, `style`."""
