import Testing

@testable import Telemetry

/// Headers as loggers, historians and tools write them, each with the unit that it names; half are
/// traps that name none. Written from UCUM, the SI brochure and the makers' manuals.
@Suite("Units of headers")
struct HeaderUnitTests {
    @Test(
        "A unit in brackets is read, whatever the brackets",
        arguments: [
            ("Torque [Nm]", "Nm"), ("Temperatur (°C)", "°C"), ("Druck {bar}", "bar"),
            ("Demand (万kW)", "万kW"), ("Demand(万kW)", "万kW"), ("温度（℃）", "°C"),
            ("Temp (Deg C)", "°C"), ("Temp (degC)", "°C"), ("Temp (deg F)", "°F"),
            ("Temp (℉)", "°F"), ("Temp [º C]", "°C"), ("Температура (°С)", "°C"),
            ("Мощность (кВт)", "kW"), ("Частота, Гц", "Hz"), ("Давление [МПа]", "MPa"),
            ("Обороты, об/мин", "rpm"), ("Drehzahl [U/min]", "rpm"), ("Drehzahl [1/min]", "1/min"),
            ("Drehzahl [min⁻¹]", "1/min"), ("Vibration (mm/s RMS)", "mm/s RMS"),
            ("Accel [m/s^2]", "m/s²"), ("Accel [m/s2]", "m/s²"), ("Accel [m s-2]", "m/s²"),
            ("Sound [dB(A)]", "dB(A)"), ("Noise (dBA)", "dB(A)"), ("RSSI (dBm)", "dBm"),
            ("Humidity (%RH)", "%RH"), ("Feuchte [% r.F.]", "%RH"), ("Gas Flow [Nm³/h]", "Nm³/h"),
            ("Gas Flow (Nm3/h)", "Nm³/h"), ("Energy (kW·h)", "kWh"), ("Energy (kW*h)", "kWh"),
            ("Energy [kW h]", "kWh"), ("Blindleistung [kVAr]", "kvar"), ("Capacity (Ah)", "Ah"),
            ("EC (µS/cm)", "µS/cm"), ("EC (uS/cm)", "µS/cm"), ("PM10 (ug/m3)", "µg/m³"),
            ("PM10 [µg/m^3]", "µg/m³"), ("Radiation [W/m²]", "W/m²"),
            ("Radiation (W m-2)", "W/m²"), ("Baro (inHg)", "inHg"), ("Flow (gal/min)", "gal/min"),
            ("Heat (W/(m²·K))", "W/(m²·K)"), ("Heat (W/m2/K)", "W/(m²·K)"),
            ("Consumption (l/100km)", "l/100 km"), ("Read (KiB/s)", "KiB/s"),
            ("Rate (MBytes/sec)", "MB/s"), ("Link (Mbps)", "Mbit/s"), ("speed (km/h)", "km/h"),
            ("Wind Direction, ø", "°"), ("Heading (deg)", "°"), ("Gyro (deg/s)", "°/s"),
            ("load [x100]", "x100"), ("Force (N)", "N"), ("Current (A)", "A"), ("T1 [C]", "°C"),
            ("Tool wear [min]", "min"), ("Pressure (in Hg)", "inHg"),
            ("Insulation [m²K/W]", "m²·K/W"), ("Давление, кгс/см²", "kgf/cm²"),
            ("Acceleration [g]", "g"), ("Runtime (h)", "h"),
        ])
    func brackets(header: String, unit: String) {
        #expect(ColumnName(header).unit == unit)
    }

    @Test(
        "What is in brackets or behind a comma and no unit is none",
        arguments: [
            "CO(GT)", "temperature (max)", "temperature (min)", "Temp (in)", "PT08.S1(CO)",
            "Phase (A)", "Phase [A]", "Pump (B)", "Error(s)", "Failure(s)", "Side (L)",
            "Wind (N)", "Wind (S)", "Location, Berlin", "Sensor (TS)", "Count (RN)",
            "Status [text]",
            "Class (C)", "Date Time, GMT-07:00", "Stopped (LGR S/N: 1000001)", "Flag [bool]",
            "Pressure (A)", "Compressor (HP)", "Relay (on/off)", "Model (V2)", "Circuit (L1)",
            "Gas (H2)", "Level (1)", "Sold (GT)", "(kW)", "[°C]", "Reading (raw)", "Grade [F]",
        ])
    func bracketTraps(header: String) {
        #expect(ColumnName(header).unit == nil)
    }

