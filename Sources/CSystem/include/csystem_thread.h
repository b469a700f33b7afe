#pragma once

/// Marks the calling thread as one that serves: calls that may block stop the program there.
/// Done where a server is told to be strict, as the tests tell it.
void csystem_thread_set_serves(int serves);

/// Called by whatever may block or takes long, with its name; stops the program on a thread that
/// serves and does nothing on any other.
void csystem_thread_may_block(const char *call);
