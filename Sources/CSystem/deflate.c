#include "csystem_deflate.h"

#include <stdlib.h>

#include "zlib.h"

struct csystem_deflate {
    zlib_stream stream;
};

csystem_deflate *csystem_deflate_new(int level)
{
    csystem_deflate *result = calloc(1, sizeof *result);
    if (result && zlib_start_deflate(&result->stream, level, ZLIB_RAW) != 0) {
        free(result);
        return NULL;
    }
    return result;
}

int csystem_deflate_restart(csystem_deflate *stream)
{
    return zlib_open()->deflate_reset(&stream->stream) == ZLIB_OK ? 0 : -1;
}

int csystem_deflate_step(
    csystem_deflate *stream, const void *input, size_t count, size_t *read, void *output,
    size_t capacity, size_t *written, int last)
{
    return zlib_step(&stream->stream, zlib_open()->deflate, last ? ZLIB_FINISH : ZLIB_NO_FLUSH,
                     input, count, read, output, capacity, written);
}

void csystem_deflate_free(csystem_deflate *stream)
{
    if (stream) {
        zlib_open()->deflate_end(&stream->stream);
        free(stream);
    }
}
