#include "Distances.h"

#include "Lanes.h"

INLINE void nearest(
    const double *blocks, size_t first, size_t last, size_t columns, const double *centers,
    size_t count, int32_t *labels, double *distances) {
    for (size_t index = first; index < last; index++) {
        const double *block = blocks + index * columns * CK_LANES;
        Lanes best = squared(block, columns, centers);
        LaneMask winner = {0};
        for (size_t center = 1; center < count; center++) {
            Lanes distance = squared(block, columns, centers + center * columns);
            LaneMask closer = distance < best;
            best = chosen(closer, distance, best);
            winner = (closer & (int64_t)center) | (~closer & winner);
        }
        size_t place = (index - first) * CK_LANES;
        *(Lanes *)(distances + place) = best;
        for (size_t lane = 0; lane < CK_LANES; lane++) {
            labels[place + lane] = (int32_t)winner[lane];
        }
    }
}

INLINE void point_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    double *distances) {
    for (size_t index = first; index < last; index++) {
        *(Lanes *)(distances + (index - first) * CK_LANES) =
            squared(blocks + index * columns * CK_LANES, columns, point);
    }
}

INLINE double lowered(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    const double *known, double *distances) {
    Lanes sum = {0};
    for (size_t index = first; index < last; index++) {
        size_t place = (index - first) * CK_LANES;
        Lanes distance = squared(blocks + index * columns * CK_LANES, columns, point);
        Lanes old = *(const Lanes *)(known + place);
        LaneMask closer = distance < old;
        distance = chosen(closer, distance, old);
        *(Lanes *)(distances + place) = distance;
        sum += distance;
    }
    return total(&sum);
}

#if defined(__x86_64__)
#define PATH(suffix, features)                                                                     \
    __attribute__((target(features))) static void nearest_##suffix(                                \
        const double *b, size_t f, size_t l, size_t c, const double *ce, size_t n, int32_t *la,    \
        double *d) {                                                                               \
        nearest(b, f, l, c, ce, n, la, d);                                                         \
    }                                                                                              \
    __attribute__((target(features))) static void point_distances_##suffix(                              \
        const double *b, size_t f, size_t l, size_t c, const double *p, double *d) {               \
        point_distances(b, f, l, c, p, d);                                                            \
    }                                                                                              \
    __attribute__((target(features))) static double lowered_##suffix(                              \
        const double *b, size_t f, size_t l, size_t c, const double *p, const double *k,           \
        double *d) {                                                                               \
        return lowered(b, f, l, c, p, k, d);                                                       \
    }

PATH(avx2, "avx2")
PATH(avx512, "avx512f")
#endif

void ck_nearest(
    const double *blocks, size_t first, size_t last, size_t columns, const double *centers,
    size_t count, int32_t *labels, double *distances) {
    DISPATCH(nearest, blocks, first, last, columns, centers, count, labels, distances);
}

void ck_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    double *distances) {
    DISPATCH(point_distances, blocks, first, last, columns, point, distances);
}

double ck_lowered_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    const double *known, double *distances) {
    return DISPATCH(lowered, blocks, first, last, columns, point, known, distances);
}

void ck_sum_by_label(
    const double *blocks, size_t first, size_t rows, size_t columns, const int32_t *labels,
    double *sums, double *counts) {
    for (size_t row = 0; row < rows; row++) {
        const double *block = blocks + (first + row / CK_LANES) * columns * CK_LANES;
        const double *lane = block + row % CK_LANES;
        double *sum = sums + (size_t)labels[row] * columns;
        for (size_t column = 0; column < columns; column++) sum[column] += lane[column * CK_LANES];
        counts[labels[row]] += 1;
    }
}
