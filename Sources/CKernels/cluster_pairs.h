// The body of `ck_blocks_find_cluster_distances`, written once for all kinds of processor.
//
// Whoever includes this says what NAME(function) is called, for which TARGET it is compiled, how a
// vector's ROOT is found, and how it is said that sum grows by the PRODUCT of two numbers.

// One pair of blocks: each left row's distances to the right lanes go to its own sums, and, unless
// the blocks are the same, the right lanes' distances to all left rows to theirs.
TARGET INLINE ck_lanes NAME(block_pair)(
    const double *left, const double *left_weights, const double *right, ck_lanes right_weights,
    size_t columns, ck_lanes *row_sums) {
    ck_lanes column_sums = {0};
    for (size_t half = 0; half < CK_LANES; half += 4) {
        ck_lanes sums[4] = {{0}, {0}, {0}, {0}};
        for (size_t column = 0; column < columns; column++) {
            ck_lanes value = *(const ck_lanes *)(right + column * CK_LANES);
            const double *points = left + column * CK_LANES + half;
            for (size_t lane = 0; lane < 4; lane++) {
                ck_lanes difference = value - points[lane];
                sums[lane] = PRODUCT(sums[lane], difference, difference);
            }
        }
        for (size_t lane = 0; lane < 4; lane++) {
            ck_lanes distance = ROOT(sums[lane]);
            ck_lanes weight = (ck_lanes){0} + left_weights[half + lane];
            row_sums[half + lane] = PRODUCT(row_sums[half + lane], distance, right_weights);
            column_sums = PRODUCT(column_sums, distance, weight);
        }
    }
    return column_sums;
}

TARGET static void NAME(cluster_distances)(
    const double *blocks, size_t block_count, size_t columns, const int32_t *owner,
    const double *weights, const double *sizes, size_t first, size_t last, size_t step,
    double *sums, double *nearest) {
    size_t stride = columns * CK_LANES;
    for (size_t left = first; left < last; left += step) {
        size_t right = left;
        while (right < block_count) {
            int32_t cluster = owner[right];
            ck_lanes row_sums[CK_LANES] = {0};
            for (; right < block_count && owner[right] == cluster; right++) {
                ck_lanes column_sums = NAME(block_pair)(
                    blocks + left * stride, weights + left * CK_LANES, blocks + right * stride,
                    *(const ck_lanes *)(weights + right * CK_LANES), columns, row_sums);
                if (right > left) *(ck_lanes *)(sums + right * CK_LANES) += column_sums;
            }
            for (size_t lane = 0; lane < CK_LANES; lane++) {
                size_t row = left * CK_LANES + lane;
                double sum = total(row_sums + lane);
                double mean = sum / sizes[cluster];
                if (cluster == owner[left]) sums[row] += sum;
                else if (mean < nearest[row]) nearest[row] = mean;
            }
        }
    }
}

#undef NAME
#undef TARGET
#undef ROOT
#undef PRODUCT
