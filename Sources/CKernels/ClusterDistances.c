#include "Lanes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define SILHOUETTE_AVX512 __attribute__((target("avx512f,fma")))

// A root takes the processor longer than a whole distance in eight columns. It is had sooner from
// the estimate of its inverse (14 bits) and the series of (1 - e)^-1/2, here to 54 bits.
SILHOUETTE_AVX512 INLINE Lanes quick_root(Lanes square) {
    Lanes one = (Lanes){0} + 1;
    Lanes inverse = (Lanes)_mm512_rsqrt14_pd((__m512d)__builtin_elementwise_max(square, one * 1e-290));
    Lanes near = square * inverse;
    Lanes error = __builtin_elementwise_fma(-near, inverse, one);
    Lanes series = __builtin_elementwise_fma(error, one * 0.3125, one * 0.375);
    series = __builtin_elementwise_fma(error, series, one * 0.5);
    return __builtin_elementwise_fma(near * error, series, near);
}

#define NAME(function) function##_avx512
#define TARGET SILHOUETTE_AVX512
#define ROOT(square) quick_root(square)
#define PRODUCT(sum, left, right) __builtin_elementwise_fma(left, right, sum)
#include "ClusterPairs.h"

#define NAME(function) function##_avx2
#define TARGET AVX2
#define ROOT(square) __builtin_elementwise_sqrt(square)
#define PRODUCT(sum, left, right) ((sum) + (left) * (right))
#include "ClusterPairs.h"
#endif

#define NAME(function) function
#define TARGET
#define ROOT(square) __builtin_elementwise_sqrt(square)
#define PRODUCT(sum, left, right) ((sum) + (left) * (right))
#include "ClusterPairs.h"

void ck_cluster_distances(
    const double *blocks, size_t blockCount, size_t columns, const int32_t *owner,
    const double *weights, const double *sizes, size_t first, size_t last, size_t step,
    double *sums, double *nearest) {
    DISPATCH(
        cluster_distances, blocks, blockCount, columns, owner, weights, sizes, first, last, step,
        sums, nearest);
}
