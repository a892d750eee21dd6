"""Ciphers, and nothing else."""
