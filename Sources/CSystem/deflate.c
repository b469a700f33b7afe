#include "csystem_deflate.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>

// As zlib.h declares them; zlib compares version and size before it touches anything.
typedef struct {
    const unsigned char *next_in;
    unsigned avail_in;
    unsigned long total_in;
    unsigned char *next_out;
    unsigned avail_out;
    unsigned long total_out;
    const char *msg;
    void *state, *zalloc, *zfree, *opaque;
    int data_type;
    unsigned long adler, reserved;
} stream_t;

struct csystem_deflate {
    stream_t stream;
};

enum { METHOD_DEFLATED = 8, WINDOW_BITS_RAW = -15, MEMORY_LEVEL = 8, NO_FLUSH = 0, FINISH = 4,
       OK = 0, AT_END = 1, NO_PROGRESS = -5 };

static int (*init)(
    stream_t *, int level, int method, int window, int memory, int strategy, const char *version,
    int size);
static int (*deflate)(stream_t *, int flush);
static int (*reset)(stream_t *);
static int (*end)(stream_t *);
static const char *(*version)(void);
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
    init = (__typeof__(init))dlsym(library, "deflateInit2_");
    deflate = (__typeof__(deflate))dlsym(library, "deflate");
    reset = (__typeof__(reset))dlsym(library, "deflateReset");
    end = (__typeof__(end))dlsym(library, "deflateEnd");
    version = (__typeof__(version))dlsym(library, "zlibVersion");
    available = init && deflate && reset && end && version;
}

csystem_deflate *csystem_deflate_new(int level)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, look_up);
    csystem_deflate *result = available ? calloc(1, sizeof *result) : NULL;
    if (result && init(&result->stream, level, METHOD_DEFLATED, WINDOW_BITS_RAW, MEMORY_LEVEL, 0,
                       version(), (int)sizeof result->stream) != OK) {
        free(result);
        return NULL;
    }
    return result;
}

int csystem_deflate_restart(csystem_deflate *stream)
{
    return reset(&stream->stream) == OK ? 0 : -1;
}

int csystem_deflate_step(
    csystem_deflate *stream, const void *input, size_t count, size_t *read, void *output,
    size_t capacity, size_t *written, int last)
{
    unsigned in = count > UINT_MAX ? UINT_MAX : (unsigned)count;
    unsigned out = capacity > UINT_MAX ? UINT_MAX : (unsigned)capacity;
    stream->stream.next_in = input;
    stream->stream.avail_in = in;
    stream->stream.next_out = output;
    stream->stream.avail_out = out;
    int result = deflate(&stream->stream, last && in == count ? FINISH : NO_FLUSH);
    *read = in - stream->stream.avail_in;
    *written = out - stream->stream.avail_out;
    stream->stream.next_in = NULL;
    stream->stream.next_out = NULL;
    return result == AT_END ? 1 : result == OK || result == NO_PROGRESS ? 0 : -1;
}

void csystem_deflate_free(csystem_deflate *stream)
{
    if (stream) {
        end(&stream->stream);
        free(stream);
    }
}
