#pragma once

#include <stddef.h>

// Compression by the system's zlib, looked up at run time.

/// A stream that deflates bytes (RFC 1951), without header and trailer.
typedef struct csystem_deflate csystem_deflate;

/// NULL where there is no zlib or no memory. Level 1 is the fastest, 9 packs the most.
csystem_deflate *csystem_deflate_new(int level);

/// Begins a further stream. Gives 0, or -1.
int csystem_deflate_restart(csystem_deflate *stream);

/// Reads from `input` and writes to `output` until one of them is used up; tells how much of each.
/// With `last` no more input follows: call it until the stream has ended. Gives 0 where more is to
/// come, 1 at the end of the stream, -1 where it fails.
int csystem_deflate_step(
    csystem_deflate *stream, const void *input, size_t count, size_t *read, void *output,
    size_t capacity, size_t *written, int last);

void csystem_deflate_free(csystem_deflate *stream);
