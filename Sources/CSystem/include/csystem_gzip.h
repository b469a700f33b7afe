#pragma once

#include <stddef.h>
#include <sys/types.h>

// The system's zlib, looked up at run time: where there is none, nothing is compressed.

/// Whether there is a zlib.
int csystem_gzip_is_available(void);

/// Writes `input` as a gzip file (RFC 1952) without name and time, so that the same bytes give the
/// same result. Returns its length, or -1 where it needs more than `capacity` bytes or fails.
ssize_t csystem_gzip_compress(
    const void *input, size_t count, void *output, size_t capacity, int level);
