#include "csystem_gzip.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>

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

enum { METHOD_DEFLATED = 8, WINDOW_BITS_GZIP = 15 + 16, MEMORY_LEVEL = 8, FINISH = 4, AT_END = 1 };

static int (*init)(
    stream_t *, int level, int method, int window, int memory, int strategy, const char *version,
    int size);
static int (*deflate)(stream_t *, int flush);
static int (*end)(stream_t *);
static const char *(*version)(void);
static int available;

static void look_up(void) {
#ifdef __APPLE__
    void *library = dlopen("/usr/lib/libz.1.dylib", RTLD_NOW | RTLD_LOCAL);
#else
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
#endif
    if (!library) return;
    init = (__typeof__(init))dlsym(library, "deflateInit2_");
    deflate = (__typeof__(deflate))dlsym(library, "deflate");
    end = (__typeof__(end))dlsym(library, "deflateEnd");
    version = (__typeof__(version))dlsym(library, "zlibVersion");
    available = init && deflate && end && version;
}

int csystem_gzip_is_available(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, look_up);
    return available;
}

ssize_t csystem_gzip_compress(
    const void *input, size_t count, void *output, size_t capacity, int level) {
    if (!csystem_gzip_is_available() || count > UINT_MAX || capacity > UINT_MAX) return -1;
    stream_t stream = {
        .next_in = input, .avail_in = (unsigned)count,
        .next_out = output, .avail_out = (unsigned)capacity};
    if (init(&stream, level, METHOD_DEFLATED, WINDOW_BITS_GZIP, MEMORY_LEVEL, 0, version(),
             (int)sizeof stream) != 0)
        return -1;
    int result = deflate(&stream, FINISH);
    ssize_t length = result == AT_END ? (ssize_t)stream.total_out : -1;
    end(&stream);
    return length;
}
