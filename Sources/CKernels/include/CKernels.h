#pragma once
#include "Distances.h"
#include "kernels_csv.h"
#include "kernels_csv_values.h"
