#include "Distances.h"

// The paths must agree to the last bit.
#pragma STDC FP_CONTRACT OFF
// Every function that passes a vector is inlined, so no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double Lanes __attribute__((vector_size(CK_LANES * sizeof(double)), aligned(8)));
typedef int64_t LaneMask __attribute__((vector_size(CK_LANES * sizeof(int64_t)), aligned(8)));

#define INLINE static inline __attribute__((always_inline))

INLINE Lanes squared(const double *block, size_t columns, const double *point) {
    Lanes sum = {0};
    for (size_t column = 0; column < columns; column++) {
        Lanes difference = *(const Lanes *)(block + column * CK_LANES) - point[column];
        sum += difference * difference;
    }
    return sum;
}

INLINE double total(Lanes v) {
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

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
            best = (Lanes)((closer & (LaneMask)distance) | (~closer & (LaneMask)best));
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
        distance = (Lanes)((closer & (LaneMask)distance) | (~closer & (LaneMask)old));
        *(Lanes *)(distances + place) = distance;
        sum += distance;
    }
    return total(sum);
}

// One pair of blocks: each left row's distances to the right lanes go to its own sums, and, unless
// the blocks are the same, the right lanes' distances to all left rows to theirs.
INLINE Lanes block_pair(
    const double *left, const double *leftWeights, const double *right, Lanes rightWeights,
    size_t columns, Lanes *rowSums) {
    Lanes columnSums = {0};
    for (size_t lane = 0; lane < CK_LANES; lane++) {
        Lanes sum = {0};
        for (size_t column = 0; column < columns; column++) {
            Lanes difference =
                *(const Lanes *)(right + column * CK_LANES) - left[column * CK_LANES + lane];
            sum += difference * difference;
        }
        Lanes distance = __builtin_elementwise_sqrt(sum);
        rowSums[lane] += distance * rightWeights;
        columnSums += distance * leftWeights[lane];
    }
    return columnSums;
}

INLINE void cluster_distances(
    const double *blocks, size_t blockCount, size_t columns, const int32_t *owner,
    const double *weights, const double *sizes, size_t first, size_t last, size_t step,
    double *sums, double *nearest) {
    size_t stride = columns * CK_LANES;
    for (size_t left = first; left < last; left += step) {
        size_t right = left;
        while (right < blockCount) {
            int32_t cluster = owner[right];
            Lanes rowSums[CK_LANES] = {0};
            for (; right < blockCount && owner[right] == cluster; right++) {
                Lanes columnSums = block_pair(
                    blocks + left * stride, weights + left * CK_LANES, blocks + right * stride,
                    *(const Lanes *)(weights + right * CK_LANES), columns, rowSums);
                if (right > left) *(Lanes *)(sums + right * CK_LANES) += columnSums;
            }
            for (size_t lane = 0; lane < CK_LANES; lane++) {
                size_t row = left * CK_LANES + lane;
                double sum = total(rowSums[lane]);
                double mean = sum / sizes[cluster];
                if (cluster == owner[left]) sums[row] += sum;
                else if (mean < nearest[row]) nearest[row] = mean;
            }
        }
    }
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
    }                                                                                              \
    __attribute__((target(features))) static void cluster_distances_##suffix(                      \
        const double *b, size_t n, size_t c, const int32_t *o, const double *w, const double *z,   \
        size_t f, size_t l, size_t s, double *t, double *m) {                                      \
        cluster_distances(b, n, c, o, w, z, f, l, s, t, m);                                        \
    }

PATH(avx2, "avx2")
PATH(avx512, "avx512f")
#define DISPATCH(name, ...)                                                                        \
    (__builtin_cpu_supports("avx512f") ? name##_avx512(__VA_ARGS__)                                \
     : __builtin_cpu_supports("avx2")  ? name##_avx2(__VA_ARGS__)                                  \
                                       : name(__VA_ARGS__))
#else
#define DISPATCH(name, ...) name(__VA_ARGS__)
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

void ck_cluster_distances(
    const double *blocks, size_t blockCount, size_t columns, const int32_t *owner,
    const double *weights, const double *sizes, size_t first, size_t last, size_t step,
    double *sums, double *nearest) {
    DISPATCH(
        cluster_distances, blocks, blockCount, columns, owner, weights, sizes, first, last, step,
        sums, nearest);
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
