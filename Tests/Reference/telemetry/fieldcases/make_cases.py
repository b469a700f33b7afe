#!/usr/bin/env python3
"""Writes small files in the formats of loggers, historians, SCADA and operating-system tools, each with its right reading.

usage: make_cases.py OUTDIR
Every case is NAME.csv and NAME.json. The JSON holds the keys of field_check.py, `topic` (the kind of the case; `kind` is
taken by field_check.py for error, failure, repair, other), `source` and `expected` (both for the eye). Readings and ids are
invented and the same in every run. Expected instants and counts follow from the lists that the files are written from.
"""
import collections, datetime as dt, random
from casefile import *

# -- device: the smallest set of columns that makes (device, time) unique ----------------------------------------------
def fleet(name, source, expected, head, keys, want, times, levels, sep=",", write=stamp, number=str, digits=2):
    """A row for each time and each tuple of `keys`; the readings are put behind."""
    rng, rows = random.Random(name), [head]
    series = {k: [walk(rng, l, l * 0.02, len(times), digits) for l in levels] for k in keys}
    for i, t in enumerate(times):
        rows += [[write(t), *k, *(number(s[i]) for s in series[k])] for k in keys]
    case("device", name, source, expected, joined(rows, sep), {"rows": len(rows) - 1, "time": span(times, head[0]), **want})

