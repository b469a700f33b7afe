#include "csystem_memory.h"

#ifdef __linux__
#include <features.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

void csystem_memory_give_back(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
