#include "csystem_poller.h"

#include <errno.h>
#include <unistd.h>

enum { BATCH = 256 };

#ifdef __linux__
#include <sys/epoll.h>

int csystem_poller_create(void) {
    int poller = epoll_create1(EPOLL_CLOEXEC);
    return poller < 0 ? -errno : poller;
}

static int control(int poller, int operation, int descriptor, uint64_t token, uint32_t interest) {
    struct epoll_event event = {.events = 0, .data.u64 = token};
    if (interest & CSYSTEM_POLLER_READABLE) event.events |= EPOLLIN;
    if (interest & CSYSTEM_POLLER_WRITABLE) event.events |= EPOLLOUT;
    return epoll_ctl(poller, operation, descriptor, &event) < 0 ? -errno : 0;
}

int csystem_poller_add(int poller, int descriptor, uint64_t token, uint32_t interest) {
    return control(poller, EPOLL_CTL_ADD, descriptor, token, interest);
}

int csystem_poller_change(int poller, int descriptor, uint64_t token, uint32_t interest) {
    return control(poller, EPOLL_CTL_MOD, descriptor, token, interest);
}

int csystem_poller_remove(int poller, int descriptor) {
    return control(poller, EPOLL_CTL_DEL, descriptor, 0, 0);
}

int csystem_poller_wait(int poller, csystem_poller_event *events, int capacity, int milliseconds) {
    struct epoll_event ready[BATCH];
    int count = epoll_wait(poller, ready, capacity < BATCH ? capacity : BATCH, milliseconds);
    if (count < 0) return errno == EINTR ? 0 : -errno;
    for (int i = 0; i < count; i++) {
        uint32_t readiness = 0;
        if (ready[i].events & EPOLLIN) readiness |= CSYSTEM_POLLER_READABLE;
        if (ready[i].events & EPOLLOUT) readiness |= CSYSTEM_POLLER_WRITABLE;
        if (ready[i].events & (EPOLLHUP | EPOLLERR)) readiness |= CSYSTEM_POLLER_HANGUP;
        events[i] = (csystem_poller_event){.token = ready[i].data.u64, .readiness = readiness};
    }
    return count;
}

#else
#include <fcntl.h>
#include <sys/event.h>
#include <sys/types.h>
#include <time.h>

int csystem_poller_create(void) {
    int poller = kqueue();
    if (poller < 0) return -errno;
    fcntl(poller, F_SETFD, FD_CLOEXEC);
    return poller;
}

static int set_filter(int poller, int descriptor, uint64_t token, int16_t filter, int wanted) {
    struct kevent change;
    EV_SET(&change, descriptor, filter, wanted ? EV_ADD : EV_DELETE, 0, 0, (void *)(uintptr_t)token);
    if (kevent(poller, &change, 1, NULL, 0, NULL) == 0) return 0;
    return !wanted && errno == ENOENT ? 0 : -errno;
}

int csystem_poller_change(int poller, int descriptor, uint64_t token, uint32_t interest) {
    int read =
        set_filter(poller, descriptor, token, EVFILT_READ, interest & CSYSTEM_POLLER_READABLE);
    int write =
        set_filter(poller, descriptor, token, EVFILT_WRITE, interest & CSYSTEM_POLLER_WRITABLE);
    return read < 0 ? read : write;
}

int csystem_poller_add(int poller, int descriptor, uint64_t token, uint32_t interest) {
    return csystem_poller_change(poller, descriptor, token, interest);
}

int csystem_poller_remove(int poller, int descriptor) {
    return csystem_poller_change(poller, descriptor, 0, 0);
}

int csystem_poller_wait(int poller, csystem_poller_event *events, int capacity, int milliseconds) {
    struct kevent ready[BATCH];
    struct timespec limit = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
    int count = kevent(
        poller, NULL, 0, ready, capacity < BATCH ? capacity : BATCH, milliseconds < 0 ? NULL : &limit);
    if (count < 0) return errno == EINTR ? 0 : -errno;
    for (int i = 0; i < count; i++) {
        uint32_t readiness =
            ready[i].filter == EVFILT_READ ? CSYSTEM_POLLER_READABLE : CSYSTEM_POLLER_WRITABLE;
        // End of file on the read side is read as such; on the write side the peer is gone.
        if (ready[i].filter == EVFILT_WRITE && (ready[i].flags & EV_EOF)) {
            readiness |= CSYSTEM_POLLER_HANGUP;
        }
        events[i] = (csystem_poller_event){.token = (uint64_t)(uintptr_t)ready[i].udata,
                                    .readiness = readiness};
    }
    return count;
}
#endif
