#include "csystem_inflate.h"

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

struct csystem_inflate {
    stream_t stream;
};

enum { WINDOW_BITS_RAW = -15, WINDOW_BITS_GZIP = 15 + 16, NO_FLUSH = 0, OK = 0, AT_END = 1,
       NO_PROGRESS = -5 };

static int (*init)(stream_t *, int window, const char *version, int size);
static int (*inflate)(stream_t *, int flush);
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
    init = (__typeof__(init))dlsym(library, "inflateInit2_");
    inflate = (__typeof__(inflate))dlsym(library, "inflate");
    reset = (__typeof__(reset))dlsym(library, "inflateReset");
    end = (__typeof__(end))dlsym(library, "inflateEnd");
    version = (__typeof__(version))dlsym(library, "zlibVersion");
    available = init && inflate && reset && end && version;
}

csystem_inflate *csystem_inflate_new(int gzip)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, look_up);
    csystem_inflate *result = available ? calloc(1, sizeof *result) : NULL;
    if (result && init(&result->stream, gzip ? WINDOW_BITS_GZIP : WINDOW_BITS_RAW, version(),
                       (int)sizeof result->stream) != OK) {
        free(result);
        return NULL;
    }
    return result;
}

int csystem_inflate_restart(csystem_inflate *stream)
{
    return reset(&stream->stream) == OK ? 0 : -1;
}

int csystem_inflate_step(
    csystem_inflate *stream, const void *input, size_t count, size_t *read, void *output,
    size_t capacity, size_t *written)
{
    unsigned in = count > UINT_MAX ? UINT_MAX : (unsigned)count;
    unsigned out = capacity > UINT_MAX ? UINT_MAX : (unsigned)capacity;
    stream->stream.next_in = input;
    stream->stream.avail_in = in;
    stream->stream.next_out = output;
    stream->stream.avail_out = out;
    int result = inflate(&stream->stream, NO_FLUSH);
    *read = in - stream->stream.avail_in;
    *written = out - stream->stream.avail_out;
    stream->stream.next_in = NULL;
    stream->stream.next_out = NULL;
    return result == AT_END ? 1 : result == OK || result == NO_PROGRESS ? 0 : -1;
}

void csystem_inflate_free(csystem_inflate *stream)
{
    if (stream) {
        end(&stream->stream);
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
