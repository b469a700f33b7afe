// Numbers of a column: the plain ones of a block are first aligned, then read two at a time.

// Some rows: eight digits each (seven where there is a point), as values of 0 to 9 from the lowest
// byte on, and the sign as the highest bit. What is no such number has greater bytes.
typedef struct {
    uint64_t words[HOT_BLOCK];
    uint32_t others[HOT_BLOCK];
    size_t other_count;
} HOT(block);

// Aligns the digits of some rows, whose fields end at byte 8 or later. `last`: the fields stand
// before line ends. A function of its own, so that all it needs stays in registers.
__attribute__((noinline)) static void HOT(align)(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    const ck_csv_shape *shape, bool last, uint64_t *words
) {
    const uint64_t at_point = shape->at_point, point = shape->point, behind = shape->behind;
    const uint32_t has_point = shape->decimals > 0;
    for (size_t i = 0; i < rows; i++) {
        const uint32_t start = ends[firsts[i]] + 1;
        uint32_t end = ends[firsts[i] + 1];
        // The fields before a line feed may end with the return that belongs to it.
        if (last && end > start && buffer[end - 1] == '\r') end--;
        const uint32_t negative = buffer[start] == '-';
        const uint32_t digits = end - start - negative - has_point;
        uint64_t word = ck_csv_load_eight(buffer + end - 8) ^ 0x3030303030303030u;
        // The point takes one of the eight bytes.
        const bool odd = (word & at_point) != point || digits - 1 >= 8 - has_point;
        // The digits before the point move up by one byte; what lies before the field goes.
        word = (word & behind) | ((word << 8) & ~behind);
        word &= ~(uint64_t)0 << ((64 - 8 * digits) & 63);
        words[i] = word | (0 - (uint64_t)odd) | (uint64_t)negative << 63;
    }
}

