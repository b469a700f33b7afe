#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "csystem_socket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

typedef union {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
} address_t;

static int prepare(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0) return -1;
    return fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

static void set_on(int socket, int level, int option) {
    int on = 1;
    setsockopt(socket, level, option, &on, sizeof on);
}

/// Closes what could not be finished and gives the error that was seen first.
static int failed(int descriptor) {
    int seen = errno;
    close(descriptor);
    return -seen;
}

static socklen_t parse(const char *text, uint16_t port, address_t *address) {
    memset(address, 0, sizeof *address);
    if (inet_pton(AF_INET, text, &address->v4.sin_addr) == 1) {
        address->v4.sin_family = AF_INET;
        address->v4.sin_port = htons(port);
        return sizeof address->v4;
    }
    if (inet_pton(AF_INET6, text, &address->v6.sin6_addr) == 1) {
        address->v6.sin6_family = AF_INET6;
        address->v6.sin6_port = htons(port);
        return sizeof address->v6;
    }
    return 0;
}

int csystem_socket_listen(const char *text, uint16_t port, int backlog) {
    address_t address;
    socklen_t length = parse(text, port, &address);
    if (length == 0) return -EINVAL;
#ifdef __linux__
    int listener = socket(address.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0) return -errno;
#else
    int listener = socket(address.any.sa_family, SOCK_STREAM, 0);
    if (listener < 0) return -errno;
    if (prepare(listener) < 0) return failed(listener);
#endif
    set_on(listener, SOL_SOCKET, SO_REUSEADDR);
    // The unspecified address "::" serves IPv4 too; any other is what it says and nothing else.
    if (address.any.sa_family == AF_INET6) {
        int only = !IN6_IS_ADDR_UNSPECIFIED(&address.v6.sin6_addr);
        setsockopt(listener, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof only);
    }
    if (bind(listener, &address.any, length) < 0 || listen(listener, backlog) < 0)
        return failed(listener);
    return listener;
}

int csystem_socket_connect(const char *text, uint16_t port) {
    address_t address;
    socklen_t length = parse(text, port, &address);
    if (length == 0) return -EINVAL;
    int descriptor = socket(address.any.sa_family, SOCK_STREAM, 0);
    if (descriptor < 0) return -errno;
    if (fcntl(descriptor, F_SETFD, FD_CLOEXEC) < 0
        || connect(descriptor, &address.any, length) < 0)
        return failed(descriptor);
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0) return failed(descriptor);
#ifndef __linux__
    set_on(descriptor, SOL_SOCKET, SO_NOSIGPIPE);
#endif
    return descriptor;
}

int csystem_socket_wait(int socket, int for_writing, int milliseconds) {
    struct pollfd wanted = {.fd = socket, .events = for_writing ? POLLOUT : POLLIN};
    int ready = poll(&wanted, 1, milliseconds);
    return ready < 0 ? -errno : ready;
}

static int port_of(const address_t *address) {
    return ntohs(address->any.sa_family == AF_INET6 ? address->v6.sin6_port
                                                    : address->v4.sin_port);
}

/// The numeric address as text; empty where there is none.
static void write_text(const address_t *address, char text[CSYSTEM_SOCKET_ADDRESS_TEXT]) {
    const void *bytes = address->any.sa_family == AF_INET6 ? (const void *)&address->v6.sin6_addr
                                                           : (const void *)&address->v4.sin_addr;
    if (!inet_ntop(address->any.sa_family, bytes, text, CSYSTEM_SOCKET_ADDRESS_TEXT)) text[0] = 0;
}

int csystem_socket_adopt_listener(int socket, char text[CSYSTEM_SOCKET_ADDRESS_TEXT]) {
    int listens = 0;
    socklen_t size = sizeof listens;
    if (getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) < 0 || !listens)
        return -EINVAL;
    address_t address;
    socklen_t length = sizeof address;
    if (prepare(socket) < 0 || getsockname(socket, &address.any, &length) < 0) return -errno;
    write_text(&address, text);
    return port_of(&address);
}

int csystem_socket_local_port(int socket) {
    address_t address;
    socklen_t length = sizeof address;
    if (getsockname(socket, &address.any, &length) < 0) return -errno;
    return port_of(&address);
}

int csystem_socket_accept(int listener, char peer[CSYSTEM_SOCKET_ADDRESS_TEXT]) {
    address_t address;
    socklen_t length = sizeof address;
    int accepted;
    do {
#ifdef __linux__
        accepted = accept4(listener, &address.any, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
        accepted = accept(listener, &address.any, &length);
#endif
    } while (accepted < 0 && errno == EINTR);
    if (accepted < 0) return -errno;
#ifndef __linux__
    if (prepare(accepted) < 0) return failed(accepted);
    set_on(accepted, SOL_SOCKET, SO_NOSIGPIPE);
#endif
    set_on(accepted, IPPROTO_TCP, TCP_NODELAY);
    write_text(&address, peer);
    return accepted;
}

ssize_t csystem_socket_receive(int socket, void *buffer, size_t capacity) {
    ssize_t count;
    do count = recv(socket, buffer, capacity, 0);
    while (count < 0 && errno == EINTR);
    return count < 0 ? -errno : count;
}

ssize_t csystem_socket_send(
    int socket, const void *first, size_t first_count, const void *second, size_t second_count) {
    struct iovec parts[2] = {{(void *)first, first_count}, {(void *)second, second_count}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
#ifdef MSG_NOSIGNAL
    int flags = MSG_NOSIGNAL;
#else
    int flags = 0;
#endif
    ssize_t count;
    do count = sendmsg(socket, &message, flags);
    while (count < 0 && errno == EINTR);
    return count < 0 ? -errno : count;
}

int csystem_socket_shut_down_writes(int socket) {
    return shutdown(socket, SHUT_WR) < 0 ? -errno : 0;
}

int csystem_socket_pipe(int ends[2]) {
#ifdef __linux__
    return pipe2(ends, O_NONBLOCK | O_CLOEXEC) < 0 ? -errno : 0;
#else
    if (pipe(ends) < 0) return -errno;
    if (prepare(ends[0]) < 0 || prepare(ends[1]) < 0) {
        close(ends[0]);
        return failed(ends[1]);
    }
    return 0;
#endif
}
