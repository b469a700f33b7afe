#pragma once

#include <stddef.h>
#include <stdint.h>

// Squared Euclidean distances for clustering, eight rows at a time.
//
// Rows are packed in blocks: blocks[block][column][lane], lane = row % 8, so that one vector holds
// one column of eight rows. Every lane is computed in the same order with separate multiplication
// and addition, so the plain, the AVX2 and the AVX-512 path give the same bits.

enum { CK_LANES = 8 };

/// For each row of the blocks [first, last): the index of the nearest of `count` centers (the
/// lower one of equals) in labels[0...], and its squared distance in distances[0...].
void ck_blocks_find_nearest(
    const double *blocks, size_t first, size_t last, size_t columns, const double *centers,
    size_t count, int32_t *labels, double *distances);

/// For each row of the blocks [first, last): the squared distance to one point in distances[0...].
void ck_blocks_find_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    double *distances);

/// The same, but no larger than known[0...]; gives the sum of all. Lanes that only fill up stay 0
/// when known is 0 there.
double ck_blocks_lower_distances(
    const double *blocks, size_t first, size_t last, size_t columns, const double *point,
    const double *known, double *distances);

/// Adds each of the first `rows` rows of the blocks from `first` on to sums[label][...], and 1 to
/// counts[label].
void ck_blocks_sum_by_label(
    const double *blocks, size_t first, size_t rows, size_t columns, const int32_t *labels,
    double *sums, double *counts);

/// The (plain) distances between all rows of all blocks, row after row: CK_LANES numbers for each
/// block in each row, lanes that only fill up with the rest.
void ck_blocks_find_all_distances(
    const double *blocks, size_t block_count, size_t columns, double *table);

/// Adds each of some rows of numbers, which lie one after another, to sums[label][...].
void ck_rows_sum_by_label(
    const double *rows, size_t count, size_t columns, const int32_t *labels, double *sums);

/// For silhouettes: the (plain) distances between the rows of one cluster and all rows behind it.
///
/// Each block holds rows of one cluster only: owner[block] is that cluster, in ascending order,
/// sizes[cluster] its rows, weights[block][lane] 0 for lanes that only fill up and 1 for all
/// others. The left blocks are first, first + step, ... below last, all of one cluster. Of each
/// pair of rows once, sums[block][lane] grows by the distances from that row to the left rows (in
/// the left cluster: to all of it), and nearest[block][lane] of left rows falls to the least mean
/// distance to one of the clusters behind. With AVX-512 the roots may differ from the exact ones by
/// 1e-15 of their size.
void ck_blocks_find_cluster_distances(
    const double *blocks, size_t block_count, size_t columns, const int32_t *owner,
    const double *weights, const double *sizes, size_t first, size_t last, size_t step,
    double *sums, double *nearest);
