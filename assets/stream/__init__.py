"""A show to replay: `demo_show.txt` as it is written, `demo_show.jsonl` as it is played, `show.py` between them."""
