#include "ck_tree.h"
#include <stdbool.h>

// Level by level: the rows of a level do not wait for each other as the levels of a row do.
static inline void descend(
    const ck_tree *tree, const double *block, size_t rows, bool has_missing, uint32_t *places
) {
    for (size_t row = 0; row < rows; row++) places[row] = 0;
    for (size_t level = 0; level < tree->levels; level++) {
        for (size_t row = 0; row < rows; row++) {
            const uint32_t place = places[row];
            const double value = block[(size_t)tree->signal[place] * rows + row];
            uint32_t left = value < tree->value[place];
            if (has_missing) left |= (value != value) & tree->missing_left[place];
            places[row] = 2 * place + 2 - left;
        }
    }
}

void ck_tree_add_leaves(
    ck_tree tree, const double *block, size_t rows, bool has_missing, double *depths,
    double *credits
) {
    uint32_t places[CK_TREE_ROWS];
    if (has_missing) descend(&tree, block, rows, true, places);
    else descend(&tree, block, rows, false, places);
    const size_t inner = ((size_t)1 << tree.levels) - 1;
    for (size_t row = 0; row < rows; row++) {
        const size_t leaf = places[row] - inner;
        const double *shares = tree.credit + leaf * tree.signals;
        double *sums = credits + row * tree.signals;
        depths[row] += tree.depth[leaf];
        for (size_t signal = 0; signal < tree.signals; signal++) sums[signal] += shares[signal];
    }
}
