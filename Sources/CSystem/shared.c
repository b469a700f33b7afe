#define _GNU_SOURCE
#include "csystem_shared.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int csystem_shared_map(int descriptor, size_t bytes, void **memory)
{
    *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    return *memory == MAP_FAILED ? -errno : 0;
}

void csystem_shared_unmap(void *memory, size_t bytes)
{
    munmap(memory, bytes);
}

void csystem_shared_close(int descriptor)
{
    close(descriptor);
}

#if defined(__linux__) && defined(F_ADD_SEALS) && defined(MFD_ALLOW_SEALING)

static int sealed(int descriptor, size_t bytes)
{
    if (ftruncate(descriptor, (off_t)bytes) != 0
        || fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
        return -errno;
    }
    return 0;
}

int csystem_shared_create(size_t bytes, void **memory)
{
    int made = memfd_create("rows", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (made < 0) {
        return -errno;
    }
    // Above the place it gets in a child, so that nothing put in place before overlaps it.
    int descriptor = fcntl(made, F_DUPFD_CLOEXEC, CSYSTEM_SHARED_DESCRIPTOR + 1);
    int code = descriptor < 0 ? -errno : sealed(descriptor, bytes);
    close(made);
    code = code != 0 ? code : csystem_shared_map(descriptor, bytes, memory);
    if (code != 0 && descriptor >= 0) {
        close(descriptor);
    }
    return code != 0 ? code : descriptor;
}

#else

int csystem_shared_create(size_t bytes, void **memory)
{
    (void)bytes;
    (void)memory;
    return -ENOTSUP;
}

#endif
