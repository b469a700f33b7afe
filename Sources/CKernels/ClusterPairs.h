// The body of `ck_cluster_distances`, written once for all kinds of processor.
//
// Whoever includes this says what NAME(function) is called, for which TARGET it is compiled, how a
// vector's ROOT is found, and how it is said that sum grows by the PRODUCT of two numbers.

// One pair of blocks: each left row's distances to the right lanes go to its own sums, and, unless
// the blocks are the same, the right lanes' distances to all left rows to theirs.
TARGET INLINE Lanes NAME(block_pair)(
    const double *left, const double *leftWeights, const double *right, Lanes rightWeights,
    size_t columns, Lanes *rowSums) {
    Lanes columnSums = {0};
    for (size_t half = 0; half < CK_LANES; half += 4) {
        Lanes sums[4] = {{0}, {0}, {0}, {0}};
        for (size_t column = 0; column < columns; column++) {
            Lanes value = *(const Lanes *)(right + column * CK_LANES);
            const double *points = left + column * CK_LANES + half;
            for (size_t lane = 0; lane < 4; lane++) {
                Lanes difference = value - points[lane];
                sums[lane] = PRODUCT(sums[lane], difference, difference);
            }
        }
        for (size_t lane = 0; lane < 4; lane++) {
            Lanes distance = ROOT(sums[lane]);
            Lanes weight = (Lanes){0} + leftWeights[half + lane];
            rowSums[half + lane] = PRODUCT(rowSums[half + lane], distance, rightWeights);
            columnSums = PRODUCT(columnSums, distance, weight);
        }
    }
    return columnSums;
}

TARGET static void NAME(cluster_distances)(
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
                Lanes columnSums = NAME(block_pair)(
                    blocks + left * stride, weights + left * CK_LANES, blocks + right * stride,
                    *(const Lanes *)(weights + right * CK_LANES), columns, rowSums);
                if (right > left) *(Lanes *)(sums + right * CK_LANES) += columnSums;
            }
            for (size_t lane = 0; lane < CK_LANES; lane++) {
                size_t row = left * CK_LANES + lane;
                double sum = total(rowSums + lane);
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
