#pragma once

/// Gives memory that was freed, but kept for further use, back to the system where the C library
/// can; some milliseconds for each hundred megabytes.
void csystem_memory_give_back(void);
