#pragma once
#include "lanes.h"

// Eight rows turned into columns, less the origin.
INLINE void transpose(
    const double *const *lane, size_t columns, const double *origin, double *block) {
    size_t column = 0;
    for (; column + CK_LANES <= columns; column += CK_LANES) {
        ck_lanes a[CK_LANES], b[CK_LANES];
        for (size_t index = 0; index < CK_LANES; index++) {
            a[index] = *(const ck_lanes *)(lane[index] + column);
        }
        for (size_t index = 0; index < 4; index++) {
            b[index] = __builtin_shufflevector(a[index], a[index + 4], 0, 1, 2, 3, 8, 9, 10, 11);
            b[index + 4] =
                __builtin_shufflevector(a[index], a[index + 4], 4, 5, 6, 7, 12, 13, 14, 15);
        }
        for (size_t half = 0; half < 8; half += 4) {
            for (size_t index = half; index < half + 2; index++) {
                a[index] =
                    __builtin_shufflevector(b[index], b[index + 2], 0, 1, 8, 9, 4, 5, 12, 13);
                a[index + 2] =
                    __builtin_shufflevector(b[index], b[index + 2], 2, 3, 10, 11, 6, 7, 14, 15);
            }
        }
        for (size_t index = 0; index < 8; index += 2) {
            b[index] =
                __builtin_shufflevector(a[index], a[index + 1], 0, 8, 2, 10, 4, 12, 6, 14);
            b[index + 1] =
                __builtin_shufflevector(a[index], a[index + 1], 1, 9, 3, 11, 5, 13, 7, 15);
        }
        for (size_t index = 0; index < CK_LANES; index++) {
            *(ck_lanes *)(block + (column + index) * CK_LANES) =
                b[index] - origin[column + index];
        }
    }
    for (; column < columns; column++) {
        for (size_t index = 0; index < CK_LANES; index++) {
            block[column * CK_LANES + index] = lane[index][column] - origin[column];
        }
    }
}
