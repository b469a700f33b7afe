#include "ck_assignment.h"

#include <math.h>

#include "transpose.h"

// Bounds are floats: what their rounding may hide, in shares of the numbers that go in.
#define DOUBT 1e-6f
// Squares below the least normal float count as zero; this is beyond their roots.
#define TINY 4e-19f

typedef float ck_floats __attribute__((vector_size(CK_LANES * sizeof(float)), aligned(4)));
typedef int32_t ck_float_mask __attribute__((vector_size(CK_LANES * sizeof(int32_t)), aligned(4)));

struct rows {
    const double *values;
    size_t count;
    size_t columns;
    const double *origin;
    const double *centers;
    size_t center_count;
};

// `reach` of the header, its parts by name.
struct reach {
    const float *centers;
    const float *own;
    const float *apart;
    float all;
    float step;
};

// What is known of the rows.
struct assignment {
    int32_t *labels;
    float *bounds;
    // The distance of each row to its center when it was last measured, less the center's way then.
    float *near;
    float *groups;
    double *sums;
    double *counts;
};

// The rows that wait to be measured, and all that measuring changes.
struct step {
    const struct rows *part;
    const struct reach *reach;
    const struct assignment *now;
    double *scratch;
    uint32_t pending[2 * CK_ROWS_GROUP];
    size_t waiting;
    size_t changed;
};

// Adds a row to the sum of one center and takes it from that of another.
INLINE void move(const struct rows *part, size_t place, double *from, double *to) {
    const double *row = part->values + place * part->columns;
    size_t column = 0;
    for (; column + CK_LANES <= part->columns; column += CK_LANES) {
        ck_lanes value =
            *(const ck_lanes *)(row + column) - *(const ck_lanes *)(part->origin + column);
        *(ck_lanes *)(to + column) += value;
        if (from) *(ck_lanes *)(from + column) -= value;
    }
    for (; column < part->columns; column++) {
        double value = row[column] - part->origin[column];
        to[column] += value;
        if (from) from[column] -= value;
    }
}

INLINE void relabel(struct step *step, size_t place, int32_t label, int fresh) {
    const struct rows *part = step->part;
    const struct assignment *now = step->now;
    double *to = now->sums + (size_t)label * part->columns;
    if (fresh) {
        move(part, place, NULL, to);
    } else {
        int32_t old = now->labels[place];
        if (old == label) return;
        move(part, place, now->sums + (size_t)old * part->columns, to);
        now->counts[old] -= 1;
        step->changed += 1;
    }
    now->counts[label] += 1;
    now->labels[place] = label;
}

// The nearest centers of eight rows, and the distances to them and to the second nearest.
struct nearest {
    ck_lanes best;
    ck_lanes second;
    ck_lane_mask winner;
};

INLINE void compare(struct nearest *so_far, ck_lanes distance, size_t center) {
    ck_lane_mask closer = distance < so_far->best;
    so_far->second = __builtin_elementwise_min(
        so_far->second, __builtin_elementwise_max(so_far->best, distance));
    so_far->best = __builtin_elementwise_min(so_far->best, distance);
    so_far->winner = (closer & (int64_t)center) | (~closer & so_far->winner);
}

// Four centers at a time, so that each column is loaded once for all of them.
INLINE struct nearest search_centers(const struct rows *part, const double *block) {
    struct nearest found = {(ck_lanes){0} + INFINITY, (ck_lanes){0} + INFINITY, {0}};
    size_t columns = part->columns;
    size_t center = 0;
    for (; center + 4 <= part->center_count; center += 4) {
        const double *point = part->centers + center * columns;
        ck_lanes sum[4] = {{0}, {0}, {0}, {0}};
        for (size_t column = 0; column < columns; column++) {
            ck_lanes value = *(const ck_lanes *)(block + column * CK_LANES);
            for (size_t index = 0; index < 4; index++) {
                ck_lanes difference = value - point[index * columns + column];
                sum[index] += difference * difference;
            }
        }
        for (size_t index = 0; index < 4; index++) compare(&found, sum[index], center + index);
    }
    for (; center < part->center_count; center++) {
        compare(&found, squared(block, columns, part->centers + center * columns), center);
    }
    return found;
}