static inline double HOT(read_one)(uint64_t word, double power, bool *odd) {
    const bool negative = word >> 63;
    word &= ~(uint64_t)0 >> 1;
    *odd = ((word + 0x7676767676767676u) | word) & 0x8080808080808080u;
    word = word * 10 + (word >> 8);
    word = (((word & 0x000000FF000000FFu) * 0x000F424000000064u)
            + (((word >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u)) >> 32;
    const double value = (double)(int32_t)word / power;
    return negative ? -value : value;
}

// The values of aligned digits, divided by a power of ten; lists the rows that hold no such number.
__attribute__((noinline)) static void HOT(read_digits)(
    HOT(block) *block, size_t rows, double power, double *out
) {
    size_t i = 0, others = 0;
#if defined(__SSE2__)
    const __m128i zero = _mm_setzero_si128(), ones = _mm_set1_epi16(1);
    const __m128i nines = _mm_set1_epi8(9), signs = _mm_set1_epi64x(INT64_MIN);
    const __m128i thousands = _mm_set_epi16(1, 10, 100, 1000, 1, 10, 100, 1000);
    const __m128i myriads = _mm_set_epi16(1, 10000, 1, 10000, 1, 10000, 1, 10000);
    const __m128d powers = _mm_set1_pd(power);
    for (; i + 2 <= rows; i += 2) {
        const __m128i signed_bytes = _mm_loadu_si128((const __m128i *)(block->words + i));
        const __m128i sign = _mm_and_si128(signed_bytes, signs);
        const __m128i bytes = _mm_xor_si128(signed_bytes, sign);
        const __m128i above = _mm_cmpgt_epi8(bytes, nines), below = _mm_cmpgt_epi8(zero, bytes);
        const int odd = _mm_movemask_epi8(_mm_or_si128(above, below));
        const __m128i one = _mm_madd_epi16(_mm_unpacklo_epi8(bytes, zero), thousands);
        const __m128i other = _mm_madd_epi16(_mm_unpackhi_epi8(bytes, zero), thousands);
        const __m128i fours = _mm_madd_epi16(_mm_packs_epi32(one, other), ones);
        const __m128i eights = _mm_madd_epi16(_mm_packs_epi32(fours, fours), myriads);
        const __m128d quotient = _mm_div_pd(_mm_cvtepi32_pd(eights), powers);
        _mm_storeu_pd(out + i, _mm_xor_pd(quotient, _mm_castsi128_pd(sign)));
        if (odd) {
            block->others[others] = (uint32_t)i;
            others += (odd & 0xFF) != 0;
            block->others[others] = (uint32_t)i + 1;
            others += (odd & 0xFF00) != 0;
        }
    }
#endif
    for (; i < rows; i++) {
        bool odd;
        out[i] = HOT(read_one)(block->words[i], power, &odd);
        block->others[others] = (uint32_t)i;
        others += odd;
    }
    block->other_count = others;
}

// The shape of the first number among some rows.
static inline ck_csv_shape HOT(first_shape)(ck_csv_column c, uint8_t point, uint8_t quote) {
    for (size_t row = 0; row < c.rows && row < HOT_BLOCK; row++) {
        const ck_csv_field f = ck_csv_field_at(c, row, quote);
        double value;
        if (f.length > 0 && ck_csv_read_decimal(f, point, &value)) {
            return ck_csv_shape_of_field(f, point);
        }
    }
    return ck_csv_shape_of(0, point);
}

static size_t HOT(ck_csv_read_decimals)(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, uint8_t point, uint8_t quote, double *out, uint32_t *left
) {
    static const double tens[8] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    const ck_csv_column c = {buffer, ends, firsts, rows, column};
    const bool last = rows > 0 && buffer[ends[firsts[0] + column + 1]] == '\n';
    ck_csv_shape shape = HOT(first_shape)(c, point, quote);
    HOT(block) block;
    size_t others = 0, count = 0;
    for (size_t from = 0; from < rows; from += count) {
        count = rows - from < HOT_BLOCK ? rows - from : HOT_BLOCK;
        if (ends[firsts[from] + column + 1] < 8) {
            // Before it lie no eight bytes.
            count = 1;
            block.words[0] = ~(uint64_t)0;
        } else if (last) {
            HOT(align)(buffer, ends + column, firsts + from, count, &shape, true, block.words);
        } else {
            HOT(align)(buffer, ends + column, firsts + from, count, &shape, false, block.words);
        }
        HOT(read_digits)(&block, count, tens[shape.decimals], out + from);
        for (size_t i = 0; i < block.other_count; i++) {
            const size_t row = from + block.others[i];
            const ck_csv_field f = ck_csv_field_at(c, row, quote);
            double value = NAN;
            if (f.length > 0) {
                if (ck_csv_read_decimal(f, point, &value)) shape = ck_csv_shape_of_field(f, point);
                else left[others++] = (uint32_t)row;
            }
            out[row] = value;
        }
    }
    return others;
}

static size_t HOT(ck_csv_read_times)(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, bool zone, uint8_t quote, double *out, uint32_t *left
) {
    const ck_csv_column c = {buffer, ends, firsts, rows, column};
    size_t others = 0;
    ck_csv_minute minute = {0, 0, NAN};
    uint64_t cached_head = 0;
    uint16_t cached_tail = 0;
    double cached = NAN;
    for (size_t row = 0; row < c.rows; row++) {
        const ck_csv_field f = ck_csv_field_at(c, row, quote);
        const uint8_t *p = f.start, *e = p + f.length;
        out[row] = NAN;
        if (f.length == 0) continue;
        left[others] = (uint32_t)row;
        if (f.length < 10) { others++; continue; }
        if (f.length == 19 && !zone && ck_csv_read_same_minute(p, &minute, out + row)) continue;
        uint64_t head;
        uint16_t tail;
        memcpy(&head, p, 8);
        memcpy(&tail, p + 8, 2);
        if (head != cached_head || tail != cached_tail) {
            int64_t days;
            if (!ck_csv_read_date(p, &days)) { others++; continue; }
            cached_head = head;
            cached_tail = tail;
            cached = (double)days * 86400;
        }
        if (f.length == 10 && !zone) { out[row] = cached; continue; }
        if (f.length < 19 || (p[10] != ' ' && p[10] != 'T') || p[13] != ':' || p[16] != ':') {
            others++;
            continue;
        }
        const int hour = ck_csv_read_two_digits(p + 11);
        const int of_hour = ck_csv_read_two_digits(p + 14);
        const int second = ck_csv_read_two_digits(p + 17);
        if ((hour | of_hour | second) < 0 || hour > 23 || of_hour > 59 || second > 59) {
            others++;
            continue;
        }
        minute = (ck_csv_minute){
            ck_csv_load_eight(p), ck_csv_load_eight(p + 8), cached + (hour * 3600 + of_hour * 60)};
        double value = minute.seconds + second;
        p += 19;
        if (zone) {
            if (p == e || e[-1] != 'Z') { others++; continue; }
            e--;
        }
        if (p < e) {
            uint64_t fraction = 0;
            const size_t digits = (size_t)(e - p) - 1;
            bool plain = *p == '.' && digits > 0 && digits <= 9;
            for (size_t i = 1; plain && i <= digits; i++) {
                plain = p[i] >= '0' && p[i] <= '9';
                fraction = fraction * 10 + (p[i] - '0');
            }
            if (!plain) { others++; continue; }
            value += ck_csv_scale(fraction, (unsigned)digits);
        }
        out[row] = value;
    }
    return others;
}

static size_t HOT(ck_csv_read_texts)(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, size_t from, uint8_t quote, ck_csv_entry *table, size_t capacity,
    uint32_t *codes, uint32_t *out
) {
    const ck_csv_column c = {buffer, ends, firsts, rows, column};
    ck_csv_entry before = {0, 0, 0, 0, 0};
    for (size_t row = from; row < rows; row++) {
        const ck_csv_field f = ck_csv_field_at(c, row, quote);
        if (f.length == 0) {
            out[row] = 0;
            continue;
        }
        const uint64_t word = ck_csv_load_first(f.start, f.length);
        if (word == before.word && f.length == before.length && f.length <= 8) {
            out[row] = before.code;
            continue;
        }
        const uint32_t hash = ck_csv_hash_text(f.start, f.length);
        const size_t slot = ck_csv_find_slot(table, capacity, buffer, f, word, hash);
        if (table[slot].length == 0) {
            if (2 * (size_t)(*codes + 1) > capacity) return row;
            *codes += 1;
            table[slot] = (ck_csv_entry){
                word, hash, (uint32_t)(f.start - buffer), (uint32_t)f.length, *codes};
        }
        before = table[slot];
        out[row] = before.code;
    }
    return rows;
}
