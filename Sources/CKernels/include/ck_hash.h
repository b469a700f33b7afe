#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Folds stripes of 32 bytes into the four lanes of an XXH64 (Y. Collet, xxHash).
static inline void ck_hash_fold(uint64_t *lanes, const uint8_t *buffer, size_t stripes) {
    uint64_t a = lanes[0], b = lanes[1], c = lanes[2], d = lanes[3];
    for (; stripes > 0; stripes--, buffer += 32) {
        uint64_t *const lane[4] = {&a, &b, &c, &d};
        for (int i = 0; i < 4; i++) {
            uint64_t word;
            memcpy(&word, buffer + 8 * i, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
            word = __builtin_bswap64(word);
#endif
            const uint64_t sum = *lane[i] + word * 0xC2B2AE3D27D4EB4Fu;
            *lane[i] = (sum << 31 | sum >> 33) * 0x9E3779B185EBCA87u;
        }
    }
    lanes[0] = a;
    lanes[1] = b;
    lanes[2] = c;
    lanes[3] = d;
}
