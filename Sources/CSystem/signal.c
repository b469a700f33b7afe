#include "csystem_signal.h"
#include "csystem_socket.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static volatile sig_atomic_t target = -1, every_target = -1;

static void tell(int descriptor, int signal) {
    int kept = errno;
    unsigned char number = (unsigned char)signal;
    ssize_t written = write(descriptor, &number, 1);
    (void)written;
    errno = kept;
}

static void forward(int signal) { tell(target, signal); }

static void forward_every(int signal) { tell(every_target, signal); }

int csystem_signal_write_to(int signal, int descriptor) {
    target = descriptor;
    struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART | SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    return sigaction(signal, &action, NULL) < 0 ? -errno : 0;
}

int csystem_signal_pipe(const int *signals, int count) {
    int ends[2];
    int code = csystem_socket_pipe(ends);
    if (code < 0) return code;
    every_target = ends[1];
    struct sigaction action = {.sa_handler = forward_every, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < count; i++)
        if (sigaction(signals[i], &action, NULL) < 0) return -errno;
    return ends[0];
}

int csystem_signal_next(int pipe, int milliseconds) {
    struct pollfd entry = {.fd = pipe, .events = POLLIN};
    int ready;
    do ready = poll(&entry, 1, milliseconds);
    while (ready < 0 && errno == EINTR);
    unsigned char number = 0;
    return ready > 0 && read(pipe, &number, 1) == 1 ? number : 0;
}
