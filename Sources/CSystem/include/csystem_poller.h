#pragma once

#include <stdint.h>

// Readiness of many descriptors: epoll on Linux, kqueue elsewhere, level-triggered in both.

enum {
    CSYSTEM_POLLER_READABLE = 1,
    CSYSTEM_POLLER_WRITABLE = 2,
    /// Both directions are gone, or the connection failed; reported without being asked for.
    CSYSTEM_POLLER_HANGUP = 4,
};

typedef struct {
    uint64_t token;
    uint32_t readiness;
} csystem_poller_event;

int csystem_poller_create(void);
int csystem_poller_add(int poller, int descriptor, uint64_t token, uint32_t interest);
int csystem_poller_change(int poller, int descriptor, uint64_t token, uint32_t interest);
int csystem_poller_remove(int poller, int descriptor);

/// Waits at most `milliseconds` (-1: for ever). Returns how many of `events` were filled.
int csystem_poller_wait(int poller, csystem_poller_event *events, int capacity, int milliseconds);
