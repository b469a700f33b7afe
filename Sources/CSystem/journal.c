#define _GNU_SOURCE
#include "csystem_journal.h"
#include "csystem_shared.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAGIC = 0x704A0001, SLOTS = 64, DEATHS = 128 };

enum { FREE, CLAIMED, ACTIVE };

typedef struct {
    _Atomic uint32_t state;
    uint8_t step;
    uint16_t length;
    int64_t began;
    char set[CSYSTEM_JOURNAL_NAME];
} slot_t;

struct csystem_journal {
    uint32_t magic;
    _Atomic uint32_t marks[2];
    /// Pieces of work under way that found no slot.
    _Atomic uint32_t unnoted;
    /// Where a free slot is looked for first.
    _Atomic uint32_t next;
    _Atomic uint64_t death_count, taken_count;
    _Atomic uint64_t start_count;
    slot_t slots[SLOTS];
    csystem_journal_death deaths[DEATHS];
};

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

// Where memory cannot be made without a name, a file that has lost its own will do.
static int create_unnamed_file(size_t bytes, void **memory)
{
    char path[] = "/tmp/perfmon-journal-XXXXXX";
    int descriptor = mkstemp(path);
    if (descriptor < 0) {
        return -errno;
    }
    unlink(path);
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    int code = ftruncate(descriptor, (off_t)bytes) == 0
        ? csystem_shared_map(descriptor, bytes, memory)
        : -errno;
    if (code < 0) {
        close(descriptor);
        return code;
    }
    return descriptor;
}

int csystem_journal_create(csystem_journal **journal)
{
    void *memory = NULL;
    int descriptor = csystem_shared_create(sizeof **journal, &memory);
    if (descriptor < 0) {
        descriptor = create_unnamed_file(sizeof **journal, &memory);
    }
    if (descriptor >= 0) {
        *journal = memory;
        (*journal)->magic = MAGIC;
    }
    return descriptor;
}

int csystem_journal_map(int descriptor, csystem_journal **journal)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0) {
        return -errno;
    }
    if (status.st_size != (off_t)sizeof **journal) {
        return -EINVAL;
    }
    void *memory = NULL;
    int code = csystem_shared_map(descriptor, sizeof **journal, &memory);
    if (code == 0 && ((csystem_journal *)memory)->magic != MAGIC) {
        csystem_shared_unmap(memory, sizeof **journal);
        code = -EINVAL;
    }
    if (code == 0) {
        *journal = memory;
    }
    return code;
}

void csystem_journal_unmap(csystem_journal *journal)
{
    csystem_shared_unmap(journal, sizeof *journal);
}

int csystem_journal_begin(csystem_journal *journal, uint8_t step, const char *set, size_t length)
{
    uint32_t first = atomic_fetch_add_explicit(&journal->next, 1, memory_order_relaxed);
    for (uint32_t i = 0; length <= CSYSTEM_JOURNAL_NAME && i < SLOTS; i++) {
        int entry = (int)((first + i) % SLOTS);
        slot_t *slot = &journal->slots[entry];
        uint32_t expected = FREE;
        if (!atomic_compare_exchange_strong(&slot->state, &expected, CLAIMED)) {
            continue;
        }
        slot->step = step;
        slot->length = (uint16_t)length;
        slot->began = now();
        memcpy(slot->set, set, length);
        atomic_store_explicit(&slot->state, ACTIVE, memory_order_release);
        return entry;
    }
    atomic_fetch_add(&journal->unnoted, 1);
    return -1;
}

void csystem_journal_end(csystem_journal *journal, int entry)
{
    if (entry < 0) {
        atomic_fetch_sub(&journal->unnoted, 1);
    } else if (entry < SLOTS) {
        atomic_store_explicit(&journal->slots[entry].state, FREE, memory_order_release);
    }
}

void csystem_journal_set_mark(csystem_journal *journal, csystem_journal_mark mark, int is_set)
{
    atomic_store(&journal->marks[mark], (uint32_t)is_set);
}

int csystem_journal_mark_is_set(csystem_journal *journal, csystem_journal_mark mark)
{
    return atomic_load(&journal->marks[mark]) != 0;
}

int csystem_journal_bury(csystem_journal *journal, int signal, int out_of_memory)
{
    int64_t time = now();
    int count = 0;
    for (int i = 0; i < SLOTS; i++) {
        slot_t *slot = &journal->slots[i];
        // What was claimed but not written is no word of anything.
        if (atomic_exchange(&slot->state, FREE) != ACTIVE) {
            continue;
        }
        uint64_t number = atomic_load(&journal->death_count);
        csystem_journal_death *death = &journal->deaths[number % DEATHS];
        // The process that wrote the slot was broken: nothing is believed about its lengths.
        uint16_t length = slot->length <= CSYSTEM_JOURNAL_NAME ? slot->length : 0;
        *death = (csystem_journal_death){
            .time = time, .began = slot->began, .signal = signal,
            .unnoted = atomic_load(&journal->unnoted), .step = slot->step,
            .out_of_memory = out_of_memory != 0, .length = length};
        memcpy(death->set, slot->set, length);
        atomic_store(&journal->death_count, number + 1);
        count++;
    }
    atomic_store(&journal->unnoted, 0);
    return count;
}

void csystem_journal_count_start(csystem_journal *journal)
{
    atomic_fetch_add(&journal->start_count, 1);
}

uint64_t csystem_journal_start_count(csystem_journal *journal)
{
    return atomic_load(&journal->start_count);
}

uint64_t csystem_journal_death_count(csystem_journal *journal)
{
    return atomic_load(&journal->death_count);
}

uint64_t csystem_journal_taken_count(csystem_journal *journal)
{
    return atomic_load(&journal->taken_count);
}

int csystem_journal_read_death(
    csystem_journal *journal, uint64_t number, csystem_journal_death *death)
{
    uint64_t count = atomic_load(&journal->death_count);
    if (number >= count || count - number > DEATHS) {
        return -ENOENT;
    }
    *death = journal->deaths[number % DEATHS];
    return 0;
}

void csystem_journal_take_deaths(csystem_journal *journal, uint64_t count)
{
    atomic_store(&journal->taken_count, count);
}