def device():
    ts = every(T(2023, 11, 6), 15, 20)
    fleet("device-site-and-unit", "fleet export of packaged boilers, unit numbers start again at each site",
          "unit names repeat at every site: the device is site and unit together, 12 of them",
          ["timestamp", "site", "unit", "power_kw", "outlet_temp_c"],
          [(s, f"U{u}") for s in ("Aldby", "Brekke", "Corran") for u in (1, 2, 3, 4)],
          {"device": {"columns": ["site", "unit"], "count": 12}, "metrics": {"power_kw": "kW", "outlet_temp_c": "°C"}}, ts, [320, 74])
    fleet("device-meter-and-channel", "multi-channel power meters, one row a channel",
          "a meter has three rows for each time: meter and channel together are the device, 9 of them",
          ["Time", "Meter", "Channel", "Voltage [V]", "Current [A]", "Power [W]"],
          [(f"PM-{m}", f"CH{c}") for m in (101, 102, 107) for c in (1, 2, 3)],
          {"device": {"columns": ["Meter", "Channel"], "count": 9}, "metrics": {"Voltage": "V", "Current": "A", "Power": "W"}},
          every(T(2024, 5, 21, 8), 5, 20), [230, 6.2, 1400], sep=";", write=dmy, number=comma)
    fleet("device-gateway-and-repeated-node", "wireless sensor nodes behind gateways, node names repeat",
          "node names repeat under each gateway: gateway and node together, 12 of them",
          ["time", "gateway", "node", "temperature_c", "humidity_pct"],
          [(f"gw-{g}", f"node{n:02d}") for g in "abc" for n in (1, 2, 3, 4)],
          {"device": {"columns": ["gateway", "node"], "count": 12}}, every(T(2024, 9, 2, 6), 10, 20), [21, 48])
    fleet("device-constant-plant-and-country", "solar plant export, plant and country are the same in every row",
          "plant and country never change; the inverter is the device, 6 of them",
          ["Datetime", "Plant", "Country", "Inverter", "DC power (kW)", "Module temperature (°C)"],
          [("Sol de Arriba", "ES", f"INV-{i:02d}") for i in range(1, 7)],
          {"device": {"column": "Inverter", "count": 6}, "metrics": {"DC power": "kW", "Module temperature": "°C"}},
          every(T(2024, 6, 11, 9), 15, 30), [88, 46])
    fleet("device-numeric-ids", "maintenance data mart of machine tools with numeric asset numbers",
          "ASSET_NO names the machine (8 of them) though it is a number; LINE_NO is the same in every row",
          ["DATE_TIME", "LINE_NO", "ASSET_NO", "SPINDLE_LOAD_PCT", "COOLANT_TEMP_C"],
          [(3, a) for a in (1041, 1042, 1044, 1047, 1051, 1052, 1055, 1060)],
          {"device": {"column": "ASSET_NO", "count": 8}}, every(T(2024, 1, 15, 6), 30, 24), [41, 23])
    fleet("device-serial-and-name", "export of refrigerated containers, serial number and name of the same unit",
          "serial number and name say the same: either is the device, 5 of them",
          ["Date", "Serial number", "Unit name", "Supply air (°C)", "Return air (°C)"],
          [(f"SN{7300 + 17 * i}", f"Reefer {i}") for i in range(1, 6)],
          {"device": [{"column": "Serial number", "count": 5}, {"column": "Unit name", "count": 5}],
           "metrics": {"Supply air": "°C", "Return air": "°C"}}, every(T(2024, 7, 1), 60, 40), [4.1, 5.3])
    name, rng = "device-list-without-time", random.Random("list")
    rows = [["Asset ID", "Type", "Manufacturer", "Model", "Building", "Year built", "Rated power (kW)"]]
    for i in range(64):
        kind, model, power = rng.choice([("Pump", "NB-65", 7.5), ("Fan", "ER-50", 4), ("Chiller", "CH-300", 110), ("Boiler", "KB-20", 90)])
        rows.append([f"A-{2000 + i}", kind, rng.choice(["Norvik", "Haldane", "Ostermann"]), model, f"B{rng.randint(1, 6)}", rng.randint(1998, 2022), power])
    case("device", name, "asset register of a building (no time)", "a list of 64 devices, one row each; no time, no readings", joined(rows),
         {"rows": 64, "shape": "devices", "device": {"column": "Asset ID", "count": 64}})
    name, rng, ts = "device-none-with-mode", random.Random("mode"), every(T(2024, 2, 5), 10, 120)
    mode = [("Off", "Heat", "Defrost")[(i // 17) % 3] for i in range(120)]
    rows = [["Time", "Mode", "Room (°C)", "Outdoor (°C)", "Compressor (Hz)"]] + [list(r) for r in zip(map(stamp, ts), mode, walk(rng, 20.4, .2, 120), walk(rng, -3, .3, 120), walk(rng, 48, 3, 120, 1))]
    case("device", name, "heat pump log, one unit, mode as text", "no device column: the file is one device; Mode is a state, not a device", joined(rows),
         {"rows": 120, "time": span(ts, "Time"), "device": "none: the file is one device", "metrics": {"Room": "°C", "Outdoor": "°C", "Compressor": "Hz"}, "shape": "readings"})
    name, rng, rows = "device-cycles-instead-of-time", random.Random("cycles"), [["unit_nr", "time_cycles", "setting_1", "setting_2", "s_2", "s_3", "s_4", "s_7", "s_11"]]
    for u in range(1, 6):
        life = rng.randint(34, 52)
        for c in range(1, life + 1):
            wear = (c / life) ** 3
            rows.append([u, c, f"{rng.gauss(0, .002):.4f}", f"{rng.gauss(0, .0003):.4f}"] + [f"{m + g * wear + rng.gauss(0, s):.2f}" for m, g, s in ((642, 2, .3), (1585, 20, 4), (1400, 32, 4), (554, -3, .4), (47.3, 1, .1))])
    case("device", name, "run-to-failure engine data in the manner of C-MAPSS with a header", "unit_nr is the device (5), time_cycles counts the cycles of each: it starts again at 1",
         joined(rows), {"rows": len(rows) - 1, "device": {"column": "unit_nr", "count": 5}, "time": "time_cycles: cycles, no clock", "metrics": ["s_2", "s_3", "s_4", "s_7", "s_11"]})
    name, rng, ts = "device-lorawan-uplinks", random.Random("lora"), every(T(2024, 10, 8), 20, 30)
    rows = [["received_at", "application_id", "device_id", "dev_eui", "f_port", "f_cnt", "temperature", "humidity", "rssi", "snr"]]
    for i, t in enumerate(ts):
        rows += [[(t + dt.timedelta(seconds=7 * (d // 2))).isoformat() + "Z", "cold-chain", f"probe-{d}", f"70B3D57ED00500{d:02X}", 2, 410 + i, f"{rng.gauss(4, .4):.1f}", f"{rng.gauss(71, 2):.0f}", rng.randint(-112, -96), f"{rng.gauss(5, 2):.1f}"] for d in range(1, 6)]
    case("device", name, "The Things Network uplinks as CSV", "device_id and dev_eui say the same (either is right), 5 of them; application and port are the same in every row",
         joined(rows), {"rows": 150, "zone": "UTC", "device": [{"column": "device_id", "count": 5}, {"column": "dev_eui", "count": 5}],
                        "time": {"column": "received_at", "first": "2024-10-08T00:00:00Z", "last": (ts[-1] + dt.timedelta(seconds=14)).isoformat() + "Z"}, "metrics": ["temperature", "humidity"]})

# -- header: names, units, types and preambles -------------------------------------------------------------------------
def header():
    H = lambda *a, **k: case("header", *a, **k)
    rng, ts = random.Random("toa5"), every(T(2024, 4, 9), 10, 100)
    q = lambda cells: ",".join(f'"{c}"' for c in cells)
    names = "TIMESTAMP RECORD BattV_Min PTemp_C_Avg AirTC_Avg RH WS_ms_S_WVT WindDir_D1_WVT Rain_mm_Tot BP_mbar_Avg SlrW_Avg SoilTC_Avg".split()
    cols = [walk(rng, l, l / 60, 100, 2) for l in (12.9, 17, 11, 76)] + [walk(rng, 3.1, .2, 100, 3), walk(rng, 190, 20, 100, 1), ["0"] * 95 + ["0.2"] * 5] + [walk(rng, l, l / 300, 100, 2) for l in (1004, 310, 9)]
    H("header-toa5-12-columns", "Campbell Scientific TOA5, four header lines, 12 columns", "line 2 has the names, line 3 the units, line 4 the process; RECORD is a row number",
      [q(["TOA5", "Ridge_AWS", "CR310", "8812", "CR310.Std.10.09", "CPU:ridge.CR300", "40122", "TenMin"]), q(names),
       q(["TS", "RN", "Volts", "Deg C", "Deg C", "%", "meters/Second", "Deg", "mm", "mbar", "W/m^2", "Deg C"]), q(["", "", "Min", "Avg", "Avg", "Smp", "WVc", "WVc", "Tot", "Avg", "Avg", "Avg"])]
      + [f'"{stamp(t)}",{5120 + i},' + ",".join(c[i] for c in cols) for i, t in enumerate(ts)],
      {"rows": 100, "header": names, "time": span(ts, "TIMESTAMP"), "device": "Ridge_AWS (or the file)",
       "metrics": {"BattV_Min": "V", "PTemp_C_Avg": "°C", "AirTC_Avg": "°C", "RH": "%", "WS_ms_S_WVT": "m/s", "Rain_mm_Tot": "mm", "SoilTC_Avg": "°C"}}, eol="\r\n")

    rng, ts = random.Random("green"), every(T(2021, 2, 10), 10, 120)
    H("header-comment-wind-local-zone", "wind farm export in the manner of Greenbyte: all of the header in comment lines, local zone",
      "the last comment line has the names; zone Europe/Stockholm from the preamble (+01:00 in February)",
      ["# Exported 2021-06-02 08:15:44", "# Site: Hollow Ridge", "# Turbine: HR-04", "# Time zone: Europe/Stockholm", "# Resolution: 10 minutes, start of interval", "#",
       '# Date and time,Wind speed (m/s),"Rotor speed, average (rpm)",Active power (kW),Nacelle temperature (°C)']
      + joined([stamp(t), *r] for t, *r in zip(ts, walk(rng, 7.4, .4, 120), walk(rng, 12, .5, 120), walk(rng, 840, 60, 120, 1), walk(rng, 14, .3, 120, 1))),
      {"rows": 120, "zone": ["Europe/Stockholm", "+01:00"], "time": span(ts, offset="+01:00"), "device": "HR-04 (or the file)",
       "header": ["Date and time", "Wind speed (m/s)", "Rotor speed, average (rpm)", "Active power (kW)", "Nacelle temperature (°C)"]})

    rng, n = random.Random("gl840"), 120
    ts = [T(2023, 5, 11, 9) + dt.timedelta(milliseconds=500 * i) for i in range(n)]
    signed = lambda v, w: ("-" if v[0] == "-" else "+") + v.lstrip("-").rjust(w)
    cols = [walk(rng, 21, .2, n, 1), walk(rng, 64, .4, n, 1), walk(rng, 2.4, .02, n, 3), walk(rng, 0, 1.5, n, 2)]
    H("header-graphtec-gl840", "Graphtec GL840 CSV, English, comma, amplifier table before the data", "names in the line that starts with Number, units in the next; half seconds: Date&Time and ms together",
      ['Vendor,"GRAPHTEC Corporation"', 'Model,"GL840"', 'Version,"Ver1.08 "', "Sampling interval,500ms", f"Total data points,{n}", "Start time,2023/05/11,09:00:00", "End time,2023/05/11,09:00:59",
       "AMP settings", "CH,Signal name,Input,Range,Filter,Span,,Unit", 'CH1,"Inlet",TEMP,TC_K,Off,+1000.0,-200.0,degC', 'CH2,"Outlet",TEMP,TC_K,Off,+1000.0,-200.0,degC',
       'CH3,"Level",DC,5V,Off,+5.000,-5.000,V', 'CH4,"Shunt",DC,50mV,Off,+50.00,-50.00,mV', "Logic/Pulse,Off", "Data", "Number,Date&Time,ms,CH1,CH2,CH3,CH4,Alarm1-10,AlarmOut", "NO.,Time,ms,degC,degC,V,mV,A1234567890,A1234"]
      + [f"{i + 1},{t:%Y/%m/%d %H:%M:%S},{t.microsecond // 1000:03d}," + ",".join(signed(c[i], 6) for c in cols) + ",LLLLLLLLLL,LLLL" for i, t in enumerate(ts)],
      {"rows": n, "time": span(ts, "Date&Time"), "metrics": {"CH1": "°C", "CH2": "°C", "CH3": "V", "CH4": "mV"}}, eol="\r\n")

    rng, ts = random.Random("hobo"), every(T(2024, 3, 18, 10), 5, 110)
    us12 = lambda t: f"{t:%m/%d/%y %I:%M:%S %p}"
    H("header-hobo-events-at-end", "HOBOware export with labels and event columns", "zone GMT+01:00 from the header; units behind the comma; the last two rows are events of the logger without readings",
      ['"Plot Title: Cold store 3"', '"#","Date Time, GMT+01:00","Temp, °C (LGR S/N: 20490001, SEN S/N: 20490001, LBL: Shelf)","RH, % (LGR S/N: 20490001, SEN S/N: 20490001, LBL: Shelf)","DewPt, °C (LGR S/N: 20490001, SEN S/N: 20490001)","Host Connected (LGR S/N: 20490001)","End Of File (LGR S/N: 20490001)"']
      + [f"{i + 1},{us12(t)},{a},{b},{c},," for i, (t, a, b, c) in enumerate(zip(ts, walk(rng, 4.2, .1, 110), walk(rng, 81, .7, 110), walk(rng, 1.3, .1, 110)))]
      + [f"111,{us12(ts[-1] + dt.timedelta(seconds=95))},,,,Logged,", f"112,{us12(ts[-1] + dt.timedelta(seconds=120))},,,,,Logged"],
      {"rows": [112, 110], "zone": "+01:00", "time": {"first": "2024-03-18T10:00:00+01:00"}, "device": "20490001 (or the file)", "metrics": {"Temp": "°C", "RH": "%", "DewPt": "°C"}}, enc="utf-8-sig", eol="\r\n")

    ts = every(T(2023, 8, 22, 6, 30), 30, 96)
    H("header-hobo-date-and-time-apart", "HOBOware export with date and time in two columns", "date and time make one instant; zone GMT-05:00 in the name of the time column; units behind the comma",
      ['"#","Date","Time, GMT-05:00","Temp, °F","Intensity, Lux"'] + [f"{i + 1},{t:%m/%d/%y},{t:%H:%M:%S},{a},{b}" for i, (t, a, b) in enumerate(zip(ts, walk(rng, 71, .6, 96), walk(rng, 5200, 300, 96, 1)))],
      {"rows": 96, "zone": "-05:00", "time": span(ts, offset="-05:00"), "metrics": ["Temp", "Intensity"]})

    rng, ts = random.Random("pi"), every(T(2024, 3, 4), 5, 120)
    cols = [walk(rng, 84, .5, 120), walk(rng, 3.1, .03, 120, 3), walk(rng, 1204, 9, 120, 1)]
    for i in (14, 15, 16, 77): cols[0][i] = "Bad Input"
    for i in (40, 41): cols[2][i] = "I/O Timeout"
    H("header-pi-datalink", "PI DataLink sampled data saved from Excel: tag, description and unit over each column, no name over the time",
      "line 1 tags, line 2 descriptions, line 3 units; digital states (Bad Input, I/O Timeout) are missing values",
      [",21TI105.PV,21PI106.PV,21FI107.PV", ",Reactor jacket temperature,Reactor pressure,Feed flow", ",degC,bar,kg/h"] + joined([t.strftime("%d-%b-%y %H:%M:%S"), *r] for t, *r in zip(ts, *cols)),
      {"rows": 120, "time": span(ts), "metrics": {"21TI105.PV": "°C", "21PI106.PV": "bar", "21FI107.PV": "kg/h"}, "missing": {"21TI105.PV": [4, 120], "21FI107.PV": [2, 120]}})

    ts = every(T(2024, 2, 6, 22), 2, 100)
    H("header-wincc-table-control", "WinCC table control export, German column names, title line", "the title is no header; time is Zeitspalte 1 (day first), two readings with decimal comma",
      ["Kesselhaus Linie 2"] + joined([["Zeitspalte 1", "Wertespalte 1", "Wertespalte 2"]] + [[dmy(t), comma(a), comma(b)] for t, a, b in zip(ts, walk(rng, 148, .7, 100), walk(rng, 6.2, .05, 100, 3))], ";"),
      {"rows": 100, "header": ["Zeitspalte 1", "Wertespalte 1", "Wertespalte 2"], "time": span(ts, "Zeitspalte 1"), "metrics": ["Wertespalte 1", "Wertespalte 2"]}, enc="cp1252", eol="\r\n")

    ts = every(T(2024, 1, 17, 9), 15, 96)
    H("header-niagara-history", "Niagara history export (Tridium): Timestamp, Trend Flags, Status, Value", "line 1 names the history; zone EST; the one reading is Value in °F, {ok} and { } are flags",
      ["history:/PlantRoom1/AHU1_SupplyTemp", "Timestamp,Trend Flags,Status,Value (°F)"]
      + [f"{t:%d-%b-%y} {clock12(t)} EST,{'{start}' if i == 0 else '{ }'},{'{ok}' if i % 31 else '{ok,overridden}'},{v}" for i, (t, v) in enumerate(zip(ts, walk(rng, 55, .6, 96)))],
      {"rows": 96, "time": span(ts, "Timestamp", "-05:00"), "metrics": 1, "device": "AHU1_SupplyTemp (or the file)"})

    n, ch = 150, 3
    each = lambda key, values: "\t".join([key, *values, ""])
    H("header-labview-lvm", "LabVIEW measurement text (.lvm), two header blocks", "names in the line X_Value behind the second ***End_of_Header***, units in Y_Unit_Label; X_Value are seconds from 2023-09-21 14:41:45.5",
      ["LabVIEW Measurement\t", "Writer_Version\t2", "Reader_Version\t2", "Separator\tTab", "Decimal_Separator\t.", "Multi_Headings\tNo", "X_Columns\tOne", "Time_Pref\tAbsolute", "Operator\tbench", "Date\t2023/09/21",
       "Time\t14:41:45.5111323470585990021", "***End_of_Header***\t", "\t", "Channels\t3\t\t\t", each("Samples", ["150"] * ch), each("Date", ["2023/09/21"] * ch), each("Time", ["14:41:45.5111323470585990021"] * ch),
       each("Y_Unit_Label", ["N", "V", "degC"]), each("X_Dimension", ["Time"] * ch), each("X0", ["0.0000000000000000E+0"] * ch), each("Delta_X", ["0.100000"] * ch), "***End_of_Header***\t\t\t\t", "X_Value\tThrust\tSupply\tNozzle\tComment"]
      + [f"{i / 10:.6f}\t{a}\t{b}\t{c}" for i, (a, b, c) in enumerate(zip(walk(rng, 512, 9, n, 6), walk(rng, 24.1, .05, n, 6), walk(rng, 318, 3, n, 6)))],
      {"rows": n, "metrics": {"Thrust": "N", "Supply": "V", "Nozzle": "°C"}, "time": "X_Value: seconds, 0 to 14.9, from the Date and Time of the header"}, eol="\r\n")

    ts = every(T(2024, 3, 4, 6), 1, 100)
    cols = [walk(rng, 201, .2, 100, 4), walk(rng, 27, .1, 100, 3), walk(rng, 4.1e-9, 2e-10, 100, 12)]
    for i in (33, 34): cols[1][i] = "#N/A"
    H("header-epics-data-browser", "EPICS archiver data exported by the CS-Studio Data Browser, tab, header in comments", "the last comment line has the names; #N/A is a missing value",
      ["# Created by CS-Studio Data Browser", "#", "# Start Time : 2024-03-04 06:00:00.000", "# End Time   : 2024-03-04 07:40:00.000", "# Source     : Linear Interpolation", "#", "# Channel: SR:DCCT:CURR", "# Channel: SR:RF:TEMP", "# Channel: SR:VAC01:PRESS", "#",
       "# Time\tSR:DCCT:CURR Value\tSR:RF:TEMP Value\tSR:VAC01:PRESS Value"] + joined(([stamp(t) + ".000", *r] for t, *r in zip(ts, *cols)), "\t"),
      {"rows": 100, "time": span(ts, "Time"), "metrics": 3})

    ts = every(T(2024, 3, 4, 7), 5, 110)
    head = lambda *cells: ";" + ";".join(cells)
    total = [18204.2, 9911.7]
    lines = ["sep=;", "Version CSV1|Tool SBFspot3.9.7 (Linux)|Linebreaks CR/LF|Delimiter semicolon|Decimalpoint comma|Precision 3", "", head(*["SN: 2100000011"] * 2, *["SN: 2100000012"] * 2), head(*["SB 5000TL-20"] * 2, *["SB 3000TL-21"] * 2),
             head(*["2100000011"] * 2, *["2100000012"] * 2), head(*["Total yield", "Power"] * 2), head(*["Counter", "Analog"] * 2), "dd/MM/yyyy HH:mm:ss;kWh;kW;kWh;kW"]
    for i, t in enumerate(ts):
        sun, cells = max(0, 1 - ((i - 60) / 62) ** 2), []
        for k, peak in enumerate((4.2, 2.6)):
            p = peak * sun * rng.uniform(.85, 1); total[k] += p / 12; cells += [f"{total[k]:.3f}", f"{p:.3f}"]
        lines.append(";".join([f"{t:%d/%m/%Y %H:%M:%S}", *map(comma, cells)]))
    H("header-sbfspot-day", "SBFspot day file with the extended header (SMA inverters)", "the name line under the serial numbers is Total yield/Power, the last line gives the time format (day first) and units kWh/kW; two inverters",
      lines, {"rows": [110, 220], "time": span(ts), "metrics": ["Total yield", "Power"], "device": "two serial numbers, columns 2-3 and 4-5 (or the file)"}, eol="\r\n")

    ts, host = every(T(2024, 1, 22, 8), 1, 100), r"\\SRV01"
    cells = [walk(rng, 23, 3, 100, 6), walk(rng, 5120, 40, 100, 6), walk(rng, 180000, 9000, 100, 6), walk(rng, .4, .05, 100, 6)]
    cells[0][0] = " "
    H("header-typeperf", "Windows performance counters (typeperf, PDH-CSV 4.0)", "the zone stands in the first name (bias -60 minutes is UTC+01:00); computer SRV01 and counter make each name; month first; the first rate has no value yet",
      ['"(PDH-CSV 4.0) (W. Europe Standard Time)(-60)",' + ",".join(f'"{host}{c}"' for c in (r"\Processor(_Total)\% Processor Time", r"\Memory\Available MBytes", r"\PhysicalDisk(_Total)\Disk Bytes/sec", r"\System\Processor Queue Length"))]
      + [f'"{t:%m/%d/%Y %H:%M:%S}.417",' + ",".join(f'"{c}"' for c in r) for t, *r in zip(ts, *cells)],
      {"rows": 100, "zone": ["+01:00", "Europe/Berlin"], "time": span(ts, offset="+01:00"), "metrics": 4, "device": "SRV01 (or the file)"}, eol="\r\n")

    ts = every(T(2024, 11, 25), 10, 90)
    H("header-group-over-name", "plant spreadsheet with a group line over the names", "line 1 is the group of the columns under it (Boiler 1, Boiler 2), line 2 the names with units",
      [",Boiler 1,,,Boiler 2,,", "Time,Flow temp (°C),Return temp (°C),Burner (%),Flow temp (°C),Return temp (°C),Burner (%)"] + joined([stamp(t), *r] for t, *r in zip(ts, *(walk(rng, l, 1, 90, 1) for l in (71, 52, 44, 69, 51, 38)))),
      {"rows": [90, 180], "time": span(ts), "metrics": ["Flow temp", "Return temp", "Burner"], "device": "two boilers beside each other (or the file)"})

    ts = every(T(2024, 8, 13, 5), 1, 100)
    H("header-units-types-names", "data acquisition export with units and types above the names", "line 1 units, line 2 types, line 3 names",
      [";degC;bar;rpm;%", "DATETIME;REAL;REAL;INT;REAL", "Stamp;OilTemp;OilPress;Speed;Load"] + joined(([stamp(t), *r] for t, *r in zip(ts, walk(rng, 88, .4, 100), walk(rng, 4.2, .04, 100, 3), walk(rng, 1480, 9, 100, 0), walk(rng, 63, 2, 100, 1))), ";"),
      {"rows": 100, "header": ["Stamp", "OilTemp", "OilPress", "Speed", "Load"], "time": span(ts, "Stamp"), "metrics": {"OilTemp": "°C", "OilPress": "bar", "Speed": "rpm", "Load": "%"}})

    ts = every(T(2024, 6, 1), 5, 120)
    H("header-key-value-preamble", "chiller logger with a key: value preamble", "device and zone (UTC+03:00) are in the preamble; day first; decimal comma",
      ["Device: Chiller-07", "Serial: 88-1042", "Time zone: UTC+03:00", "Interval: 300 s", "Start: 01.06.2024 00:00", "", "Time;Supply temperature [°C];Return temperature [°C];Compressor current [A]"]
      + joined(([t.strftime("%d.%m.%Y %H:%M"), *map(comma, r)] for t, *r in zip(ts, walk(rng, 6.8, .1, 120), walk(rng, 12.3, .2, 120), walk(rng, 118, 3, 120, 1))), ";"),
      {"rows": 120, "zone": "+03:00", "time": span(ts, "Time", "+03:00"), "device": "Chiller-07 (or the file)", "metrics": {"Supply temperature": "°C", "Return temperature": "°C", "Compressor current": "A"}})

# -- sections: more than one table, or one table with more than one header ---------------------------------------------
def sections():
    S = lambda *a, **k: case("sections", *a, **k)
    rng, ts, lines = random.Random("vmstat"), every(T(2024, 4, 2, 8), 1, 100), []
    head = "time,r,b,free_kb,cache_kb,us,sy,id,wa"
    for i, t in enumerate(ts):
        us, sy, wa = rng.randint(4, 40), rng.randint(1, 12), rng.randint(0, 5)
        lines += ([head] if i % 20 == 0 else []) + [f"{stamp(t)},{rng.randint(0, 5)},{rng.randint(0, 1)},{rng.randint(180000, 220000)},{rng.randint(900000, 910000)},{us},{sy},{100 - us - sy - wa},{wa}"]
    S("sections-header-repeated", "vmstat as CSV, header again after every 20 lines", "one table of 100 rows; the repeated header lines are no rows", lines,
      {"rows": 100, "header": head.split(","), "time": span(ts, "time"), "sections": 1, "metrics": ["free_kb", "cache_kb", "us", "id"]})

    rng, ts = random.Random("nmon"), every(T(2024, 5, 14, 13), 5, 30)
    lines = ["AAA,progname,nmon", "AAA,command,nmon -f -s 300 -c 30", "AAA,version,16g", "AAA,host,web-03", "AAA,interval,300", "AAA,snapshots,30", "AAA,cpus,4", "AAA,time,13:00:00", "AAA,date,14-MAY-2024",
             "CPU_ALL,CPU Total web-03,User%,Sys%,Wait%,Idle%,Steal%,Busy,CPUs", "MEM,Memory MB web-03,memtotal,memfree,cached,active,buffers,inactive",
             "NET,Network I/O web-03,lo-read-KB/s,eth0-read-KB/s,lo-write-KB/s,eth0-write-KB/s,", "DISKBUSY,Disk %Busy web-03,sda,sdb",
             'BBBP,000,/etc/release', 'BBBP,001,/etc/release,"NAME=Linux"']
    for i, t in enumerate(ts, 1):
        u, s, w = rng.uniform(5, 40), rng.uniform(1, 8), rng.uniform(0, 3)
        lines += [f"ZZZZ,T{i:04d},{t:%H:%M:%S},{t:%d-%b-%Y}".upper(), f"CPU_ALL,T{i:04d},{u:.1f},{s:.1f},{w:.1f},{100 - u - s - w:.1f},0.0,,4", f"MEM,T{i:04d},7821.0,{rng.uniform(500, 900):.1f},3120.4,2811.7,211.9,1304.2",
                  f"NET,T{i:04d},1.1,{rng.uniform(20, 400):.1f},1.1,{rng.uniform(10, 90):.1f},", f"DISKBUSY,T{i:04d},{rng.uniform(0, 30):.1f},{rng.uniform(0, 5):.1f}"]
    S("sections-nmon", "nmon capture (AAA, BBBP, ZZZZ and one record type a table)", "a table for each first cell (CPU_ALL, MEM, NET, DISKBUSY), T0001... stands for the time in ZZZZ; or a sentence that the file holds several tables", lines,
      {"sections": {"count": [4, 5, 6, 7], "names": ["CPU_ALL", "MEM", "NET", "DISKBUSY"]}, "refusal": REFUSED, "device": "web-03"})

    ts, rng = every(T(2024, 7, 9), 30, 30), random.Random("blank")
    lines = ["Pumps", "time,pump,flow_lps,current_a"] + [f"{stamp(t)},P{p},{rng.gauss(14, .6):.2f},{rng.gauss(9, .3):.2f}" for t in ts for p in (1, 2)]
    lines += ["", "Tanks", "time,tank,level_pct"] + [f"{stamp(t)},TK{k},{rng.gauss(60, 4):.1f}" for t in ts for k in (1, 2)]
    lines += ["", "Weather", "time,rain_mm,air_temp_c"] + [f"{stamp(t)},{rng.choice([0, 0, 0.2])},{rng.gauss(17, 1):.1f}" for t in ts]
    S("sections-blank-lines", "waterworks day report: three tables divided by blank lines, title over each", "three tables with their own columns (60, 60 and 30 rows), or a sentence saying so", lines,
      {"rows": [150, 60, 30], "sections": {"count": 3}, "refusal": REFUSED})

    rng = random.Random("dataflash")
    lines = ["FMT, 128, 89, FMT, BBnNZ, Type,Length,Name,Format,Columns", "FMT, 163, 31, ATT, Qcccc, TimeUS,DesRoll,Roll,DesPitch,Pitch", "FMT, 166, 27, BAT, Qfff, TimeUS,Volt,Curr,CurrTot", "FMT, 172, 23, BARO, Qffc, TimeUS,Alt,Press,Temp"]
    us = 41200000
    for i in range(160):
        us += 100000
        lines.append(f"ATT, {us}, 0.00, {rng.gauss(0, 1):.2f}, 1.50, {rng.gauss(1.5, .8):.2f}")
        if i % 4 == 0: lines.append(f"BARO, {us + 900}, {rng.gauss(30, .4):.2f}, {rng.gauss(99120, 6):.1f}, {rng.gauss(34, .1):.2f}")
        if i % 5 == 0: lines.append(f"BAT, {us + 1500}, {rng.gauss(15.9, .05):.3f}, {rng.gauss(12, 1):.2f}, {i * 3.3:.1f}")
    S("sections-dataflash-records", "ArduPilot dataflash log as text: FMT records give the columns of each record type", "three tables by the first cell (ATT 160, BARO 40, BAT 32 rows), their columns from the FMT lines; TimeUS is µs since start", lines,
      {"rows": [232, 160, 40, 32], "sections": {"count": [3, 4], "names": ["ATT", "BARO", "BAT"]}, "refusal": REFUSED + ["FMT"]})

    ts, rng = every(T(2024, 1, 29), 10, 120), random.Random("stat")
    a, b = walk(rng, -20, .4, 120, 1), walk(rng, 62, 1, 120, 1)
    stat = lambda n, v: f"{n};" + ";".join(comma(f"{x:.1f}") for x in (min(map(float, v)), max(map(float, v)), sum(map(float, v)) / 120))
    S("sections-statistics-first", "temperature logger report: table of statistics before the readings", "the readings are the table under Data (120 rows); the block with Min, Max, Mean is no reading",
      ["Logger;Freezer 2", "Statistics", "Channel;Min;Max;Mean", stat("Temperature [°C]", a), stat("Humidity [%]", b), "", "Data", "Date;Time;Temperature [°C];Humidity [%]"]
      + joined(([t.strftime("%d.%m.%Y"), t.strftime("%H:%M:%S"), comma(x), comma(y)] for t, x, y in zip(ts, a, b)), ";"),
      {"rows": 120, "time": span(ts), "sections": {"count": [1, 2]}, "metrics": {"Temperature": "°C", "Humidity": "%"}})

# -- long: one reading a row, its name in a cell -----------------------------------------------------------------------
def long():
    L = lambda *a, **k: case("long", *a, **k)
    rng, ts = random.Random("opc"), every(T(2024, 10, 21, 6), 1, 50)
    tags, rows = {"FT_101": 41, "TT_102": 178, "PT_103": 6.4, "LT_104": 55}, [["Tag", "Timestamp", "Value", "Quality"]]
    for i, t in enumerate(ts):
        for tag, l in tags.items():
            bad = tag == "PT_103" and 20 <= i < 25
            rows.append([tag, t.isoformat() + ".000", "" if bad else f"{rng.gauss(l, l / 90):.3f}", 24 if bad else 192])
    L("long-opc-quality", "OPC historian dump: tag, time, value, quality as number (192 good)", "four metrics, one for each tag; Quality is no metric; 5 values of PT_103 are missing (quality 24)", joined(rows),
      {"rows": [200, 195], "time": span(ts, "Timestamp"), "metrics": list(tags)})

    rng, ts = random.Random("wincc"), every(T(2024, 2, 8, 4), 5, 60)
    rows = [["VarName", "TimeString", "VarValue", "Validity", "Time_ms"]]
    serial = lambda t: comma(f"{((t - T(1899, 12, 30)).total_seconds() / 86400) * 1e6:.4f}")
    for t in ts:
        rows += [[f'"{n}"', f'"{dmy(t)}"', comma(f"{rng.gauss(l, l / 80):.4f}"), 1, serial(t)] for n, l in (("Kessel_Temp", 142), ("Kessel_Druck", 5.8), ("Pumpe_Strom", 11.2))]
    rows += [['"$RT_OFF$"', f'"{dmy(ts[-1])}"', 0, 2, serial(ts[-1])], ['"$RT_COUNT$"', 181, "", "", ""]]
    L("long-wincc-data-log", "WinCC flexible/TIA data log: VarName;TimeString;VarValue;Validity;Time_ms, $RT_OFF$ and $RT_COUNT$ at the end", "three metrics by VarName; time is TimeString (day first); Time_ms says the same as a serial number; the $RT_ lines are no readings",
      joined(rows, ";"), {"rows": [180, 181, 182], "time": span(ts, "TimeString"), "metrics": ["Kessel_Temp", "Kessel_Druck", "Pumpe_Strom"]}, eol="\r\n")

    rng, rows, at = random.Random("hass"), [["entity_id", "state", "last_changed"]], []
    for e, l, hours in (("sensor.boiler_flow_temperature", 54, .2), ("sensor.boiler_return_temperature", 41, .25), ("binary_sensor.boiler_flame", None, .6)):
        ts = irregular(rng, T(2024, 1, 9, 17), hours, {"b": 40}.get(e[0], 80)); at += ts
        for i, t in enumerate(ts):
            rows.append([e, ("on", "off")[i % 2] if l is None else "unavailable" if i in (30, 31) else f"{rng.gauss(l, 2):.1f}", t.isoformat() + f".{rng.randint(0, 999):03d}Z"])
    L("long-home-assistant-history", "Home Assistant history download: entity_id,state,last_changed", "two numeric series and one on/off state by entity_id; unavailable is a missing value; rows are written on change, entity after entity", joined(rows),
      {"rows": 200, "zone": "UTC", "time": span(at, "last_changed", "Z"), "metrics": ["boiler_flow_temperature", "boiler_return_temperature"]})

    rng, ts, n = random.Random("flux"), every(T(2023, 1, 1), 1, 40), 0
    lines = ["#group,false,false,true,true,false,false,true,true,true", "#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,double,string,string,string", "#default,_result,,,,,,,,", ",result,table,_start,_stop,_time,_value,_field,_measurement,host"]
    for f, l in (("usage_system", 6), ("usage_user", 31)):
        for h in ("srv-1", "srv-2"):
            lines += [f",,{n},2023-01-01T00:00:00Z,2023-01-01T01:00:00Z,{t.isoformat()}Z,{rng.gauss(l, l / 9):.3f},{f},cpu,{h}" for t in ts]; n += 1
    L("long-influx-annotated", "InfluxDB annotated CSV (Flux query result)", "time is _time, names in _field, device host; _start and _stop bound the query; or a sentence that annotated CSV is not read", lines,
      {"rows": 160, "zone": "UTC", "time": span(ts, "_time", "Z"), "device": {"column": "host", "count": 2}, "metrics": ["usage_system", "usage_user"], "refusal": ["annotat", "Flux", "Influx"]}, eol="\r\n")

    rng, lines, ms = random.Random("freematics"), [], 15210
    for _ in range(60):
        lines += [f"{ms},10C,{rng.gauss(1750, 160):.0f}", f"{ms + 41},10D,{rng.gauss(52, 4):.0f}", f"{ms + 80},111,{rng.gauss(23, 3):.0f}", f"{ms + 122},105,{rng.gauss(88, 1):.0f}"]
        ms += rng.randint(480, 530)
    L("long-obd-no-header", "OBD logger in the manner of Freematics: ms, PID, value, no header line", "no header; column 1 counts milliseconds, column 2 names the reading (10C engine speed, 10D speed, 111 throttle, 105 coolant), column 3 is the value", lines,
      {"rows": 240, "metrics": ["10C", "10D", "111", "105"], "time": "milliseconds since start, no clock"})

    rng, ts, rows = random.Random("zabbix"), every(T(2024, 3, 20), 1, 22), [["host", "key_", "clock", "ns", "value"]]
    epoch = lambda t: int((t - T(1970, 1, 1)).total_seconds())
    for t in ts:
        rows += [[h, f'"{k}"', epoch(t), rng.randint(0, 400000000), f"{rng.gauss(l, l / 12):.4f}"] for h in ("db-01", "db-02", "app-01") for k, l in (("system.cpu.load[all,avg1]", .8), ("vfs.fs.size[/,pused]", 61), ("net.if.in[eth0]", 182000))]
    L("long-zabbix-history", "Zabbix history joined with its items: host, key_, clock, ns, value", "clock is epoch seconds; names in key_, device is host (3); ns is the fraction of the second, no metric", joined(rows),
      {"rows": 198, "time": span(ts, "clock", "Z"), "device": {"column": "host", "count": 3}, "metrics": ["system.cpu.load", "vfs.fs.size", "net.if.in"]})

    rng, ts, rows = random.Random("einheit"), every(T(2024, 9, 30), 60, 22), [["Station", "Zeit", "Parameter", "Wert", "Einheit"]]
    for t in ts:
        rows += [[s, t.strftime("%d.%m.%Y %H:%M"), p, comma(f"{rng.gauss(l, d):.1f}"), u] for s in ("Nord", "Hafen", "Berg") for p, l, d, u in (("Lufttemperatur", 14, 1, "°C"), ("Relative Feuchte", 71, 3, "%"), ("Luftdruck", 1013, 2, "hPa"))]
    L("long-unit-column-german", "long table of weather stations with a unit column, German", "names in Parameter, units in Einheit, device Station (3); decimal comma", joined(rows, ";"),
      {"rows": 198, "time": span(ts, "Zeit"), "device": {"column": "Station", "count": 3}, "metrics": {"Lufttemperatur": "°C", "Relative Feuchte": "%", "Luftdruck": "hPa"}})

    rng, ts, rows = random.Random("prom"), every(T(2024, 5, 5, 12), 1, 35), [["__name__", "instance", "job", "timestamp", "value"]]
    for m, l in (("node_load1", .6), ("node_memory_MemAvailable_bytes", 2.1e9), ("node_hwmon_temp_celsius", 51)):
        rows += [[m, i, "node", f"{epoch(t)}.{rng.randint(100, 900)}", f"{rng.gauss(l, l / 20):.6g}"] for i in ("10.0.0.11:9100", "10.0.0.12:9100") for t in ts]
    L("long-prometheus", "Prometheus query result as CSV", "names in __name__, device instance (2), epoch seconds with milliseconds; job is the same in every row", joined(rows),
      {"rows": 210, "time": span(ts, "timestamp", "Z"), "device": {"column": "instance", "count": 2}, "metrics": ["node_load1", "node_memory_MemAvailable_bytes", "node_hwmon_temp_celsius"]})

# -- times -------------------------------------------------------------------------------------------------------------
FR = "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split()
PL = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
DE = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.".split()
ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
FRDAY = "lun. mar. mer. jeu. ven. sam. dim.".split()

def timed(name, source, expected, write, start, minutes=15, n=96, sep=",", head=("Timestamp", "Temperature", "Load"), offset="", want=None, times=None, number=str, **more):
    """One column of times as `write` says it, two readings; the right reading is the list itself."""
    rng, ts = random.Random(name), times or every(start, minutes, n)
    rows = [head] + [[write(t), number(a), number(b)] for t, a, b in zip(ts, walk(rng, 20, .3, len(ts)), walk(rng, 55, 2, len(ts), 1))]
    case("times", name, source, expected, joined(rows, sep), {"rows": len(ts), "time": span(ts, head[0], offset, **more), **(want or {})})

def times():
    unix = lambda t: (t - T(1970, 1, 1)).total_seconds()
    days = lambda t, origin: (t - origin).total_seconds() / 86400
    nb = "\u00a0"
    timed("time-spanish-am-pm", "Windows, Spanish: a. m. and p. m. with no-break blanks", "12 hours, day first, across noon and midnight", lambda t: f"{t:%d/%m/%Y} " + clock12(t, f"a.{nb}m.", f"p.{nb}m."), T(2024, 3, 13, 9, 50))
    timed("time-spanish-long", "Spanish long date", "months in words, 29 de febrero to 1 de marzo", lambda t: f"{t.day} de {ES[t.month - 1]} de {t.year} {t:%H:%M}", T(2024, 2, 29, 9))
    timed("time-french-weekday-month", "French date with short day and month names", "mar. 27 févr. 2024 to ven. 1 mars: mar. is Tuesday, not March", lambda t: f"{FRDAY[t.weekday()]} {t.day} {FR[t.month - 1]} {t.year} {t:%H:%M:%S}", T(2024, 2, 27, 12), 45)
    timed("time-polish-month", "Polish date, month in the genitive", "30 kwietnia to 2 maja 2024", lambda t: f"{t.day} {PL[t.month - 1]} {t.year} {t:%H:%M}", T(2024, 4, 30, 18), 20, sep=";")
    timed("time-korean-am-pm", "Windows, Korean: 오전/오후 before the hour", "12 hours; 오전 is morning, 오후 afternoon; across noon and midnight", lambda t: f"{t:%Y-%m-%d} {'오후' if t.hour >= 12 else '오전'} {t.hour % 12 or 12}:{t:%M:%S}", T(2024, 3, 13, 9, 50))
    timed("time-german-month", "German date with short month names", "31. Dez. 2023 to 1. Jan. 2024", lambda t: f"{t.day}. {DE[t.month - 1]} {t.year} {t:%H:%M}", T(2023, 12, 31, 8), sep=";", head=("Zeitpunkt", "Temperatur", "Last"), number=comma)
    timed("time-two-digit-day-first", "two-digit year at the end, day first", "28.02.24 is 28 February 2024: only this order runs on without a gap", lambda t: t.strftime("%d.%m.%y %H:%M"), T(2024, 2, 28, 6), 60, sep=";")
    timed("time-two-digit-month-first", "two-digit year at the end, month first", "02/27/24 is 27 February 2024", lambda t: t.strftime("%m/%d/%y %H:%M"), T(2024, 2, 27, 6), 60)
    timed("time-two-digit-year-first", "two-digit year first, across a year's end", "24-12-29 is 29 December 2024: only this order runs on without a gap", lambda t: t.strftime("%y-%m-%d %H:%M:%S"), T(2024, 12, 29, 6), 60)
    timed("time-iso-week-basic", "ISO 8601 week date, basic form, week 53", "2020W537T2200 is Sunday 3 January 2021", lambda t: "%dW%02d%d" % tuple(t.isocalendar()) + t.strftime("T%H%M"), T(2021, 1, 2, 12))
    timed("time-year-and-day-number", "ordinal date and a blank before the clock, across a year's end", "2023-365 is 31 December 2023, 2024-001 the next day", lambda t: t.strftime("%Y-%j %H:%M"), T(2023, 12, 31, 6))
    timed("time-epoch-seconds-fraction", "Unix seconds with a fraction", "seconds since 1970, quarter seconds", lambda t: f"{unix(t) + .25:.6f}", T(2024, 3, 1, 6), offset="Z", head=("ts", "Temperature", "Load"))
    timed("time-epoch-milliseconds-fraction", "Unix milliseconds with a fraction (JavaScript performance clock)", "milliseconds since 1970", lambda t: f"{unix(t) * 1000 + 250:.3f}", T(2024, 3, 1, 6), offset="Z", head=("ts", "Temperature", "Load"))
    timed("time-epoch-microseconds", "Unix microseconds", "microseconds since 1970", lambda t: f"{unix(t) * 1e6 + 250000:.0f}", T(2024, 3, 1, 6), offset="Z", head=("time_us", "Temperature", "Load"))
    timed("time-labview-1904", "LabVIEW timestamp: seconds since 1904-01-01 UTC", "seconds since 1904, as the name says; not 2090", lambda t: f"{unix(t) + 2082844800:.3f}", T(2024, 3, 13, 9, 50), head=("LabVIEW time (s since 1904)", "Temperature", "Load"), sep="\t")
    timed("time-matlab-datenum", "MATLAB datenum: days since year 0", "739324 is 13 March 2024", lambda t: f"{t.toordinal() + 366 + days(t, T(t.year, t.month, t.day)):.8f}", T(2024, 3, 13, 9, 50), head=("datenum", "Temperature", "Load"))
    timed("time-julian-day", "Julian day number with a fraction", "days since noon of 1 January 4713 BC", lambda t: f"{2440587.5 + unix(t) / 86400:.8f}", T(2024, 3, 13, 9, 50), head=("JD", "Temperature", "Load"))
    timed("time-excel-1904", "Excel serial number of the 1904 date system (Macintosh)", "days since 1 January 1904, as the name says", lambda t: f"{days(t, T(1904, 1, 1)):.8f}", T(2024, 3, 13, 9, 50), head=("Date (1904 date system)", "Temperature", "Load"))
    timed("time-syslog-across-new-year", "syslog time without year, across a year's end", "Dec 31 comes before Jan 1: the year changes in between", lambda t: f"{t:%b} {t.day:2d} {t:%H:%M:%S}", T(2023, 12, 31, 9), year="any")
    summer = lambda t, switch, winter_h, names: (t + dt.timedelta(hours=winter_h + (1 if switch(t) else 0))).strftime("%Y-%m-%d %H:%M:%S ") + names[switch(t)]
    utc = every(T(2024, 3, 30, 19), 15, 96)
    timed("time-cet-cest", "zone as abbreviation behind each time, spring change", "CET is +01:00, CEST +02:00; the hour from 2 to 3 on 31 March does not exist and is no gap", lambda t: summer(t, lambda u: u >= T(2024, 3, 31, 1), 1, ("CET", "CEST")), None, times=utc, offset="Z")
    utc = every(T(2024, 11, 3, 0), 15, 96)
    timed("time-edt-est", "zone as abbreviation behind each time, autumn change", "EDT is -04:00, EST -05:00; the hour from 1 to 2 on 3 November comes twice, no row is a duplicate", lambda t: summer(t, lambda u: u < T(2024, 11, 3, 6), -5, ("EST", "EDT")), None, times=utc, offset="Z")
    ts, rng = every(T(2024, 3, 13, 9, 50), 15, 96), random.Random("denver")
    case("times", "time-iana-column", "zone as IANA name in a column of its own", "local time of America/Denver (-06:00 on that day)", ["time,timezone,temperature_c"] + [f"{stamp(t)},America/Denver,{v}" for t, v in zip(ts, walk(rng, 12, .3, 96))],
         {"rows": 96, "zone": ["America/Denver", "-06:00"], "time": span(ts, "time", "-06:00")})
    timed("time-excel-formula", 'text kept from Excel as ="..."', "the wrapper is no part of the time", lambda t: f'="{t:%Y-%m-%d %H:%M}"', T(2024, 3, 13, 9, 50))
    timed("time-compact-z", "ISO 8601 basic form with T and Z", "UTC", lambda t: t.strftime("%Y%m%dT%H%M%SZ"), T(2024, 3, 13, 9, 50), offset="Z", want={"zone": "UTC"})
    ts = every(T(2024, 10, 30, 20), 15, 96)
    case("times", "time-date-and-time-columns", "date and time of day in two columns", "both make one instant", ["Date,Time,Flow (L/s)"] + [f"{t:%Y/%m/%d},{t:%H:%M},{v}" for t, v in zip(ts, walk(rng, 3.4, .1, 96))],
         {"rows": 96, "time": span(ts), "metrics": {"Flow": "L/s"}})
    ts, lines = every(T(2024, 3, 13, 9, 45), 15, 96), []
    for t, a, b in zip(ts, walk(rng, 12.6, .05, 96), walk(rng, 8, .2, 96)):
        d, hhmm = (t - dt.timedelta(days=1), 2400) if (t.hour, t.minute) == (0, 0) else (t, t.hour * 100 + t.minute)
        lines.append(f"101,{d.year},{d.timetuple().tm_yday},{hhmm},{a},{b}")
    case("times", "time-campbell-array", "Campbell mixed array: array id, year, day of year, HHMM, no header", "year, day of year and HHMM make the instant; 2400 is the end of the day; 101 is the array id", lines, {"rows": 96, "time": span(ts)})
    timed("time-day-first-by-sequence", "d/m/yyyy, no day above 12", "3 to 10 February 2024: only day first runs on without gaps", lambda t: t.strftime("%d/%m/%Y %H:%M"), T(2024, 2, 3), 120)
    timed("time-month-first-by-sequence", "m/d/yyyy, no day above 12", "3 to 10 February 2024: only month first runs on without gaps", lambda t: f"{t.month}/{t.day}/{t.year} {t:%H:%M}", T(2024, 2, 3), 120)
    timed("time-comma-milliseconds", "log4j and Python logging: comma before the milliseconds", "the comma is the decimal sign of the seconds", lambda t: stamp(t) + ",250", T(2024, 3, 13, 9, 50), sep=";")
    timed("time-noon-and-midnight", "US 12-hour clock across noon and midnight", "12:00:00 AM is midnight, 12:30 PM half past noon", lambda t: f"{t.month}/{t.day}/{t.year} {clock12(t)}", T(2024, 3, 13, 10), 30)
    timed("time-colon-milliseconds", "BenchLink Data Logger: colon before the milliseconds", "09:12:15:123 is 15.123 seconds", lambda t: t.strftime("%m/%d/%Y %H:%M:%S:123"), T(2024, 3, 13, 9, 12, 15), 1)

# -- encodings ---------------------------------------------------------------------------------------------------------
def encodings():
    def enc(codec, head, states, source, write, sep=",", codec_name=None, title=None):
        name = f"encoding-{title or codec}"
        rng, ts = random.Random(name), every(T(2024, 3, 13, 6), 15, 90)
        num = comma if sep == ";" else str
        rows = [head] + [[write(t), num(a), num(b), rng.choice(states)] for t, a, b in zip(ts, walk(rng, 20, .6, 90, 1), walk(rng, 31, .6, 90, 1))]
        case("encodings", name, source, "this header; or a sentence that the letters look wrong and a choice of this encoding", joined(rows, sep),
             {"rows": 90, "encoding": codec_name or codec, "header": head, "time": span(ts, head[0])}, enc=codec, eol="\r\n")
    iso, dot, slash = stamp, lambda t: t.strftime("%d.%m.%Y %H:%M"), lambda t: t.strftime("%Y/%m/%d %H:%M")
    enc("koi8-r", ["Время", "Температура воды", "Расход", "Режим"], ["нагрев", "ожидание", "продувка"], "Russian boiler log, KOI8-R", dot, ";")
    enc("euc-kr", ["일시", "온도(℃)", "압력(kPa)", "상태"], ["가동", "정지", "점검"], "Korean process log, EUC-KR", iso)
    enc("big5", ["日期時間", "溫度(℃)", "濕度(%)", "狀態"], ["運轉", "停機", "異常"], "Taiwanese logger, Big5", slash)
    enc("euc-jp", ["日時", "水温(℃)", "流量(L/min)", "運転状態"], ["運転中", "停止", "警報"], "Japanese logger, EUC-JP", slash)
    enc("utf-16-le", ["Horodatage", "Température (°C)", "Débit (L/min)", "État"], ["marche", "arrêt", "défaut"], "French export, UTF-16 little endian without a byte order mark", iso, "\t", title="utf-16-no-bom")
    enc("iso8859-2", ["Čas", "Teplota přívodu", "Průtok", "Stav čerpadla"], ["spuštěno", "vypnuto", "šoupě zavřeno", "běží"], "Czech pump log, ISO 8859-2 (not Windows-1250)", dot, ";")
    enc("iso8859-15", ["Horodatage", "Température (°C)", "Coût énergie (€)", "État du four"], ["cœur chaud", "arrêté", "préchauffé"], "French furnace log, ISO 8859-15 (€ and œ)", iso)
    enc("cp1253", ["Ημερομηνία", "Θερμοκρασία (°C)", "Πίεση (bar)", "Κατάσταση"], ["λειτουργία", "στάση", "βλάβη"], "Greek pump log, Windows-1253", dot, ";")
    enc("cp1254", ["Zaman", "Sıcaklık (°C)", "Basınç (bar)", "Çalışma durumu"], ["çalışıyor", "durduruldu", "arızalı"], "Turkish compressor log, Windows-1254", dot, ";")
    enc("cp437", ["Date/Time", "Temp (°C)", "Flow (L/s)", "Status"], ["run", "idle", "fault"], "DOS logger, degree sign of code page 437 only", iso)
    enc("cp850", ["Zeit", "Außentemperatur (°C)", "Öldruck (bar)", "Zustand"], ["läuft", "gestört", "geprüft"], "DOS logger, German letters of code page 850 (437 reads the same)", dot, ";")
    enc("utf-8-sig", ["Zeit", "Temperatur (°C)", "Drehzahl (1/min)", "Zustand"], ["läuft", "gestört", "steht"], "UTF-8 with a byte order mark", dot, ";", title="utf-8-bom")

# -- units -------------------------------------------------------------------------------------------------------------
def units():
    def table(name, source, expected, heads, want, second=None):
        rng, ts = random.Random(name), every(T(2024, 3, 4), 5, 60)
        rows = [["time", *heads]] + ([["", *second]] if second else []) + [[stamp(t), *(f"{rng.uniform(10, 90):.2f}" for _ in heads)] for t in ts]
        case("units", name, source, expected, joined(rows), {"rows": 60, "time": span(ts, "time"), **want})
    traps = {"Feeder A": None, "Zone C": None, "Stage K": None, "Section B": None, "Boiler H": None, "Compressor L": None, "Setpoint Min": None, "Retries": None, "Trucks": None, "Degrees of freedom": None,
             "Oil temp (°C)": "°C", "Oil temp limit [°F]": "°F", "Bus voltage, V": "V", "Vibration (mm/s)": "mm/s", "Leak rate (mbar·l/s)": "mbar·l/s", "Speed (rpm)": "rpm"}
    table("units-last-letters-again", "names of plant parts that end in letters like units, beside true units", "letters that name a part (Zone C, Feeder A) are no units; brackets and what stands behind a comma are",
          [f'"{n}"' if "," in n else n for n in traps], {"units": {n: u for n, u in traps.items() if n != "Leak rate (mbar·l/s)"}})
    per = {"Wind speed (m/s)": "m/s", "Feed (mm/min)": "mm/min", "Heating rate (K/min)": "K/min", "Dose rate (µSv/h)": "µSv/h", "Mass flow (kg/h)": "kg/h", "Irradiance (W/m²)": "W/m²", "Use per area (kWh/m²)": "kWh/m²", "Sensitivity (mV/K)": "mV/K", "Turns (1/min)": "1/min", "Dust (µg/m³)": "µg/m³"}
    table("units-per-units", "units with a stroke, by grammar", "the whole unit, not its last part", list(per), {"metrics": {n.split(" (")[0]: u for n, u in per.items()}})
    dots = {"Plant1.Pump2.Temp_C": "°C", "Plant1.Pump2.Press_bar": "bar", "Plant1.Pump2.Current_A": "A", "Plant1.Pump2.Speed_rpm": "rpm", "Plant1.Pump2.Supply_V": "V", "Plant1.Pump2.Phase.A": None, "Plant1.Line.B": None, "Plant1.Valve4.PV": None, "Plant1.Valve4.SP": None, "Plant1.Valve4.Limit.Min": None, "DB10.DBW4": None}
    table("units-names-with-dots", "OPC item names with several dots", "a unit only where an underline divides it from the name; the dots are the path", list(dots), {"units": dots})
    second = ["(degC)", "(bar)", "(rpm)", "(%)", "(kW)", "(-)", "(mm/s)"]
    table("units-in-second-line", "test bench export, units in brackets in line 2, (-) for none", "line 2 has the units and is no row", ["T_oil", "p_oil", "n_shaft", "load", "P_el", "state_no", "vib"],
          {"metrics": {"T_oil": "°C", "p_oil": "bar", "n_shaft": "rpm", "load": "%", "P_el": "kW", "vib": "mm/s"}}, second)

# -- events ------------------------------------------------------------------------------------------------------------
def events():
    E = lambda *a, **k: case("events", *a, **k)
    def alarms(name, source, expected, head, devices, alarms, write, sep, enc="utf-8", pick=None):
        """Alarm log: time, device, number, text, severity."""
        rng = random.Random(name)
        ts, rows = irregular(rng, T(2024, 1, 8, 3, 12, 40), 5, 110), [head]
        for t in ts: rows.append([write(t), rng.choice(devices), *rng.choice(alarms)])
        used = {r[2] for r in rows[1:]}
        E(name, source, expected, joined(rows, sep), {"rows": 110, "shape": "events", "kind": ["error", "failure", "other"], "time": span(ts, head[0]), "device": {"column": head[1], "count": len({r[1] for r in rows[1:]})},
          "code": [head[2], head[3]], "codes": len(used), "severity": head[4]}, enc=enc)
    alarms("event-alarms-german", "PLC message log, German", "alarm log: severity in Schweregrad (Störung, Warnung, Hinweis)", ["Zeitstempel", "Anlage", "Meldungsnummer", "Meldetext", "Schweregrad"], ["Presse 1", "Presse 2", "Ofen", "Waschanlage"],
           [("M1007", "Öltemperatur zu hoch", "Störung"), ("M1012", "Not-Halt betätigt", "Störung"), ("M2003", "Filter verschmutzt", "Warnung"), ("M2010", "Füllstand niedrig", "Warnung"), ("M3001", "Programm gewechselt", "Hinweis")], dmy, ";")
    alarms("event-alarms-russian", "SCADA alarm journal, Russian", "alarm log: severity in Важность (Авария, Предупреждение, Информация)", ["Время", "Объект", "Код", "Сообщение", "Важность"], ["Насос 1", "Насос 2", "Котёл 3"],
           [("А101", "Высокая температура подшипника", "Авария"), ("А117", "Нет связи с контроллером", "Авария"), ("П204", "Давление ниже нормы", "Предупреждение"), ("И301", "Переход на резерв", "Информация")], dmy, ";")
    alarms("event-alarms-spanish", "SCADA alarm history, Spanish", "alarm log: severity in Gravedad (Crítica, Alta, Media, Baja)", ["Fecha y hora", "Equipo", "Alarma", "Descripción", "Gravedad"], ["Bomba A", "Bomba B", "Caldera", "Turbina", "Torre"],
           [("AL-01", "Sobretemperatura en motor", "Crítica"), ("AL-07", "Presión baja en succión", "Alta"), ("AL-12", "Fallo de comunicación", "Media"), ("AL-20", "Puerta abierta", "Baja")], lambda t: t.strftime("%d/%m/%Y %H:%M:%S"), ";")

    rng = random.Random("wo")
    ts, rows = irregular(rng, T(2023, 2, 6, 7), 60, 80), [["WO number", "Equipment", "Reported", "Completed", "Work type", "Description", "Labour (h)"]]
    for i, t in enumerate(ts):
        h = rng.uniform(1, 60)
        rows.append([40100 + i, rng.choice(["P-101", "P-102", "C-201", "E-305", "K-401"]), stamp(t), stamp(t + dt.timedelta(minutes=round(60 * h))), rng.choice(["Corrective", "Preventive", "Inspection"]), rng.choice(["replace seal", "grease bearing", "align coupling", "clean strainer", "change oil"]), f"{h / 4:.1f}"])
    E("event-work-orders", "work orders of a maintenance system (CMMS)", "work done on the machine: repairs, not failures; from Reported to Completed", joined(rows),
      {"rows": 80, "shape": ["intervals", "events"], "kind": ["repair"], "time": {"column": "Reported", "first": ts[0].isoformat()}, "device": {"column": "Equipment", "count": 5}})

    rng, rows, t = random.Random("open"), [["Start", "End", "Machine", "State", "Reason"]], T(2024, 6, 3, 6)
    starts = []
    for i in range(90):
        e = t + dt.timedelta(minutes=rng.randint(4, 190)); starts.append(t)
        rows.append([stamp(t), "" if i == 89 else stamp(e), rng.choice(["Filler", "Labeller", "Packer"]), "Stopped", rng.choice(["Jam", "No material", "Format change", "Cleaning", "Waiting for operator"])])
        t = e + dt.timedelta(minutes=rng.randint(2, 40))
    E("event-intervals-one-open", "stoppages of a bottling line (OEE), the last one still open", "intervals from Start to End; the last row has no end and is kept", joined(rows),
      {"rows": 90, "shape": "intervals", "time": {"column": "Start", "end": "End", "first": starts[0].isoformat()}, "device": {"column": "Machine", "count": 3}, "code": ["Reason"], "codes": 5})

    rng, rows, at = random.Random("change"), [], []
    for d in ("Compressor 1", "Compressor 2", "Dryer"):
        for i, t in enumerate(irregular(rng, T(2024, 8, 5, 5, rng.randint(0, 59)), 3, 40)):
            at.append(t); rows.append((t, d, ("Idle", "Running", "Unloaded", "Running", "Fault")[i % 5]))
    rows.sort()
    E("event-state-on-change", "state log, one row at each change", "a row when the state changes, at no fixed rate; the state holds until the next row of the device", ["time,device,state"] + [f"{stamp(t)},{d},{s}" for t, d, s in rows],
      {"rows": 120, "shape": ["events", "intervals"], "time": span(at, "time"), "device": {"column": "device", "count": 3}, "code": ["state"], "codes": 4})

    rng, causes = random.Random("onehot"), ["bearing", "seal", "winding", "sensor", "control"]
    ts, rows = irregular(rng, T(2022, 1, 10), 90, 90), [["failure_time", "machine", *causes]]
    for t in ts:
        k = rng.randrange(5); rows.append([stamp(t), f"M{rng.randint(1, 6):02d}", *(int(i == k) for i in range(5))])
    E("event-one-hot-causes", "failure log with a 0/1 column for each cause", "each row is a failure, its cause the column that holds 1; the columns are no readings", joined(rows),
      {"rows": 90, "shape": "events", "kind": ["failure", "error"], "time": span(ts, "failure_time"), "device": {"column": "machine", "count": 6}, "causes": causes})

    rng = random.Random("winlog")
    known = [("Information", "Service Control Manager", 7036, "None", "The Print Spooler service entered the running state."), ("Warning", "Microsoft-Windows-DNS-Client", 1014, "(1014)", "Name resolution timed out."),
             ("Error", "Service Control Manager", 7031, "None", "The Update service terminated unexpectedly.\r\nIt has done this 1 time(s)."), ("Critical", "Microsoft-Windows-Kernel-Power", 41, "(63)", "The system has rebooted without cleanly shutting down first."), ("Error", "disk", 7, "None", "The device, \\Device\\Harddisk0, has a bad block.")]
    ts, lines = irregular(rng, T(2024, 5, 18, 20, 14, 3), 2, 100)[::-1], ["Level,Date and Time,Source,Event ID,Task Category"]
    picks = [rng.choices(known, [60, 15, 10, 2, 5])[0] for _ in ts]; picks[3] = known[3]
    lines += [f'{lv},{t.month}/{t.day}/{t.year} {clock12(t)},{src},{num},{cat},"{msg}"' for t, (lv, src, num, cat, msg) in zip(ts, picks)]
    E("event-windows-event-viewer", "Windows Event Viewer, events saved as CSV: five names, six fields, texts of several lines", "events, newest first; severity in Level; the sixth field (the text) has no name", lines,
      {"rows": 100, "shape": "events", "kind": ["error", "failure", "other"], "time": span(ts, "Date and Time"), "severity": "Level", "code": ["Event ID", "Source"], "not_compared": "the code may be the id, or source and id together"}, enc="utf-8-sig", eol="\r\n")

    rng = random.Random("k8s")
    ts, rows = irregular(rng, T(2024, 9, 12, 4), .3, 110), [["lastTimestamp", "type", "reason", "namespace", "object", "count", "message"]]
    known = [("Normal", "Scheduled", "Successfully assigned"), ("Normal", "Pulled", "Container image already present on machine"), ("Normal", "Started", "Started container"), ("Warning", "BackOff", "Back-off restarting failed container"), ("Warning", "Unhealthy", "Readiness probe failed"), ("Warning", "FailedMount", "Unable to attach or mount volumes")]
    for t in ts:
        ty, re, msg = rng.choice(known); rows.append([t.isoformat() + "Z", ty, re, rng.choice(["web", "jobs"]), f"pod/api-{rng.randint(1, 5)}", rng.randint(1, 9), msg])
    E("event-kubernetes", "Kubernetes events as CSV", "events; severity in type (Normal, Warning), code in reason", joined(rows),
      {"rows": 110, "shape": "events", "zone": "UTC", "time": span(ts, "lastTimestamp", "Z"), "severity": "type", "code": ["reason"], "codes": 6})

    rng = random.Random("journal")
    ts, rows = irregular(rng, T(2024, 11, 4, 2), .2, 110), [["__REALTIME_TIMESTAMP", "_HOSTNAME", "PRIORITY", "SYSLOG_IDENTIFIER", "MESSAGE"]]
    known = [(6, "systemd", "Started Daily apt activities."), (6, "sshd", "Connection closed by 192.0.2.7 port 50122"), (4, "kernel", "nvme0: I/O timeout, aborting"), (3, "smartd", "Device: /dev/sda, 8 Currently unreadable sectors"), (2, "kernel", "Out of memory: Killed process 812"), (5, "cron", "(root) CMD (run-parts /etc/cron.hourly)")]
    for t in ts:
        p, ident, msg = rng.choice(known); rows.append([int((t - T(1970, 1, 1)).total_seconds()) * 1000000 + rng.randint(0, 900000), rng.choice(["gw-a", "gw-b"]), p, ident, f'"{msg}"'])
    E("event-journald", "systemd journal fields as CSV", "events; time in µs since 1970; PRIORITY is the syslog severity (0 worst, 7 least), no reading", joined(rows),
      {"rows": 110, "shape": "events", "time": span(ts, "__REALTIME_TIMESTAMP", "Z"), "severity": "PRIORITY", "device": {"column": "_HOSTNAME", "count": 2}})

    rng = random.Random("eol")
    ts, rows = irregular(rng, T(2024, 4, 15, 6, 2), .04, 120), [["Serial", "Station", "Tested", "Output voltage (V)", "Idle current (mA)", "Ripple (mV)", "Result"]]
    for i, t in enumerate(ts):
        v, c, r = rng.gauss(12, .06), rng.gauss(18, 1), rng.gauss(22, 4)
        rows.append([f"UP{240400 + i}", rng.choice(["EOL-1", "EOL-2"]), stamp(t), f"{v:.3f}", f"{c:.2f}", f"{r:.1f}", "PASS" if abs(v - 12) < .12 and r < 30 else "FAIL"])
    E("event-end-of-line-tests", "end-of-line test of power supplies, one row a unit", "each row is the test of one unit with its result; the times are irregular and none is missing", joined(rows),
      {"rows": 120, "shape": "tests", "time": span(ts, "Tested"), "metrics": {"Output voltage": "V", "Idle current": "mA", "Ripple": "mV"}})

    rng, d, rows, ds = random.Random("maint"), T(2023, 1, 3), [["Date", "Machine", "Component", "Action"]], []
    for _ in range(90):
        ds.append(d); rows.append([d.strftime("%Y-%m-%d"), f"mill-{rng.randint(1, 5)}", rng.choice(["comp1", "comp2", "comp3", "comp4"]), rng.choice(["replaced", "cleaned", "lubricated"])])
        d += dt.timedelta(days=rng.choice([0, 1, 2, 3, 7]))
    E("event-maintenance-dates-only", "maintenance list without time of day", "maintenance done (not failures), dates only; several on one day are no duplicates", joined(rows),
      {"rows": 90, "shape": "events", "kind": ["repair", "other"], "time": span(ds, "Date"), "device": {"column": "Machine", "count": 5}, "code": ["Component", "Action"]})

# -- columns -----------------------------------------------------------------------------------------------------------
def columns():
    C = lambda *a, **k: case("columns", *a, **k)
    rng, ts = random.Random("index"), every(T(2024, 2, 19), 10, 110)
    C("columns-nameless-row-number", "pandas to_csv with its index", "the first column has no name and counts the rows: no metric; two metrics",
      [",timestamp,inlet_c,outlet_c"] + [f"{i},{stamp(t)},{a},{b}" for i, (t, a, b) in enumerate(zip(ts, walk(rng, 18, .2, 110), walk(rng, 33, .3, 110)))], {"rows": 110, "time": span(ts, "timestamp"), "metrics": 2})
    rng, ts, rows, kwh, h = random.Random("counter"), every(T(2024, 7, 2), 30, 140), [["Time", "Energy (kWh)", "Operating time (h)", "Power (kW)"]], 9981.2, 41200.0
    for i, t in enumerate(ts):
        p = rng.uniform(2, 9); kwh = kwh + p / 2 if i != 90 else 0.0; h += .5
        rows.append([stamp(t), f"{kwh:.1f}", f"{h:.1f}", f"{p:.2f}"])
    C("columns-counters-with-reset", "energy meter and hour counter; the meter was exchanged", "Energy and Operating time are counters; the fall of Energy to 0 is a reset, not a reading that falls", joined(rows),
      {"rows": 140, "time": span(ts, "Time"), "metrics": {"Energy": "kWh", "Operating time": "h", "Power": "kW"}})
    rng, ts = random.Random("codes"), every(T(2024, 12, 2), 5, 140)
    C("columns-codes-set-points-constants", "controller log with state codes, a set point and constants", "temp and pressure are readings; mode and fault_code are codes, temp_sp a set point, fw_version and rated_kw never change",
      ["time,mode,fault_code,temp_sp,temp,pressure,fw_version,rated_kw"] + [f"{stamp(t)},{(0, 2, 2, 3, 5)[i // 28]},{117 if 60 < i < 66 else 0},{65 if i < 80 else 60},{a},{b},3,90" for i, (t, a, b) in enumerate(zip(ts, walk(rng, 63, .5, 140), walk(rng, 4.8, .05, 140, 3)))],
      {"rows": 140, "time": span(ts, "time"), "metrics": ["temp", "pressure"]})
    rng, ts = random.Random("repeats"), every(T(2024, 5, 27), 2, 200)
    level = [f"{41 + .5 * (i // 25):.1f}" for i in range(125)] + ["43.5"] * 75
    C("columns-long-runs", "level with a coarse dead band: the same value over long runs", "repeated values are readings, none is missing", ["Time,Level (%),Inflow (L/s)"] + [f"{stamp(t)},{l},{v}" for t, l, v in zip(ts, level, walk(rng, 8, .3, 200))],
      {"rows": 200, "time": span(ts, "Time"), "metrics": {"Level": "%", "Inflow": "L/s"}, "missing": {"Level": [0, 200], "Inflow": [0, 200]}})
    rng, ts = random.Random("sentinel"), every(T(2024, 1, 3), 10, 150)
    a, b, c = walk(rng, 6, .3, 150), walk(rng, 84, 1, 150, 1), walk(rng, 5.5, .2, 150)
    for i in (10, 11, 12, 60, 61, 120, 149): a[i] = "-9999"
    for i in (70, 71, 72): b[i] = "-9999"
    for i in (30, 90): c[i] = "-127.00"
    C("columns-sentinel-numbers", "weather station: -9999 for no value, -127 from a one-wire sensor without contact", "-9999 is no reading (7 of AirTemp, 3 of RelHum); -127 is the error value of a DS18B20", ["Time,AirTemp (°C),RelHum (%),SoilTemp (°C)"] + joined([stamp(t), *r] for t, *r in zip(ts, a, b, c)),
      {"rows": 150, "time": span(ts, "Time"), "metrics": {"AirTemp": "°C", "RelHum": "%", "SoilTemp": "°C"}, "missing": {"AirTemp": [7, 150], "RelHum": [3, 150]}})

# -- numbers -----------------------------------------------------------------------------------------------------------
def numbers():
    def table(name, source, expected, heads, cells, sep, write, want, time=stamp):
        rng, ts = random.Random(name), every(T(2024, 6, 17), 15, 90)
        series = [walk(rng, l, l / 40, 90, d) for l, d in cells]
        rows = [["Time", *heads]] + [[time(t), *(w(s[i]) for w, s in zip(write, series))] for i, t in enumerate(ts)]
        names = [n.strip('"').split(" (")[0].split(" [")[0] for n in heads]
        case("numbers", name, source, expected, joined(rows, sep), {"rows": 90, "time": span(ts, "Time"), "missing": {n: [0, 90] for n in names}, **want})
    grouped = lambda v, sign, dec: f"{float(v):,.{len(v.split('.')[1])}f}".replace(",", "§").replace(".", dec).replace("§", sign)
    table("numbers-dot-thousands-decimal-comma", "German meter export", "1.234,56 is 1234.56", ["Leistung [kW]", "Temperatur [°C]"], [(1480, 2), (71, 1)], ";", [lambda v: grouped(v, ".", ",")] * 2, {"metrics": {"Leistung": "kW", "Temperatur": "°C"}}, dmy)
    table("numbers-comma-thousands-quoted", "US export, grouped numbers in quotes", '"1,234.5" is 1234.5', ["Power (kW)", "Speed (rpm)"], [(12850, 1), (3580, 1)], ",", [lambda v: f'"{grouped(v, ",", ".")}"'] * 2, {"metrics": {"Power": "kW", "Speed": "rpm"}})
    table("numbers-swiss-apostrophe", "Swiss export, apostrophe between thousands", "12'850.4 is 12850.4", ["Leistung (kW)", "Drehzahl (rpm)"], [(12850, 1), (3580, 1)], ";", [lambda v: grouped(v, "'", ".")] * 2, {"metrics": {"Leistung": "kW"}})
    table("numbers-french-narrow-blank", "French export, narrow no-break blank between thousands", "12 850,4 is 12850.4", ["Puissance (kW)", "Vitesse (rpm)"], [(12850, 1), (3580, 1)], ";", [lambda v: grouped(v, "\u202f", ",")] * 2, {"metrics": {"Puissance": "kW"}})
    table("numbers-units-glued-on", "air quality sensor, unit behind each number", "the unit stands in every cell: a number with that unit", ["Temp", "Pressure", "Power"], [(21, 1), (1013, 1), (3.2, 2)], ",", [lambda v: v + "°C", lambda v: v + " hPa", lambda v: v + "kW"], {"metrics": {"Temp": "°C", "Pressure": "hPa", "Power": "kW"}})
    table("numbers-percent-signs", "container statistics (docker stats as CSV)", "45.2% is 45.2 with the unit %", ["CPU", "Memory"], [(45, 2), (61, 1)], ",", [lambda v: v + "%", lambda v: v + " %"], {"metrics": {"CPU": "%", "Memory": "%"}})
    table("numbers-sign-and-blanks", "strip chart recorder: sign, blanks, digits", "“+  0.081” is 0.081", ["CH1", "CH2"], [(.08, 3), (142, 1)], ",", [lambda v: f"+{abs(float(v)):>7.3f}", lambda v: f"-{abs(float(v)):>7.1f}"], {"metrics": ["CH1", "CH2"]})
    table("numbers-fortran-exponent", "Fortran output: D exponent", "1.227095D+03 is 1227.095", ["flux", "pressure"], [(1234, 4), (101325, 1)], ",", [lambda v: f"{float(v):.6E}".replace("E", "D")] * 2, {"metrics": ["flux", "pressure"]})
    table("numbers-exponent-with-comma", "LabVIEW, German: decimal comma and exponent", "4,295208E+3 is 4295.208", ["Druck (Pa)", "Strom (mA)"], [(4210, 4), (.0042, 7)], "\t", [lambda v: comma(f"{float(v):.6E}").replace("E+0", "E+").replace("E-0", "E-")] * 2, {"metrics": {"Druck": "Pa", "Strom": "mA"}}, dmy)

# -- readme ------------------------------------------------------------------------------------------------------------
def readme():
    by = collections.defaultdict(list)
    for topic, name, source in CASES: by[topic].append((name, source))
    text = ["# Field cases, independent set", "", f"{len(CASES)} files in the formats of real sources, written by `make_cases.py` (readings and ids invented). Keys of the JSON as in `field_check.py`; `topic` is the kind of the case, because `kind` is compared there (error, failure, repair, other). Left out or given as a list: whatever two experts could read in two ways.", "",
            "| topic | number | cases |", "|---|---|---|"] + [f"| {t} | {len(c)} | {', '.join(n for n, _ in c)} |" for t, c in by.items()] + ["", "## Sources by name"]
    for t, c in by.items(): text += ["", f"**{t}**", ""] + [f"- {n}: {s}" for n, s in c]
    (OUT / "README.md").write_text("\n".join(text) + "\n", encoding="utf-8")

for make in (device, header, sections, long, times, encodings, units, events, columns, numbers, readme): make()
print(len(CASES), "cases in", OUT)
