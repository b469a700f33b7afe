#pragma once

#include <stddef.h>

// Series of numbers in equal steps.

/// The product of a pattern with every stretch of a series: products[place] = the sum of
/// values[place + index] × pattern[index], for count - length + 1 places; `length` is 1 to `count`.
void ck_series_slide(
    const double *values, size_t count, const double *pattern, size_t length, double *products);
