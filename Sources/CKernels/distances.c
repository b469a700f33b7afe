#include "ck_distances.h"

#include "lanes.h"

// The squared distances of a block to some points at a time, as the sum of one alone waits for
// itself.
INLINE void some_squared(
    const double *block, size_t columns, const double *points, size_t count, ck_lanes *sums) {
    for (size_t point = 0; point < count; point++) sums[point] = (ck_lanes){0};
    for (size_t column = 0; column < columns; column++) {
        ck_lanes value = *(const ck_lanes *)(block + column * CK_LANES);
        for (size_t point = 0; point < count; point++) {
            ck_lanes difference = value - points[point * columns + column];
            sums[point] += difference * difference;
        }
    }
}

// Blocks that are measured against the same centers one after another, so that many centers are
// not fetched again for each.
enum { TILE = 16 };

INLINE void nearest(
    const double *blocks, size_t first, size_t last, size_t columns, const double *centers,
    size_t count, int32_t *labels, double *distances) {
    size_t size = columns * CK_LANES;
    for (size_t start = first; start < last; start += TILE) {
        size_t tiled = last - start < TILE ? last - start : TILE;
        ck_lanes best[TILE];
        ck_lane_mask winner[TILE];
        for (size_t index = 0; index < tiled; index++) {
            best[index] = squared(blocks + (start + index) * size, columns, centers);
            winner[index] = (ck_lane_mask){0};
        }
        for (size_t center = 1; center < count;) {
            size_t taken = count - center < 4 ? 1 : 4;
            const double *points = centers + center * columns;
            for (size_t index = 0; index < tiled; index++) {
                const double *block = blocks + (start + index) * size;
                ck_lanes sums[4];
                if (taken == 4) some_squared(block, columns, points, 4, sums);
                else some_squared(block, columns, points, 1, sums);
                for (size_t place = 0; place < taken; place++) {
                    ck_lane_mask closer = sums[place] < best[index];
                    best[index] = chosen(closer, sums[place], best[index]);
                    winner[index] =
                        (closer & (int64_t)(center + place)) | (~closer & winner[index]);
                }
            }
            center += taken;
        }
        for (size_t index = 0; index < tiled; index++) {
            size_t place = (start - first + index) * CK_LANES;
            *(ck_lanes *)(distances + place) = best[index];
            for (size_t lane = 0; lane < CK_LANES; lane++) {
                labels[place + lane] = (int32_t)winner[index][lane];
            }
        }
    }
}

INLINE void point_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    double *distances) {
    for (size_t index = first; index < last; index++) {
        *(ck_lanes *)(distances + (index - first) * CK_LANES) =
            squared(blocks + index * columns * CK_LANES, columns, point);
    }
}

INLINE double lowered(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    const double *known, double *distances) {
    ck_lanes sum = {0};
    for (size_t index = first; index < last; index++) {
        size_t place = (index - first) * CK_LANES;
        ck_lanes distance = squared(blocks + index * columns * CK_LANES, columns, point);
        ck_lanes old = *(const ck_lanes *)(known + place);
        ck_lane_mask closer = distance < old;
        distance = chosen(closer, distance, old);
        *(ck_lanes *)(distances + place) = distance;
        sum += distance;
    }
    return total(&sum);
}

// Four rows against a block at a time, as the sum of one alone waits for itself.
INLINE void distance_table(
    const double *blocks, size_t block_count, size_t columns, double *table) {
    size_t stride = block_count * CK_LANES;
    for (size_t row = 0; row < stride; row += 4) {
        const double *left = blocks + row / CK_LANES * columns * CK_LANES + row % CK_LANES;
        for (size_t index = 0; index < block_count; index++) {
            const double *block = blocks + index * columns * CK_LANES;
            ck_lanes sums[4] = {{0}, {0}, {0}, {0}};
            for (size_t column = 0; column < columns; column++) {
                ck_lanes value = *(const ck_lanes *)(block + column * CK_LANES);
                for (size_t lane = 0; lane < 4; lane++) {
                    ck_lanes difference = value - left[column * CK_LANES + lane];
                    sums[lane] += difference * difference;
                }
            }
            for (size_t lane = 0; lane < 4; lane++) {
                *(ck_lanes *)(table + (row + lane) * stride + index * CK_LANES) =
                    __builtin_elementwise_sqrt(sums[lane]);
            }
        }
    }
}

INLINE void sum_rows(
    const double *rows, size_t count, size_t columns, const int32_t *labels, double *sums) {
    for (size_t row = 0; row < count; row++) {
        const double *values = rows + row * columns;
        double *sum = sums + (size_t)labels[row] * columns;
        size_t column = 0;
        for (; column + CK_LANES <= columns; column += CK_LANES) {
            *(ck_lanes *)(sum + column) += *(const ck_lanes *)(values + column);
        }
        for (; column < columns; column++) sum[column] += values[column];
    }
}

#if defined(__x86_64__)
#define PATH(suffix, features)                                                                     \
    __attribute__((target(features))) static void nearest_##suffix(                                \
        const double *b, size_t f, size_t l, size_t c, const double *ce, size_t n, int32_t *la,    \
        double *d) {                                                                               \
        nearest(b, f, l, c, ce, n, la, d);                                                         \
    }                                                                                              \
    __attribute__((target(features))) static void point_distances_##suffix(                        \
        const double *b, size_t f, size_t l, size_t c, const double *p, double *d) {               \
        point_distances(b, f, l, c, p, d);                                                         \
    }                                                                                              \
    __attribute__((target(features))) static double lowered_##suffix(                              \
        const double *b, size_t f, size_t l, size_t c, const double *p, const double *k,           \
        double *d) {                                                                               \
        return lowered(b, f, l, c, p, k, d);                                                       \
    }                                                                                              \
    __attribute__((target(features))) static void distance_table_##suffix(                         \
        const double *b, size_t n, size_t c, double *t) {                                          \
        distance_table(b, n, c, t);                                                                \
    }                                                                                              \
    __attribute__((target(features))) static void sum_rows_##suffix(                               \
        const double *r, size_t n, size_t c, const int32_t *l, double *s) {                        \
        sum_rows(r, n, c, l, s);                                                                   \
    }

PATH(avx2, "avx2")
PATH(avx512, "avx512f")
#endif

void ck_blocks_find_nearest(
    const double *blocks, size_t first, size_t last, size_t columns, const double *centers,
    size_t count, int32_t *labels, double *distances) {
    DISPATCH(nearest, blocks, first, last, columns, centers, count, labels, distances);
}

void ck_blocks_find_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    double *distances) {
    DISPATCH(point_distances, blocks, first, last, columns, point, distances);
}

double ck_blocks_lower_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    const double *known, double *distances) {
    return DISPATCH(lowered, blocks, first, last, columns, point, known, distances);
}

void ck_blocks_sum_by_label(
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

void ck_blocks_find_all_distances(
    const double *blocks, size_t block_count, size_t columns, double *table) {
    DISPATCH(distance_table, blocks, block_count, columns, table);
}

void ck_rows_sum_by_label(
    const double *rows, size_t count, size_t columns, const int32_t *labels, double *sums) {
    DISPATCH(sum_rows, rows, count, columns, labels, sums);
}
