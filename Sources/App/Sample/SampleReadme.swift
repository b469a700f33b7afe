/// The README of the sample fleet: the columns, and what is planted where.
enum SampleReadme {
    static let text = """
        # Sample fleet
        40 pumps, 2 March to 30 April 2026, written by `perfmon sample` from a fixed seed: the same bytes every time.

        | file | rows | what |
        |---|---|---|
        | telemetry.csv | hourly | temperature °C, vibration mm/s, current A, pressure bar, flow l/min |
        | errors.csv | error log | code and severity |
        | failures.csv | 4 | the part that failed |
        | repairs.csv | | the part that was replaced or serviced |
        | pumps.csv | 40 | model, firmware, site, age |

        What is planted, and should be found:
        - **pump-07**: a bearing wears from 16 April on; vibration rises until the last hour, errors E52 follow. It has not failed yet.
        - **pump-23**: the same in March; it failed on 9 April 06:00 and was repaired 9 hours later.
        - **pump-31 to pump-35** (South hall): 11 °C hotter since 11 April, with errors E61.
        - **Firmware 2.1** (pumps 02 05 11 16 22 27 34 39): pressure 0.6 bar higher from the beginning; a level, not a fault.
        - **pump-18**: reports come and go since 22 March (E70).
        - **pump-12**: the pressure sensor stands still since 23 April.
        - **pump-26**: no data from 1 to 3 April.
        - All pumps: a daily pattern (highest at 15:00) and a weekly one (Saturday and Sunday lower).
        - A few cells hold `ERR` or `overflow` instead of a number, and some are empty.

        """
}