INLINE void measure(struct step *step, const uint32_t *places, size_t count, int fresh) {
    const struct reach *reach = step->reach;
    const struct assignment *now = step->now;
    const double *lane[CK_LANES];
    for (size_t index = 0; index < CK_LANES; index++) {
        // Fewer rows repeat the last one.
        size_t place = places[index < count ? index : count - 1];
        lane[index] = step->part->values + place * step->part->columns;
    }
    transpose(lane, step->part->columns, step->part->origin, step->scratch);
    struct nearest found = search_centers(step->part, step->scratch);
    ck_floats near = __builtin_elementwise_sqrt(__builtin_convertvector(found.best, ck_floats));
    ck_floats far = __builtin_elementwise_sqrt(__builtin_convertvector(found.second, ck_floats));
    float slack[CK_LANES], upper[CK_LANES];
    *(ck_floats *)slack = far * (1 - DOUBT) - near * (1 + DOUBT) - TINY;
    *(ck_floats *)upper = near * (1 + DOUBT) + TINY;
    int64_t winner[CK_LANES];
    *(ck_lane_mask *)winner = found.winner;
    for (size_t index = 0; index < count; index++) {
        size_t place = places[index];
        int32_t label = (int32_t)winner[index];
        now->bounds[place] = slack[index] + reach->centers[label] * (1 - DOUBT);
        now->near[place] = upper[index] - reach->own[label] * (1 - DOUBT);
        if (!fresh) {
            float *group = now->groups + place / CK_ROWS_GROUP;
            float whole = slack[index] + reach->all * (1 - DOUBT);
            // Written so that a slack that is no number is kept, to be measured again.
            if (!(whole >= *group)) *group = whole;
        }
        relabel(step, place, label, fresh);
    }
}

// Measures the waiting rows, full vectors only unless `all` is set.
INLINE void flush(struct step *step, int all, int fresh) {
    size_t done = 0;
    while (step->waiting - done >= CK_LANES) {
        measure(step, step->pending + done, CK_LANES, fresh);
        done += CK_LANES;
    }
    size_t left = step->waiting - done;
    if (all && left > 0) {
        measure(step, step->pending + done, left, fresh);
        left = 0;
    }
    for (size_t index = 0; index < left; index++) {
        step->pending[index] = step->pending[done + index];
    }
    step->waiting = left;
}

// Rows wait so that they are on their way from memory when they are measured.
INLINE void wait(struct step *step, size_t row) {
    const struct rows *part = step->part;
    const char *place = (const char *)(part->values + row * part->columns);
    __builtin_prefetch(place);
    __builtin_prefetch(place + 64);
    step->pending[step->waiting++] = (uint32_t)row;
}

// For eight rows whose bounds hold no more: by how much, at least, all other centers are further
// than the own. They cannot be nearer than their distance from the own center less the row's.
INLINE ck_floats room(const struct reach *reach, const int32_t *labels, const float *near) {
    float own[CK_LANES], apart[CK_LANES];
    for (size_t lane = 0; lane < CK_LANES; lane++) {
        own[lane] = reach->own[labels[lane]];
        apart[lane] = reach->apart[labels[lane]];
    }
    ck_floats upper = *(const ck_floats *)near + *(const ck_floats *)own * (1 + DOUBT);
    return 2 * (*(const ck_floats *)apart * (1 - DOUBT) - upper * (1 + DOUBT)) - TINY;
}

INLINE ck_floats either(ck_float_mask mask, ck_floats yes, ck_floats no) {
    return (ck_floats)((mask & (ck_float_mask)yes) | (~mask & (ck_float_mask)no));
}

// Looks at eight rows: gives their slack, infinite for those that wait to be measured.
INLINE ck_floats look(struct step *step, size_t first) {
    const struct assignment *now = step->now;
    const int32_t *labels = now->labels + first;
    float lost[CK_LANES];
    for (size_t lane = 0; lane < CK_LANES; lane++) {
        lost[lane] = step->reach->centers[labels[lane]];
    }
    ck_floats bounds = *(ck_floats *)(now->bounds + first);
    ck_floats slack = bounds - *(const ck_floats *)lost;
    // Written so that a bound that is no number is measured.
    ck_float_mask holds = slack > 0;
    if (__builtin_reduce_and(holds)) return slack;
    ck_floats space = room(step->reach, labels, now->near + first);
    // What the next step would use up is not worth keeping.
    ck_float_mask fits = ~holds & (space > step->reach->step);
    ck_floats renewed = space + *(const ck_floats *)lost * (1 - DOUBT);
    *(ck_floats *)(now->bounds + first) = either(fits, renewed, bounds);
    slack = either(fits, space, slack);
    int32_t settled[CK_LANES];
    *(ck_float_mask *)settled = holds | fits;
    if (__builtin_reduce_and(holds | fits)) return slack;
    for (size_t lane = 0; lane < CK_LANES; lane++) {
        if (!settled[lane]) wait(step, first + lane);
    }
    return either(holds | fits, slack, (ck_floats){0} + INFINITY);
}

