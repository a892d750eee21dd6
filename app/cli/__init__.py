"""The command line: `arguments.parser()` reads it; the other modules are commands, `run(args) -> exit code`.

Exit codes: 0 done, 1 it did not work, 2 the command was wrong, 130 interrupted.
"""
