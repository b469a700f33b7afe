#pragma once

/// Makes `signal` write its number as one byte to `descriptor`, once; the second arrival has the
/// default effect again, so an impatient operator is obeyed. The handler is not inherited by
/// programs started later, as an ignored signal would be.
int csystem_signal_to_descriptor(int signal, int descriptor);
