// Finding fields, 64 bytes at a time: the rules of ck_csv_fields.h for the usual files.
// Gives false where only the general indexer is right: stray or open quotes, long fields.
static bool HOT(index_blocks)(
    ck_csv_form form, const uint8_t *buffer, size_t count, bool quotes, uint32_t *ends,
    uint32_t *firsts, ck_csv_counts *result
) {
    const uint8_t line_end = form.line_end == CK_CSV_LINE_CR ? '\r' : '\n';
    size_t fields = 0, lines = 0;
    uint64_t inside_before = 0, opens_allowed = 1;
    uint32_t previous = UINT32_MAX, longest = 0;
    firsts[0] = 0;
    for (size_t i = 0; i < count; i += 64) {
        const uint64_t live = ck_csv_live(i, count);
        uint64_t newlines = HOT(mask)(buffer + i, line_end) & live;
        uint64_t marks = (HOT(mask)(buffer + i, form.delimiter) & live) | newlines;
        if (quotes) {
            const uint64_t quote = HOT(mask)(buffer + i, form.quote) & live;
            const uint64_t inside = ck_csv_prefix_parity(quote) ^ inside_before;
            // A quote opens only at the start of a field, or doubled behind a closing one.
            const uint64_t may_open = (marks | quote) << 1 | opens_allowed;
            if (quote & inside & ~may_open) return false;
            opens_allowed = (marks | quote) >> 63;
            inside_before = (uint64_t)((int64_t)inside >> 63);
            newlines &= ~inside;
            marks &= ~inside;
        }
        for (uint64_t rest = newlines; rest; rest &= rest - 1) {
            const uint64_t before = (rest & (0 - rest)) - 1;
            firsts[++lines] = (uint32_t)(fields + 1 + (size_t)__builtin_popcountll(marks & before));
        }
        if (marks == 0) continue;
        // Only a field from an earlier block can have 64 bytes.
        const uint32_t length = (uint32_t)i + ck_csv_first_bit(marks) - previous - 1;
        longest = length > longest ? length : longest;
        previous = (uint32_t)i + 63 - (uint32_t)__builtin_clzll(marks);
        fields = HOT(write_marks)(marks, (uint32_t)i, ends, fields);
    }
    if (inside_before) return false;
    if (count > 0 && buffer[count - 1] != line_end) {
        const uint32_t length = (uint32_t)count - previous - 1;
        longest = length > longest ? length : longest;
        ends[++fields] = (uint32_t)count;
        firsts[++lines] = (uint32_t)fields;
    }
    if (quotes && longest > form.field_limit) return false;
    *result = (ck_csv_counts){fields, lines, 0, quotes, longest};
    return true;
}

static ck_csv_counts HOT(ck_csv_index_fields)(
    ck_csv_form form, const uint8_t *buffer, size_t count, uint32_t *ends, uint32_t *firsts,
    uint32_t *open_lines, size_t open_capacity
) {
    ends[0] = UINT32_MAX;
    const bool quotes = form.quote != 0 && memchr(buffer, form.quote, count) != NULL;
    const bool simple = form.delimiter != ' ' && form.line_end != CK_CSV_LINE_ANY
        && !(quotes && (form.escape || form.comment)) && form.field_limit >= 64;
    ck_csv_counts counts;
    if (simple && HOT(index_blocks)(form, buffer, count, quotes, ends, firsts, &counts)) {
        return counts;
    }
    return ck_csv_index_fields_exactly(
        form, buffer, count, ends, firsts, open_lines, open_capacity);
}
