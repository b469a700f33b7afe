#include "csystem_inflate.h"

#include <pthread.h>
#include <stdlib.h>

#include "zlib.h"

struct csystem_inflate {
    zlib_stream stream;
};

csystem_inflate *csystem_inflate_new(int gzip)
{
    const zlib_functions *zlib = zlib_open();
    csystem_inflate *result = zlib ? calloc(1, sizeof *result) : NULL;
    if (result && zlib->inflate_init(&result->stream, gzip ? ZLIB_GZIP : ZLIB_RAW,
                                     zlib->version(), (int)sizeof result->stream) != ZLIB_OK) {
        free(result);
        return NULL;
    }
    return result;
}

int csystem_inflate_restart(csystem_inflate *stream)
{
    return zlib_open()->inflate_reset(&stream->stream) == ZLIB_OK ? 0 : -1;
}

int csystem_inflate_step(
    csystem_inflate *stream, const void *input, size_t count, size_t *read, void *output,
    size_t capacity, size_t *written)
{
    return zlib_step(&stream->stream, zlib_open()->inflate, ZLIB_NO_FLUSH, input, count, read,
                     output, capacity, written);
}

void csystem_inflate_free(csystem_inflate *stream)
{
    if (stream) {
        zlib_open()->inflate_end(&stream->stream);
        free(stream);
    }
}

static uint32_t table[256];

static void make_table(void)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t value = i;
        for (int bit = 0; bit < 8; bit++) {
            value = value & 1 ? 0xEDB88320u ^ value >> 1 : value >> 1;
        }
        table[i] = value;
    }
}

uint32_t csystem_inflate_crc(uint32_t before, const void *bytes, size_t count)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_table);
    const unsigned char *byte = bytes;
    uint32_t value = ~before;
    for (size_t i = 0; i < count; i++) {
        value = table[(value ^ byte[i]) & 0xFF] ^ value >> 8;
    }
    return ~value;
}
