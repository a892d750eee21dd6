"""Stands in the frozen build for the package of this name, of which SecretStorage needs one cipher.

keyring talks to the Linux keyrings through SecretStorage, which encrypts what crosses the bus with AES in CBC
mode. The real package brings 14 MB for it; here the cipher is that of the OpenSSL which Python itself is
linked with.
"""
