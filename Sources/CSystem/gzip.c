#include "csystem_gzip.h"

#include <limits.h>

#include "zlib.h"

int csystem_gzip_is_available(void) { return zlib_open() != NULL; }

ssize_t csystem_gzip_compress(
    const void *input, size_t count, void *output, size_t capacity, int level) {
    if (count > UINT_MAX || capacity > UINT_MAX) return -1;
    zlib_stream stream = {
        .next_in = input, .avail_in = (unsigned)count,
        .next_out = output, .avail_out = (unsigned)capacity};
    if (zlib_start_deflate(&stream, level, ZLIB_GZIP) != 0) return -1;
    int result = zlib_open()->deflate(&stream, ZLIB_FINISH);
    ssize_t length = result == ZLIB_AT_END ? (ssize_t)stream.total_out : -1;
    zlib_open()->deflate_end(&stream);
    return length;
}
