#pragma once

#include <stddef.h>
#include <stdint.h>

// Decompression by the system's zlib, looked up at run time.

/// A stream of deflated bytes (RFC 1951).
typedef struct csystem_inflate csystem_inflate;

/// A stream without any header or, where `gzip` is not 0, in a gzip file (RFC 1952), whose checks
/// are made. NULL where there is no zlib or no memory.
csystem_inflate *csystem_inflate_new(int gzip);

/// Begins a further stream of the same kind. Gives 0, or -1.
int csystem_inflate_restart(csystem_inflate *stream);

/// Reads from `input` and writes to `output` until one of them is used up or the stream ends; tells
/// how much of each. Gives 0 where more is to come, 1 at the end of the stream, -1 where the bytes
/// are no such stream.
int csystem_inflate_step(
    csystem_inflate *stream, const void *input, size_t count, size_t *read, void *output,
    size_t capacity, size_t *written);

void csystem_inflate_free(csystem_inflate *stream);

/// The CRC-32 of what came before (0 at first) and `bytes`, as ZIP and gzip use it.
uint32_t csystem_inflate_crc(uint32_t before, const void *bytes, size_t count);
