#include "csystem_thread.h"

#include <stdio.h>
#include <stdlib.h>

static _Thread_local int is_serving;

void csystem_thread_set_serves(int serves)
{
    is_serving = serves;
}

void csystem_thread_may_block(const char *call)
{
    if (is_serving) {
        fprintf(stderr, "%s was called on the thread that owns the sockets\n", call);
        abort();
    }
}
