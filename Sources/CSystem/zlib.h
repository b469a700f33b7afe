#ifndef CSYSTEM_ZLIB_PRIVATE_H
#define CSYSTEM_ZLIB_PRIVATE_H

#include <stddef.h>

// The zlib of the system, opened at run time; for this target only.

// As zlib's own header declares them; zlib compares version and size before it touches anything.
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
} zlib_stream;

enum { ZLIB_OK = 0, ZLIB_AT_END = 1, ZLIB_NO_PROGRESS = -5, ZLIB_NO_FLUSH = 0, ZLIB_FINISH = 4,
       ZLIB_RAW = -15, ZLIB_GZIP = 15 + 16 };

typedef struct {
    int (*inflate_init)(zlib_stream *, int window, const char *version, int size);
    int (*inflate)(zlib_stream *, int flush);
    int (*inflate_reset)(zlib_stream *);
    int (*inflate_end)(zlib_stream *);
    int (*deflate_init)(
        zlib_stream *, int level, int method, int window, int memory, int strategy,
        const char *version, int size);
    int (*deflate)(zlib_stream *, int flush);
    int (*deflate_reset)(zlib_stream *);
    int (*deflate_end)(zlib_stream *);
    const char *(*version)(void);
} zlib_functions;

// The functions, all of them; NULL where the library or one of them is missing.
const zlib_functions *zlib_open(void);

// Starts a stream of zeroes that compresses: 0, or -1.
int zlib_start_deflate(zlib_stream *stream, int level, int window);

// One step of inflate or deflate, with `flush` once all of the input is handed over: 1 at the end
// of the stream, 0 before, -1 for an error.
int zlib_step(
    zlib_stream *stream, int (*function)(zlib_stream *, int flush), int flush, const void *input,
    size_t count, size_t *read, void *output, size_t capacity, size_t *written);

#endif
