"""The soak: hours of use of the real program, and whether it came through them as it went in.

- `program`: the window as a process of its own, with settings and memory of its own
- `events`: what a stream tells, from the demo show, faster than it was
- `acts`: what is done to her, how often
- `stages`: her journal, read for latencies and for parts that were given up
- `watch`: memory, handles and threads over time
- `run`: all of it for so many minutes
- `figures`: what came of it, for machines and for people

Standard library and psutil only: it runs wherever she does.
"""
