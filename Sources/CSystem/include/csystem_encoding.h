#pragma once

#include <stdint.h>

// The character sets that the C library's iconv knows, one character at a time: for making tables.

/// Opens a character set by its Windows code page number (1250, 28592 for ISO 8859-2, 932, 54936).
/// Returns a handle above 0, or a negated errno where this system does not know it.
intptr_t csystem_encoding_open(int page);

/// The Unicode scalar of a character of `count` bytes (1 to 4), the first in the highest of them;
/// -1 where the bytes are none or more than one, -2 where they are the beginning of one.
int64_t csystem_encoding_scalar(intptr_t handle, uint32_t bytes, int count);

/// Closes a handle.
void csystem_encoding_close(intptr_t handle);
