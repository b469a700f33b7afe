#pragma once

// The part of ONNX Runtime's C interface that this program uses, in its own words. The library is
// opened at run time: neither it nor its header is needed for building. Every handle is opaque.

#include <stddef.h>
#include <stdint.h>

typedef struct onnx_status onnx_status;
typedef struct onnx_env onnx_env;
typedef struct onnx_options onnx_options;
typedef struct onnx_session onnx_session;
typedef struct onnx_value onnx_value;
typedef struct onnx_allocator onnx_allocator;
typedef struct onnx_type_info onnx_type_info;
typedef struct onnx_shape_info onnx_shape_info;
typedef struct onnx_sequence_info onnx_sequence_info;
typedef struct onnx_map_info onnx_map_info;
typedef struct onnx_metadata onnx_metadata;
typedef struct onnx_memory_info onnx_memory_info;

/// The functions of an opened library. One that gives an `onnx_status *` gives NULL for success.
typedef struct {
    // Status: read, then release.
    int (*status_code)(const onnx_status *status);
    const char *(*status_message)(const onnx_status *status);
    void (*status_release)(onnx_status *status);

    // One environment a process.
    onnx_status *(*env_create)(int log_level, const char *name, onnx_env **out);
    void (*env_release)(onnx_env *env);

    // Session options.
    onnx_status *(*options_create)(onnx_options **out);
    onnx_status *(*options_set_threads)(onnx_options *options, int count);
    onnx_status *(*options_set_log_level)(onnx_options *options, int level);
    onnx_status *(*options_set_optimization)(onnx_options *options, int level);
    onnx_status *(*options_add_entry)(onnx_options *options, const char *key, const char *value);
    void (*options_release)(onnx_options *options);

    // Sessions. Names belong to the allocator that was passed in.
    onnx_status *(*session_create)(
        const onnx_env *env, const void *bytes, size_t count, const onnx_options *options,
        onnx_session **out);
    void (*session_release)(onnx_session *session);
    onnx_status *(*session_input_count)(const onnx_session *session, size_t *out);
    onnx_status *(*session_output_count)(const onnx_session *session, size_t *out);
    onnx_status *(*session_input_name)(
        const onnx_session *session, size_t index, onnx_allocator *allocator, char **out);
    onnx_status *(*session_output_name)(
        const onnx_session *session, size_t index, onnx_allocator *allocator, char **out);
    onnx_status *(*session_input_type)(
        const onnx_session *session, size_t index, onnx_type_info **out);
    onnx_status *(*session_output_type)(
        const onnx_session *session, size_t index, onnx_type_info **out);
    onnx_status *(*session_run)(
        onnx_session *session, const void *run_options, const char *const *input_names,
        const onnx_value *const *inputs, size_t input_count, const char *const *output_names,
        size_t output_count, onnx_value **outputs);
    onnx_status *(*session_metadata)(const onnx_session *session, onnx_metadata **out);

    // Types of inputs and outputs. The results of `as_` belong to their type.
    onnx_status *(*type_kind)(const onnx_type_info *info, int *out);
    onnx_status *(*type_as_tensor)(const onnx_type_info *info, const onnx_shape_info **out);
    onnx_status *(*type_as_sequence)(const onnx_type_info *info, const onnx_sequence_info **out);
    onnx_status *(*type_as_map)(const onnx_type_info *info, const onnx_map_info **out);
    onnx_status *(*sequence_element_type)(const onnx_sequence_info *info, onnx_type_info **out);
    onnx_status *(*map_key_type)(const onnx_map_info *info, int *out);
    onnx_status *(*map_value_type)(const onnx_map_info *info, onnx_type_info **out);
    void (*type_release)(onnx_type_info *info);

    // Shapes. -1 stands for a size that is not fixed.
    onnx_status *(*shape_element_type)(const onnx_shape_info *info, int *out);
    onnx_status *(*shape_rank)(const onnx_shape_info *info, size_t *out);
    onnx_status *(*shape_dims)(const onnx_shape_info *info, int64_t *dims, size_t rank);
    onnx_status *(*shape_dim_names)(const onnx_shape_info *info, const char **names, size_t rank);
    onnx_status *(*shape_element_count)(const onnx_shape_info *info, size_t *out);
    void (*shape_release)(onnx_shape_info *info);

    // Memory.
    onnx_status *(*default_allocator)(onnx_allocator **out);
    onnx_status *(*allocator_free)(onnx_allocator *allocator, void *pointer);

    onnx_status *(*memory_info_create)(
        int allocator_type, int memory_type, onnx_memory_info **out);
    void (*memory_info_release)(onnx_memory_info *info);

    // Values: tensors, sequences (elements) and maps (0 the keys, 1 the values).
    onnx_status *(*tensor_create)(
        onnx_allocator *allocator, const int64_t *dims, size_t rank, int element_type,
        onnx_value **out);
    // A tensor over memory of the caller's, which must outlive it.
    onnx_status *(*tensor_wrap)(
        const onnx_memory_info *info, void *data, size_t bytes, const int64_t *dims, size_t rank,
        int element_type, onnx_value **out);
    onnx_status *(*tensor_fill_text)(onnx_value *value, const char *const *texts, size_t count);
    onnx_status *(*tensor_data)(onnx_value *value, void **out);
    onnx_status *(*tensor_text_bytes)(const onnx_value *value, size_t *out);
    onnx_status *(*tensor_text)(
        const onnx_value *value, void *buffer, size_t bytes, size_t *offsets, size_t count);
    onnx_status *(*tensor_shape)(const onnx_value *value, onnx_shape_info **out);
    onnx_status *(*value_kind)(const onnx_value *value, int *out);
    onnx_status *(*value_count)(const onnx_value *value, size_t *out);
    onnx_status *(*value_element)(
        const onnx_value *value, int index, onnx_allocator *allocator, onnx_value **out);
    void (*value_release)(onnx_value *value);

    // What the maker of a model wrote about it.
    onnx_status *(*metadata_producer)(
        const onnx_metadata *metadata, onnx_allocator *allocator, char **out);
    onnx_status *(*metadata_graph_name)(
        const onnx_metadata *metadata, onnx_allocator *allocator, char **out);
    onnx_status *(*metadata_domain)(
        const onnx_metadata *metadata, onnx_allocator *allocator, char **out);
    onnx_status *(*metadata_description)(
        const onnx_metadata *metadata, onnx_allocator *allocator, char **out);
    onnx_status *(*metadata_version)(const onnx_metadata *metadata, int64_t *out);
    onnx_status *(*metadata_keys)(
        const onnx_metadata *metadata, onnx_allocator *allocator, char ***keys, int64_t *count);
    onnx_status *(*metadata_value)(
        const onnx_metadata *metadata, onnx_allocator *allocator, const char *key, char **out);
    void (*metadata_release)(onnx_metadata *metadata);
} onnx_api;

/// Opens the library at `path` (a path, or a name for the loader's own search), which stays open
/// until the process ends, and fills `api`. False when it cannot be opened, is no ONNX Runtime, or
/// is too old; `message` (of `capacity` bytes) then says which. `version` receives a constant text.
/// The library's usage reporting is switched off beforehand.
int onnx_open(
    const char *path, onnx_api *api, const char **version, char *message, size_t capacity);
