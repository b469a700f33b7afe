#pragma once

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Rows into cells: the stretches of rows of one device within one bucket of time.

/// A device within a run of rows.
typedef struct {
    double first;     // least time; NaN before the first row
    double last;      // greatest time
    double previous;  // time of its row before
    uint32_t rows;
    uint32_t first_row;
    uint32_t row;     // its row before
    uint32_t cell;    // its latest cell
    int32_t bucket;   // that cell's bucket
} ck_cell_device;

/// The readings of one metric in one cell; sums are of differences to the first reading, so that
/// nothing cancels.
typedef struct {
    double first;
    double sum;
    double squares;
    double minimum;
    double maximum;
    double last;
    uint64_t count;
} ck_cell_sums;

/// How the rows of each device follow each other.
typedef struct {
    size_t cells;     // SIZE_MAX where a time has no bucket
    size_t backward;  // rows before the row before
    size_t equal;     // rows at the time of the row before, listed
} ck_cell_counts;

/// Gives each row its cell: the latest of its device where the bucket is the same, else a new one.
/// Rows at the time of their device's row before are listed with that row in `equal` (room: 2 for
/// each row). `devices` of a row are below the number of entries in `state`, whose `rows` are zero.
ck_cell_counts ck_cells_place(
    const double *times, const uint32_t *devices, size_t rows, double anchor, double width,
    ck_cell_device *state, uint32_t *cells, uint32_t *owners, int32_t *buckets, uint32_t *sizes,
    uint32_t *equal);

/// Folds a column of readings into its rows' cells; NaN and infinities are none.
void ck_cells_fold(
    const double *values, const uint32_t *cells, size_t rows, ck_cell_sums *sums, size_t count);

/// The values of some cells; `missing` beyond the last.
static inline void ck_cells_gather(
    const double *values, size_t count, const int32_t *cells, size_t rows, double missing,
    double *out
) {
    for (size_t row = 0; row < rows; row++) {
        const size_t cell = (size_t)cells[row];
        out[row] = cell < count ? values[cell] : missing;
    }
}

/// The cells by device, those of a device in their order; `starts` gets where each device begins,
/// and one entry more.
static inline void ck_cells_sort(
    const uint32_t *owners, size_t cells, size_t devices, uint32_t *starts, uint32_t *sorted
) {
    for (size_t device = 0; device <= devices; device++) starts[device] = 0;
    for (size_t cell = 0; cell < cells; cell++) starts[owners[cell]]++;
    uint32_t end = 0;
    for (size_t device = 0; device <= devices; device++) starts[device] = end += starts[device];
    for (size_t cell = cells; cell-- > 0;) sorted[--starts[owners[cell]]] = (uint32_t)cell;
}

/// The values of some cells that all exist, NaN for infinities.
static inline void ck_cells_pick(
    const double *values, const uint32_t *cells, size_t count, double *out
) {
    for (size_t place = 0; place < count; place++) {
        const double value = values[cells[place]];
        out[place] = fabs(value) < INFINITY ? value : NAN;
    }
}

/// The readings of some cells as columns; NaN where a cell has none.
static inline void ck_cells_split(
    const ck_cell_sums *sums, const uint32_t *cells, size_t count, double *means, uint32_t *counts,
    double *m2, double *minima, double *maxima, double *lasts
) {
    for (size_t place = 0; place < count; place++) {
        const ck_cell_sums s = sums[cells[place]];
        const double n = s.count ? (double)s.count : NAN;
        const double square = s.squares - s.sum * s.sum / n;
        means[place] = s.first + s.sum / n;
        counts[place] = (uint32_t)s.count;
        m2[place] = square > 0 ? square : 0;
        minima[place] = s.count ? s.minimum : NAN;
        maxima[place] = s.count ? s.maximum : NAN;
        lasts[place] = s.last;
    }
}
