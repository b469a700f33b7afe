#include "ck_moments.h"

#include "lanes.h"

INLINE void column_moments(
    const double *rows, size_t count, size_t columns, const double *origin, double *sums,
    double *squares) {
    for (size_t row = 0; row < count; row++) {
        const double *values = rows + row * columns;
        size_t column = 0;
        for (; column + CK_LANES <= columns; column += CK_LANES) {
            ck_lanes value =
                *(const ck_lanes *)(values + column) - *(const ck_lanes *)(origin + column);
            *(ck_lanes *)(sums + column) += value;
            *(ck_lanes *)(squares + column) += value * value;
        }
        for (; column < columns; column++) {
            double value = values[column] - origin[column];
            sums[column] += value;
            squares[column] += value * value;
        }
    }
}

// Some rows less the origin, each filled up with zeros to whole vectors; those that are missing
// are zeros.
INLINE void center(
    const double *rows, size_t count, size_t columns, const double *origin, size_t stride,
    double *centered) {
    for (size_t row = 0; row < 4; row++) {
        for (size_t column = 0; column < stride; column++) {
            int is_there = row < count && column < columns;
            centered[row * stride + column] =
                is_there ? rows[row * columns + column] - origin[column] : 0;
        }
    }
}

// Four rows at a time, so that each sum is read and written once for four products.
INLINE void column_products(
    const double *rows, size_t count, size_t columns, const double *origin, size_t stride,
    double *products, double *scratch) {
    for (size_t row = 0; row < count; row += 4) {
        center(rows + row * columns, count - row, columns, origin, stride, scratch);
        for (size_t left = 0; left < columns; left++) {
            for (size_t right = left / CK_LANES * CK_LANES; right < stride; right += CK_LANES) {
                ck_lanes sum = *(ck_lanes *)(products + left * stride + right);
                for (size_t index = 0; index < 4; index++) {
                    const double *values = scratch + index * stride;
                    sum += *(const ck_lanes *)(values + right) * values[left];
                }
                *(ck_lanes *)(products + left * stride + right) = sum;
            }
        }
    }
}

// Some lists at a time, as the sum of one alone waits for itself; each in the order of the columns.
INLINE void weighted_lists(
    const double *values, size_t columns, const double *origin, const double *weights,
    size_t lists, double *results) {
    ck_lanes sums[4] = {{0}, {0}, {0}, {0}};
    size_t column = 0;
    for (; column + CK_LANES <= columns; column += CK_LANES) {
        ck_lanes value =
            *(const ck_lanes *)(values + column) - *(const ck_lanes *)(origin + column);
        for (size_t list = 0; list < lists; list++) {
            sums[list] += value * *(const ck_lanes *)(weights + list * columns + column);
        }
    }
    for (size_t list = 0; list < lists; list++) {
        double sum = total(sums + list);
        for (size_t rest = column; rest < columns; rest++) {
            sum += (values[rest] - origin[rest]) * weights[list * columns + rest];
        }
        results[list] = sum;
    }
}

INLINE void weighted_sums(
    const double *rows, size_t count, size_t columns, const double *origin, const double *weights,
    size_t lists, double *results) {
    for (size_t row = 0; row < count; row++) {
        const double *values = rows + row * columns;
        double *sums = results + row * lists;
        size_t list = 0;
        for (; list + 4 <= lists; list += 4) {
            weighted_lists(values, columns, origin, weights + list * columns, 4, sums + list);
        }
        for (; list < lists; list++) {
            weighted_lists(values, columns, origin, weights + list * columns, 1, sums + list);
        }
    }
}

#if defined(__x86_64__)
#define PATH(suffix, target)                                                                       \
    target static void column_moments_##suffix(                                                    \
        const double *r, size_t n, size_t c, const double *o, double *s, double *q) {              \
        column_moments(r, n, c, o, s, q);                                                          \
    }                                                                                              \
    target static void column_products_##suffix(                                                   \
        const double *r, size_t n, size_t c, const double *o, size_t w, double *p, double *s) {    \
        column_products(r, n, c, o, w, p, s);                                                      \
    }                                                                                              \
    target static void weighted_sums_##suffix(                                                     \
        const double *r, size_t n, size_t c, const double *o, const double *w, size_t l,           \
        double *s) {                                                                               \
        weighted_sums(r, n, c, o, w, l, s);                                                        \
    }
PATH(avx2, AVX2)
PATH(avx512, AVX512)
#endif

void ck_rows_add_moments(
    const double *rows, size_t count, size_t columns, const double *origin, double *sums,
    double *squares) {
    DISPATCH(column_moments, rows, count, columns, origin, sums, squares);
}

void ck_rows_add_products(
    const double *rows, size_t count, size_t columns, const double *origin, size_t stride,
    double *products, double *scratch) {
    DISPATCH(column_products, rows, count, columns, origin, stride, products, scratch);
}

void ck_rows_find_weighted_sums(
    const double *rows, size_t count, size_t columns, const double *origin, const double *weights,
    size_t lists, double *results) {
    DISPATCH(weighted_sums, rows, count, columns, origin, weights, lists, results);
}
