#pragma once

#include <stddef.h>

// Sums over rows that lie one after another, each `columns` numbers.

/// Adds to sums[column] what the rows come to less the origin, and to squares[column] its squares.
void ck_rows_add_moments(
    const double *rows, size_t count, size_t columns, const double *origin, double *sums,
    double *squares);

/// Adds the products of each two columns, less the origin, to products[left * stride + right], at
/// least for right >= left. `stride` is `columns` filled up to whole eights, `scratch` room for
/// 4 × stride numbers.
void ck_rows_add_products(
    const double *rows, size_t count, size_t columns, const double *origin, size_t stride,
    double *products, double *scratch);

/// For each row, less the origin, its sum weighted by each of some lists of `columns` weights:
/// results[row * lists + list].
void ck_rows_find_weighted_sums(
    const double *rows, size_t count, size_t columns, const double *origin, const double *weights,
    size_t lists, double *results);
