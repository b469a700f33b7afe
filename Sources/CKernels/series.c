#include "ck_series.h"

#include "lanes.h"

enum { BLOCKS = 4 };

INLINE void slide(
    const double *values, size_t count, const double *pattern, size_t length, double *products) {
    size_t places = count - length + 1;
    size_t place = 0;
    for (; place + BLOCKS * CK_LANES <= places; place += BLOCKS * CK_LANES) {
        ck_lanes sums[BLOCKS] = {{0}};
        for (size_t index = 0; index < length; index++) {
            const double *from = values + place + index;
            for (size_t block = 0; block < BLOCKS; block++) {
                sums[block] += *(const ck_lanes *)(from + block * CK_LANES) * pattern[index];
            }
        }
        for (size_t block = 0; block < BLOCKS; block++) {
            *(ck_lanes *)(products + place + block * CK_LANES) = sums[block];
        }
    }
    for (; place < places; place++) {
        double sum = 0;
        for (size_t index = 0; index < length; index++) sum += values[place + index] * pattern[index];
        products[place] = sum;
    }
}

#if defined(__x86_64__)
#define PATH(suffix, target)                                                                       \
    target static void slide_##suffix(                                                             \
        const double *v, size_t c, const double *q, size_t l, double *p) {                         \
        slide(v, c, q, l, p);                                                                      \
    }
PATH(avx2, AVX2)
PATH(avx512, AVX512)
#endif

void ck_series_slide(
    const double *values, size_t count, const double *pattern, size_t length, double *products) {
    DISPATCH(slide, values, count, pattern, length, products);
}