    @Test(
        "A unit at the end of a name is read, behind it an aggregation may stand",
        arguments: [
            ("temp_degC", "°C"), ("flow_lps_Avg", "L/s"), ("Flow_lps_Avg", "L/s"),
            ("PTemp_C_Avg", "°C"), ("PTemp_C_Avg(1)", "°C"), ("BattV_Min", "V"), ("BattV", "V"),
            ("vibration_mm_s", "mm/s"), ("vib_mm_s_rms", "mm/s"), ("speed_kmh", "km/h"),
            ("power_kw", "kW"), ("POWER_KW", "kW"), ("powerKW", "kW"), ("powerkW", "kW"),
            ("Active Power kW", "kW"), ("Active Power KW", "kW"), ("cpu_pct", "%"),
            ("Available MBytes", "MB"), ("Disk Bytes/sec", "B/s"), ("Network Mbit/s", "Mbit/s"),
            ("Errors per h", "1/h"), ("Errors per hour", "1/h"), ("Disk Reads/sec", "1/s"),
            ("Sound dB(A)", "dB(A)"), ("Radiation uSv/h", "µSv/h"), ("Temp °C", "°C"),
            ("Temp Deg C", "°C"), ("CPU %", "%"), ("% Processor Time", "%"), ("%iowait", "%"),
            ("temp_c", "°C"), ("water_temp_f", "°F"), ("volt_v", "V"), ("current_a", "A"),
            ("power_w", "W"), ("duration_s", "s"), ("latency_ms_p99", "ms"), ("mem_used_mb", "MB"),
            ("pressure_hpa", "hPa"), ("pressure_mb", "mbar"), ("torque_nm", "Nm"),
            ("accel_m_s2", "m/s²"), ("flow_m3_h", "m³/h"), ("flow_l_min", "l/min"),
            ("fuel_l_per_h", "l/h"), ("bytes_per_sec", "B/s"), ("requests_per_second", "1/s"),
            ("pm25_ug_m3", "µg/m³"), ("Wind Speed m/s", "m/s"), ("wind.speed.kmh", "km/h"),
            ("Oil Pressure psi", "psi"), ("Engine RPM", "rpm"), ("Außentemperatur_C", "°C"),
            ("Battery Volts", "V"), ("Motor Amps", "A"), ("Received Bytes", "B"),
            ("Operating Hours", "h"), ("duration_min", "min"), ("oilTempC", "°C"),
            ("Feuchte % r.F.", "%RH"), ("energy_kwh_total", "kWh"), ("txkB/s", "kB/s"),
            ("E_day_kWh", "kWh"), ("flow_m3s", "m³/s"), ("wind_speed_ms", "m/s"),
            ("dose_usv_h", "µSv/h"), ("disk_io_ms", "ms"), ("conc_mg_l", "mg/l"),
            ("Lvl_ft_Avg", "ft"), ("P_ac_W", "W"), ("NR_Wm2_Avg", "W/m²"),
            ("SlrRad_W_m2_Avg", "W/m²"),
        ])
    func endings(header: String, unit: String) {
        #expect(ColumnName(header).unit == unit)
    }

    @Test(
        "An end that only looks like a unit is none",
        arguments: [
            "Line C", "Phase A", "Zone B", "Status A", "Sensor 1 V", "Heating Degree Days", "CPUs",
            "Runs", "Hours", "hours", "kW", "RPM", "Volts", "Deg C", "speed_s", "status_a",
            "phase_a", "line_c", "zone_b", "sensor_v", "voltage_a", "temp_min", "Temp Min",
            "Oil min", "pressure_max", "packets_in", "bytes_in", "Check in", "user_db", "host_db",
            "progress_bar", "solar_rad", "temp_var", "moving_ma", "sales_us", "log_in", "Ratio A/B",
            "Wind N/S", "response_time_min", "pump_hp", "temp_c_count", "Rain Days", "lineC",
            "stateA", "DeviceIDs", "Status", "class", "Axis", "IsMin", "SpO2", "NOx", "CO2",
            "PM2.5",
            "power_mw", "model_s", "engine_t", "group_k", "Vitamin C", "Hepatitis B", "Day",
            "level_h", "Time", "Temp/min", "kB_read/s", "r/s", "Degree", "Program Files",
            "status_ok",
            "accel_m_s_2", "Rest a", "batch_no", "is_on", "S", "a_b", "machine_id", "RecNum",
        ])
    func endingTraps(header: String) {
        #expect(ColumnName(header).unit == nil)
    }

    @Test(
        "The name is left without a unit that stands apart from it, and without serial numbers",
        arguments: [
            ("Torque [Nm]", "Torque"), ("speed, rpm", "speed"), ("load [x100]", "load"),
            ("CO(GT)", "CO(GT)"), ("temperature (max)", "temperature (max)"),
            ("Sound [dB(A)]", "Sound"), ("temp_degC", "temp_degC"), ("CPU %", "CPU %"),
            ("Temp, °F (LGR S/N: 1000001, SEN S/N: 1000002)", "Temp"),
            ("Temp, °F (LGR S/N: 1000001, SEN S/N: 1000002, LBL: Inlet)", "Temp (Inlet)"),
            ("Stopped (LGR S/N: 1000001)", "Stopped"), ("Temp_C_Avg(1)", "Temp_C_Avg(1)"),
        ])
    func names(header: String, text: String) {
        #expect(ColumnName(header).text == text)
    }

    @Test("A header tells the serial numbers of its logger and sensor")
    func serials() {
        let name = ColumnName("RH, % (LGR S/N: 1000001, SEN S/N: 1000002)")
        #expect(name.unit == "%")
        #expect(name.serial == "1000001")
        #expect(name.sensorSerial == "1000002")
        #expect(ColumnName("Temp (S/N: AB-17)").serial == "AB-17")
        #expect(ColumnName("Temp (°C)").serial == nil)
    }
}
