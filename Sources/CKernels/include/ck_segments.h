#pragma once

#include <stddef.h>

// Costs of segments with one mean each, from running sums of values and squares.

/// One segment for each of `count` starts, all with the same end: totals[index] = best[index] + the
/// squared deviations from the segment's mean × unit.
///
/// `sums` and `squares` are the running sums before each start, `sum` and `square` those at the
/// end, and every start lies before `end`.
void ck_segments_find_totals(
    const double *starts, const double *best, const double *sums, const double *squares,
    size_t count, double end, double sum, double square, double unit, double *totals);

/// The place of the least of `count` > 0 numbers, the first of equals.
size_t ck_values_find_least(const double *numbers, size_t count);
