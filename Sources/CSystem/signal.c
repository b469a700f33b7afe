#include "csystem_signal.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static volatile sig_atomic_t target = -1;

static void forward(int signal) {
    int kept = errno;
    unsigned char number = (unsigned char)signal;
    ssize_t written = write(target, &number, 1);
    (void)written;
    errno = kept;
}

int csystem_signal_to_descriptor(int signal, int descriptor) {
    target = descriptor;
    struct sigaction action = {.sa_handler = forward, .sa_flags = SA_RESTART | SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    return sigaction(signal, &action, NULL) < 0 ? -errno : 0;
}
