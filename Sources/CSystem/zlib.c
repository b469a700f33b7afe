#include "zlib.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>

static zlib_functions found;
static int available;

static void look_up(void)
{
#ifdef __APPLE__
    void *library = dlopen("/usr/lib/libz.1.dylib", RTLD_NOW | RTLD_LOCAL);
#else
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
#endif
    if (!library) {
        return;
    }
#define WANT(field, name) (found.field = (__typeof__(found.field))dlsym(library, name))
    available = WANT(inflate_init, "inflateInit2_") && WANT(inflate, "inflate")
        && WANT(inflate_reset, "inflateReset") && WANT(inflate_end, "inflateEnd")
        && WANT(deflate_init, "deflateInit2_") && WANT(deflate, "deflate")
        && WANT(deflate_reset, "deflateReset") && WANT(deflate_end, "deflateEnd")
        && WANT(version, "zlibVersion");
#undef WANT
}

const zlib_functions *zlib_open(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, look_up);
    return available ? &found : NULL;
}

int zlib_start_deflate(zlib_stream *stream, int level, int window)
{
    enum { METHOD_DEFLATED = 8, MEMORY_LEVEL = 8, STRATEGY_DEFAULT = 0 };
    const zlib_functions *zlib = zlib_open();
    return zlib
            && zlib->deflate_init(stream, level, METHOD_DEFLATED, window, MEMORY_LEVEL,
                                  STRATEGY_DEFAULT, zlib->version(), (int)sizeof *stream)
                == ZLIB_OK
        ? 0
        : -1;
}

int zlib_step(
    zlib_stream *stream, int (*function)(zlib_stream *, int flush), int flush, const void *input,
    size_t count, size_t *read, void *output, size_t capacity, size_t *written)
{
    unsigned in = count > UINT_MAX ? UINT_MAX : (unsigned)count;
    unsigned out = capacity > UINT_MAX ? UINT_MAX : (unsigned)capacity;
    stream->next_in = input;
    stream->avail_in = in;
    stream->next_out = output;
    stream->avail_out = out;
    int result = function(stream, in == count ? flush : ZLIB_NO_FLUSH);
    *read = in - stream->avail_in;
    *written = out - stream->avail_out;
    stream->next_in = NULL;
    stream->next_out = NULL;
    return result == ZLIB_AT_END ? 1 : result == ZLIB_OK || result == ZLIB_NO_PROGRESS ? 0 : -1;
}
