#pragma once

#include <stddef.h>

// Memory that this process shares with a child which it does not trust.

/// Where a child finds the descriptor of the memory it is given.
enum { CSYSTEM_SHARED_DESCRIPTOR = 3 };

/// Makes memory of a fixed size and maps it. Returns its descriptor, which no program inherits
/// unless it is given it, or a negated errno: -ENOTSUP where the size cannot be sealed, since a
/// child that made the memory smaller would end whoever reads it.
int csystem_shared_create(size_t bytes, void **memory);

/// Maps the memory behind a descriptor; gives 0 or a negated errno.
int csystem_shared_map(int descriptor, size_t bytes, void **memory);

/// Takes a mapping away.
void csystem_shared_unmap(void *memory, size_t bytes);

/// Closes a descriptor.
void csystem_shared_close(int descriptor);
