#pragma once

#include <stddef.h>

// The functions of the system's libraries that are used here, declared by hand after their
// published interfaces; their types are all opaque.

typedef struct cairo_t cairo_t;
typedef struct cairo_surface_t cairo_surface_t;
typedef struct RsvgHandle RsvgHandle;
typedef struct PangoLayout PangoLayout;
typedef struct PangoLayoutLine PangoLayoutLine;
typedef struct PangoLayoutIter PangoLayoutIter;
typedef struct PangoFontDescription PangoFontDescription;
typedef struct GError GError;
typedef struct { double x, y, width, height; } RsvgRectangle;
typedef struct { int x, y, width, height; } PangoRectangle;

typedef struct {
    // cairo
    cairo_surface_t *(*image_create)(int format, int width, int height);
    cairo_surface_t *(*pdf_create)(const char *path, double width, double height);
    void (*pdf_set_metadata)(cairo_surface_t *, int metadata, const char *text);
    int (*pdf_add_outline)(
        cairo_surface_t *, int parent, const char *text, const char *link, int flags);
    int (*surface_status)(cairo_surface_t *);
    int (*surface_write_png)(cairo_surface_t *, const char *path);
    void (*surface_finish)(cairo_surface_t *);
    void (*surface_destroy)(cairo_surface_t *);
    cairo_t *(*create)(cairo_surface_t *);
    int (*status)(cairo_t *);
    void (*destroy)(cairo_t *);
    void (*save)(cairo_t *);
    void (*restore)(cairo_t *);
    void (*scale)(cairo_t *, double x, double y);
    void (*move_to)(cairo_t *, double x, double y);
    void (*rectangle)(cairo_t *, double x, double y, double width, double height);
    void (*fill)(cairo_t *);
    void (*set_rgb)(cairo_t *, double red, double green, double blue);
    void (*show_page)(cairo_t *);
    // librsvg
    RsvgHandle *(*svg_read)(const unsigned char *, size_t, GError **);
    int (*svg_render)(RsvgHandle *, cairo_t *, const RsvgRectangle *, GError **);
    // glib
    void (*unref)(void *);
    void (*error_free)(GError *);
    // pango
    PangoLayout *(*layout_create)(cairo_t *);
    void (*layout_set_markup)(PangoLayout *, const char *, int);
    void (*layout_set_font)(PangoLayout *, const PangoFontDescription *);
    void (*layout_set_width)(PangoLayout *, int);
    void (*layout_set_alignment)(PangoLayout *, int);
    void (*layout_set_ellipsize)(PangoLayout *, int);
    void (*layout_set_wrap)(PangoLayout *, int);
    void (*layout_set_spacing)(PangoLayout *, int);
    void (*layout_extents)(PangoLayout *, PangoRectangle *ink, PangoRectangle *logical);
    int (*layout_line_count)(PangoLayout *);
    PangoLayoutIter *(*layout_iter)(PangoLayout *);
    int (*iter_next_line)(PangoLayoutIter *);
    void (*iter_extents)(PangoLayoutIter *, PangoRectangle *ink, PangoRectangle *logical);
    int (*iter_baseline)(PangoLayoutIter *);
    PangoLayoutLine *(*iter_line)(PangoLayoutIter *);
    void (*iter_free)(PangoLayoutIter *);
    void (*show_line)(cairo_t *, PangoLayoutLine *);
    PangoFontDescription *(*font_read)(const char *);
    void (*font_set_size)(PangoFontDescription *, double);
    void (*font_free)(PangoFontDescription *);
} drawing_functions;

extern drawing_functions drawing;

// pango counts in 1024ths of a point.
#define PANGO_UNITS 1024.0
