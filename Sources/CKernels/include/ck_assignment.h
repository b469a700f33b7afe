#pragma once

#include <stddef.h>
#include <stdint.h>

// The assignment step of k-means for rows that mostly stay where they are.
//
// A row keeps its center as long as no other can have become nearer: `bounds` holds by how much the
// second nearest center was further than its own, and `reach` how far centers may have come since
// (Hamerly 2010, with both bounds in one number; a bound for each group of rows on top). All
// centers are measured only where that is not enough, eight rows at a time and in the order of
// ck_distances.h, so the labels are those of measuring all.

/// Rows whose bounds are first looked at together.
enum { CK_ROWS_GROUP = 64 };

/// Measures the rows `first` ..< first + count, each `columns` numbers after another, against
/// centers as seen from `origin`, and gives each the label of the nearest, the lower one of equals.
///
/// Sums (of the rows less the origin) and counts by label begin at zero and are added to; `bounds`
/// has two numbers for each row, `groups` one for each 64, `scratch` room for 8 × columns.
/// `reach` has three lists of one number for each center, and two numbers more: what the bounds of
/// rows of the center have lost so far, by its own way and the longest of the others' in each step;
/// its own way so far; half its distance to the nearest other center, now; then the most that any
/// bound has lost so far, and in the last step.
void ck_rows_assign(
    const double *rows, size_t first, size_t count, size_t columns, const double *origin,
    const double *centers, size_t center_count, const float *reach, int32_t *labels, float *bounds,
    float *groups, double *sums, double *counts, double *scratch);

/// Brings all of that up to date after the centers moved; gives how many rows changed their label.
size_t ck_rows_reassign(
    const double *rows, size_t first, size_t count, size_t columns, const double *origin,
    const double *centers, size_t center_count, const float *reach, int32_t *labels, float *bounds,
    float *groups, double *sums, double *counts, double *scratch);

/// The squared distance of each row to the center of its label.
void ck_rows_find_own_distances(
    const double *rows, size_t first, size_t count, size_t columns, const double *origin,
    const double *centers, const int32_t *labels, double *distances);
