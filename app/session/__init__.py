"""One program in a user's session: the only one of its folder, started at login, light on memory."""