// Looks at the rows of one group, which hold no more together. The last rows of a part, fewer than
// eight, are always measured.
INLINE void search(struct step *step, size_t group) {
    size_t row = group * CK_ROWS_GROUP;
    size_t end = row + CK_ROWS_GROUP < step->part->count ? row + CK_ROWS_GROUP : step->part->count;
    ck_floats least = (ck_floats){0} + INFINITY;
    for (; row + CK_LANES <= end; row += CK_LANES) {
        least = __builtin_elementwise_min(look(step, row), least);
    }
    for (; row < end; row++) wait(step, row);
    float lowest = __builtin_reduce_min(least);
    step->now->groups[group] = (lowest + step->reach->all) * (1 - DOUBT);
    if (step->waiting >= CK_ROWS_GROUP) flush(step, 0, 0);
}

INLINE size_t reassign(
    const struct rows *part, const struct reach *reach, const struct assignment *now,
    double *scratch) {
    struct step step = {part, reach, now, scratch, {0}, 0, 0};
    size_t groups = (part->count + CK_ROWS_GROUP - 1) / CK_ROWS_GROUP;
    for (size_t group = 0; group < groups; group++) {
        if (now->groups[group] > reach->all) continue;
        search(&step, group);
    }
    flush(&step, 1, 0);
    return step.changed;
}

INLINE void assign(
    const struct rows *part, const struct reach *reach, const struct assignment *now,
    double *scratch) {
    struct step step = {part, reach, now, scratch, {0}, 0, 0};
    for (size_t row = 0; row < part->count; row++) {
        // So that the first step that follows looks at all of them.
        if (row % CK_ROWS_GROUP == 0) now->groups[row / CK_ROWS_GROUP] = -INFINITY;
        wait(&step, row);
        if (step.waiting == CK_ROWS_GROUP) flush(&step, 0, 1);
    }
    flush(&step, 1, 1);
}

#if defined(__x86_64__)
#define PATH(suffix, target)                                                                       \
    target static void assign_##suffix(                                                            \
        const struct rows *p, const struct reach *r, const struct assignment *n,          \
        double *t) {                                                                               \
        assign(p, r, n, t);                                                                        \
    }                                                                                              \
    target static size_t reassign_##suffix(                                                        \
        const struct rows *p, const struct reach *r, const struct assignment *n,          \
        double *t) {                                                                               \
        return reassign(p, r, n, t);                                                               \
    }
PATH(avx2, AVX2)
PATH(avx512, AVX512)
#endif

INLINE struct reach named(const float *reach, size_t count) {
    struct reach named = {
        reach, reach + count, reach + 2 * count, reach[3 * count], reach[3 * count + 1]};
    return named;
}

void ck_rows_assign(
    const double *rows, size_t first, size_t count, size_t columns, const double *origin,
    const double *centers, size_t center_count, const float *reach, int32_t *labels, float *bounds,
    float *groups, double *sums, double *counts, double *scratch) {
    struct rows part = {rows + first * columns, count, columns, origin, centers, center_count};
    struct reach ways = named(reach, center_count);
    struct assignment now = {labels, bounds, bounds + count, groups, sums, counts};
    DISPATCH(assign, &part, &ways, &now, scratch);
}

size_t ck_rows_reassign(
    const double *rows, size_t first, size_t count, size_t columns, const double *origin,
    const double *centers, size_t center_count, const float *reach, int32_t *labels, float *bounds,
    float *groups, double *sums, double *counts, double *scratch) {
    struct rows part = {rows + first * columns, count, columns, origin, centers, center_count};
    struct reach ways = named(reach, center_count);
    struct assignment now = {labels, bounds, bounds + count, groups, sums, counts};
    return DISPATCH(reassign, &part, &ways, &now, scratch);
}

void ck_rows_find_own_distances(
    const double *rows, size_t first, size_t count, size_t columns, const double *origin,
    const double *centers, const int32_t *labels, double *distances) {
    for (size_t index = 0; index < count; index++) {
        const double *row = rows + (first + index) * columns;
        const double *center = centers + (size_t)labels[index] * columns;
        double sum = 0;
        for (size_t column = 0; column < columns; column++) {
            double difference = row[column] - origin[column] - center[column];
            sum += difference * difference;
        }
        distances[index] = sum;
    }
}
