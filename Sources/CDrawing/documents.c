#include "CDrawing.h"
#include "images.h"

#include <stdio.h>
#include <stdlib.h>

struct drawing_pdf {
    cairo_surface_t *surface;
    cairo_t *target;
};

struct drawing_text {
    PangoLayout *layout;
};

drawing_pdf *drawing_pdf_create(const char *path, double width, double height, const char *title)
{
    const int metadata_title = 0, metadata_create_date = 5;
    drawing_pdf *pdf = calloc(1, sizeof *pdf);
    if (pdf == NULL) return NULL;
    pdf->surface = drawing.pdf_create(path, width, height);
    if (drawing.surface_status(pdf->surface) != 0) {
        drawing.surface_destroy(pdf->surface);
        free(pdf);
        return NULL;
    }
    if (drawing.pdf_set_metadata != NULL) {
        drawing.pdf_set_metadata(pdf->surface, metadata_title, title);
        // Without the time of drawing, the same document gives the same bytes.
        drawing.pdf_set_metadata(pdf->surface, metadata_create_date, NULL);
    }
    pdf->target = drawing.create(pdf->surface);
    return pdf;
}

void drawing_pdf_end_page(drawing_pdf *pdf) { drawing.show_page(pdf->target); }

int drawing_pdf_close(drawing_pdf *pdf)
{
    int is_whole = drawing.status(pdf->target) == 0;
    drawing.destroy(pdf->target);
    drawing.surface_finish(pdf->surface);
    is_whole = is_whole && drawing.surface_status(pdf->surface) == 0;
    drawing.surface_destroy(pdf->surface);
    free(pdf);
    return is_whole;
}

int drawing_pdf_svg(
    drawing_pdf *pdf, const uint8_t *svg, size_t count, double x, double y, double width,
    double height)
{
    drawing.save(pdf->target);
    int is_drawn = drawing_render(pdf->target, svg, count, x, y, width, height);
    drawing.restore(pdf->target);
    return is_drawn;
}

void drawing_pdf_fill(
    drawing_pdf *pdf, double x, double y, double width, double height, double grey)
{
    drawing.set_rgb(pdf->target, grey, grey, grey);
    drawing.rectangle(pdf->target, x, y, width, height);
    drawing.fill(pdf->target);
}

void drawing_pdf_contents(drawing_pdf *pdf, const char *title, int page, double y)
{
    const int root = 0;
    char link[80];
    if (drawing.pdf_add_outline == NULL) return;
    snprintf(link, sizeof link, "page=%d pos=[0 %d]", page, (int)y);
    drawing.pdf_add_outline(pdf->surface, root, title, link, 0);
}

drawing_text *drawing_text_create(
    drawing_pdf *pdf, const char *markup, double size, double width, int alignment, int is_cut)
{
    // As pango numbers them.
    const int aligned[] = {0, 1, 2};
    const int word_or_character = 2, ellipsis_at_end = 3;
    drawing_text *text = calloc(1, sizeof *text);
    if (text == NULL) return NULL;
    text->layout = drawing.layout_create(pdf->target);
    PangoFontDescription *font = drawing.font_read("Noto Sans, Liberation Sans, DejaVu Sans, sans");
    drawing.font_set_size(font, size * PANGO_UNITS);
    drawing.layout_set_font(text->layout, font);
    drawing.font_free(font);
    if (width >= 0) {
        drawing.layout_set_width(text->layout, (int)(width * PANGO_UNITS));
        drawing.layout_set_wrap(text->layout, word_or_character);
        if (is_cut) drawing.layout_set_ellipsize(text->layout, ellipsis_at_end);
    }
    if (alignment >= 0 && alignment <= 2)
        drawing.layout_set_alignment(text->layout, aligned[alignment]);
    drawing.layout_set_spacing(text->layout, (int)(size * 0.18 * PANGO_UNITS));
    drawing.layout_set_markup(text->layout, markup, -1);
    return text;
}

void drawing_text_release(drawing_text *text)
{
    if (text == NULL) return;
    drawing.unref(text->layout);
    free(text);
}

double drawing_text_width(const drawing_text *text)
{
    PangoRectangle frame;
    drawing.layout_extents(text->layout, NULL, &frame);
    return frame.width / PANGO_UNITS;
}

double drawing_text_height(const drawing_text *text)
{
    PangoRectangle frame;
    drawing.layout_extents(text->layout, NULL, &frame);
    return frame.height / PANGO_UNITS;
}

int drawing_text_lines(const drawing_text *text)
{
    return drawing.layout_line_count(text->layout);
}

double drawing_text_line_end(const drawing_text *text, int line)
{
    PangoRectangle frame = {0, 0, 0, 0};
    PangoLayoutIter *iter = drawing.layout_iter(text->layout);
    do drawing.iter_extents(iter, NULL, &frame);
    while (line-- > 0 && drawing.iter_next_line(iter));
    drawing.iter_free(iter);
    return (frame.y + frame.height) / PANGO_UNITS;
}

void drawing_text_show(
    drawing_pdf *pdf, const drawing_text *text, double x, double y, int first, int count,
    double grey)
{
    PangoRectangle frame;
    // Where the line before ends; what lies between two lines stands before the second.
    int top = 0;
    int line = 0;
    PangoLayoutIter *iter = drawing.layout_iter(text->layout);
    drawing.set_rgb(pdf->target, grey, grey, grey);
    do {
        drawing.iter_extents(iter, NULL, &frame);
        if (line < first) {
            top = frame.y + frame.height;
            continue;
        }
        drawing.move_to(
            pdf->target, x + frame.x / PANGO_UNITS,
            y + (drawing.iter_baseline(iter) - top) / PANGO_UNITS);
        drawing.show_line(pdf->target, drawing.iter_line(iter));
    } while (++line < first + count && drawing.iter_next_line(iter));
    drawing.iter_free(iter);
}
