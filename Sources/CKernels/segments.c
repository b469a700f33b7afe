#include "ck_segments.h"

#include "lanes.h"

struct segments {
    const double *starts;
    const double *best;
    const double *sums;
    const double *squares;
    size_t count;
};

INLINE double one_total(
    const struct segments *from, size_t index, double end, double sum, double square,
    double unit) {
    double rise = sum - from->sums[index];
    double rest = square - from->squares[index] - rise * rise / (end - from->starts[index]);
    // Rounding may leave less than nothing.
    return from->best[index] + (rest > 0 ? rest : 0) * unit;
}

INLINE void mean_totals(
    const struct segments *from, double end, double sum, double square, double unit,
    double *totals) {
    size_t index = 0;
    for (; index + CK_LANES <= from->count; index += CK_LANES) {
        ck_lanes rise = sum - *(const ck_lanes *)(from->sums + index);
        ck_lanes length = end - *(const ck_lanes *)(from->starts + index);
        ck_lanes rest = square - *(const ck_lanes *)(from->squares + index) - rise * rise / length;
        rest = __builtin_elementwise_max(rest, (ck_lanes){0});
        *(ck_lanes *)(totals + index) = *(const ck_lanes *)(from->best + index) + rest * unit;
    }
    for (; index < from->count; index++) {
        totals[index] = one_total(from, index, end, sum, square, unit);
    }
}

INLINE size_t least(const double *numbers, size_t count) {
    ck_lanes lowest = (ck_lanes){0} + numbers[0];
    size_t index = 0;
    for (; index + CK_LANES <= count; index += CK_LANES) {
        lowest = __builtin_elementwise_min(lowest, *(const ck_lanes *)(numbers + index));
    }
    double value = __builtin_reduce_min(lowest);
    for (; index < count; index++) value = numbers[index] < value ? numbers[index] : value;
    for (index = 0; index + 1 < count; index++) {
        if (numbers[index] == value) break;
    }
    return index;
}

#if defined(__x86_64__)
#define PATH(suffix, target)                                                                       \
    target static void mean_totals_##suffix(                                                       \
        const struct segments *f, double e, double s, double q, double u, double *t) {             \
        mean_totals(f, e, s, q, u, t);                                                             \
    }                                                                                              \
    target static size_t least_##suffix(const double *n, size_t c) { return least(n, c); }
PATH(avx2, AVX2)
PATH(avx512, AVX512)
#endif

void ck_segments_find_totals(
    const double *starts, const double *best, const double *sums, const double *squares,
    size_t count, double end, double sum, double square, double unit, double *totals) {
    struct segments from = {starts, best, sums, squares, count};
    DISPATCH(mean_totals, &from, end, sum, square, unit, totals);
}

size_t ck_values_find_least(const double *numbers, size_t count) {
    return DISPATCH(least, numbers, count);
}
