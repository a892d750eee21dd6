"""The local HTTP API: `server` the organ, `routes` what it answers, `guard` who may ask, `hub` the live stream."""
