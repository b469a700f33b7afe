// The hot loops, compiled once for every processor and once for those with AVX2 and BMI:
// `HOT(name)` is the name in each, HOT_WIDE is set for the second. What the functions give is told
// in include/. Neither fuses multiplications and additions, so that both give the same bits.

// A bit for each of 64 bytes that equals `value`.
static inline uint64_t HOT(mask)(const uint8_t *p, uint8_t value) {
#if HOT_WIDE
    const __m256i v = _mm256_set1_epi8((char)value);
    const __m256i low = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)p), v);
    const __m256i high = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(p + 32)), v);
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(low)
        | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
#else
    return ck_csv_mask(p, value);
#endif
}

// Writes the places of the bits behind `ends[fields]` and gives the new number of fields. Up to 64
// entries are written, whatever their number: that is quicker than to ask at each whether it is the
// last.
static inline size_t HOT(write_marks)(uint64_t marks, uint32_t at, uint32_t *ends, size_t fields) {
#if HOT_WIDE
    const size_t count = (size_t)__builtin_popcountll(marks);
    uint32_t *out = ends + fields + 1;
    for (size_t done = 0; done < count; done += 4) {
        for (int k = 0; k < 4; k++, marks &= marks - 1) {
            out[done + (size_t)k] = at + (uint32_t)_tzcnt_u64(marks);
        }
    }
    return fields + count;
#else
    for (; marks; marks &= marks - 1) ends[++fields] = at + ck_csv_first_bit(marks);
    return fields;
#endif
}

#include "hot_fields.h"

#include "hot_numbers.h"

#include "hot_cells.h"
