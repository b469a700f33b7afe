#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Descriptors made here are close-on-exec and non-blocking, and never raise SIGPIPE.

/// Bytes that hold any textual address and its terminator.
enum { CSYSTEM_SOCKET_ADDRESS_TEXT = 64 };

/// A listening TCP socket on a numeric address, IPv4 or IPv6; port 0 lets the system choose.
int csystem_socket_listen(const char *address, uint16_t port, int backlog);

/// A TCP socket that is connected to a numeric address; waits for the connection, but not after it.
int csystem_socket_connect(const char *address, uint16_t port);

/// Waits until a socket can be read, or written; 0 when the time is over.
int csystem_socket_wait(int socket, int for_writing, int milliseconds);

/// Takes over a socket that listens, from a process that opened it: its address goes to `address`,
/// its port is returned. -EINVAL where the descriptor is none of such a socket.
int csystem_socket_adopt_listener(int socket, char address[CSYSTEM_SOCKET_ADDRESS_TEXT]);

/// The port a socket is bound to.
int csystem_socket_local_port(int socket);

/// The next waiting connection, without Nagle's delay; the peer's address goes to `peer`.
int csystem_socket_accept(int listener, char peer[CSYSTEM_SOCKET_ADDRESS_TEXT]);

ssize_t csystem_socket_receive(int socket, void *buffer, size_t capacity);

/// Sends both parts, in order, by one call.
ssize_t csystem_socket_send(
    int socket, const void *first, size_t first_count, const void *second, size_t second_count);

/// Tells the peer that no more bytes will come.
int csystem_socket_shut_down_writes(int socket);

/// A pipe, both ends non-blocking: read end first.
int csystem_socket_pipe(int ends[2]);
