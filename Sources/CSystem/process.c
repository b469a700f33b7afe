#define _GNU_SOURCE
#include "csystem_process.h"
#include "csystem_shared.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

extern char **environ;

// A program started without standard streams gets pipes on 0, 1 or 2: they would overlap when
// they are put in place for a child.
static int move_above_standard_streams(int ends[2])
{
    for (int i = 0; i < 2; i++) {
        if (ends[i] > STDERR_FILENO) {
            continue;
        }
        int moved = fcntl(ends[i], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        int code = errno;
        close(ends[i]);
        ends[i] = moved;
        if (moved < 0) {
            close(ends[1 - i]);
            return -code;
        }
    }
    return 0;
}

int csystem_process_pipe(int ends[2])
{
#ifdef __linux__
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return -errno;
    }
#else
    if (pipe(ends) != 0) {
        return -errno;
    }
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETNOSIGPIPE, 1);
    }
#endif
#ifdef F_SETPIPE_SZ
    // Rows go over in tiles of some hundred kilobytes; where no more is allowed, 64 KiB remain.
    fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
#endif
    return move_above_standard_streams(ends);
}

int csystem_process_set_nonblocking(int descriptor)
{
    int flags = fcntl(descriptor, F_GETFL);
    return flags >= 0 && fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 ? 0 : -errno;
}

static int redirect(
    posix_spawn_file_actions_t *actions, int input, int output, int error, int shared)
{
    int code = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
    code = code ? code : posix_spawn_file_actions_adddup2(actions, output, STDOUT_FILENO);
    code = code ? code : posix_spawn_file_actions_adddup2(actions, error, STDERR_FILENO);
    // The last one: a pipe that lay there is in its place by now.
    return code || shared < 0
        ? code
        : posix_spawn_file_actions_adddup2(actions, shared, CSYSTEM_SHARED_DESCRIPTOR);
}

// On macOS nothing is inherited but what is put in place; on Linux programs open all as
// close-on-exec.
static int reset_signals(posix_spawnattr_t *attributes)
{
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef __APPLE__
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int code = posix_spawnattr_setsigmask(attributes, &none);
    code = code ? code : posix_spawnattr_setsigdefault(attributes, &all);
    return code ? code : posix_spawnattr_setflags(attributes, flags);
}

// Starts a program with what `actions` put in place; gives a positive errno.
static int start(
    const char *path, char *const arguments[], const posix_spawn_file_actions_t *actions,
    pid_t *child)
{
    posix_spawnattr_t attributes;
    int code = posix_spawnattr_init(&attributes);
    if (code != 0) {
        return code;
    }
    code = reset_signals(&attributes);
    code = code ? code : posix_spawn(child, path, actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    return code;
}

int csystem_process_spawn(
    const char *path, char *const arguments[], int input, int output, int error, int shared,
    pid_t *child)
{
    posix_spawn_file_actions_t actions;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) {
        return -code;
    }
    code = redirect(&actions, input, output, error, shared);
    code = code ? code : start(path, arguments, &actions, child);
    posix_spawn_file_actions_destroy(&actions);
    return -code;
}

// The descriptors above every place that they get, so that none is overwritten before its turn.
static int copy_above(const int *descriptors, int count, int copies[])
{
    for (int i = 0; i < count; i++) {
        copies[i] = fcntl(descriptors[i], F_DUPFD_CLOEXEC, CSYSTEM_PROCESS_FIRST_INHERITED + count);
        if (copies[i] < 0) {
            int code = errno;
            while (i-- > 0) {
                close(copies[i]);
            }
            return code;
        }
    }
    return 0;
}

static int put_in_place(posix_spawn_file_actions_t *actions, const int copies[], int count)
{
    int code = 0;
#ifdef __APPLE__
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO && code == 0; stream++) {
        code = posix_spawn_file_actions_addinherit_np(actions, stream);
    }
#endif
    for (int i = 0; i < count && code == 0; i++) {
        code = posix_spawn_file_actions_adddup2(
            actions, copies[i], CSYSTEM_PROCESS_FIRST_INHERITED + i);
    }
    return code;
}

