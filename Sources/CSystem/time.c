#include "csystem_time.h"

#include <time.h>

struct csystem_time csystem_time_read(int64_t seconds) {
    const time_t moment = (time_t)seconds;
    struct tm parts;
    if (gmtime_r(&moment, &parts) == NULL) {
        return (struct csystem_time){.year = 1970, .month = 1, .day = 1, .weekday = 4};
    }
    return (struct csystem_time){
        .year = parts.tm_year + 1900,
        .month = parts.tm_mon + 1,
        .day = parts.tm_mday,
        .weekday = parts.tm_wday,
        .hour = parts.tm_hour,
        .minute = parts.tm_min,
        .second = parts.tm_sec,
    };
}
