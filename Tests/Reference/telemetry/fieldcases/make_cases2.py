#!/usr/bin/env python3
"""Writes a second, independent set of small files in formats from the field, each with its right reading.

usage: make_cases2.py OUTDIR
Every case is NAME.csv and NAME.json; the JSON holds the keys of field_check.py, `topic` (the kind of the case), `source`
and `expected` (for the eye). Readings and ids are invented and the same in every run. Expected instants and counts follow
from the lists that the files are written from.
"""
import datetime as dt, random
from casefile import *

# -- device ------------------------------------------------------------------------------------------------------------
def device():
    D = lambda *a, **k: case("device", *a, **k)
    rng, ts = random.Random("d1"), every(T(2024, 9, 3, 6), 5, 18)
    rows, cars = [["Vehicle Name", "Driver", "Group", "Time", "Speed (km/h)", "Fuel Level (%)", "Coolant Temp (°C)"]], [f"Van {n}" for n in (12, 14, 15, 18, 21, 22)]
    for i, t in enumerate(ts):
        free = ["K. North", "L. East", "M. South"]; rng.shuffle(free)
        seats = free + ["Unassigned"] * 3; rng.shuffle(seats)
        for c, d in zip(cars, seats):
            rows.append([c, d, "Depot West", stamp(t), 0 if d == "Unassigned" else rng.randint(5, 90), f"{80 - i - len(c) + rng.random():.1f}", f"{rng.gauss(86, 2):.1f}"])
    D("device-fleet-drivers-change", "fleet telematics (Samsara/Geotab) history export", "the vehicle is the device (6); drivers change vehicles and Unassigned stands for several at once; Group is the same in every row", joined(rows),
      {"rows": 108, "time": span(ts, "Time"), "device": {"column": "Vehicle Name", "count": 6}, "metrics": ["Speed", "Fuel Level", "Coolant Temp"]})

    rng, ts = random.Random("d2"), every(T(2024, 6, 18, 4), 15, 22)
    rows = [["Site Name", "Management Domain", "ManageObject", "Start Time", "Inverter status", "Daily energy(kWh)", "PV1 input voltage(V)", "Internal temperature(℃)"]]
    for i, t in enumerate(ts):
        for n in range(1, 6):
            night = i < 4
            rows.append(["Roof East", "/Parks/North", f"Logger-1/INV-{n}", stamp(t), "Standby: no irradiation" if night else "On-grid", f"{0 if night else (i - 3) * (2 + n / 10):.2f}", "N/A" if night else f"{rng.gauss(612, 9):.1f}", "N/A" if night else f"{rng.gauss(44, 1):.1f}"])
    D("device-fusionsolar-manage-object", "Huawei FusionSolar inverter report with a title line", "ManageObject is the inverter (5); site and domain never change; N/A is a missing value (20 of 110)", ["Inverter Report"] + joined(rows),
      {"rows": 110, "time": span(ts, "Start Time"), "device": {"column": "ManageObject", "count": 5}, "metrics": ["Daily energy", "PV1 input voltage", "Internal temperature"]}, enc="utf-8-sig", eol="\r\n")

    rng, days = random.Random("d3"), every(T(2024, 1, 8), 1440, 14)
    rows, drives = [["date", "serial_number", "model", "capacity_bytes", "failure", "smart_5_raw", "smart_9_raw", "smart_187_raw", "smart_194_raw"]], [f"ZLW{5100 + 37 * i}Q" for i in range(10)]
    for i, t in enumerate(days):
        for k, s in enumerate(drives):
            if k == 6 and i > 8: continue
            rows.append([t.strftime("%Y-%m-%d"), s, ("ST12000NM0008", "HGST HUH721212ALN604")[k % 2], 12000138625024, int(k == 6 and i == 8), 8 * i * i if k == 6 else 0, 21000 + 400 * k + 24 * i, i // 2 if k == 6 else 0, rng.randint(26, 34)])
    D("device-drive-stats", "daily SMART snapshot of hard disks (in the manner of the Backblaze drive stats)", "serial_number is the device (10); one row a day and drive; the drive that fails (failure 1) has no rows after it; capacity is a constant", joined(rows),
      {"rows": len(rows) - 1, "time": span(days, "date"), "device": {"column": "serial_number", "count": 10}, "metrics": ["smart_5_raw", "smart_194_raw"]})

    rng, rows, at = random.Random("d4"), ["timestamp, index, name, temperature.gpu, utilization.gpu [%], memory.used [MiB], power.draw [W]"], []
    for t in every(T(2024, 3, 13, 9, 50), 1, 30):
        for g in range(4):
            u = t + dt.timedelta(milliseconds=112 + 3 * g); at.append(u)
            rows.append(f"{u:%Y/%m/%d %H:%M:%S}.{u.microsecond // 1000:03d}, {g}, NVIDIA A40, {rng.randint(58, 66) + g}, {rng.randint(70, 99)} %, {rng.randint(31000, 33000)} MiB, {rng.gauss(248, 9):.2f} W")
    D("device-nvidia-smi-index", "nvidia-smi --query-gpu --format=csv -l 60, four GPUs", "index is the device (4) though it is a number and the times differ by some ms; units stand in names and cells; name is the same in every row", rows,
      {"rows": 120, "time": span(at, "timestamp"), "device": {"column": "index", "count": 4}, "metrics": ["temperature.gpu", "utilization.gpu", "memory.used", "power.draw"]})

    rng, ts = random.Random("d5"), every(T(2024, 2, 20, 13), 10, 6)
    rows = [["Timestamp", "Train", "Car", "Axle", "Bearing left (°C)", "Bearing right (°C)"]]
    for t in ts: rows += [[stamp(t), s, c, a, f"{rng.gauss(41, 2):.1f}", f"{rng.gauss(41, 2):.1f}"] for s in (402, 417) for c in (1, 2, 3) for a in (1, 2, 3, 4)]
    D("device-train-car-axle", "axle box monitoring of trains", "an axle is named by train, car and axle together (24); none of the three alone, nor two, is enough", joined(rows),
      {"rows": 144, "time": span(ts, "Timestamp"), "device": {"columns": ["Train", "Car", "Axle"], "count": 24}, "metrics": {"Bearing left": "°C", "Bearing right": "°C"}})

    rng, ts = random.Random("d6"), every(T(2024, 7, 30, 18), 10, 20)
    tags = [("C4:7A:11:02:9B:E0", "Fridge"), ("C4:7A:11:02:9C:14", "Fridge"), ("D1:03:5E:88:40:07", "Freezer"), ("D1:03:5E:88:41:B2", "Hall"), ("E9:20:6D:F1:10:3C", "Hall"), ("E9:20:6D:F1:1A:55", "Loading dock")]
    rows = [["time", "name", "mac", "temperature_c", "humidity_pct", "rssi_dbm"]]
    for t in ts: rows += [[stamp(t), n, m, f"{rng.gauss(-18 if n == 'Freezer' else 5, .4):.2f}", f"{rng.gauss(66, 2):.1f}", rng.randint(-90, -60)] for m, n in tags]
    D("device-ble-names-given-twice", "Bluetooth tags (RuuviTag gateway), names given by the user", "two tags are called Fridge, two Hall: the address is the device (6), the name is not", joined(rows),
      {"rows": 120, "time": span(ts, "time"), "device": {"column": "mac", "count": 6}, "metrics": ["temperature", "humidity"]})

    rng, ts = random.Random("d7"), every(T(2024, 5, 6, 9), 30, 18)
    rows = [["Time", "Inverter SN", "Status", "Pac(W)", "Eday(kWh)"]]
    for i, t in enumerate(ts):
        p = [rng.randint(1800, 4200) for _ in range(5)]
        rows += [[stamp(t), f"JPC2A4{71 + n:02d}", "Normal", v, f"{i * 1.2 + n / 10:.1f}"] for n, v in enumerate(p)] + [[stamp(t), "Total", "", sum(p), f"{5 * i * 1.2 + 1:.1f}"]]
    D("device-growatt-total-rows", "Growatt plant report, a Total row behind the inverters of each time", "Inverter SN is the device (5 inverters); Total is the sum of the others, no inverter: left out, or kept as a device of that name", joined(rows),
      {"rows": [108, 90], "time": span(ts, "Time"), "device": {"column": "Inverter SN"}, "metrics": ["Pac", "Eday"]})

    rng, ts = random.Random("d8"), every(T(2024, 4, 15, 8), 5, 30)
    rows = [["DevID", "UnitID", "ChlID", "Cycle", "Step", "Status", "Date", "Voltage(V)", "Current(mA)", "Capacity(mAh)", "Temperature(℃)"]]
    for i, t in enumerate(ts):
        for c in range(1, 5):
            step = i // 10 + 1
            rows.append([27, 1, c, 1, step, ("CC_Chg", "Rest", "CC_DChg")[i // 10], stamp(t), f"{3.3 + .02 * (i % 10) + c / 100:.4f}", (1500.2, 0, -1500.1)[i // 10], f"{125 * (i % 10) if step != 2 else 0:.1f}", f"{rng.gauss(26, .3):.1f}"])
    D("device-neware-channel", "Neware battery cycler, all channels in one file", "ChlID is the device (4); DevID and UnitID never change; Cycle and Step are counters of the program, Status its state", joined(rows),
      {"rows": 120, "time": span(ts, "Date"), "device": {"column": "ChlID", "count": 4}, "metrics": ["Voltage", "Current", "Capacity", "Temperature"]})

# -- header ------------------------------------------------------------------------------------------------------------
def header():
    H = lambda *a, **k: case("header", *a, **k)
    n = 90
    rng, ts = random.Random("h1"), every(T(2024, 3, 13, 6), 5, n)
    names = ["t_stamp", "Tank1/Level", "Tank1/Temp", "Tank2/Level", "PumpHouse/Flow"]
    H("header-ignition-dataset", "Ignition dataset saved as CSV: #NAMES, #TYPES, #ROWS", "names in the line behind #NAMES, types behind #TYPES; #ROWS gives the number of rows",
      ['"#NAMES"', quoted(names), '"#TYPES"', quoted(["date", "D", "D", "D", "D"]), f'"#ROWS","{n}"'] + [quoted([stamp(t), *r]) for t, r in zip(ts, walks(rng, n, (64, .6, 2), (38, .2, 2), (51, .5, 2), (12, .3, 3)))],
      {"rows": n, "header": names, "time": span(ts, "t_stamp"), "metrics": names[1:]}, eol="\r\n")

    rng, ts = random.Random("h2"), every(T(2024, 3, 13, 6), 1, n)
    H("header-yokogawa-gx", "Yokogawa SMARTDAC+ GX recorder in the manner of its CSV export: channel, tag and unit lines over the readings", "channels 0001, 0002 and 0101 are tags Kiln zone 1, Kiln zone 2 (°C) and Draught (Pa); date and time in two columns",
      ['"Language Code","English"', '"Device Type","GX20"', '"Serial No.","S5R412007"', '"Data Type","Event"', '"Sampling Interval","1 min"', f'"Start Time","{ts[0]:%Y/%m/%d %H:%M:%S}.000"', f'"Data Count","{n}"', "",
       quoted(["Ch.", "", "0001", "0002", "0101"]), quoted(["Tag", "", "Kiln zone 1", "Kiln zone 2", "Draught"]), quoted(["Unit", "", "degC", "degC", "Pa"]), quoted(["Date", "Time", "", "", ""])]
      + [f"{t:%Y/%m/%d},{t:%H:%M:%S}.000,{','.join(r)}" for t, r in zip(ts, walks(rng, n, (842, 2, 1), (911, 2, 1), (-34, 1, 1)))],
      {"rows": n, "time": span(ts), "metrics": 3}, eol="\r\n")

    rng = random.Random("h3")
    H("header-tektronix-scope", "Tektronix oscilloscope waveform, preamble of settings", "names TIME, CH1, CH2 behind the preamble; units V and A are in Vertical Units; TIME is seconds about the trigger, negative before it",
      ["Model,MDO3024", "Firmware Version,1.30", "", "Point Format,Y,,", "Horizontal Units,s,,", "Horizontal Scale,4e-06,,", "Horizontal Delay,0.0,,", "Sample Interval,4e-07,,", "Record Length,120,,", "Gating,0.0% to 100.0%,,", "Probe Attenuation,10,1,", "Vertical Units,V,A,", "Vertical Offset,0,0,", "Vertical Scale,5,2,", "Vertical Position,1.2,-2,", ",,,", ",,,", ",,,", "Label,Supply,Motor current,", "TIME,CH1,CH2"]
      + [f"{(i - 60) * 4e-7:.5e},{a},{b}" for i, (a, b) in enumerate(walks(rng, 120, (12, .2, 3), (3.4, .1, 4)))],
      {"rows": 120, "metrics": ["CH1", "CH2"], "time": "TIME: seconds from -2.4e-05 to 2.36e-05, no clock"}, eol="\r\n")

    rng, ts = random.Random("h4"), every(T(2024, 3, 13, 9, 50), 10, n)
    H("header-lascar-easylog", "Lascar EasyLog USB text file: the first name is the name of the logger, the serial number stands in the first row only", "first column counts the rows; units in brackets; the last column (serial number) is short in all rows but the first; day first",
      ["Cold store,Time,Celsius(°C),Humidity(%rh),Dew Point(°C),Serial Number"] + [f"{i + 1},{t:%d/%m/%Y %H:%M:%S},{','.join(r)}" + (",010034517" if i == 0 else "") for i, (t, r) in enumerate(zip(ts, walks(rng, n, (4.5, .2, 1), (71, 1, 1), (-.2, .1, 1))))],
      {"rows": n, "time": span(ts, "Time"), "metrics": ["Celsius", "Humidity", "Dew Point"], "device": "010034517 (or the file)"}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("h5"), every(T(2024, 6, 18, 9, 50), 15, n)
    H("header-hoboconnect", "Onset HOBOconnect export: zone as abbreviation in the name of the time column", "EDT is -04:00; month first; units in brackets behind three blanks; the last row is an event of the logger",
      ['"#","Date-Time (EDT)","Ch: 1 - Temperature   (°F)","Ch: 2 - RH   (%)","Host Connected","End of File"'] + [f'"{i + 1}","{t:%m/%d/%Y %H:%M:%S}",{r[0]},{r[1]},,' for i, (t, r) in enumerate(zip(ts, walks(rng, n, (71, .5, 2), (52, 1, 2))))] + [f'"{n + 1}","{ts[-1] + 4 * MIN:%m/%d/%Y %H:%M:%S}",,,Logged,Logged'],
      {"rows": [n, n + 1], "zone": ["-04:00", "America/New_York", "EDT"], "time": {"first": ts[0].isoformat() + "-04:00"}, "metrics": ["Temperature", "RH"]}, enc="utf-8-sig")

    rng, ts = random.Random("h6"), every(T(2024, 3, 13, 9, 30), 30, n)
    rows = walks(rng, n, (41, .5, 1), (41.6, .5, 1), (40.4, .5, 1), (72, 2, 0), (32, .4, 1), (6, 1, 1), (29.91, .01, 3))
    H("header-davis-two-lines", "Davis WeatherLink export: names over two lines, tab, clock with a and p", "names from both lines (Temp Out, Hi Temp, Out Hum ...); 12:30a is half past midnight, 12:30p half past noon; --- is no wind direction",
      ["\t\tTemp\tHi\tLow\tOut\tDew\tWind\tWind\t\t", "Date\tTime\tOut\tTemp\tTemp\tHum\tPt.\tSpeed\tDir\tBar\tRain"]
      + joined(([f"{t.month}/{t.day:02d}/{t:%y}", f"{t.hour % 12 or 12:2d}:{t:%M}{'p' if t.hour >= 12 else 'a'}", *r[:6], rng.choice(["NW", "W", "WNW", "---"]), r[6], "0.00"] for t, r in zip(ts, rows)), "\t"),
      {"rows": n, "time": span(ts), "metrics": ["Temp", "Hum", "Bar"]}, eol="\r\n")

    rng, ts = random.Random("h7"), every(T(2024, 1, 16, 0), 15, 96)
    flow, stage = walk(rng, 1240, 9, 96, 0), walk(rng, 3.41, .01, 96)
    for i in (30, 31, 32, 33): flow[i] = "Ice"
    H("header-usgs-rdb", "USGS water data, tab-separated RDB: # comments, names, then a line of field widths", "the line 5s 15s 20d ... gives widths and types, it is no row; EST is -05:00; codes behind the values (P) are qualifiers; Ice is a missing value (4 of discharge)",
      ["# ---------------------------------- WARNING ----------------------------------------", "# Some of the data that you have obtained may not have received Director's approval.", "#", "# Data provided for site 09999123", "#            TS   parameter     Description", "#        210001       00060     Discharge, cubic feet per second", "#        210002       00065     Gage height, feet", "#",
       "# Data-value qualification codes included in this output:", "#     P  Provisional data subject to revision.", "#     Ice  Value is affected by ice at the measurement site.", "#", "agency_cd\tsite_no\tdatetime\ttz_cd\t210001_00060\t210001_00060_cd\t210002_00065\t210002_00065_cd", "5s\t15s\t20d\t6s\t14n\t10s\t14n\t10s"]
      + joined((["USGS", "09999123", t.strftime("%Y-%m-%d %H:%M"), "EST", a, "P", b, "P"] for t, a, b in zip(ts, flow, stage)), "\t"),
      {"rows": 96, "time": span(ts, "datetime", "-05:00"), "metrics": 2, "device": "09999123 (or the file)"})

    rng, ts = random.Random("h8"), every(T(2024, 2, 5), 60, 96)
    H("header-green-button", "electric utility download (Green Button, CSV in the manner of PG&E), account lines first", "one row an hour from START TIME to END TIME of DATE; usage in kWh; $ before the cost",
      ["Name,ACCOUNT HOLDER", 'Address,"12 SAMPLE ST, SAMPLETON"', "Account Number,0000000000", "Service,Service 1", "", "TYPE,DATE,START TIME,END TIME,USAGE (kWh),COST,NOTES"]
      + [f"Electric usage,{t:%Y-%m-%d},{t:%H:%M},{t + 59 * MIN:%H:%M},{u:.2f},${u * .34:.2f}," for t, u in ((t, abs(rng.gauss(.9, .3))) for t in ts)],
      {"rows": 96, "shape": ["intervals", "readings"], "time": {"first": ts[0].isoformat()}, "metrics": ["USAGE"]})

    rng = random.Random("h9")
    names = ["mode", "ox/red", "error", "control changes", "time/s", "control/mA", "Ewe/V", "I/mA", "dQ/mA.h", "cycle number"]
    e = lambda v: f"{v:.7E}".replace("E+0", "E+00").replace("E-0", "E-00")
    lines = ["EC-Lab ASCII FILE", "Nb header lines : 14                          ", "", "Galvanostatic Cycling with Potential Limitation", "", "Run on channel : 3 (SN 10417)", "Ecell ctrl range : min = 0.00 V, max = 5.00 V", "Acquisition started on : 03/13/2024 09:50:12", "Saved on :", "  File : cell_17_C03.mpr", "Mass of active material : 12.100 mg", "Characteristic mass : 12.100 mg", ""]
    H("header-biologic-mpt", "BioLogic EC-Lab text file (.mpt), number of header lines in line 2", "names in line 14, as line 2 says; units behind the slash; time/s are seconds since 09:50:12 of 13 March 2024",
      lines + ["\t".join(names)] + joined(([1, 1, 0, 0, e(30. * i), e(2.5), e(3.1 + i * .008 + rng.gauss(0, .001)), e(2.5 + rng.gauss(0, .0005)), e(2.5 * 30 / 3600), e(0)] for i in range(n)), "\t"),
      {"rows": n, "header": names, "metrics": ["Ewe"], "units": {"Ewe/V": "V", "I/mA": "mA", "time/s": "s"}, "time": "time/s: seconds, 0 to 2670"}, eol="\r\n")

    rng, ts = random.Random("h10"), every(T(2024, 3, 13, 9, 50), 1, n)
    H("header-open-hardware-monitor", "Open Hardware Monitor log: sensor paths over names that repeat", "line 2 has the names; line 1 tells apart load and temperature of the same core: five series, none lost",
      [",/intelcpu/0/load/1,/intelcpu/0/load/2,/intelcpu/0/temperature/0,/intelcpu/0/temperature/1,/lpc/it8728f/fan/0", 'Time,"CPU Core #1","CPU Core #2","CPU Core #1","CPU Core #2","Fan #1"']
      + [f"{t:%m/%d/%Y %H:%M:%S},{','.join(r)}" for t, r in zip(ts, walks(rng, n, (31, 4, 4), (27, 4, 4), (52, 1, 0), (54, 1, 0), (1180, 12, 3)))],
      {"rows": n, "time": span(ts, "Time"), "metrics": 5}, eol="\r\n")

    rng, ts = random.Random("h11"), every(T(2024, 3, 13, 9, 50), 1, n)
    heads = ["GPU Clock [MHz]", "GPU Temperature [°C]", "Fan Speed (%) [%]", "GPU Load [%]", "Board Power Draw [W]"]
    H("header-gpuz-padded", "TechPowerUp GPU-Z sensor log: cells padded with blanks, comma at the end of each line", "blanks and the empty last column count for nothing; units in brackets",
      ["        Date        ," + "".join(f" {h} ," for h in heads)] + [f"{stamp(t)} ," + "".join(f" {v.rjust(len(h))} ," for h, v in zip(heads, r)) for t, r in zip(ts, walks(rng, n, (1710, 12, 1), (66, 1, 1), (41, 1, 0), (78, 5, 0), (162, 6, 1)))],
      {"rows": n, "time": span(ts, "Date"), "metrics": {"GPU Clock": "MHz", "GPU Temperature": "°C", "GPU Load": "%", "Board Power Draw": "W"}}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("h12"), every(T(2024, 3, 13, 9, 50), 1, n)
    H("header-dstat-output", "dstat --output: preamble, groups over names, day-month times without a year", "names in the last header line, groups over them; 13-03 is 13 March, the year (2024) stands in the Date line",
      ['"Dstat 0.7.4 CSV output"', '"Author:","D. Author",,,,"URL:","http://example.org/dstat/"', '"Host:","node-17",,,,"User:","ops"', '"Cmdline:","dstat -tcmd --output log.csv 60",,,,"Date:","13 Mar 2024 09:49:58 UTC"', '"system","total cpu usage",,,,,"memory usage",,,,"dsk/total",', '"time","usr","sys","idl","wai","stl","used","free","buff","cach","read","writ"']
      + [f"{t:%d-%m %H:%M:%S},{u:.3f},{s:.3f},{100 - u - s:.3f},0,0,{rng.gauss(2.1e9, 2e7):.0f},{rng.gauss(4.4e9, 2e7):.0f},118714368,{rng.gauss(1.2e9, 1e6):.0f},{abs(rng.gauss(0, 9000)):.3f},{abs(rng.gauss(41000, 9000)):.3f}" for t, u, s in ((t, rng.uniform(3, 40), rng.uniform(1, 9)) for t in ts)],
      {"rows": n, "time": span(ts, year="any"), "metrics": ["usr", "sys", "idl", "free", "writ"], "device": "node-17 (or the file)"})

    rng, ts = random.Random("h13"), every(T(2024, 3, 13, 9, 50), 1, n)
    H("header-collectl-plot", "collectl -P -oD: comment lines, names in the last of them, blanks between the cells", "the last line that starts with # has the names; date (yyyymmdd) and time in two columns",
      ["#" * 80, "# Collectl:   V4.3.1-1  HiRes: 1  Options: -i60 -P -oD -scmn", "# Host:       node-17  DaemonOpts: ", "# Date:       20240313-095000  Secs: 1710323400 TZ: +0000", "# SubSys:     cmn Options: D Interval: 60 NumCPUs: 8", "#" * 80, "#Date Time [CPU]User% [CPU]Sys% [CPU]Wait% [CPU]Idle% [MEM]Free [MEM]Cached [NET]RxKBTot [NET]TxKBTot"]
      + [f"{t:%Y%m%d %H:%M:%S} {u} {s} 0 {100 - u - s} {rng.randint(3900000, 4100000)} {rng.randint(1200000, 1210000)} {rng.randint(10, 400)} {rng.randint(10, 90)}" for t, u, s in ((t, rng.randint(3, 40), rng.randint(1, 9)) for t in ts)],
      {"rows": n, "time": span(ts), "metrics": ["User", "Idle", "Free", "RxKBTot"], "device": "node-17 (or the file)"})

    rng, ts = random.Random("h14"), every(T(2024, 2, 9, 7), 15, n)
    H("header-victron-vrm", "Victron VRM portal export: device line, name line with the zone over the times, unit line", "line 1 devices, line 2 names, line 3 units; the zone (+01:00) stands where the name of the time column would be",
      [quoted(["timestamp", "Battery Monitor [258]", "Battery Monitor [258]", "Solar Charger [259]", "Solar Charger [259]"]), quoted(["Europe/Amsterdam (+01:00)", "Voltage", "State of charge", "PV power", "Charge state"]), quoted(["", "V", "%", "W", ""])]
      + [quoted([stamp(t), *r, ("Bulk", "Absorption", "Float")[i // 30]]) for i, (t, r) in enumerate(zip(ts, walks(rng, n, (26.4, .1, 2), (81, 1, 1), (410, 40, 0))))],
      {"rows": n, "zone": ["Europe/Amsterdam", "+01:00"], "time": span(ts, offset="+01:00"), "metrics": ["Voltage", "State of charge", "PV power"]})

# -- sections ----------------------------------------------------------------------------------------------------------
def sections():
    S = lambda *a, **k: case("sections", *a, **k)
    n = 90
    rng, ts = random.Random("s1"), every(T(2024, 3, 13, 9, 50), 1, n)
    head = 'Date,Time,"Physical Memory Load [%]","CPU Package [°C]","CPU Package Power [W]","Drive Temperature [°C]"'
    S("sections-hwinfo-footer", "HWiNFO sensor log: names again at the end, then a line of the sensors they belong to", "one table of 90 rows; the two last lines repeat the names and name the sensors; date day.month.year in a column of its own",
      [head] + [f"{t.day}.{t.month}.{t.year},{t.hour}:{t:%M:%S}.250,{','.join(r)}," for t, r in zip(ts, walks(rng, n, (46, .5, 1), (61, 2, 0), (44, 3, 3), (38, .3, 0)))] + [head + ",", ',,"System: Board Z","CPU [#0]: Core i7: DTS","CPU [#0]: Core i7","S.M.A.R.T.: Disk (S4EV)",'],
      {"rows": n, "sections": 1, "time": span(ts), "metrics": {"Physical Memory Load": "%", "CPU Package": "°C", "CPU Package Power": "W", "Drive Temperature": "°C"}}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("s2"), every(T(2024, 3, 13, 21, 13), .25, n)
    at = lambda t: t.strftime("%d-%m-%Y %H:%M:%S")
    S("sections-afterburner-hml", "MSI Afterburner hardware monitoring log (.hml): a record type in the first cell", "02 names the series, 03 tells unit and limits of each, 80 are the readings (90 rows): three series; times day first",
      [f"00, {at(ts[0])}, Hardware monitoring log v1.6 ", f"01, {at(ts[0])}, Graphics Card Z", f"02, {at(ts[0])}, GPU temperature     ,GPU usage           ,Framerate           "]
      + [f"03, {at(ts[0])}, {i}, {u}, {lo}, {hi}, 10, %.{d}f" for i, (u, lo, hi, d) in enumerate((("°C", 0, 100, 0), ("%", 0, 100, 0), ("FPS", 0, 200, 1)))]
      + [f"80, {at(t)}, " + ",".join(v.ljust(20) for v in r) for t, r in zip(ts, walks(rng, n, (66, 1, 3), (82, 6, 3), (94, 5, 3)))],
      {"rows": n, "time": span(ts), "metrics": ["GPU temperature", "GPU usage", "Framerate"], "refusal": REFUSED}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("s3"), [t.replace(second=1) for t in every(T(2024, 3, 13, 9, 50), 10, 40)]
    cpu = [(rng.uniform(3, 40), rng.uniform(1, 9)) for _ in ts]
    S("sections-sar-averages", "sar -u -r as text: title line, two tables, Average: lines", "two tables (CPU and memory) of 40 rows; Average: is no reading; the day stands in the title line; or a sentence that the file holds several tables",
      ["Linux 5.15.0-97-generic (node-17) \t2024-03-13 \t_x86_64_\t(8 CPU)", "", "09:40:01        CPU     %user     %nice   %system   %iowait    %steal     %idle"]
      + [f"{t:%H:%M:%S}        all    {u:6.2f}      0.00    {s:6.2f}      0.12      0.00    {99.88 - u - s:6.2f}" for t, (u, s) in zip(ts, cpu)] + ["Average:        all     21.10      0.00      5.02      0.12      0.00     73.76", "", "09:40:01    kbmemfree   kbavail kbmemused  %memused kbbuffers  kbcached"]
      + [f"{t:%H:%M:%S}      {rng.randint(3900000, 4100000)}   6210420   {rng.randint(1900000, 2100000)}     {rng.gauss(31, .4):5.2f}    118740   1804412" for t in ts] + ["Average:      4001120   6210420   2001007     31.02    118740   1804412"],
      {"rows": [80, 40], "sections": {"count": 2}, "refusal": REFUSED + ["table"], "device": "node-17"})

    rng = random.Random("s4")
    pairs = {"FIC101.PV": (irregular(rng, T(2024, 3, 13, 6, 0, 4), .02, 80), 41), "TIC102.PV": (irregular(rng, T(2024, 3, 13, 6, 0, 31), .03, 55), 178), "PIC103.PV": (irregular(rng, T(2024, 3, 13, 6, 2, 9), .05, 30), 6.2)}
    cols = [[(t.strftime("%d-%b-%y %H:%M:%S"), v) for t, v in zip(ts, walk(rng, l, l / 200, len(ts), 3))] for ts, l in pairs.values()]
    S("sections-pi-compressed-pairs", "PI DataLink compressed data in Excel: a time column beside each value column, columns of unequal length", "three tags, each with times of its own (80, 55 and 30 readings); a row holds no common time; or a sentence that says so",
      [",".join(f"{k}," for k in pairs)[:-1] + ",", ",".join(["Time,Value"] * 3)] + [",".join(",".join(c[i]) if i < len(c) else "," for c in cols) for i in range(80)],
      {"rows": [80, 165], "metrics": list(pairs), "refusal": REFUSED + ["side by side", "time column", "times"]})

    rng, ts = random.Random("s5"), every(T(2024, 2, 12), 60, 96)
    S("sections-open-meteo", "Open-Meteo CSV: a table of one row about the place, a blank line, the hourly table", "96 hourly rows; the zone (Europe/Berlin, 3600 s) stands in the table before; units in brackets",
      ["latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation", "52.52,13.419998,38.0,3600,Europe/Berlin,CET", "", "time,temperature_2m (°C),relative_humidity_2m (%),wind_speed_10m (km/h),surface_pressure (hPa)"]
      + [f"{t:%Y-%m-%dT%H:%M},{','.join(r)}" for t, r in zip(ts, walks(rng, 96, (3.1, .5, 1), (84, 2, 0), (11, 1, 1), (1008, .6, 1)))],
      {"rows": [96, 97], "zone": ["Europe/Berlin", "+01:00"], "time": {"first": ts[0].isoformat() + "+01:00", "last": ts[-1].isoformat() + "+01:00"}, "sections": {"count": [1, 2]}, "metrics": ["temperature_2m", "relative_humidity_2m", "wind_speed_10m"], "refusal": REFUSED})

    rng, ts = random.Random("s6"), every(T(2024, 3, 13, 6), 15, n)
    a, b = walk(rng, 5.1, .2, n, 1), walk(rng, 72, 1, n, 1)
    stat = lambda k, f: f"{k};;{comma(f'{f(list(map(float, a))):.1f}')};{comma(f'{f(list(map(float, b))):.1f}')}"
    S("sections-testo-statistics-last", "Testo logger report, German: Minimum, Maximum, Mittelwert under the readings", "90 readings; the block under the blank line is no reading",
      ["Gerät: testo 174H;;;", "Seriennummer: 40117733;;;", "", "Id;Datum/Uhrzeit;Temperatur [°C];Feuchte [%rF]"] + [f"{i + 1};{dmy(t)};{comma(x)};{comma(y)}" for i, (t, x, y) in enumerate(zip(ts, a, b))] + ["", stat("Minimum", min), stat("Maximum", max), stat("Mittelwert", lambda v: sum(v) / len(v))],
      {"rows": n, "time": span(ts, "Datum/Uhrzeit"), "metrics": ["Temperatur", "Feuchte"], "sections": {"count": [1, 2]}}, enc="cp1252", eol="\r\n")

# -- long --------------------------------------------------------------------------------------------------------------
def long():
    L = lambda *a, **k: case("long", *a, **k)
    rng, ts = random.Random("l1"), every(T(2024, 3, 13, 9, 50), 1, 40)
    tags = {"Mixer\\Speed": 1180, "Mixer\\Torque": 42, "Jacket\\Temp": 71}
    rows = [["Date", "Time", "Millitm", "Tagname", "Value", "Status", "Marker"]]
    for i, t in enumerate(ts): rows += [[t.strftime("%m/%d/%Y"), t.strftime("%H:%M:%S"), 250, k, f"{rng.gauss(l, l / 90):.3f}", " ", "B" if i == 0 else "E" if i == 39 else " "] for k, l in tags.items()]
    L("long-factorytalk-data-log", "Rockwell FactoryTalk View data log: Date, Time, Millitm, Tagname, Value, Status, Marker", "three metrics by Tagname; date, time and milliseconds make the instant (Millitm is no reading); marker B and E are begin and end", joined(rows),
      {"rows": 120, "time": span(ts), "metrics": list(tags)}, eol="\r\n")

    rng, ts = random.Random("l2"), every(T(2024, 3, 13, 9, 50), 1, 40)
    L("long-aveva-fast-load", "AVEVA (Wonderware) Historian fast-load file: three lines of settings, no names, bars", "tag, operation, date, time, computer, value, quality (192 good): three metrics of 40 readings; or a sentence that the file names no columns",
      ["ASCII", "|", "operator|1|Server Local|10|2"] + [f"{k}|0|{t:%Y/%m/%d}|{t:%H:%M:%S}.000|0|{rng.gauss(l, l / 90):.3f}|192" for t in ts for k, l in (("ReactLevel", 1240), ("ReactTemp", 88), ("FeedFlow", 14))],
      {"rows": 120, "time": span(ts), "metrics": ["ReactLevel", "ReactTemp", "FeedFlow"], "refusal": ["header", "names", "fast"]})

    rng, ts, rows = random.Random("l3"), every(T(2024, 3, 13, 9, 50), 2, 40), []
    for i, t in enumerate(ts):
        for k, l in (("IFIX.TI_204.F_CV", 71), ("IFIX.PI_205.F_CV", 3.2), ("IFIX.AI_206.F_CV", 7.1)):
            bad = k.endswith("205.F_CV") and 12 <= i < 18
            rows.append([k, f"{t:%d-%b-%Y %H:%M:%S}.000", 0 if bad else f"{rng.gauss(l, l / 90):.3f}", "Bad" if bad else "Good"])
    L("long-proficy-historian", "GE Proficy Historian (iFIX) CSV: comment lines with a star, [Data], then names", "three metrics by Tagname; the six rows of quality Bad hold 0, which is no reading", ["* Exported from server HIST01", "*", "[Data]", "Tagname,TimeStamp,Value,DataQuality"] + joined(rows),
      {"rows": [120, 114], "time": span(ts, "TimeStamp"), "metrics": ["IFIX.TI_204.F_CV", "IFIX.PI_205.F_CV", "IFIX.AI_206.F_CV"]}, eol="\r\n")

    rng, ts = random.Random("l4"), every(T(2024, 3, 13, 9, 50), 5, 18)
    rows = [["Namespace", "MetricName", "InstanceId", "Timestamp", "Average", "Unit"]]
    for m, l, u in (("CPUUtilization", 31, "Percent"), ("NetworkIn", 182000, "Bytes"), ("StatusCheckFailed", 0, "Count")):
        for h in ("i-0a41f2c9", "i-0b7702de", "i-0c19ab33"): rows += [["AWS/EC2", m, h, t.isoformat() + "Z", f"{abs(rng.gauss(l, l / 9)):.2f}", u] for t in ts]
    L("long-cloudwatch", "AWS CloudWatch statistics as CSV", "names in MetricName, value in Average, units in Unit (Percent, Bytes, Count), device InstanceId (3); Namespace never changes", joined(rows),
      {"rows": 162, "zone": "UTC", "time": span(ts, "Timestamp", "Z"), "device": {"column": "InstanceId", "count": 3}, "metrics": ["CPUUtilization", "NetworkIn", "StatusCheckFailed"]})

    rng, rows, at = random.Random("l5"), [], []
    for k, ty, hours, val in (("Xload", "Load", .05, lambda i: f"{rng.gauss(22, 3):.1f}"), ("Sspeed", "RotaryVelocity", .06, lambda i: "UNAVAILABLE" if i in (7, 8) else f"{rng.gauss(8200, 60):.0f}"), ("ctemp", "Temperature", .1, lambda i: f"{rng.gauss(24, .3):.2f}"), ("exec", "Execution", .3, lambda i: ("READY", "ACTIVE", "INTERRUPTED", "ACTIVE")[i % 4])):
        ts = irregular(rng, T(2024, 3, 13, 6, 0, rng.randint(0, 50)), hours, 36); at += ts
        rows += [(t, k, ty, val(i)) for i, t in enumerate(ts)]
    rows.sort()
    L("long-mtconnect", "MTConnect samples and events of a machining centre as CSV, one row at each change", "three numeric series by dataItemId (type says the same) and one state (exec); UNAVAILABLE is a missing value", ["timestamp,sequence,dataItemId,type,value"] + [f"{t.isoformat()}.{i % 1000:03d}Z,{5100 + i},{k},{ty},{v}" for i, (t, k, ty, v) in enumerate(rows)],
      {"rows": 144, "zone": "UTC", "time": span(at, "timestamp", "Z"), "metrics": ["Xload", "Sspeed", "ctemp"]})

    rng, days = random.Random("l6"), every(T(2024, 1, 1), 1440, 20)
    L("long-ghcn-daily", "NOAA GHCN-Daily by year: no names; station, yyyymmdd, element, value, three flags, observation time", "three stations, elements TMAX, TMIN (tenths of °C) and PRCP (tenths of mm); 20240101 is a day, not a number",
      [f"{s},{d:%Y%m%d},{k},{v},{',' if k != 'PRCP' or v else 'T,'},W,{'2400' if s == 'USW00099001' else ''}" for d in days for s in ("USW00099001", "USC00099002", "CA009900300") for k, v in (("TMAX", rng.randint(-20, 120)), ("TMIN", rng.randint(-120, -30)), ("PRCP", rng.choice([0, 0, 0, 18, 51])))],
      {"rows": 180, "time": span(days), "metrics": ["TMAX", "TMIN", "PRCP"], "device": "station, the first column: 3", "refusal": ["header", "names"]})

    rng, ts = random.Random("l7"), every(T(2024, 3, 13, 9, 50), 1, 40)
    L("long-grafana-series", "Grafana panel export, series as rows, semicolon", "names in Series; +01:00; null is a missing value (3 of Disk used)",
      ["Series;Time;Value"] + [f"{k};{t:%Y-%m-%dT%H:%M:%S}+01:00;{'null' if k == 'Disk used' and i in (5, 6, 20) else f'{rng.gauss(l, l / 30):.2f}'}" for k, l in (("CPU temperature", 52), ("System load", 1.4), ("Disk used", 71)) for i, t in enumerate(ts)],
      {"rows": [120, 117], "zone": "+01:00", "time": span(ts, "Time", "+01:00"), "metrics": ["CPU temperature", "System load", "Disk used"]}, enc="utf-8-sig")

    rng, ts, rows = random.Random("l8"), every(T(2024, 3, 13, 9, 50), 2, 20), ["time,topic,payload"]
    for i, t in enumerate(ts):
        for o in ("oven1", "oven2"):
            rows += [f"{t.isoformat()}+0000,bakery/{o}/temperature,{rng.gauss(212, 2):.1f}", f"{t.isoformat()}+0000,bakery/{o}/power,{rng.gauss(8.1, .4):.2f}"]
            if i in (0, 11): rows.append(f"{t.isoformat()}+0000,bakery/{o}/status,{'online' if i == 0 else 'offline'}")
    L("long-mqtt-topics", "mosquitto_sub -F '%I,%t,%p' of a bakery", "the topic holds device and name of the reading: two ovens, temperature and power, never in one mean; status is a state", rows,
      {"rows": 84, "zone": "UTC", "time": span(ts, "time", "Z"), "metrics": ["temperature", "power"]})

# -- times -------------------------------------------------------------------------------------------------------------
def timed(name, source, expected, write, times, sep=",", head=("Timestamp", "Temperature", "Load"), offset="", want=None, number=str, pre=(), column=None, eol="\n", **more):
    """The time cells as `write` says it, two readings; the right reading is the list itself."""
    rng, n = random.Random(name), len(times)
    rows = [[write(t), number(a), number(b)] for t, (a, b) in zip(times, walks(rng, n, (20, .3, 2), (55, 2, 1)))]
    case("times", name, source, expected, [*pre, sep.join(head)] + joined(rows, sep), {"rows": n, "time": span(times, column, offset, **more), **(want or {})}, eol=eol)

def times():
    n, start = 80, T(2024, 3, 13, 9, 50)
    unix = lambda t: int((t - T(1970, 1, 1)).total_seconds())
    timed("time-rockwell-trend", "Rockwell Studio 5000 trend saved as CSV: semicolon before the milliseconds, Data in the first cell", "9:50:02;500 is 2.5 s past 9:50; month first; lines start with Header or Data",
          lambda t: f"Data,{t.month}/{t.day}/{t.year},{t.hour}:{t:%M:%S};500", every(T(2024, 3, 13, 9, 50, 2), .5, n), head=("Header:", "Date", "Time", "Line4.Speed", "Line4.Torque"),
          pre=["Controller Name:,Line4", "Trend Name:,Filler", "Trend Tags:,2", "Sample Period:,30000 ms", "Description:,"], want={"metrics": ["Line4.Speed", "Line4.Torque"]}, eol="\r\n")
    utc = every(T(2024, 10, 25, 22), 60, 72)
    local = lambda t: t + dt.timedelta(hours=2 if t < T(2024, 10, 27, 1) else 1)
    timed("time-entsoe-mtu", "ENTSO-E transparency platform: market time unit as an interval in one cell, zone CET/CEST in its name", "each cell is an hour from … to …; the hour from 2 to 3 on 27 October comes twice (CEST, then CET) and no row is a duplicate",
          lambda t: f'"{local(t):%d.%m.%Y %H:%M} - {local(t) + 60 * MIN:%d.%m.%Y %H:%M}"', utc, head=('"MTU (CET/CEST)"', '"Day-ahead Total Load Forecast [MW]"', '"Actual Total Load [MW]"'), offset="Z")
    utc, rng = every(T(2024, 3, 30, 14), 30, n), random.Random("octopus")
    iso = lambda t: (t + dt.timedelta(hours=1)).isoformat() + "+01:00" if t >= T(2024, 3, 31, 1) else t.isoformat() + "+00:00"
    case("times", "time-octopus-offset-changes", "Octopus Energy half-hour consumption: times behind the readings, offset changes with summer time", "half hours from Start to End; +00:00 until 31 March 01:00, then +01:00: no gap",
         ["Consumption (kwh), Estimated Cost Inc. Tax (p), Start, End"] + [f"{u:.3f}, {u * 24.1:.2f}, {iso(t)}, {iso(t + 30 * MIN)}" for t, u in ((t, abs(rng.gauss(.3, .1))) for t in utc)],
         {"rows": n, "shape": ["intervals", "readings"], "time": span(utc, offset="Z"), "metrics": ["Consumption", "Estimated Cost"]})
    ts, rng = [start + dt.timedelta(seconds=i) for i in range(n)], random.Random("torque")
    case("times", "time-torque-pro", "Torque Pro (OBD) track log: Java date in GPS Time, a second clock in Device Time", "Wed Mar 13 09:50:00 GMT+00:00 2024; both columns tell the same time; - is a missing value; units in the last brackets",
         ["GPS Time, Device Time, Longitude, Latitude, GPS Accuracy(m), Engine RPM(rpm), Speed (OBD)(km/h), Engine Coolant Temperature(°C)"]
         + [f"{t:%a %b %d %H:%M:%S} GMT+00:00 {t.year},{t:%d-%b-%Y %H:%M:%S}.214,10.{1000 + i},50.{2000 + i},4.0,{'-' if i in (20, 21, 22) else f'{a}'},{b},{c}" for i, (t, (a, b, c)) in enumerate(zip(ts, walks(rng, n, (1840, 60, 1), (52, 3, 0), (88, .2, 0))))],
         {"rows": n, "time": span(ts, offset="Z"), "metrics": ["Engine RPM", "Engine Coolant Temperature"]})
    timed("time-oracle-default", "Oracle timestamps in their default format", "13-MAR-24 09.50.00.000000000 AM: dots in the clock, two-digit year, 12 hours; 12.30 AM is past midnight", lambda t: f"{t:%d-%b-%y %I.%M.%S}.000000000 {t:%p}".upper(), every(start, 20, n), column="READ_TS", head=("READ_TS", "TEMP", "LOAD_PCT"))
    timed("time-sql-server-style-100", "SQL Server text of a datetime (style 100)", "Mar 13 2024  9:50AM: two blanks before one digit, no blank before AM", lambda t: f"{t:%b} {t.day:2d} {t.year} {t.hour % 12 or 12:2d}:{t:%M%p}", every(T(2024, 3, 29, 9, 50), 60, n), column="ReadAt", head=("ReadAt", "Temperature", "Load"), sep="\t")
    timed("time-sap-zeros-lost", "SAP table (SE16) passed through Excel: date yyyymmdd, clock HHMMSS without its leading zeros", "95000 is 09:50:00, 3000 is 00:30:00, 0 is midnight", lambda t: f"{t:%Y%m%d};{int(f'{t:%H%M%S}')}", every(T(2024, 3, 13, 20, 40), 10, n), sep=";", head=("Datum", "Uhrzeit", "Temperatur", "Last"), number=comma, want={"metrics": ["Temperatur", "Last"]})
    ts, rng = every(start, 10, 90), random.Random("ndbc")
    rows = walks(rng, 90, (7.1, .3, 1), (8.8, .4, 1), (1.2, .1, 1), (9.4, .2, 1), (8.9, .05, 1))
    case("times", "time-ndbc-five-columns", "NOAA NDBC buoy, real-time file: year, month, day, hour, minute in five columns, newest first, units in a second # line", "five columns make the time; MM in a cell is a missing value (60 of WVHT), MM in the header is the month",
         ["#YY  MM DD hh mm WDIR WSPD GST  WVHT  ATMP  WTMP", "#yr  mo dy hr mn degT m/s  m/s     m  degC  degC"]
         + [f"{t:%Y %m %d %H %M} {rng.randint(200, 260):4d} {a:>4} {b:>4} {c if i % 3 == 0 else 'MM':>5} {d:>5} {e:>5}" for i, (t, (a, b, c, d, e)) in reversed(list(enumerate(zip(ts, rows))))],
         {"rows": 90, "time": span(ts), "metrics": ["WSPD", "WVHT", "ATMP", "WTMP"], "missing": {"WVHT": [60, 90]}})
    ts = every(T(2024, 3, 13, 0, 15), 15, 96)
    case("times", "time-german-24-00", "German smart meter load profile: the last quarter of the day ends at 24:00", "13.03.2024 24:00 is midnight at the end of that day; one row a quarter hour, none missing",
         ["Zählernummer;Datum;Uhrzeit;Verbrauch [kWh];Status"] + [f"1ABC0012345678;{t - MIN:%d.%m.%Y};{'24:00' if (t.hour, t.minute) == (0, 0) else f'{t:%H:%M}'};{comma(v)};W" for t, v in zip(ts, walk(random.Random("lastgang"), .21, .03, 96, 3))],
         {"rows": 96, "time": span(ts), "metrics": ["Verbrauch"], "device": "1ABC0012345678 (or the file)"}, eol="\r\n")
    paris = every(T(2024, 3, 13, 9, 50), 5, n)
    timed("time-netatmo", "Netatmo station export: Unix seconds, and the local time in a column that names the zone", "1710319800 and 2024/03/13 09:50:00 in Europe/Paris are the same instant (08:50 UTC); neither is a reading; two lines about the station before the names",
          lambda t: f'{unix(t) - 3600};"{t:%Y/%m/%d %H:%M:%S}"', paris, sep=";", head=("Timestamp", '"Timezone : Europe/Paris"', "Temperature", "Humidity"), offset="+01:00", pre=["Name;Long;Lat;ModuleName;ModuleType", '"Attic";2.35;48.85;"Outside";"Outdoor"'], want={"metrics": ["Temperature", "Humidity"]})
    timed("time-thai-buddhist-year", "Thai Windows: years of the Buddhist calendar", "13/3/2567 is 13 March 2024 (2567 − 543); or a sentence that the year is in the future", lambda t: f"{t.day}/{t.month}/{t.year + 543} {t.hour}:{t:%M:%S}", every(start, 15, n), column="วันที่และเวลา", head=("วันที่และเวลา", "อุณหภูมิ (°C)", "โหลด (%)"), want={"refusal": ["2567", "Buddhist", "year", "future"]})
    timed("time-hours-since-1900", "NetCDF (ERA5) time axis as CSV", "hours since 1 January 1900, as the name says", lambda t: round((t - T(1900, 1, 1)).total_seconds() / 3600), every(T(2024, 3, 13), 60, n), column="time (hours since 1900-01-01 00:00:00.0)", head=("time (hours since 1900-01-01 00:00:00.0)", "t2m (K)", "ssrd (J m**-2)"))

# -- encodings ---------------------------------------------------------------------------------------------------------
def encodings():
    def enc(name, codec, head, states, source, expected, write, sep, eol="\r\n", want=None):
        rng, ts = random.Random(name), every(T(2024, 3, 13, 6), 15, 70)
        num = comma if sep == ";" else str
        rows = [head] + [[write(t), num(a), num(b), rng.choice(states)] for t, (a, b) in zip(ts, walks(rng, 70, (61, .6, 1), (4.2, .1, 2)))]
        case("encodings", name, source, expected, joined(rows, sep), {"rows": 70, "time": span(ts), **({"encoding": codec, "header": head} if want is None else want)}, enc=codec, eol=eol)
    dot = lambda t: t.strftime("%d.%m.%Y %H:%M")
    right = "this header; or a sentence that the letters look wrong and a choice of this encoding"
    enc("encoding-cp852", "cp852", ["Data i godzina", "Temperatura zasilającej wody", "Ciśnienie pary", "Stan kotła"], ["praca", "postój", "zakłócenie", "wyłączony", "ręcznie"], "Polish boiler log of a DOS program, code page 852", right, dot, ";")
    enc("encoding-cp1257", "cp1257", ["Laikas", "Tiekimo temperatūra (°C)", "Slėgis (bar)", "Siurblio būsena"], ["įjungtas", "išjungtas", "sustojęs dėl gedimo", "rankinė priežiūra"], "Lithuanian district heating export, Windows-1257", right, stamp, ",")
    enc("encoding-mac-roman", "mac_roman", ["Horodatage", "Température (°C)", "Débit d’été (L/min)", "État"], ["arrêté", "en marche", "défaut détecté"], "Excel for Mac, CSV (Macintosh), French: Mac Roman and lines that end in CR alone", right + "; CR alone ends a line", stamp, ";", eol="\r")
    enc("encoding-utf-8-twice", "utf-8", ["Time", "Temperature (Â°C)", "Flow (mÂ³/h)", "State"], ["running", "stopped", "CafÃ© pump"], "UTF-8 taken for Windows-1252 and written as UTF-8 again", "Â°C is °C, mÂ³/h is m³/h: letters mended, or at least the units known", stamp, ",", want={"metrics": {"Temperature": "°C", "Flow": "m³/h"}})

# -- units -------------------------------------------------------------------------------------------------------------
def units():
    U = lambda *a, **k: case("units", *a, **k)
    n = 70
    rng, ts = random.Random("u1"), every(T(2024, 3, 13, 9, 45), 15, n)
    U("units-behind-a-dash", "Davis WeatherLink.com export: unit behind a dash in the name", "Temp - °F is Temp in °F; the dash is no part of the name",
      ['"Date & Time","Barometer - in Hg","Temp - °F","High Temp - °F","Hum - %","Avg Wind Speed - mph","Rain - in"'] + [f'"{t.month}/{t.day}/{t:%y} {t.hour % 12 or 12}:{t:%M %p}",' + quoted(r) for t, r in zip(ts, walks(rng, n, (29.9, .01, 3), (51, .4, 1), (51.6, .4, 1), (64, 1, 1), (6, 1, 1), (0, 0, 2)))],
      {"rows": n, "time": span(ts), "units": {k + s: u for k, u in (("Temp", "°F"), ("High Temp", "°F"), ("Hum", "%"), ("Avg Wind Speed", "mph")) for s in ("", " - " + u)}, "metrics": ["Barometer", "Temp", "Hum", "Avg Wind Speed"]}, eol="\r\n")
    rng, ts = random.Random("u2"), every(T(2024, 3, 13, 9, 50), 1, n)
    heads = {"p_Öl / bar": "bar", "T_Öl / °C": "°C", "P_el / kW": "kW", "V_punkt / m³/h": "m³/h", "I_Motor / A": "A"}
    U("units-behind-a-slash", "test stand log in the manner of DIN 1313: quantity / unit", "p_Öl / bar is p_Öl in bar; in V_punkt / m³/h only the first slash divides",
      [";".join(["Zeit", *heads])] + [";".join([dmy(t), *map(comma, r)]) for t, r in zip(ts, walks(rng, n, (4.2, .05, 2), (71, .5, 1), (33, 1, 1), (12.4, .2, 2), (58, 1, 1)))],
      {"rows": n, "time": span(ts, "Zeit"), "units": {**heads, **{k.split(" / ")[0]: u for k, u in heads.items()}}, "metrics": [k.split(" / ")[0] for k in heads]})
    rng, ts = random.Random("u3"), every(T(2024, 3, 13, 9, 50), 5, n)
    heads = {"Door N": None, "Unit T": None, "Model S": None, "Sensor K": None, "Pump W": None, "Tank V": None, "Gate M": None, "Building H": None, "Conductivity (µS/cm)": "µS/cm", "Torque (Nm)": "Nm", "Reactive (kvar)": "kvar", "Fuel [l/h]": "L/h"}
    known = {k: u for k, u in heads.items() if k != "Fuel [l/h]"}
    U("units-single-letters-are-names", "building and process points named by a letter", "a single letter behind a word is a name (Door N, Tank V), no newton, no volt; units in brackets are units",
      [",".join(["time", *heads])] + [",".join([stamp(t), *r]) for t, r in zip(ts, walks(rng, n, *((30 + 7 * i, 1, 1) for i in range(len(heads)))))],
      {"rows": n, "time": span(ts, "time"), "units": {**known, "Conductivity": "µS/cm", "Torque": "Nm", "Reactive": "kvar"}})
    rng, ts = random.Random("u4"), every(T(2024, 3, 13, 9, 50), 1, n)
    show = lambda v: f"{v * 1000:.1f} mV DC" if v < 1 else f"{v:.4f} V DC"
    U("units-autorange", "Fluke multimeter recording (FlukeView): unit in each cell, changed by the meter's range", "980.1 mV and 1.0020 V are readings of one column near each other: one unit after all; or a sentence that units change",
      ["Reading,Sample,Start Time,Max,Average,Min"] + [f"{i + 1},{show(v)},{t.month}/{t.day}/{t.year} {clock12(t)},{show(v + .004)},{show(v)},{show(v - .004)}" for i, (t, v) in enumerate(zip(ts, map(float, walk(rng, 1.0, .008, n, 4))))],
      {"rows": n, "time": span(ts, "Start Time"), "metrics": ["Sample", "Max", "Average", "Min"], "refusal": ["unit", "mV"]})

# -- events ------------------------------------------------------------------------------------------------------------
def events():
    E = lambda *a, **k: case("events", *a, **k)
    bad = ["error", "failure", "other"]
    rng, ts = random.Random("e1"), irregular(random.Random("e1t"), T(2023, 3, 6, 5), 70, 70)
    damage = {"LAGR": "Lagerschaden", "DICH": "Dichtung undicht", "ELEK": "Elektrischer Ausfall", "SENS": "Sensor defekt", "VERS": "Verschleiß"}
    rows = [["Meldung", "Art", "Equipment", "Technischer Platz", "Störungsbeginn", "Beginn Uhrzeit", "Störungsende", "Ende Uhrzeit", "Ausfalldauer (H)", "Schadenscode", "Schadensbild"]]
    for i, t in enumerate(ts):
        e, c, h = rng.randrange(6), rng.choice(list(damage)), rng.uniform(.5, 20)
        end = t + dt.timedelta(minutes=round(h * 60))
        rows.append([f"0000104{30 + i:05d}", "M2", f"100047{11 + e}", f"W1-PR-{e // 2 + 1:02d}", f"{t:%d.%m.%Y}", f"{t:%H:%M:%S}", f"{end:%d.%m.%Y}", f"{end:%H:%M:%S}", comma(f"{h:.2f}"), c, damage[c]])
    E("event-sap-pm-meldungen", "SAP PM notifications (M2, malfunction report), German list export", "failures from Störungsbeginn (date and clock) to Störungsende; device Equipment (6) though it is a number; code Schadenscode (5)", joined(rows, ";"),
      {"rows": 70, "shape": ["events", "intervals"], "kind": ["failure", "error"], "time": {"first": ts[0].isoformat()}, "device": {"column": "Equipment", "count": 6}, "code": ["Schadenscode", "Schadensbild"], "codes": 5}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("e2"), irregular(random.Random("e2t"), T(2023, 4, 3, 6), 60, 70)
    rows = [["WONUM", "DESCRIPTION", "ASSETNUM", "SITEID", "WORKTYPE", "STATUS", "REPORTDATE", "ACTSTART", "ACTFINISH"]]
    us = lambda t: f"{t.month}/{t.day}/{t:%y} {t.hour % 12 or 12}:{t:%M %p}"
    for i, t in enumerate(ts):
        w, s = rng.choice(["CM", "CM", "EM", "PM"]), t + dt.timedelta(hours=rng.uniform(1, 30))
        rows.append([f"WO{20310 + i}", rng.choice(["Replace mechanical seal", "Inspect coupling", "Repair motor", "Lubricate bearings", "Replace filter"]), f"P-{rng.choice([101, 102, 103, 201, 202, 305])}", "BEDFORD", w, "INPRG" if i > 66 else "COMP", us(t), us(s), "" if i > 66 else us(s + dt.timedelta(hours=rng.uniform(.5, 9)))])
    E("event-maximo-work-orders", "IBM Maximo work order list", "work done on assets (CM and EM after failures, PM planned): repairs; device ASSETNUM (6), SITEID never changes; the last three are open", joined(rows),
      {"rows": 70, "shape": ["events", "intervals"], "kind": ["repair", "failure", "other"], "time": "REPORTDATE, or ACTSTART to ACTFINISH", "device": {"column": "ASSETNUM", "count": 6}})

    rng, ts = random.Random("e3"), irregular(random.Random("e3t"), T(2024, 2, 1, 3), 7, 80)
    iso = lambda t: t.isoformat() + "+00:00"
    rows = [["incident_number", "description", "service_name", "escalation_policy_name", "created_on", "resolved_on", "seconds_to_first_ack", "seconds_to_resolve", "urgency"]]
    for i, t in enumerate(ts):
        s = rng.randint(120, 14000)
        rows.append([8100 + i, rng.choice(["High error rate", "Disk almost full", "Node down", "Queue backlog", "Certificate expires"]), rng.choice(["billing-api", "ingest", "web", "warehouse"]), "Platform on call", iso(t), iso(t + dt.timedelta(seconds=s)), rng.randint(10, 110), s, rng.choice(["high", "high", "low"])])
    E("event-pagerduty-incidents", "PagerDuty incidents export", "incidents from created_on to resolved_on; severity in urgency (high, low); device service_name (4); the policy never changes; numbers of seconds are durations", joined(rows),
      {"rows": 80, "shape": ["events", "intervals"], "kind": bad, "zone": "UTC", "time": {"column": "created_on", "first": ts[0].isoformat() + "Z"}, "device": {"column": "service_name", "count": 4}, "severity": "urgency"})

    rng, ts = random.Random("e4"), irregular(random.Random("e4t"), T(2024, 1, 9, 7), 11, 70)[::-1]
    rows = [["number", "opened_at", "priority", "state", "cmdb_ci", "category", "short_description", "resolved_at"]]
    for i, t in enumerate(ts):
        rows.append([f"INC{10480 - i:07d}", stamp(t), rng.choice(["1 - Critical", "2 - High", "3 - Moderate", "3 - Moderate", "4 - Low"]), "New" if i < 4 else "Closed", rng.choice(["esx-11", "esx-12", "san-02", "core-sw-1", "ups-3"]), rng.choice(["Hardware", "Network", "Software"]), rng.choice(["Fan failed", "Link flapping", "Battery replace", "Host not responding"]), "" if i < 4 else stamp(t + dt.timedelta(minutes=rng.randint(20, 3000)))])
    E("event-servicenow-incidents", "ServiceNow incident list, newest first", "incidents from opened_at; severity in priority (1 - Critical is the worst); device cmdb_ci (5); the four newest are open and kept", joined([[f'"{c}"' for c in r] for r in rows]),
      {"rows": 70, "shape": ["events", "intervals"], "kind": bad, "time": {"column": "opened_at", "first": ts[-1].isoformat()}, "device": {"column": "cmdb_ci", "count": 5}, "severity": "priority"}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("e5"), irregular(random.Random("e5t"), T(2024, 2, 26, 8), 12, 70)
    jira = lambda t: f"{t:%d/%b/%y} {t.hour % 12 or 12}:{t:%M %p}"
    ts = [t.replace(second=0) for t in ts]
    E("event-jira-issues", "Jira issue export: 04/Mar/24 9:50 AM", "issues (failures in the field) by Created; severity in Priority; two-digit year at the end, month as a word between slashes", ["Issue key,Issue Type,Priority,Status,Component/s,Summary,Created,Resolved"]
      + [f"FIELD-{310 + i},Bug,{rng.choice(['Highest', 'High', 'Medium', 'Low'])},{'Open' if i > 60 else 'Done'},{rng.choice(['Gearbox', 'Controller', 'Hydraulics'])},{rng.choice(['Unit stops without alarm', 'Oil leak at the cover', 'Encoder fault after start'])},{jira(t)},{'' if i > 60 else jira(t + dt.timedelta(hours=rng.randint(2, 90)))}" for i, t in enumerate(ts)],
      {"rows": 70, "shape": ["events", "intervals"], "kind": bad, "time": {"column": "Created", "first": ts[0].isoformat()}, "severity": "Priority"})

    rng, ts = random.Random("e6"), irregular(random.Random("e6t"), T(2024, 1, 14, 2, 11), 15, 76)
    known = [("Temperature #0x30", "Upper Critical going high", "Asserted"), ("Temperature #0x30", "Upper Critical going high", "Deasserted"), ("Fan #0x41", "Lower Critical going low", "Asserted"), ("Power Supply #0x51", "Failure detected", "Asserted"), ("Memory #0x87", "Correctable ECC", "Asserted")]
    line = lambda i, d, c, k: f"{i:x},{d},{c}," + ",".join(k)
    E("event-ipmi-sel", "ipmitool -c sel list: no names, ids in hexadecimal, Pre-Init for events before the clock was set", "events of a server's management controller; column 2 and 3 are date (month first) and clock; the four Pre-Init rows have no time and are kept or counted as refused; ids 1 to 50 are hexadecimal",
      [line(i + 1, "Pre-Init", f"{12 + i:010d}", known[4]) for i in range(4)] + [line(i + 5, f"{t:%m/%d/%Y}", f"{t:%H:%M:%S}", rng.choice(known)) for i, t in enumerate(ts)],
      {"rows": [80, 76], "shape": "events", "time": span(ts), "device": "none named (the file)"})

    rng, ts = random.Random("e7"), irregular(random.Random("e7t"), T(2024, 5, 2, 4), 6, 80)
    known = [(110, 0, "Engine coolant temperature above normal", "Red Stop"), (3251, 16, "DPF differential pressure high", "Amber Warning"), (4364, 18, "SCR conversion efficiency low", "Amber Warning"), (168, 4, "Battery voltage low", "Amber Warning"), (100, 1, "Engine oil pressure low", "Red Stop")]
    E("event-truck-fault-codes", "J1939 fault codes of a truck fleet (Geotab/Samsara)", "fault events; device Vehicle (6); SPN (with FMI) is the code, a number but no reading", ["Time,Vehicle,SPN,FMI,Occurrence Count,Description,Lamp"]
      + [f"{t.isoformat()}Z,Truck {rng.randint(31, 36)},{s},{f},{rng.randint(1, 20)},{d},{l}" for t, (s, f, d, l) in ((t, rng.choice(known)) for t in ts)],
      {"rows": 80, "shape": "events", "kind": ["error", "failure"], "zone": "UTC", "time": span(ts, "Time", "Z"), "device": {"column": "Vehicle", "count": 6}, "code": ["SPN", "Description"], "codes": 5})

    rng, rows = random.Random("e8"), []
    known = [("41TI207", "HIHI", "CRITICAL"), ("41TI207", "HI", "WARNING"), ("41PI210", "LO", "WARNING"), ("42LI300", "HI", "WARNING"), ("42LI300", "IOP", "ADVISORY"), ("43FI118", "LOLO", "CRITICAL")]
    for t in irregular(rng, T(2024, 6, 1, 1), 3, 45):
        tag, alarm, p = rng.choice(known)
        rows += [(t, tag, alarm, "ACT", p), (t + dt.timedelta(seconds=rng.randint(20, 5000)), tag, alarm, "RTN", p)]
    rows.sort()
    E("event-activation-and-return", "DCS alarm journal (DeltaV, CENTUM): a row when an alarm comes, a row when it goes", "45 alarms in 90 rows: ACT is the alarm, RTN its return and no alarm of its own; severity in Priority; device Tag (4); code Alarm (5)", ["Time,Tag,Alarm,Action,Priority"] + [f"{stamp(t)},{','.join(r)}" for t, *r in rows],
      {"rows": 90, "shape": ["events", "intervals"], "kind": bad, "time": span([r[0] for r in rows], "Time"), "device": {"column": "Tag", "count": 4}, "code": ["Alarm"], "codes": 5, "severity": "Priority"})

    rng, rows = random.Random("e9"), [["Asset", "Cal Date", "Function", "Nominal (V)", "Measured (V)", "Limit low (V)", "Limit high (V)", "Result"]]
    days = [T(2024, 1, 15) + dt.timedelta(days=7 * i + i % 3) for i in range(14)]
    for i, d in enumerate(days):
        for v in (.1, 1, 10, 100, 1000):
            m = v * (1 + rng.gauss(0, 2e-5)); rows.append([f"DMM-{2101 + i}", f"{d:%Y-%m-%d}", "DC volts", v, f"{m:.6g}", f"{v * .99995:.6g}", f"{v * 1.00005:.6g}", "Pass" if abs(m / v - 1) < 5e-5 else "Fail"])
    E("event-calibration-points", "calibration results (Fluke MET/CAL), five test points for each instrument", "each row is a test with its result; five rows for each instrument and day are no duplicates; limits are no readings", joined(rows),
      {"rows": 70, "shape": "tests", "time": span(days, "Cal Date"), "device": {"column": "Asset", "count": 14}})

    rng, ts = random.Random("e10"), [t.replace(second=0) for t in irregular(random.Random("e10t"), T(2024, 1, 3, 14), 30, 80)]
    rows, ends = [["Início da interrupção", "Fim da interrupção", "Alimentador", "Causa", "Clientes atingidos", "Duração (h)"]], []
    for t in ts:
        m = rng.randint(5, 900)
        rows.append([t.strftime("%d/%m/%Y %H:%M"), (t + m * MIN).strftime("%d/%m/%Y %H:%M"), f"AL-{rng.randint(1, 5):02d}", rng.choice(["Descarga atmosférica", "Vegetação", "Falha de equipamento", "Animais", "Programada", "Vento"]), rng.randint(12, 4200), comma(f"{m / 60:.2f}")])
    E("event-outages-portuguese", "power outages of a distribution company, Portuguese (Brazil)", "intervals from Início to Fim; device Alimentador (5); code Causa (6); customers and duration belong to the outage", joined(rows, ";"),
      {"rows": 80, "shape": "intervals", "kind": bad, "time": {"column": "Início da interrupção", "end": "Fim da interrupção", "first": ts[0].isoformat()}, "device": {"column": "Alimentador", "count": 5}, "code": ["Causa"], "codes": 6}, enc="cp1252", eol="\r\n")

    rng, rows = random.Random("e11"), [["Unit", "Hours", "State", "Failure mode"]]
    for i in range(64):
        h = rng.weibullvariate(4100, 1.8); rows.append([f"HX-{301 + i}", f"{min(h, 5000):.0f}", "F" if h < 5000 else "S", rng.choice(["Crack", "Leak", "Fouling"]) if h < 5000 else ""])
    E("event-life-data-censored", "life data as for Weibull analysis (Weibull++, Minitab): hours and F/S", "one row for each of 64 units: hours to failure (F) or suspended (S) at 5000 h; no clock", joined(rows),
      {"rows": 64, "shape": ["devices", "tests", "events"], "device": {"column": "Unit", "count": 64}, "time": "none; Hours is the life of each unit"})

    rng, ts = random.Random("e12"), [t.replace(second=0) for t in irregular(random.Random("e12t"), T(2024, 3, 4, 6, 5), 3, 80)]
    known = [("SRVO-023", "Stop error excess", "SERVO"), ("SRVO-062", "BZAL alarm", "SERVO"), ("INTP-105", "Run request failed", "STOP.L"), ("SYST-043", "TP disabled in T1/T2 mode", "WARN"), ("MOTN-017", "Limit error", "PAUSE.G")]
    E("event-robot-alarms", "FANUC robot alarm history as CSV", "alarm events; code in Code (5) with its text; severity in Severity (SERVO, STOP, PAUSE, WARN)", ["No,Date,Robot,Code,Message,Severity"] + [f"{80 - i},{t:%d-%b-%y %H:%M},R{rng.randint(1, 3)},".upper() + ",".join(rng.choice(known)) for i, t in enumerate(ts)],
      {"rows": 80, "shape": "events", "kind": bad, "time": span(ts, "Date"), "device": {"column": "Robot", "count": 3}, "code": ["Code", "Message"], "codes": 5, "severity": "Severity"})

# -- columns -----------------------------------------------------------------------------------------------------------
def columns():
    C = lambda *a, **k: case("columns", *a, **k)
    rng, days = random.Random("c1"), every(T(2023, 9, 4), 7 * 1440, 26)
    below = lambda v, d, limit: f"<{limit}" if v < limit else f"{v:.{d}f}"
    C("columns-below-detection-limit", "laboratory results of a water utility: <0.05 below the limit of detection, >200 above the range", "<0.05 and >200 are censored readings of numeric columns, not text and not devices; three sampling points",
      ["Sample date,Sampling point,Iron (mg/L),Nitrate (mg/L),Coliforms (/100 mL)"] + [f"{d:%Y-%m-%d},{p},{below(abs(rng.gauss(.07, .04)), 3, .05)},{below(rng.gauss(8, 3), 1, 2)},{rng.choice(['<1', '<1', 2, 5, '>200'])}" for d in days for p in ("Intake", "Works outlet", "Reservoir 3")],
      {"rows": 78, "time": span(days, "Sample date"), "device": {"column": "Sampling point", "count": 3}, "metrics": ["Iron", "Nitrate"]})
    rng, ts = random.Random("c2"), every(T(2024, 3, 13, 9, 50), 10, 80)
    C("columns-same-name-twice", "converted logger file: three probes called Temp, two called RH", "five readings; columns of the same name are kept apart", ["Time,Temp,Temp,Temp,RH,RH"] + [f"{stamp(t)},{','.join(r)}" for t, r in zip(ts, walks(rng, 80, (4, .1, 1), (-19, .2, 1), (22, .3, 1), (71, 1, 1), (44, 1, 1)))],
      {"rows": 80, "time": span(ts, "Time"), "metrics": 5})
    rng, ts = random.Random("c3"), every(T(2024, 1, 16, 0, 53), 60, 84)
    t1, rh, p = walk(rng, 31, .8, 84, 0), walk(rng, 81, 2, 84, 0), [rng.choice(["0.00", "0.00", "T", "0.02", "0.01s"]) for _ in ts]
    for i in (11, 40, 41): t1[i] += "s"
    for i in (60, 61): t1[i] = "*"
    C("columns-noaa-lcd-flags", "NOAA Local Climatological Data: letters behind readings, T for a trace, * for no value", "45s is 45 (suspect), T is a trace of rain (near 0), * is no value: the columns are numeric readings of one station",
      ['"STATION","DATE","REPORT_TYPE","HourlyDryBulbTemperature","HourlyPrecipitation","HourlyRelativeHumidity"'] + [quoted(["99999014733", t.isoformat(), "FM-15", a, b, c]) for t, a, b, c in zip(ts, t1, p, rh)],
      {"rows": 84, "time": span(ts, "DATE"), "metrics": ["HourlyDryBulbTemperature", "HourlyPrecipitation", "HourlyRelativeHumidity"]})
    rng, ts = random.Random("c4"), every(T(2024, 1, 1), 1440, 75)
    e = [rng.uniform(2, 18) for _ in ts]
    C("columns-total-in-last-row", "GoodWe day report of a plant with a Total row", "75 days; the last row is their sum, no reading and no day", ["Date,Generation(kWh),Self-use(kWh),Peak Power(kW)"] + [f"{t:%Y-%m-%d},{v:.1f},{v * .6:.1f},{v / 4:.2f}" for t, v in zip(ts, e)] + [f"Total,{sum(e):.1f},{sum(e) * .6:.1f},"],
      {"rows": [75, 76], "time": span(ts, "Date"), "metrics": ["Generation", "Self-use", "Peak Power"]})

# -- numbers -----------------------------------------------------------------------------------------------------------
def numbers():
    N = lambda *a, **k: case("numbers", *a, **k)
    def lakh(text):
        whole, frac = text.split(".")
        head, tail = whole[:-3], whole[-3:]
        return ",".join([*[head[max(0, i - 2):i] for i in range(len(head), 0, -2)][::-1], tail]) + "." + frac
    rng, ts = random.Random("n1"), every(T(2024, 3, 13, 9, 45), 15, 80)
    N("numbers-indian-grouping", "Indian energy meter export: lakh and crore groups in quotes", '"12,34,567.8" is 1234567.8', ["Time,Energy (kWh),Power (kW)"] + [f'{t:%d-%m-%Y %H:%M},"{lakh(f"{1234567.8 + 310 * i:.1f}")}","{lakh(v)}"' for i, (t, v) in enumerate(zip(ts, walk(rng, 1240, 20, 80, 1)))],
      {"rows": 80, "time": span(ts, "Time"), "metrics": {"Energy": "kWh", "Power": "kW"}, "missing": {"Energy": [0, 80], "Power": [0, 80]}})
    rng, ts = random.Random("n2"), every(T(2024, 3, 13, 9), 60, 80)
    sap = lambda v: f"{abs(v):,.2f}".replace(",", "§").replace(".", ",").replace("§", ".") + ("-" if v < 0 else "")
    N("numbers-sap-trailing-minus", "SAP measuring documents, German: minus behind the number", "1.234,56- is −1234.56", ["Zeit;Meßpunkt Leistung (kW);Temperatur (°C)"] + [f"{dmy(t)};{sap(float(a))};{sap(float(b))}" for t, (a, b) in zip(ts, walks(rng, 80, (300, 600, 2), (-1, 1, 2)))],
      {"rows": 80, "time": span(ts, "Zeit"), "metrics": {"Meßpunkt Leistung": "kW", "Temperatur": "°C"}, "missing": {"Meßpunkt Leistung": [0, 80], "Temperatur": [0, 80]}}, enc="cp1252", eol="\r\n")

for make in (device, header, sections, long, times, encodings, units, events, columns, numbers): make()
print(len(CASES), "cases in", OUT)
