#pragma once
#include "Distances.h"
