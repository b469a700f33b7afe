#pragma once
#include <stddef.h>
#include <stdint.h>

#include "ck_distances.h"

// Vectors of eight doubles that every path of the kernels shares; see ck_distances.h.

// The paths must agree to the last bit.
#pragma STDC FP_CONTRACT OFF
// Every function that passes a vector is inlined, so no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double ck_lanes __attribute__((vector_size(CK_LANES * sizeof(double)), aligned(8)));
typedef int64_t ck_lane_mask __attribute__((vector_size(CK_LANES * sizeof(int64_t)), aligned(8)));

#define INLINE static inline __attribute__((always_inline))

INLINE ck_lanes chosen(ck_lane_mask mask, ck_lanes yes, ck_lanes no) {
    return (ck_lanes)((mask & (ck_lane_mask)yes) | (~mask & (ck_lane_mask)no));
}

INLINE double total(const ck_lanes *lanes) {
    const double *v = (const double *)lanes;
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

INLINE ck_lanes squared(const double *block, size_t columns, const double *point) {
    ck_lanes sum = {0};
    for (size_t column = 0; column < columns; column++) {
        ck_lanes difference = *(const ck_lanes *)(block + column * CK_LANES) - point[column];
        sum += difference * difference;
    }
    return sum;
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512f")))
#define DISPATCH(name, ...)                                                                        \
    (__builtin_cpu_supports("avx512f") ? name##_avx512(__VA_ARGS__)                                \
     : __builtin_cpu_supports("avx2")  ? name##_avx2(__VA_ARGS__)                                  \
                                       : name(__VA_ARGS__))
#else
#define DISPATCH(name, ...) name(__VA_ARGS__)
#endif
