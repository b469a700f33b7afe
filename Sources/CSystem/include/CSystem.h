#pragma once

// The few system calls that Swift's C library modules hide or make awkward, as
// csystem_SUBJECT_VERB in a file for each subject.
//
// Every function returns a count or descriptor, or a negated errno: errno itself is never left to
// be read after another call has changed it.
#include "csystem_deflate.h"
#include "csystem_encoding.h"
#include "csystem_gzip.h"
#include "csystem_inflate.h"
#include "csystem_journal.h"
#include "csystem_memory.h"
#include "csystem_poller.h"
#include "csystem_process.h"
#include "csystem_shared.h"
#include "csystem_signal.h"
#include "csystem_socket.h"
#include "csystem_thread.h"
#include "csystem_time.h"
