#pragma once
#include "Distances.h"
#include "kernels_cells.h"
#include "kernels_csv.h"
#include "kernels_csv_texts.h"
#include "kernels_csv_times.h"
#include "kernels_csv_values.h"
