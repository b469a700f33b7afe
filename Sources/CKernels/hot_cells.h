// Rows into cells.

static ck_cell_counts HOT(ck_cells_place)(
    const double *times, const uint32_t *devices, size_t rows, double anchor, double width,
    ck_cell_device *state, uint32_t *cells, uint32_t *owners, int32_t *buckets, uint32_t *sizes,
    uint32_t *equal
) {
    ck_cell_counts counts = {0, 0, 0};
    for (size_t row = 0; row < rows; row++) {
        const double time = times[row];
        // Times are noted with fewer digits than a double has: 0.3 / 0.1 is meant to be 3.
        const double place = (time - anchor) / width + 1e-6;
        if (!(fabs(place) < 0x1p30)) return (ck_cell_counts){SIZE_MAX, 0, 0};
        int32_t bucket = (int32_t)place;
        bucket -= (double)bucket > place;
        ck_cell_device *d = state + devices[row];
        if (d->rows == 0) {
            d->first = d->last = time;
            d->first_row = (uint32_t)row;
        } else {
            const double step = time - d->previous;
            counts.backward += step < 0;
            if (step == 0) {
                equal[2 * counts.equal] = d->row;
                equal[2 * counts.equal++ + 1] = (uint32_t)row;
            }
            d->first = time < d->first ? time : d->first;
            d->last = time > d->last ? time : d->last;
        }
        if (d->rows == 0 || d->bucket != bucket) {
            d->bucket = bucket;
            d->cell = (uint32_t)counts.cells++;
            owners[d->cell] = devices[row];
            buckets[d->cell] = bucket;
            sizes[d->cell] = 0;
        }
        d->rows++;
        d->previous = time;
        d->row = (uint32_t)row;
        sizes[d->cell]++;
        cells[row] = d->cell;
    }
    return counts;
}

static void HOT(ck_cells_fold)(
    const double *values, const uint32_t *cells, size_t rows, ck_cell_sums *sums, size_t count
) {
    for (size_t cell = 0; cell < count; cell++) {
        sums[cell] = (ck_cell_sums){NAN, 0, 0, INFINITY, -INFINITY, NAN, 0};
    }
    for (size_t row = 0; row < rows; row++) {
        const double value = values[row];
        if (!(fabs(value) < INFINITY)) continue;
        ck_cell_sums *s = sums + cells[row];
        s->first = s->count ? s->first : value;
        const double off = value - s->first;
        s->sum += off;
        s->squares += off * off;
        s->minimum = value < s->minimum ? value : s->minimum;
        s->maximum = value > s->maximum ? value : s->maximum;
        s->last = value;
        s->count++;
    }
}
