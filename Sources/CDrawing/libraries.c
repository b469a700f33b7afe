#include "CDrawing.h"
#include "libraries.h"

#include <dlfcn.h>
#include <stdio.h>

drawing_functions drawing;

typedef struct {
    void **place;
    const char *name;
    // Whether the program works without it.
    int is_optional;
} entry;

#define NEED(field, name) {(void **)&drawing.field, name, 0}
#define WANT(field, name) {(void **)&drawing.field, name, 1}

static const entry cairo[] = {
    NEED(image_create, "cairo_image_surface_create"),
    NEED(surface_status, "cairo_surface_status"),
    NEED(surface_write_png, "cairo_surface_write_to_png"),
    NEED(surface_finish, "cairo_surface_finish"),
    NEED(surface_destroy, "cairo_surface_destroy"),
    NEED(create, "cairo_create"),
    NEED(status, "cairo_status"),
    NEED(destroy, "cairo_destroy"),
    NEED(save, "cairo_save"),
    NEED(restore, "cairo_restore"),
    NEED(scale, "cairo_scale"),
    NEED(move_to, "cairo_move_to"),
    NEED(rectangle, "cairo_rectangle"),
    NEED(fill, "cairo_fill"),
    NEED(set_rgb, "cairo_set_source_rgb"),
    NEED(show_page, "cairo_show_page"),
    NEED(pdf_create, "cairo_pdf_surface_create"),
    WANT(pdf_set_metadata, "cairo_pdf_surface_set_metadata"),
    WANT(pdf_add_outline, "cairo_pdf_surface_add_outline"),
    {NULL, NULL, 0},
};

static const entry rsvg[] = {
    NEED(svg_read, "rsvg_handle_new_from_data"),
    NEED(svg_render, "rsvg_handle_render_document"),
    {NULL, NULL, 0},
};

static const entry gobject[] = {
    NEED(unref, "g_object_unref"),
    {NULL, NULL, 0},
};

static const entry glib[] = {
    NEED(error_free, "g_error_free"),
    {NULL, NULL, 0},
};

static const entry pango[] = {
    NEED(layout_set_markup, "pango_layout_set_markup"),
    NEED(layout_set_font, "pango_layout_set_font_description"),
    NEED(layout_set_width, "pango_layout_set_width"),
    NEED(layout_set_alignment, "pango_layout_set_alignment"),
    NEED(layout_set_ellipsize, "pango_layout_set_ellipsize"),
    NEED(layout_set_wrap, "pango_layout_set_wrap"),
    NEED(layout_set_spacing, "pango_layout_set_spacing"),
    NEED(layout_extents, "pango_layout_get_extents"),
    NEED(layout_line_count, "pango_layout_get_line_count"),
    NEED(layout_iter, "pango_layout_get_iter"),
    NEED(iter_next_line, "pango_layout_iter_next_line"),
    NEED(iter_extents, "pango_layout_iter_get_line_extents"),
    NEED(iter_baseline, "pango_layout_iter_get_baseline"),
    NEED(iter_line, "pango_layout_iter_get_line_readonly"),
    NEED(iter_free, "pango_layout_iter_free"),
    NEED(font_read, "pango_font_description_from_string"),
    NEED(font_set_size, "pango_font_description_set_absolute_size"),
    NEED(font_free, "pango_font_description_free"),
    {NULL, NULL, 0},
};

static const entry pangocairo[] = {
    NEED(layout_create, "pango_cairo_create_layout"),
    NEED(show_line, "pango_cairo_show_layout_line"),
    {NULL, NULL, 0},
};

// Debian's names first, then those of other systems.
static int load(const char *const *files, const entry *entries, char *missing, size_t capacity)
{
    void *library = NULL;
    for (int i = 0; files[i] != NULL && library == NULL; i++)
        library = dlopen(files[i], RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        snprintf(missing, capacity, "%s", files[0]);
        return 0;
    }
    for (; entries->name != NULL; entries++) {
        *entries->place = dlsym(library, entries->name);
        if (*entries->place == NULL && !entries->is_optional) {
            snprintf(missing, capacity, "%s: %s", files[0], entries->name);
            return 0;
        }
    }
    return 1;
}

int drawing_open(int use, char *missing, size_t capacity)
{
    static const char *const cairo_files[] = {"libcairo.so.2", "libcairo.2.dylib", NULL};
    static const char *const rsvg_files[] = {"librsvg-2.so.2", "librsvg-2.2.dylib", NULL};
    static const char *const gobject_files[] = {
        "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", NULL};
    static const char *const glib_files[] = {"libglib-2.0.so.0", "libglib-2.0.0.dylib", NULL};
    static const char *const pango_files[] = {"libpango-1.0.so.0", "libpango-1.0.0.dylib", NULL};
    static const char *const pangocairo_files[] = {
        "libpangocairo-1.0.so.0", "libpangocairo-1.0.0.dylib", NULL};
    return load(rsvg_files, rsvg, missing, capacity) && load(cairo_files, cairo, missing, capacity)
        && load(gobject_files, gobject, missing, capacity)
        && load(glib_files, glib, missing, capacity)
        && (use == DRAWING_IMAGES
            || (load(pango_files, pango, missing, capacity)
                && load(pangocairo_files, pangocairo, missing, capacity)));
}
