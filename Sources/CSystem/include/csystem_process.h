#pragma once

// What Swift cannot say, or not alike on Linux and macOS, about starting and limiting a process.
// Functions give 0 for success, else a negated errno, unless they say otherwise.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// A pipe whose ends no other program inherits, both above the standard streams; `ends[0]` is read,
// `ends[1]` written.
int csystem_process_pipe(int ends[2]);

// Makes reads and writes on `descriptor` return at once instead of waiting.
int csystem_process_set_nonblocking(int descriptor);

// Starts the program at `path` with its standard input, output and error on the descriptors given,
// `shared` (unless -1) on the one after them, the starter's environment, no blocked or caught
// signal, and (macOS) no other descriptor.
int csystem_spawn(
    const char *path, char *const arguments[], int input, int output, int error, int shared,
    pid_t *child);

// Waits for `child` (or, without `block`, looks) and tells how it ended. Gives 0 while it runs,
// else 1 with `*signal` the number of the signal that ended it, or 0 and `*status` its exit status.
int csystem_reap(pid_t child, int block, int *signal, int *status);

// Writes and gives the count written; a reader that is gone gives -EPIPE, never the signal SIGPIPE.
ssize_t csystem_write_quietly(int descriptor, const void *bytes, size_t count);

// Closes every descriptor from `first` on.
void csystem_close_from(int first);

// Bounds this process's address space (where the system enforces it) and forbids core files.
int csystem_limit_memory(uint64_t bytes);

// Lets this process use `seconds` of processor time beyond what it has used; then it is ended.
int csystem_limit_processor_time(uint64_t seconds);
