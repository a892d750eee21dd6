"""AES in CBC mode, by OpenSSL's EVP interface (EVP_EncryptInit(3)); padding is the caller's."""

from __future__ import annotations

import ctypes
import ssl
from functools import cache

from . import algorithms, modes

__all__ = ["Cipher", "algorithms", "modes"]

_BLOCK = 16


class Cipher:
    """A cipher with its key and initialisation vector."""

    def __init__(self, algorithm: algorithms.AES, mode: modes.CBC, _backend: None = None) -> None:
        """Choose; nothing is done yet."""
        self._key, self._vector = algorithm.key, mode.initialization_vector

    def encryptor(self) -> Context:
        """Begin to encrypt."""
        return Context(self._key, self._vector, encrypt=True)

    def decryptor(self) -> Context:
        """Begin to decrypt."""
        return Context(self._key, self._vector, encrypt=False)


class Context:
    """Bytes in, bytes out, block by block."""

    def __init__(self, key: bytes, vector: bytes, *, encrypt: bool) -> None:
        """Set up.

        Raises:
            ValueError: OpenSSL refused.
        """
        self._crypto = _openssl()
        self._context = self._crypto.EVP_CIPHER_CTX_new()
        cipher = getattr(self._crypto, f"EVP_aes_{8 * len(key)}_cbc")()
        begun = self._crypto.EVP_CipherInit_ex(self._context, cipher, None, key, vector, int(encrypt))
        _require(begun)
        self._crypto.EVP_CIPHER_CTX_set_padding(self._context, 0)

    def __del__(self) -> None:
        if context := getattr(self, "_context", None):
            self._crypto.EVP_CIPHER_CTX_free(context)

    def update(self, data: bytes) -> bytes:
        """Take bytes; give what is done."""
        room, written = ctypes.create_string_buffer(len(data) + _BLOCK), ctypes.c_int()
        done = self._crypto.EVP_CipherUpdate(self._context, room, ctypes.byref(written), data, len(data))
        _require(done)
        return room.raw[: written.value]

    def finalize(self) -> bytes:
        """End; give the rest.

        Raises:
            ValueError: what was put in is not a whole number of blocks.
        """
        room, written = ctypes.create_string_buffer(_BLOCK), ctypes.c_int()
        _require(self._crypto.EVP_CipherFinal_ex(self._context, room, ctypes.byref(written)))
        return room.raw[: written.value]


def _require(done: int) -> None:
    if done != 1:
        raise ValueError("OpenSSL could not do this")


@cache
def _openssl() -> ctypes.CDLL:
    """The libcrypto that `ssl` has loaded; asked for by its soname, the loader gives that very one."""
    crypto = ctypes.CDLL(f"libcrypto.so.{ssl.OPENSSL_VERSION_INFO[0]}")
    for name in ("EVP_CIPHER_CTX_new", "EVP_aes_128_cbc", "EVP_aes_192_cbc", "EVP_aes_256_cbc"):
        getattr(crypto, name).restype = ctypes.c_void_p
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    crypto.EVP_CipherInit_ex.argtypes = [pointer, pointer, pointer, text, text, number]
    crypto.EVP_CIPHER_CTX_set_padding.argtypes = [pointer, number]
    crypto.EVP_CIPHER_CTX_free.argtypes = [pointer]
    crypto.EVP_CipherUpdate.argtypes = [pointer, text, ctypes.POINTER(number), text, number]
    crypto.EVP_CipherFinal_ex.argtypes = [pointer, text, ctypes.POINTER(number)]
    return crypto
