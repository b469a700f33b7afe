#pragma once

#include "libraries.h"

#include <stdint.h>

// Draws an SVG document into a rectangle of a target; 0 where it cannot be read.
int drawing_render(
    cairo_t *target, const uint8_t *svg, size_t count, double x, double y, double width,
    double height);