int csystem_process_spawn_inheriting(
    const char *path, char *const arguments[], const int *descriptors, int count, pid_t *child)
{
    int copies[CSYSTEM_PROCESS_INHERITED_LIMIT];
    if (count > CSYSTEM_PROCESS_INHERITED_LIMIT) {
        return -E2BIG;
    }
    int code = copy_above(descriptors, count, copies);
    if (code != 0) {
        return -code;
    }
    posix_spawn_file_actions_t actions;
    code = posix_spawn_file_actions_init(&actions);
    if (code == 0) {
        code = put_in_place(&actions, copies, count);
        code = code ? code : start(path, arguments, &actions, child);
        posix_spawn_file_actions_destroy(&actions);
    }
    for (int i = 0; i < count; i++) {
        close(copies[i]);
    }
    return -code;
}

int csystem_process_adopt(int descriptor)
{
    return fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 ? 0 : -errno;
}

static pid_t wait_for(pid_t child, int options, int *signal, int *status)
{
    int word = 0;
    pid_t ended;
    do {
        ended = waitpid(child, &word, options);
    } while (ended < 0 && errno == EINTR);
    if (ended > 0) {
        *signal = WIFSIGNALED(word) ? WTERMSIG(word) : 0;
        *status = WIFEXITED(word) ? WEXITSTATUS(word) : 0;
    }
    return ended < 0 ? -errno : ended;
}

int csystem_process_reap(pid_t child, int block, int *signal, int *status)
{
    pid_t ended = wait_for(child, block ? 0 : WNOHANG, signal, status);
    return ended > 0 ? 1 : ended;
}

int csystem_process_reap_any(pid_t *child, int *signal, int *status)
{
    *child = wait_for(-1, WNOHANG, signal, status);
    return *child > 0 ? 1 : *child == -ECHILD ? 0 : *child;
}

int csystem_process_is_running(pid_t process)
{
    if (kill(process, 0) != 0 && errno == ESRCH) {
        return 0;
    }
    char path[32], text[512];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return 1;
    }
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    text[count > 0 ? count : 0] = 0;
    // "number (name) state ...": the name may hold anything.
    const char *name_end = strrchr(text, ')');
    char state = name_end && name_end[1] == ' ' ? name_end[2] : '?';
    return state != 'Z' && state != 'X';
}

ssize_t csystem_process_write_quietly(int descriptor, const void *bytes, size_t count)
{
#ifdef __linux__
    // SIGPIPE goes to the writing thread: hold it back, and take it away if this write raised it.
    sigset_t pipe_signal, before, pending;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    sigpending(&pending);
    int was_pending = sigismember(&pending, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    ssize_t written = write(descriptor, bytes, count);
    int code = errno;
    if (written < 0 && code == EPIPE && !was_pending) {
        struct timespec at_once = {0, 0};
        while (sigtimedwait(&pipe_signal, NULL, &at_once) < 0 && errno == EINTR) {
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
#else
    // The pipes are made with F_SETNOSIGPIPE.
    ssize_t written = write(descriptor, bytes, count);
    int code = errno;
#endif
    return written < 0 ? -code : written;
}

int csystem_process_wait_for_byte(int pipe)
{
    char byte;
    ssize_t count;
    do {
        count = read(pipe, &byte, 1);
    } while (count < 0 && errno == EINTR);
    return count == 1;
}

void csystem_process_set_name(const char *name)
{
#ifdef __linux__
    // By the file, since the call would name the calling thread only.
    int file = open("/proc/self/comm", O_WRONLY | O_CLOEXEC);
    if (file >= 0) {
        ssize_t written = write(file, name, strlen(name));
        (void)written;
        close(file);
    }
#else
    (void)name;
#endif
}

void csystem_process_close_from(int first)
{
#if defined(__linux__) && defined(SYS_close_range)
    if (syscall(SYS_close_range, (unsigned)first, ~0U, 0) == 0) {
        return;
    }
#endif
    long last = sysconf(_SC_OPEN_MAX);
    for (int descriptor = first; descriptor < (last > 0 && last < 65536 ? last : 65536);
         descriptor++) {
        close(descriptor);
    }
}

int csystem_process_limit_memory(uint64_t bytes)
{
    struct rlimit none = {0, 0}, space = {bytes, bytes};
    if (setrlimit(RLIMIT_CORE, &none) != 0 || setrlimit(RLIMIT_AS, &space) != 0) {
        return -errno;
    }
    return 0;
}

int csystem_process_limit_time(uint64_t seconds)
{
    struct rusage used;
    struct rlimit limit;
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) {
        return -errno;
    }
    rlim_t wanted = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1) + seconds;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    return setrlimit(RLIMIT_CPU, &limit) == 0 ? 0 : -errno;
}
