#include "COnnxRuntime.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

// The lowest interface version that covers what is used here: a library 1.N accepts 1...N.
#define INTERFACE_VERSION 8

// The library's first record: two functions, in this order.
typedef struct {
    void *const *(*table)(uint32_t version);
    const char *(*version)(void);
} entry_record;

// The library's table is an array of functions that only ever grows at its end.
#define ENTRY(name, index) api->name = (__typeof__(api->name))table[index]

static void fill(onnx_api *api, void *const *table)
{
    ENTRY(status_code, 1);
    ENTRY(status_message, 2);
    ENTRY(status_release, 93);

    ENTRY(env_create, 3);
    ENTRY(env_release, 92);

    ENTRY(options_create, 10);
    ENTRY(options_set_threads, 24);
    ENTRY(options_set_log_level, 22);
    ENTRY(options_set_optimization, 23);
    ENTRY(options_add_entry, 130);
    ENTRY(options_release, 100);

    ENTRY(session_create, 8);
    ENTRY(session_release, 95);
    ENTRY(session_input_count, 30);
    ENTRY(session_output_count, 31);
    ENTRY(session_input_name, 36);
    ENTRY(session_output_name, 37);
    ENTRY(session_input_type, 33);
    ENTRY(session_output_type, 34);
    ENTRY(session_run, 9);
    ENTRY(session_metadata, 111);

    ENTRY(type_kind, 56);
    ENTRY(type_as_tensor, 55);
    ENTRY(type_as_sequence, 104);
    ENTRY(type_as_map, 103);
    ENTRY(sequence_element_type, 107);
    ENTRY(map_key_type, 105);
    ENTRY(map_value_type, 106);
    ENTRY(type_release, 98);

    ENTRY(shape_element_type, 60);
    ENTRY(shape_rank, 61);
    ENTRY(shape_dims, 62);
    ENTRY(shape_dim_names, 63);
    ENTRY(shape_element_count, 64);
    ENTRY(shape_release, 99);

    ENTRY(default_allocator, 78);
    ENTRY(allocator_free, 76);

    ENTRY(memory_info_create, 69);
    ENTRY(memory_info_release, 94);

    ENTRY(tensor_create, 48);
    ENTRY(tensor_wrap, 49);
    ENTRY(tensor_fill_text, 52);
    ENTRY(tensor_data, 51);
    ENTRY(tensor_text_bytes, 53);
    ENTRY(tensor_text, 54);
    ENTRY(tensor_shape, 65);
    ENTRY(value_kind, 67);
    ENTRY(value_count, 81);
    ENTRY(value_element, 80);
    ENTRY(value_release, 96);

    ENTRY(metadata_producer, 112);
    ENTRY(metadata_graph_name, 113);
    ENTRY(metadata_domain, 114);
    ENTRY(metadata_description, 115);
    ENTRY(metadata_version, 117);
    ENTRY(metadata_keys, 123);
    ENTRY(metadata_value, 116);
    ENTRY(metadata_release, 118);
}

int onnx_open(
    const char *path, onnx_api *api, const char **version, char *message, size_t capacity)
{
    // Libraries from 1.29 on report usage unless this stands before they are opened.
    setenv("ORT_DISABLE_TELEMETRY", "1", 1);
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        const char *words = dlerror();
        snprintf(message, capacity, "%s", words == NULL ? path : words);
        return 0;
    }
    const entry_record *(*base)(void) =
        (const entry_record *(*)(void))dlsym(library, "OrtGetApiBase");
    const entry_record *record = base == NULL ? NULL : base();
    if (record == NULL) {
        snprintf(message, capacity, "%s: no function OrtGetApiBase", path);
        dlclose(library);
        return 0;
    }
    *version = record->version();
    void *const *table = record->table(INTERFACE_VERSION);
    if (table == NULL) {
        snprintf(
            message, capacity, "%s: version %s has no interface %d", path, *version,
            INTERFACE_VERSION);
        return 0;
    }
    fill(api, table);
    return 1;
}
