#pragma once

/// Makes `signal` write its number as one byte to `descriptor`, once; the second arrival has the
/// default effect again, so an impatient operator is obeyed. The handler is not inherited by
/// programs started later, as an ignored signal would be.
int csystem_signal_write_to(int signal, int descriptor);

/// Opens a pipe to which every arrival of the signals writes its number, from now on and for the
/// life of the program, which may have one such pipe. Returns the end to read.
int csystem_signal_pipe(const int *signals, int count);

/// The number of the next signal that arrived, waiting at most `milliseconds` (-1: for ever); 0
/// where none did.
int csystem_signal_next(int pipe, int milliseconds);
