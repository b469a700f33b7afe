#pragma once

#include <stddef.h>
#include <stdint.h>

/// Drawings and documents through cairo, librsvg and pango, which are looked for at run time: the
/// program runs without them, and needs none of their headers to be built.
///
/// Nothing here keeps a pointer that it was given. All lengths are in points of 1/72 inch where
/// not stated otherwise, and y grows downwards. Texts are UTF-8.

#ifdef __cplusplus
extern "C" {
#endif

/// What is needed of the system.
enum {
    /// cairo and librsvg: SVG to pixels.
    DRAWING_IMAGES = 0,
    /// pango beside them: documents.
    DRAWING_DOCUMENTS = 1,
};

/// Opens the libraries; 1 where all are there. Else 0, with the name of the first that is missing
/// or has not what is needed in `missing`, always ended by a zero.
int drawing_open(int use, char *missing, size_t capacity);

/// Draws an SVG document of so many pixels, `scale` times as large, into a new PNG file. 1 where
/// that was done; 0 where the document cannot be read, or the file not be written.
int drawing_png(
    const uint8_t *svg, size_t count, double width, double height, double scale, const char *path);

/// A PDF file that is being written.
typedef struct drawing_pdf drawing_pdf;

/// Begins a file with pages of that size; NULL where it cannot be written.
drawing_pdf *drawing_pdf_create(const char *path, double width, double height, const char *title);

/// Ends a page; what follows is on the next one.
void drawing_pdf_end_page(drawing_pdf *pdf);

/// Ends the file and releases everything; 1 where all of it was written.
int drawing_pdf_close(drawing_pdf *pdf);

/// Draws an SVG document into a rectangle; 0 where it cannot be read.
int drawing_pdf_svg(
    drawing_pdf *pdf, const uint8_t *svg, size_t count, double x, double y, double width,
    double height);

/// Fills a rectangle with a grey from 0 (black) to 1 (white).
void drawing_pdf_fill(
    drawing_pdf *pdf, double x, double y, double width, double height, double grey);

/// Adds an entry to the table of contents that readers show beside the pages, leading to a page
/// (from 1) and a height on it.
void drawing_pdf_contents(drawing_pdf *pdf, const char *title, int page, double y);

/// A paragraph, laid out.
typedef struct drawing_text drawing_text;

/// Lays out a text with pango's markup.
///
/// - `width`: of a line; text is broken to it. Negative for one line of any width.
/// - `alignment`: 0 left, 1 centre, 2 right.
/// - `is_cut`: one line, with an ellipsis where it is too wide.
drawing_text *drawing_text_create(
    drawing_pdf *pdf, const char *markup, double size, double width, int alignment, int is_cut);
void drawing_text_release(drawing_text *text);

/// The extent of the laid out text.
double drawing_text_width(const drawing_text *text);
double drawing_text_height(const drawing_text *text);

/// How many lines there are.
int drawing_text_lines(const drawing_text *text);

/// Where a line ends, from the top of the text; of lines beyond the last the end of the last.
double drawing_text_line_end(const drawing_text *text, int line);

/// Writes some of the lines, the first at that place.
void drawing_text_show(
    drawing_pdf *pdf, const drawing_text *text, double x, double y, int first, int count,
    double grey);

#ifdef __cplusplus
}
#endif
