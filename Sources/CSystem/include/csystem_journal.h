#pragma once

#include <stddef.h>
#include <stdint.h>

// Memory that a serving process and the parent that starts it both see: what is being done now, and
// what was being done whenever a serving process died. It outlives the serving process, so that its
// successor can read what the parent noted there.

/// The bytes of a data set's name that are kept; a longer one is not written down.
enum { CSYSTEM_JOURNAL_NAME = 256 };

typedef struct csystem_journal csystem_journal;

/// What a serving process has said of itself since it was started, or the first of all was.
typedef enum { CSYSTEM_JOURNAL_SERVES, CSYSTEM_JOURNAL_IS_ANNOUNCED } csystem_journal_mark;

/// A piece of work that was under way when a serving process died. All pieces of one death have its
/// time, in nanoseconds since 1970.
typedef struct {
    int64_t time;
    int64_t began;
    int32_t signal;
    /// Pieces of work that the journal had no room for.
    uint32_t unnoted;
    uint8_t step;
    uint8_t out_of_memory;
    uint16_t length;
    char set[CSYSTEM_JOURNAL_NAME];
} csystem_journal_death;

/// Makes an empty journal. Returns its descriptor, or a negated errno.
int csystem_journal_create(csystem_journal **journal);

/// Maps the journal behind a descriptor; gives 0 or a negated errno, -EINVAL where it is none.
int csystem_journal_map(int descriptor, csystem_journal **journal);

/// Takes a mapping away.
void csystem_journal_unmap(csystem_journal *journal);

/// Notes that a step begins. Returns the entry for `end`, or -1 where there is no room. Any number
/// of threads may call this; none ever waits.
int csystem_journal_begin(
    csystem_journal *journal, uint8_t step, const char *set, size_t length);

/// Notes that what `begin` gave the entry for is over.
void csystem_journal_end(csystem_journal *journal, int entry);

void csystem_journal_set_mark(csystem_journal *journal, csystem_journal_mark mark, int is_set);
int csystem_journal_mark_is_set(csystem_journal *journal, csystem_journal_mark mark);

/// Notes that the serving process died, with all that it was doing, and clears the entries. Returns
/// how many there were. Nobody else may use the journal meanwhile.
int csystem_journal_bury(csystem_journal *journal, int signal, int out_of_memory);

/// Counts that a serving process was started, and gives how many were.
void csystem_journal_count_start(csystem_journal *journal);
uint64_t csystem_journal_start_count(csystem_journal *journal);

/// How many pieces of work have been noted with deaths so far, and how many of them were taken.
uint64_t csystem_journal_death_count(csystem_journal *journal);
uint64_t csystem_journal_taken_count(csystem_journal *journal);

/// Reads the piece of work of a number. Returns 0, or -ENOENT where it has been overwritten by
/// later ones, or is none.
int csystem_journal_read_death(
    csystem_journal *journal, uint64_t number, csystem_journal_death *death);

/// Notes that all pieces before a number need not be read again.
void csystem_journal_take_deaths(csystem_journal *journal, uint64_t count);
