"""Set-up with nothing but the standard library: `run.py` starts Vesper, `test.py` proves her."""
