#pragma once

// The loops over numbers and bytes for which Swift is too slow.
//
// Names are ck_SUBJECT_VERB, in files named for what they hold. Arguments come as what is read
// (pointer, then how much of it), what else is told, what is written; nothing is allocated here.
#include "ck_assignment.h"
#include "ck_cells.h"
#include "ck_csv_fields.h"
#include "ck_csv_numbers.h"
#include "ck_csv_texts.h"
#include "ck_csv_times.h"
#include "ck_distances.h"
#include "ck_hash.h"
#include "ck_moments.h"
#include "ck_segments.h"
#include "ck_series.h"
#include "ck_tree.h"
#include "ck_values.h"
