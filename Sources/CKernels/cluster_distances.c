#include "lanes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define SILHOUETTE_AVX512 __attribute__((target("avx512f,fma")))

// A root takes the processor longer than a whole distance in eight columns. It is had sooner from
// the estimate of its inverse (14 bits) and the series of (1 - e)^-1/2, here to 54 bits.
SILHOUETTE_AVX512 INLINE ck_lanes quick_root(ck_lanes square) {
    ck_lanes one = (ck_lanes){0} + 1;
    ck_lanes least = __builtin_elementwise_max(square, one * 1e-290);
    ck_lanes inverse = (ck_lanes)_mm512_rsqrt14_pd((__m512d)least);
    ck_lanes near = square * inverse;
    ck_lanes error = __builtin_elementwise_fma(-near, inverse, one);
    ck_lanes series = __builtin_elementwise_fma(error, one * 0.3125, one * 0.375);
    series = __builtin_elementwise_fma(error, series, one * 0.5);
    return __builtin_elementwise_fma(near * error, series, near);
}

#define NAME(function) function##_avx512
#define TARGET SILHOUETTE_AVX512
#define ROOT(square) quick_root(square)
#define PRODUCT(sum, left, right) __builtin_elementwise_fma(left, right, sum)
#include "cluster_pairs.h"

#define NAME(function) function##_avx2
#define TARGET AVX2
#define ROOT(square) __builtin_elementwise_sqrt(square)
#define PRODUCT(sum, left, right) ((sum) + (left) * (right))
#include "cluster_pairs.h"
#endif

#define NAME(function) function
#define TARGET
#define ROOT(square) __builtin_elementwise_sqrt(square)
#define PRODUCT(sum, left, right) ((sum) + (left) * (right))
#include "cluster_pairs.h"

void ck_blocks_find_cluster_distances(
    const double *blocks, size_t block_count, size_t columns, const int32_t *owner,
    const double *weights, const double *sizes, size_t first, size_t last, size_t step,
    double *sums, double *nearest) {
    DISPATCH(
        cluster_distances, blocks, block_count, columns, owner, weights, sizes, first, last, step,
        sums, nearest);
}
