#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A tree of splits with all leaves on the lowest level: the children of place p are at 2p + 1 and
/// 2p + 2, so that every row takes `levels` steps and no branch is to be guessed.
typedef struct {
    size_t levels;
    size_t signals;
    const int32_t *signal;        // by inner place: the signal compared
    const double *value;          // by inner place: below it a row goes left
    const uint8_t *missing_left;  // by inner place: where a row goes whose value is missing
    const double *depth;          // by leaf
    const double *credit;         // by leaf and signal
} ck_tree;

enum { CK_TREE_ROWS = 1024 };

/// Adds each row's leaf: its depth to depths[row], its credits to credits[row][signal].
/// `block` holds `rows` values of each signal, one signal behind the other; at most CK_TREE_ROWS
/// rows. NaN is a missing value, looked for only where the block is said to hold some.
void ck_tree_add_leaves(
    ck_tree tree, const double *block, size_t rows, bool has_missing, double *depths,
    double *credits);
