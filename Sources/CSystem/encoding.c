#include "csystem_encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

enum { NOT_A_CHARACTER = -1, INCOMPLETE = -2, ISO_8859 = 28590 };

// Names that iconv knows the code pages by, the one with the vendor's characters first.
static const struct {
    int page;
    const char *names[3];
} known[] = {
    {437, {"CP437"}}, {850, {"CP850"}}, {852, {"CP852"}}, {855, {"CP855"}}, {866, {"CP866"}},
    {932, {"CP932", "SHIFT_JIS"}}, {949, {"CP949", "UHC", "EUC-KR"}},
    {950, {"CP950", "BIG5"}}, {10000, {"MACINTOSH", "MACROMAN"}}, {20866, {"KOI8-R"}},
    {21866, {"KOI8-U"}}, {51932, {"EUC-JP-MS", "EUC-JP"}}, {54936, {"GB18030"}},
};

static iconv_t open_named(const char *name) { return iconv_open("UTF-32LE", name); }

static iconv_t open_page(int page) {
    char name[16];
    if (page > ISO_8859 && page <= ISO_8859 + 16) {
        snprintf(name, sizeof name, "ISO-8859-%d", page - ISO_8859);
        return open_named(name);
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].page != page) continue;
        iconv_t found = (iconv_t)-1;
        for (int j = 0; j < 3 && known[i].names[j] && found == (iconv_t)-1; j++)
            found = open_named(known[i].names[j]);
        return found;
    }
    snprintf(name, sizeof name, "CP%d", page);
    return open_named(name);
}

intptr_t csystem_encoding_open(int page) {
    iconv_t found = open_page(page);
    return found == (iconv_t)-1 ? -errno : (intptr_t)found;
}

int64_t csystem_encoding_scalar(intptr_t handle, uint32_t bytes, int count) {
    if (count < 1 || count > 4) return NOT_A_CHARACTER;
    iconv_t set = (iconv_t)handle;
    char in[4];
    for (int i = 0; i < count; i++) in[i] = (char)(bytes >> (8 * (count - 1 - i)));
    unsigned char out[16];
    char *from = in, *to = (char *)out;
    size_t left = (size_t)count, room = sizeof out;
    iconv(set, NULL, NULL, NULL, NULL);
    size_t result = iconv(set, &from, &left, &to, &room);
    int error = errno;
    // Vietnamese letters wait for an accent that may follow.
    if (result != (size_t)-1) result = iconv(set, NULL, NULL, &to, &room);
    if (result == (size_t)-1) return error == EINVAL ? INCOMPLETE : NOT_A_CHARACTER;
    if (left > 0 || sizeof out - room != 4) return NOT_A_CHARACTER;
    return (int64_t)(out[0] | out[1] << 8 | out[2] << 16 | (uint32_t)out[3] << 24);
}

void csystem_encoding_close(intptr_t handle) { iconv_close((iconv_t)handle); }
