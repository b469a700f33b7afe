#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// What Swift cannot say, or not alike on Linux and macOS, about starting and limiting a process.
// Functions give 0 for success, else a negated errno, unless they say otherwise.

/// A pipe whose ends no other program inherits, both above the standard streams; `ends[0]` is read,
/// `ends[1]` written.
int csystem_process_pipe(int ends[2]);

/// Makes reads and writes on `descriptor` return at once instead of waiting.
int csystem_process_set_nonblocking(int descriptor);

/// Starts the program at `path` with its standard input, output and error on the descriptors given,
/// `shared` (unless -1) on the one after them, the starter's environment, no blocked or caught
/// signal, and (macOS) no other descriptor.
int csystem_process_spawn(
    const char *path, char *const arguments[], int input, int output, int error, int shared,
    pid_t *child);

/// Where the first of the descriptors that a child inherits is found, and how many there may be.
enum { CSYSTEM_PROCESS_FIRST_INHERITED = 3, CSYSTEM_PROCESS_INHERITED_LIMIT = 8 };

/// Starts the program at `path` with the starter's standard streams and environment, no blocked,
/// caught or ignored signal, and `descriptors` one after the other from
/// CSYSTEM_PROCESS_FIRST_INHERITED on.
int csystem_process_spawn_inheriting(
    const char *path, char *const arguments[], const int *descriptors, int count, pid_t *child);

/// Takes over a descriptor that was inherited: programs started later do not get it by themselves.
int csystem_process_adopt(int descriptor);

/// Waits for `child` (or, without `block`, looks) and tells how it ended. Gives 0 while it runs,
/// else 1 with `*signal` the number of the signal that ended it, or 0 and `*status` its exit
/// status.
int csystem_process_reap(pid_t child, int block, int *signal, int *status);

/// Takes the next ended child of this process, whichever it is, without waiting. Gives 0 where none
/// has ended, else 1 with `*child` and how it ended as `csystem_process_reap` does.
int csystem_process_reap_any(pid_t *child, int *signal, int *status);

/// Whether a process of this number runs. One that has ended does not, even while nobody has asked
/// how (where the system tells, as Linux does).
int csystem_process_is_running(pid_t process);

/// Writes and gives the count written; a reader that is gone gives -EPIPE, never the signal
/// SIGPIPE.
ssize_t csystem_process_write_quietly(int descriptor, const void *bytes, size_t count);

/// Waits for a byte in an inherited pipe. Gives 0 when the other end is closed, which happens when
/// its holder ends, however it does.
int csystem_process_wait_for_byte(int pipe);

/// Gives this process the name that lists of processes show, where the system has such names.
void csystem_process_set_name(const char *name);

/// Closes every descriptor from `first` on.
void csystem_process_close_from(int first);

/// Bounds this process's address space (where the system enforces it) and forbids core files.
int csystem_process_limit_memory(uint64_t bytes);

/// Lets this process use `seconds` of processor time beyond what it has used; then it is ended.
int csystem_process_limit_time(uint64_t seconds);
