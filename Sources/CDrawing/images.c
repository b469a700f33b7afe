#include "CDrawing.h"
#include "images.h"

int drawing_render(
    cairo_t *target, const uint8_t *svg, size_t count, double x, double y, double width,
    double height)
{
    GError *error = NULL;
    RsvgHandle *handle = drawing.svg_read(svg, count, &error);
    if (handle == NULL) {
        if (error != NULL) drawing.error_free(error);
        return 0;
    }
    RsvgRectangle frame = {x, y, width, height};
    int is_drawn = drawing.svg_render(handle, target, &frame, &error);
    if (error != NULL) drawing.error_free(error);
    drawing.unref(handle);
    return is_drawn;
}

int drawing_png(
    const uint8_t *svg, size_t count, double width, double height, double scale, const char *path)
{
    const int argb32 = 0;
    // Compared so that NaN is refused too.
    if (!(width * scale >= 1 && width * scale <= 16384 && height * scale >= 1
          && height * scale <= 16384))
        return 0;
    int across = (int)(width * scale + 0.5), down = (int)(height * scale + 0.5);
    cairo_surface_t *surface = drawing.image_create(argb32, across, down);
    if (drawing.surface_status(surface) != 0) {
        drawing.surface_destroy(surface);
        return 0;
    }
    cairo_t *target = drawing.create(surface);
    int is_done = drawing_render(target, svg, count, 0, 0, across, down)
        && drawing.status(target) == 0 && drawing.surface_write_png(surface, path) == 0;
    drawing.destroy(target);
    drawing.surface_destroy(surface);
    return is_done;
}
