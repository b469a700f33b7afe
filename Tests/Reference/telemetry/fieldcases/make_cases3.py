#!/usr/bin/env python3
"""Writes a third set of small files in formats from the field, each with its right reading.

usage: make_cases3.py OUTDIR
Every case is NAME.csv and NAME.json; the JSON holds the keys of field_check.py, `topic` (the kind of the case), `source`
and `expected` (for the eye). Readings and ids are invented and the same in every run. Expected instants and counts follow
from the lists that the files are written from.
"""
import datetime as dt, random
from casefile import *

# -- header: names, units and preambles ----------------------------------------------------------------------------------
def header():
    H = maker("header")
    rng, ts = random.Random("panasonic"), every(T(2024, 4, 1, 12), 1, 90)
    H("header-panasonic-fp-logging", "Panasonic FP0H/FP7 data logging: comment, then title, names, comments, method, types and units",
      "the second line has the names, the sixth the units; the numbers 1, 2, 3 over the columns are no names",
      ["Line 4 boiler", "Date,Time,1,2,3", ",,Steam pressure,Feed water,Flue gas", ",,drum top,,after economiser", ",,MOMENT,MOMENT,MOMENT", ",,REAL,REAL,REAL", ",,bar,°C,°C"]
      + [f"{t:%Y/%m/%d,%H:%M:%S},{','.join(r)}" for t, r in zip(ts, walks(rng, 90, (9.2, .05, 2), (104, .4, 1), (182, 2, 1)))],
      {"rows": 90, "time": span(ts), "metrics": {"Steam pressure": "bar", "Feed water": "°C", "Flue gas": "°C"}}, eol="\r\n")

    rng, ts = random.Random("druck"), [T(2024, 2, 22, 9, 30) + 10 * SEC * i for i in range(80)]
    H("header-druck-dpi620", "Druck DPI620 Genii data log: FILENAME, COLUMNS, START, VERSION, CHANNEL, then headings",
      "the line that begins with Date has the names; two channels in mbar and mA",
      ["FILENAME,LOG0004", "COLUMNS,2,2", "START,22-02-2024 09:30:00", "VERSION,2", "CHANNEL,1,mbar,2000.0,0.1,MC620 IDOS", "CHANNEL,2,mA,55.0,0.001,CURRENT (M)", "",
       "Date,Time,Pressure (mbar),Current (mA)"] + [f"{t:%d-%m-%Y,%H:%M:%S},{','.join(r)}" for t, r in zip(ts, walks(rng, 80, (1004, 3, 1), (12.1, .03, 3)))],
      {"rows": 80, "time": span(ts), "metrics": {"Pressure": "mbar", "Current": "mA"}}, eol="\r\n")

    rng, ts = random.Random("solarweb"), every(T(2024, 6, 11), 5, 200)
    H("header-solarweb-format-line", "Fronius Solar.web export, German: the second line has the form of the time and the units",
      "the second line holds no row: the form of the date and the units Wh",
      ["Datum und Uhrzeit;Gesamt Erzeugung;Gesamt Verbrauch;In Batterie gespeichert", "[dd.MM.yyyy HH:mm];[Wh];[Wh];[Wh]"]
      + [f"{t:%d.%m.%Y %H:%M};{';'.join(map(comma, r))}" for t, r in zip(ts, walks(rng, 200, (260, 9, 2), (88, 6, 2), (40, 3, 2)))],
      {"rows": 200, "time": span(ts), "metrics": {"Gesamt Erzeugung": "Wh", "Gesamt Verbrauch": "Wh", "In Batterie gespeichert": "Wh"}})

    rng, ts = random.Random("todos"), every(T(2023, 2, 1, 6), 15, 96)
    r1 = [[f"{t:%d.%m.%Y}", f"{t.hour}:{t:%M:%S}", *map(comma, r)] for t, r in zip(ts, walks(rng, 96, (520, 20, 1), (24, .3, 1), (388, 4, 1), (61, 3, 1)))]
    for i in (0, 1, 2): r1[i][2] = r1[i][4] = "-"
    H("header-solar-plant-units-below", "monthly file of a Spanish solar plant: UTF-16, tabs, title lines, names, three lines of units and types, - for no value",
      "line 6 has the names; units one line below; 96 rows; - is no value",
      ["Planta Las Lomas", "Informe mensual", "Febrero 2023", "", "", "Fecha\tHora\tG_H\tT_Amb\tUdc_Inv1\tPac_Inv1", "\t\tW/m²\t°C\tV\tkW", "\t\tMedia\tMedia\tMedia\tMedia", "\t\t15 min\t15 min\t15 min\t15 min"] + joined(r1, "\t"),
      {"rows": 96, "time": span(ts), "metrics": {"G_H": "W/m²", "T_Amb": "°C", "Udc_Inv1": "V", "Pac_Inv1": "kW"}, "missing": {"G_H": [3, 96], "T_Amb": [0, 96]}}, enc="utf-16", eol="\r\n")

    rng = random.Random("twincat")
    rows = [[i, a, i, b] for i, (a, b) in enumerate(walks(rng, 200, (41.2, .1, 3), (5.6, .05, 3)))]
    H("header-twincat-scope", "Beckhoff TwinCAT Scope export: channels side by side, each with its own time in ms",
      "two channels, Spindle_Temp and Feed_Pressure; the columns before each hold milliseconds from the start, no readings",
      ["Name\tAxis scope", "File\tC:\\Scope\\axis.svdx", "Starttime of export\t133547931000000000\tWednesday, March 13, 2024\t9:45:00 AM", "Endtime of export\t133547931002000000\tWednesday, March 13, 2024\t9:45:00 AM", "",
       "Name\tSpindle_Temp\tName\tFeed_Pressure", "SymbolComment\t\tSymbolComment\t", "Data-Type\tREAL64\tData-Type\tREAL64", "SampleTime[ms]\t1\tSampleTime[ms]\t1", "Unit\t°C\tUnit\tbar", "", ""] + joined(rows, "\t"),
      {"rows": 200, "metrics": ["Spindle_Temp", "Feed_Pressure"]}, eol="\r\n")

    rng, ts = random.Random("apogee"), every(T(2024, 3, 1), 15, 96)
    H("header-apogee-trend-report", "Siemens Apogee/Insight trend report: key of the points, <>Date, end of report",
      "two points; the lines before <>Date and the last line hold no rows",
      ['"Key            Name:Suffix                                Trend Definitions Used"', '"Point_1:","AHU1.SAT","","15 minutes"', '"Point_2:","AHU1.RAH","","15 minutes"', '"Time Interval:","15 Minutes"',
       '"Date Range:","3/1/2024 00:00:00 - 3/1/2024 23:59:59"', '"Report Timings:","All Hours"', '""', '"<>Date","Time","Point_1","Point_2"']
      + [quoted([f"{t.month}/{t.day}/{t.year}", f"{t:%H:%M:%S}", *r]) for t, r in zip(ts, walks(rng, 96, (55.4, .3, 2), (44, .5, 1)))] + ['" ******************************** End of Report *********************************"'],
      {"rows": 96, "time": span(ts), "metrics": 2}, eol="\r\n")

    rng, ts = random.Random("webctrl"), every(T(2024, 3, 13, 9, 45), 5, 120)
    excel = lambda t: f"{(t - T(1899, 12, 30)) / dt.timedelta(days=1):.6f}"
    H("header-webctrl-excel-time", "Automated Logic WebCTRL trend: Date and Excel Time say the same",
      "Excel Time repeats the date as a number: no reading; two readings in °F and cfm",
      ["Date,Excel Time,Zone Temp (°F),Airflow (cfm)"] + [f"{t.month}/{t.day}/{t.year} {clock12(t, width=2)},{excel(t)},{a},{b}" for t, (a, b) in zip(ts, walks(rng, 120, (71.2, .2, 2), (640, 12, 0)))],
      {"rows": 120, "time": span(ts), "metrics": 2})

    rng, start = random.Random("hioki"), T(2024, 3, 13, 9, 45)
    H("header-hioki-trigger-time", "HIOKI memory logger LR8450: trigger time in the preamble, seconds from it in the first column",
      "the rows' times are the trigger time and the seconds: 09:45:00 to 09:47:30",
      [quoted(["File name", "AUTO_0001.CSV"]), quoted(["Title comment", "Press 7"]), quoted(["Trigger Time", "'24-03-13 09:45:00.000"]), quoted(["CH", "U1-1", "U1-2"]), quoted(["Mode", "Temperature", "Voltage"]),
       quoted(["Range", "100degC f.s.", "10V f.s."]), "", quoted(["Time", "U1-1[degC]", "U1-2[V]", "Event"])] + [f"{i * .5:.4f},{a},{b},0" for i, (a, b) in enumerate(walks(rng, 301, (64, .2, 2), (4.1, .04, 3)))],
      {"rows": 301, "time": {"first": "2024-03-13T09:45:00", "last": "2024-03-13T09:47:30"}, "metrics": {"U1-1": "°C", "U1-2": "V"}}, eol="\r\n")

    rng, ts = random.Random("arbin"), [T(2024, 9, 20, 8, 37, 5) + 10 * SEC * i for i in range(220)]
    names = "Data_Point,Date_Time,Test_Time(s),Step_Time(s),Cycle_Index,Step_Index,Current(A),Voltage(V),Charge_Capacity(Ah),Discharge_Capacity(Ah),Internal_Resistance(Ohm)".split(",")
    rows = [[i + 1, f"{t:%m/%d/%Y %H:%M:%S}.772", f"{i * 10.0:.4f}", f"{i % 55 * 10.0:.4f}", 1 + i // 110, 1 + i // 55 % 2, f"{(1.1 if i // 55 % 2 == 0 else -1.1) + rng.gauss(0, .0006):.6f}", f"{3.3 + .01 * (i % 55 if i // 55 % 2 == 0 else 55 - i % 55) + rng.gauss(0, .001):.6f}",
             f"{(i // 110 * 55 + min(i % 110, 55)) * .003:.6f}", f"{(i // 110 * 55 + max(i % 110 - 55, 0)) * .003:.6f}", "0.0184"] for i, t in enumerate(ts)]
    H("header-arbin-cycler", "Arbin battery cycler CSV", "time is Date_Time; Data_Point is a row number; the seconds are no readings; cell voltage and current are",
      joined([names] + rows), {"rows": 220, "header": names, "time": {"column": "Date_Time", "first": "2024-09-20T08:37:05", "last": ts[-1].isoformat()}, "metrics": ["Current", "Voltage", "Charge_Capacity"]}, eol="\r\n")

    rng, ts = random.Random("maccor"), [T(2024, 3, 1, 14, 5) + 10 * SEC * i for i in range(180)]
    day = lambda s: f"{s // 86400}d {s // 3600 % 24:02d}:{s // 60 % 60:02d}:{s % 60:02d}.00"
    H("header-maccor-cycler", "Maccor battery tester text: facts in the first line, times as 0d 00:00:10.00", "time is DPt Time; TestTime and StepTime run from the start; Rec# is a row number",
      ["Today's Date 03/13/2024\tDate of Test: 03/01/2024\tFilename: Cell_07.012\tProcedure: CYC1C", "Rec#\tCyc#\tStep\tTestTime\tStepTime\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time"]
      + ["\t".join(map(str, [i + 1, 0, 1 + i // 60, day(10 * i), day(i % 60 * 10), f"{i * .0028:.6f}", f"{i * .0101:.6f}", f"{1 + rng.gauss(0, .0005):.6f}", f"{3.4 + i * .002 + rng.gauss(0, .001):.6f}", "CRD"[i // 60], 1, f"{t:%m/%d/%Y %H:%M:%S}"])) for i, t in enumerate(ts)],
      {"rows": 180, "time": span(ts, "DPt Time"), "metrics": ["Amps", "Volts"]}, eol="\r\n")

    rng, ts = random.Random("sap"), every(T(2024, 3, 13, 6), 60, 60)
    rule = "-" * 62
    H("header-sap-alv-list", "SAP list saved as unconverted text: strokes between columns, rules of dashes, page heads repeated",
      "the lines between strokes are the table; rules, title and repeated heads hold no rows",
      ["13.03.2024                Dynamische Listenausgabe                1", "", rule, "|Equipment|Datum     |Uhrzeit |Druck (bar)|Temperatur (°C)|", rule]
      + sum(([*([rule, "", f"13.03.2024                Dynamische Listenausgabe                {i // 30 + 1}", "", rule, "|Equipment|Datum     |Uhrzeit |Druck (bar)|Temperatur (°C)|", rule] if i == 30 else []),
              f"|{'1000' + str(4711 + i % 2):<9}|{t:%d.%m.%Y}|{t:%H:%M:%S}|{comma(a):>11}|{comma(b):>15}|"] for i, (t, (a, b)) in enumerate(zip(ts, walks(rng, 60, (12.3, .1, 3), (64, .5, 1))))), []) + [rule],
      {"rows": 60, "time": span(ts), "device": {"column": "Equipment", "count": 2}, "metrics": {"Druck": "bar", "Temperatur": "°C"}}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("psql"), every(T(2024, 3, 13, 9, 45), 10, 75)
    H("header-psql-output", "output of psql: rule of dashes and pluses below the names, number of rows at the end",
      "the rule and the last line (75 rows) hold no row", ["         ts          | pump | flow_m3h | head_m ", "---------------------+------+----------+--------"]
      + [f" {stamp(t)} | P{1 + i % 3}   | {a:>8} | {b:>6} " for i, (t, (a, b)) in enumerate(zip(ts, walks(rng, 75, (41, .5, 2), (22, .2, 1))))] + ["(75 rows)", ""],
      {"rows": 75, "time": span(ts, "ts"), "device": {"column": "pump", "count": 3}, "metrics": ["flow", "head"]})

    rng, ts = random.Random("vmstat"), [T(2024, 3, 13, 9, 45) + 5 * SEC * i for i in range(90)]
    H("header-vmstat-timestamps", "vmstat -t: groups over the names, aligned by blanks, the zone's name over the time",
      "the second line has the names; 90 rows; the time is the last two words, named CET",
      ["procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu----- -----timestamp-----", " r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st                 CET"]
      + [f"{rng.randint(0, 4):2d} {rng.randint(0, 1):2d}      0 {812345 - 37 * i + rng.randint(-90, 90):6d}  20416 {310400 + 12 * i:6d}    0    0 {rng.randint(0, 40):5d} {rng.randint(3, 90):5d} {rng.randint(300, 420):4d} {rng.randint(600, 900):4d} {u:2d} {s:2d} {100 - u - s:2d}  0  0 {stamp(t)}"
         for i, t in enumerate(ts) for u, s in [(rng.randint(2, 20), rng.randint(1, 6))]],
      {"rows": 90, "time": span(ts, offset="+01:00"), "metrics": ["free", "cs", "us", "id"]})

    rng, ts = random.Random("pdh"), [T(2024, 3, 13, 9, 45) + 15 * SEC * i for i in range(80)]
    rows = [[f"{t:%m/%d/%Y %H:%M:%S}.123", *r] for t, r in zip(ts, walks(rng, 80, (31, 2, 6), (5.2e9, 2e6, 0), (12, 3, 6)))]
    rows[0][1] = rows[0][3] = " "
    H("header-pdh-german", "Windows performance monitor, German: PDH-CSV with zone and minutes from UTC in the first name, first rates blank",
      "the first name holds the zone: 60 minutes east of UTC; a blank in the first row is no value",
      [quoted(["(PDH-CSV 4.0) (Mitteleuropäische Zeit)(-60)", r"\\SRV-07\Prozessor(_Total)\Prozessorzeit (%)", r"\\SRV-07\Arbeitsspeicher\Verfügbare Bytes", r"\\SRV-07\Physikalischer Datenträger(0 C:)\Aktuelle Warteschlangenlänge"])] + [quoted(r) for r in rows],
      {"rows": 80, "zone": "+01:00", "time": span(ts, offset="+01:00"), "metrics": 3}, enc="cp1252", eol="\r\n")

    rng, ts = random.Random("iis"), irregular(random.Random("iist"), T(2024, 3, 13, 9, 45), .1, 120, MIN)
    H("header-w3c-fields", "IIS log in the W3C extended form: the names in the line #Fields:, blanks between",
      "the names stand behind #Fields:; date and time are UTC", ["#Software: Microsoft Internet Information Services 10.0", "#Version: 1.0", "#Date: 2024-03-13 09:45:00", "#Fields: date time s-ip cs-method cs-uri-stem s-port c-ip sc-status sc-bytes time-taken"]
      + [f"{stamp(t)} 10.0.0.7 {rng.choice(['GET', 'GET', 'POST'])} {rng.choice(['/api/status', '/index.htm', '/img/a.png', '/login'])} 443 10.0.4.{rng.randint(2, 9)} {rng.choice([200, 200, 200, 304, 404, 500])} {rng.randint(300, 9000)} {rng.randint(2, 400)}" for t in ts],
      {"rows": 120, "header": "date time s-ip cs-method cs-uri-stem s-port c-ip sc-status sc-bytes time-taken".split(), "time": span(ts)}, eol="\r\n")

    rng, ts = random.Random("zrxp"), every(T(2024, 3, 13, 9, 45), 15, 100)
    v = walk(rng, 214, 1, 100, 1)
    for i in (20, 21, 22): v[i] = "-777"
    H("header-zrxp-hydrology", "ZRXP of WISKI (hydrology): facts between |*| behind #, blanks between time, value and status",
      "no names; time, water level, status 40; RINVAL-777 says which number is no value", ["#SANR10026|*|SNAMEBruckmuehl|*|SWATERMangfall|*|CNR0001|*|CNAMEWasserstand|*|", "#REXCHANGE8831|*|RINVAL-777|*|TZUTC+1|*|CUNITcm|*|", "#LAYOUT(timestamp,value,status)|*|"]
      + [f"{t:%Y%m%d%H%M%S} {x} 40" for t, x in zip(ts, v)], {"rows": 100, "time": {"first": "2024-03-13T09:45:00", "last": ts[-1].isoformat()}})

    rng, ts = random.Random("pvgis"), every(T(2020, 6, 1, 0, 10), 60, 168)
    day = [max(0, 900 - abs(t.hour - 12) * 130) for t in ts]
    H("header-pvgis-legend", "PVGIS hourly radiation data: facts above, legend below the rows, time as 20200601:0010",
      "168 rows; time as date, colon, clock; the legend at the end holds no rows", ["Latitude (decimal degrees):\t45.815", "Longitude (decimal degrees):\t8.611", "Elevation (m):\t214", "Radiation database:\tPVGIS-SARAH2", "", "", "time,P,G(i),H_sun,T2m,WS10m,Int"]
      + [f"{t:%Y%m%d:%H%M},{g * .82:.2f},{g:.2f},{max(0, 65 - abs(t.hour - 12) * 10):.2f},{x},{w},0.0" for t, g, (x, w) in zip(ts, day, walks(rng, 168, (19, .4, 2), (1.6, .2, 2)))]
      + ["", "P: PV system power (W)", "G(i): Global irradiance on the inclined plane (plane of the array) (W/m2)", "H_sun: Sun height (degree)", "T2m: 2-m air temperature (degree Celsius)", "WS10m: 10-m total wind speed (m/s)", "Int: 1 means solar radiation values are reconstructed", "", "PVGIS (c) European Union, 2001-2024"],
      {"rows": 168, "time": span(ts, "time"), "metrics": ["P", "G(i)", "T2m", "WS10m"]}, eol="\r\n")

    rng, ts = random.Random("sep"), every(T(2024, 3, 13, 9, 45), 10, 80)
    H("header-sep-line", "CSV for Excel: sep=; in the first line, byte order mark, empty cell at each end of line",
      "sep=; says the separator and holds no names; the empty last column is none", ["sep=;", "Zeit;Vorlauf (°C);Rücklauf (°C);Durchfluss (l/h);"] + [f"{t:%d.%m.%Y %H:%M};{';'.join(map(comma, r))};" for t, r in zip(ts, walks(rng, 80, (61, .3, 1), (44, .3, 1), (820, 8, 0)))],
      {"rows": 80, "time": span(ts, "Zeit"), "metrics": {"Vorlauf": "°C", "Rücklauf": "°C", "Durchfluss": "l/h"}}, enc="utf-8-sig", eol="\r\n")

# -- times ------------------------------------------------------------------------------------------------------------------
def times():
    def X(name, source, expected, cells, ts, want=None, sep=",", head="Time", number=str, offset="", enc="utf-8", before=(), column=True):
        rng = random.Random(name)
        rows = [f"{head}{sep}Temperature (°C){sep}Pressure (bar)"] + [f"{c}{sep}{number(a)}{sep}{number(b)}" for c, (a, b) in zip(cells, walks(rng, len(cells), (41.5, .3, 2), (5.2, .03, 2)))]
        case("times", name, source, expected, [*before, *rows], {"rows": len(cells), "time": span(ts, head if column else None, offset), "metrics": {"Temperature": "°C", "Pressure": "bar"}, **(want or {})}, enc=enc)
    ts = every(T(2008, 3, 15), 5, 288)
    case("times", "time-of-day-date-in-preamble", "Mitsubishi GB-50 centralized controller: day in the second line, time of day in the rows", "288 rows of 15 March 2008", ["124", "15/03/2008", "Address 53", "Time,Electric energy (kWh),Electric power (kW),Efficiency"]
         + [f"{t:%H:%M},{','.join(r)}" for t, r in zip(ts, walks(random.Random("gb50"), 288, (14.1, .3, 2), (29, .8, 2), (2.4, .03, 2)))], {"rows": 288, "time": span(ts, "Time"), "metrics": {"Electric energy": "kWh", "Electric power": "kW", "Efficiency": None}}, eol="\r\n")
    ts = every(T(2024, 3, 13, 6), 2, 200)
    X("time-of-day-20240313", "data logger that writes a file a day: the date is in the file's name only", "the day is that of the file name, 13 March 2024", [f"{t:%H:%M:%S}" for t in ts], ts)
    ts = every(T(2024, 3, 13), 15, 192)
    case("times", "time-date-in-first-row-of-day", "report with merged cells: the date stands only in the first row of each day", "the date holds for the rows below it: 13 and 14 March", ["Datum;Uhrzeit;Leistung (kW);Blindleistung (kvar)"]
         + [f"{t:%d.%m.%Y};{t:%H:%M};{';'.join(map(comma, r))}" if t.hour == t.minute == 0 else f";{t:%H:%M};{';'.join(map(comma, r))}" for t, r in zip(ts, walks(random.Random("merged"), 192, (410, 9, 1), (88, 3, 1)))],
         {"rows": 192, "time": span(ts), "metrics": {"Leistung": "kW", "Blindleistung": "kvar"}})
    ts = every(T(2024, 2, 27, 22, 30), 45, 90)
    months = "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split()
    X("time-turkish-month", "Turkish date with the month's name", "27 Şubat 2024 22:30", [f"{t.day} {months[t.month - 1]} {t:%Y %H:%M}" for t in ts], ts, sep=";", head="Tarih", number=comma)
    months = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()
    X("time-portuguese-long", "Portuguese long date", "27 de fevereiro de 2024 22:30:00", [f"{t.day} de {months[t.month - 1]} de {t:%Y %H:%M:%S}" for t in ts], ts, sep=";", head="Data", number=comma, enc="cp1252")
    X("time-italian-dots", "Windows, Italian or Danish: dots between hours, minutes and seconds", "13/03/2024 09.45.00 is a quarter to ten", [f"{t:%d/%m/%Y %H.%M.%S}" for t in ts], ts, sep=";", head="Data e ora", number=comma)
    X("time-hungarian-dots", "Windows, Hungarian: year first, dots and blanks", "2024. 02. 27. 22:30:00", [f"{t:%Y. %m. %d.} {t.hour}:{t:%M:%S}" for t in ts], ts, sep=";", head="Idő", number=comma)
    week = "一二三四五六日"
    X("time-chinese-weekday", "Windows, Chinese: day of the week and half of the day between date and clock", "2024年02月27日 星期二 下午 10:30", [f"{t:%Y年%m月%d日} 星期{week[t.weekday()]} {'下午' if t.hour >= 12 else '上午'} {t.hour % 12 or 12:02d}:{t:%M}" for t in ts], ts, head="时间")
    X("time-japanese-era", "Japanese era, Reiwa 6 is 2024", "令和6年2月27日 22時30分", [f"令和{t.year - 2018}年{t.month}月{t.day}日 {t.hour}時{t:%M}分" for t in ts], ts, head="日時")
    X("time-rfc-2822", "mail and HTTP form: day of the week, comma, month's name, offset", "Tue, 27 Feb 2024 22:30:00 +0100", [f'"{t:%a, %d %b %Y %H:%M:%S} +0100"' for t in ts], ts, {"zone": "+01:00"}, offset="+01:00")
    X("time-unix-date", "output of date(1): zone between the clock and the year", "Tue Feb 27 22:30:00 UTC 2024", [f"{t:%a %b} {t.day:2d} {t:%H:%M:%S} UTC {t:%Y}" for t in ts], ts, {"zone": "UTC"}, offset="Z")
    X("time-fourteen-digits-fraction", "historian dump: digits only with a fraction of a second", "20240227223000.000", [f"{t:%Y%m%d%H%M%S}.{i % 2 * 5}00" for i, t in enumerate(ts)], ts)
    X("time-compact-offset", "ISO basic form with an offset without colon", "20240227T223000-0300", [f"{t:%Y%m%dT%H%M%S}-0300" for t in ts], ts, {"zone": "-03:00"}, offset="-03:00")
    X("time-modified-julian-day", "astronomy and timing: modified Julian day", "60367.9375 is 27 February 2024 22:30", [f"{60367 + (t - T(2024, 2, 27)) / dt.timedelta(days=1):.6f}" for t in ts], ts, head="MJD")
    ts = [T(2024, 2, 27, 22, 30) + 10 * SEC * i for i in range(120)]
    X("time-nanoseconds", "InfluxDB with the precision of nanoseconds", "1709073000000000000", [str(int((t - T(1970, 1, 1)) / SEC) * 10**9) for t in ts], ts, head="time")
    n = 150
    case("times", "time-elapsed-beyond-a-day", "test bench: hours, minutes, seconds from the start, beyond 24 hours", "relative time to 49:40:00; no day, no reading", ["Elapsed,Torque (Nm),Speed (rpm)"] + [f"{i // 3}:{i % 3 * 20:02d}:00,{a},{b}" for i, (a, b) in enumerate(walks(random.Random("elapsed"), n, (120, 2, 1), (1480, 5, 0)))],
         {"rows": n, "metrics": {"Torque": "Nm", "Speed": "rpm"}, "shape": "readings"})
    ts = every(T(2001, 1, 1, 1), 60, 192)
    hour24 = lambda t: f" {t - MIN:%m/%d}  {t.hour or 24:02d}:00:00"
    case("times", "time-energyplus-no-year", "EnergyPlus eplusout.csv: no year, hours from 01:00:00 to 24:00:00", "24:00:00 is the end of the day; the file names no year", ["Date/Time,Environment:Site Outdoor Air Drybulb Temperature [C](Hourly),ZONE ONE:Zone Air Temperature [C](Hourly),ZONE ONE:Zone Air Relative Humidity [%](Hourly)"]
         + [f"{hour24(t)},{','.join(r)}" for t, r in zip(ts, walks(random.Random("eplus"), 192, (4, .5, 4), (20.6, .2, 4), (41, .6, 4)))], {"rows": 192, "time": span(ts, "Date/Time", year="any"), "metrics": 3})
    ts = every(T(1988, 1, 1, 1), 60, 120)
    case("times", "time-tmy3-hour-24", "NREL TMY3: station in the first line, month/day/year and hours from 01:00 to 24:00", "24:00 belongs to the end of the day named before it", ['724940,"SAN FRANCISCO INTL AP",CA,-8.0,37.617,-122.400,5', "Date (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),Dry-bulb (C),RHum (%),Wspd (m/s)"]
         + [f"{t - MIN:%m/%d/%Y},{t.hour or 24:02d}:00,{g},{','.join(r)}" for t, g, r in zip(ts, [max(0, 500 - abs(t.hour - 12) * 100) for t in ts], walks(random.Random("tmy"), 120, (11, .3, 1), (71, 1, 0), (3.4, .3, 1)))], {"rows": 120, "time": span(ts), "metrics": {"GHI": "W/m²", "Dry-bulb": "°C", "RHum": "%", "Wspd": "m/s"}})
    ts = every(T(2024, 3, 13, 1), 60, 144)
    case("times", "time-hour-ending-1-to-24", "load of a grid operator: date and hour ending 1 to 24", "hour ending 24 is midnight at the end of the day", ["OPR_DT,HOUR_ENDING,LOAD_MW,FORECAST_MW"] + [f"{t - MIN:%m/%d/%Y},{t.hour or 24},{','.join(r)}" for t, r in zip(ts, walks(random.Random("he"), 144, (8120, 60, 1), (8100, 40, 1)))],
         {"rows": 144, "time": span(ts), "metrics": 2})
    ts = every(T(2024, 3, 13), 10, 150)
    case("times", "time-from-to-columns", "quarter-hour values of a grid operator, German: von and bis as times of day", "from Datum and von; bis is the end of each interval, not a reading; the value is a mean", ["Datum;von;bis;Leistung [MW]"] + [f"{t:%d.%m.%Y};{t:%H:%M};{t + 10 * MIN:%H:%M};{comma(v)}" for t, v in zip(ts, walk(random.Random("vonbis"), 540, 8, 150, 2))],
         {"rows": 150, "time": span(ts), "metrics": {"Leistung": "MW"}})

# -- device: the smallest set of columns that makes (device, time) unique ----------------------------------------------
def device():
    D = maker("device")
    rng, ts = random.Random("telegraf"), [T(2024, 3, 13, 9, 45) + 10 * SEC * i for i in range(40)]
    hosts = [("web01", "eu"), ("web02", "eu"), ("db01", "us")]
    series = {h: walks(rng, 40, (12, 1, 2), (81, 1, 2)) for h, _ in hosts}
    D("device-influx-tags", "influx -format csv: name, tags, time in nanoseconds, fields", "the tags name the series: three hosts; name is the same in every row", ["name,tags,time,usage_user,usage_idle"]
      + [f'cpu,"host={h},region={r}",{int((t - T(1970, 1, 1)) / SEC) * 10**9},{series[h][i][0]},{series[h][i][1]}' for i, t in enumerate(ts) for h, r in hosts],
      {"rows": 120, "time": span(ts, "time"), "device": {"column": "tags", "count": 3}, "metrics": ["usage_user", "usage_idle"]})

    rng, ts = random.Random("iostat"), [T(2024, 3, 13, 9, 45) + 30 * SEC * i for i in range(50)]
    D("device-iostat-disks", "iostat -x as CSV: a row for each disk at each time, one host", "the disk is the device, three of them; the host is the same in every row", ["timestamp,hostname,Device,r/s,w/s,rkB/s,wkB/s,r_await,w_await,aqu-sz,%util"]
      + [f"{stamp(t)},db01,{d},{rng.uniform(2, 9):.2f},{rng.uniform(10, 40):.2f},{rng.uniform(60, 90):.2f},{rng.uniform(400, 900):.2f},{rng.uniform(.2, .9):.2f},{rng.uniform(.5, 2):.2f},{rng.uniform(.01, .2):.2f},{rng.uniform(1, 12):.2f}" for t in ts for d in ("nvme0n1", "sda", "sdb")],
      {"rows": 150, "time": span(ts, "timestamp"), "device": {"column": "Device", "count": 3}, "metrics": 8})

    rng, days = random.Random("milk"), every(T(2024, 4, 1), 1440, 14)
    D("device-cow-and-session", "milking parlour: each cow twice a day, the session in a column of its own", "the cow is the device, eight of them; AM and PM are sessions of a day", ["Date,Session,Cow,Milk yield (kg),Conductivity (mS/cm),Milking time (s)"]
      + [f"{d:%Y-%m-%d},{s},{c},{rng.gauss(13 if s == 'AM' else 11, 1):.1f},{rng.gauss(5.1, .1):.2f},{rng.gauss(330, 30):.0f}" for d in days for s in ("AM", "PM") for c in (412, 415, 433, 438, 451, 460, 467, 502)],
      {"rows": 224, "time": span(days, "Date"), "device": [{"column": "Cow", "count": 8}, {"columns": ["Session", "Cow"], "count": 16}, {"columns": ["Cow", "Session"], "count": 16}], "metrics": ["Milk yield", "Conductivity"]})

    rng, ts = random.Random("geotab"), [T(2024, 3, 13, 9, 45) + 20 * SEC * i for i in range(40)]
    D("device-vehicle-and-vin", "telematics log: vehicle, its chassis number and driver", "vehicle or VIN is the device, four of them; the driver is not", ["Vehicle,VIN,Driver,Date (UTC),Speed (km/h),Engine speed (rpm),Coolant (°C)"]
      + [f"Van {v},WDB90663{v}1N4711{v:02d},{'AB'[(i // 20 + v) % 2]}. Driver,{stamp(t + v * SEC)},{rng.gauss(48, 9):.0f},{rng.gauss(1800, 200):.0f},{rng.gauss(88, 1):.0f}" for i, t in enumerate(ts) for v in (1, 2, 3, 4)],
      {"rows": 160, "zone": "UTC", "device": [{"column": "Vehicle", "count": 4}, {"column": "VIN", "count": 4}], "metrics": {"Speed": "km/h", "Engine speed": "rpm", "Coolant": "°C"}})

    rng, ts = random.Random("lifts"), irregular(random.Random("liftst"), T(2024, 1, 8, 7), 9, 120, MIN)
    known = [("E12", "Door reopen limit"), ("E31", "Levelling fault"), ("E07", "Overspeed governor"), ("E44", "Brake feedback")]
    D("device-lift-in-building", "lift controller faults of several buildings: lifts called A, B, C in each", "lift names repeat in each building: building and lift together, six of them", ["Date,Time,Building,Lift,Fault code,Fault,Floor"]
      + [f"{t:%d/%m/%Y,%H:%M},{b},{l},{c},{x},{rng.randint(0, 11)}" for i, t in enumerate(ts) for b, l in [[(b, l) for b in ("North Tower", "Depot") for l in "ABC"][rng.randint(0, 5)]] for c, x in [rng.choice(known)]],
      {"rows": 120, "shape": "events", "kind": BAD, "time": span(ts), "device": {"columns": ["Building", "Lift"], "count": 6}, "code": ["Fault code", "Fault"], "codes": 4})

    rng, ts = random.Random("dwd"), every(T(2024, 3, 13), 60, 96)
    v = [(f"{x:>6}", f"{y:>6}") for x, y in walks(rng, 96, (7.4, .4, 1), (81, 1.5, 1))]
    for i in (30, 31, 32, 33): v[i] = ("  -999", "  -999")
    D("device-dwd-station", "German weather service, hourly temperature: numbers padded, -999 for no value, eor at the end", "one station; QN_9 is a level of quality and eor the end of the record: no readings; -999 is no value", ["STATIONS_ID;MESS_DATUM;QN_9;TT_TU;RF_TU;eor"]
      + [f"       {2712:>5};{t:%Y%m%d%H};    3;{a};{b};eor" for t, (a, b) in zip(ts, v)],
      {"rows": 96, "time": span(ts, "MESS_DATUM"), "metrics": ["TT_TU", "RF_TU"], "missing": {"TT_TU": [4, 96], "RF_TU": [4, 96]}})

    rng, ts = random.Random("string"), every(T(2024, 6, 11, 9), 5, 30)
    D("device-inverter-mppt-string", "solar monitoring, one row for each string: inverter, MPPT and string numbers start again", "inverter, MPPT and string together are the device: 8", ["Zeitstempel;Wechselrichter;MPPT;String;U DC (V);I DC (A)"]
      + [f"{dmy(t)};WR{w};{m};{s};{comma(f'{rng.gauss(610, 6):.1f}')};{comma(f'{rng.gauss(8.1, .2):.2f}')}" for t in ts for w in (1, 2) for m in (1, 2) for s in (1, 2)],
      {"rows": 240, "time": span(ts, "Zeitstempel"), "device": {"columns": ["Wechselrichter", "MPPT", "String"], "count": 8}, "metrics": {"U DC": "V", "I DC": "A"}})

# -- long tables --------------------------------------------------------------------------------------------------------
def long():
    L = maker("long")
    def tall(rng, ts, tags, write):
        """Rows of all tags at all times; `tags` are name, level, step, digits and what else `write` wants."""
        series = [walk(rng, l, s, len(ts), d) for _, l, s, d, *_ in tags]
        return [write(t, tag, series[k][i]) for i, t in enumerate(ts) for k, tag in enumerate(tags)]
    ts = every(T(2024, 3, 13, 9, 45), 15, 40)
    L("long-metasys-history", "Johnson Controls Metasys history: full references of points, values with a unit column", "three points; the units are those of the last column", ["UTCDateTime,PointName,ActualValue,Units"]
      + tall(random.Random("metasys"), ts, [("NAE-1:NAE/N2-1.AHU-1.SA-T", 13.2, .1, 1, "deg C"), ("NAE-1:NAE/N2-1.AHU-1.SF-SPD", 71, 1, 1, "%"), ("NAE-1:NAE/N2-1.AHU-1.SD-P", 310, 4, 1, "Pa")], lambda t, g, v: f"{stamp(t)},{g[0]},{v},{g[4]}"),
      {"rows": 120, "zone": "UTC", "metrics": {"NAE-1:NAE/N2-1.AHU-1.SA-T": "°C", "NAE-1:NAE/N2-1.AHU-1.SF-SPD": "%", "NAE-1:NAE/N2-1.AHU-1.SD-P": "Pa"}})
    L("long-aspen-ip21", "Aspen InfoPlus.21 query: name, time, value, status", "three tags; QSTATUS is the quality: Bad is no value", ["NAME,IP_TREND_TIME,IP_TREND_VALUE,IP_TREND_QSTATUS"]
      + [(lambda r, bad: r.rsplit(",", 1)[0] + ",Bad" if bad else r)(r, i in (10, 13, 16)) for i, r in enumerate(tall(random.Random("ip21"), ts, [("ATCAI", 41, .3, 3), ("ATCFLOW1", 120, 2, 2), ("ATCL101", 2.4, .02, 3)], lambda t, g, v: f"{g[0]},{f'{t:%d-%b-%y %H:%M:%S}.0'.upper()},{v},Good"))],
      {"rows": 120, "time": span(ts, "IP_TREND_TIME"), "metrics": ["ATCAI", "ATCFLOW1", "ATCL101"], "missing": {"ATCFLOW1": [3, 40], "ATCAI": [0, 40]}})
    L("long-ignition-typed-values", "Ignition tag history joined with its tags: one value column for each type", "three tags; the value stands in intvalue or in floatvalue; dataintegrity 192 is good", ["tagpath,intvalue,floatvalue,stringvalue,dataintegrity,t_stamp"]
      + tall(random.Random("ignition"), ts, [("line1/oven/temperature", 181, .5, 2), ("line1/oven/pressure", 1.02, .004, 3), ("line1/counter", 4100, 9, 0)], lambda t, g, v: f"{g[0]},{v if g[3] == 0 else ''},{v if g[3] else ''},,192,{int((t - T(1970, 1, 1)) / SEC) * 1000}"),
      {"rows": 120, "time": span(ts, "t_stamp"), "metrics": ["line1/oven/temperature", "line1/oven/pressure", "line1/counter"]})
    ts2 = every(T(2150, 4, 2, 8), 60, 24)
    L("long-mimic-items", "MIMIC chartevents: patient, time, number of the item, value, unit; dates moved to the future", "three patients; the item's number names the signal: heart rate in bpm and two more", ["subject_id,hadm_id,charttime,itemid,value,valuenum,valueuom"]
      + [r for p in (10006, 10011, 10019) for r in tall(random.Random(str(p)), ts2, [(220045, 82, 2, 0, "bpm"), (220179, 121, 3, 0, "mmHg"), (220277, 97, .4, 0, "%")], lambda t, g, v, p=p: f"{p},{p + 120000},{stamp(t)},{g[0]},{v},{v},{g[4]}")],
      {"rows": 216, "time": span(ts2, "charttime"), "device": [{"column": "subject_id", "count": 3}, {"column": "hadm_id", "count": 3}], "metrics": ["220045", "220179", "220277"]})
    L("long-obis-meters", "DLMS meters read out by OBIS code, German", "three meters; three OBIS codes with their units; Status is not a reading", ["Zählernummer;Zeitstempel;OBIS;Wert;Einheit;Status"]
      + [r for m in (1, 2, 3) for r in tall(random.Random(f"obis{m}"), ts, [("1-0:1.7.0*255", 4.2, .2, 3, "kW"), ("1-0:32.7.0*255", 231, .4, 1, "V"), ("1-0:31.7.0*255", 6.1, .3, 2, "A")], lambda t, g, v, m=m: f"1ESY11{60000 + m};{t:%d.%m.%Y %H:%M:%S};{g[0]};{comma(v)};{g[4]};0")],
      {"rows": 360, "time": span(ts, "Zeitstempel"), "device": {"column": "Zählernummer", "count": 3}, "metrics": {"1-0:1.7.0*255": "kW", "1-0:32.7.0*255": "V", "1-0:31.7.0*255": "A"}})
    ts3 = [T(2024, 3, 13, 9, 45) + SEC * i for i in range(50)]
    L("long-can-decoded", "CAN bus decoded by a DBC: frame, signal, physical value and unit", "three signals; the frame's identifier and raw value are no readings", ["Timestamp,CAN ID,Message,Signal,Raw,Physical value,Unit"]
      + tall(random.Random("can"), ts3, [("EngineSpeed", 1480, 12, 0, "rpm", "0CF00400", "EEC1"), ("EngCoolantTemp", 88, .3, 0, "degC", "18FEEE00", "ET1"), ("BatteryPotential", 27.4, .05, 2, "V", "18FEF700", "VEP1")], lambda t, g, v: f"{t.isoformat()}.000Z,{g[5]},{g[6]},{g[0]},{int(float(v) * 20):X},{v},{g[4]}"),
      {"rows": 150, "zone": "UTC", "time": span(ts3, "Timestamp", "Z"), "metrics": {"EngineSpeed": "rpm", "EngCoolantTemp": "°C", "BatteryPotential": "V"}})
    ts4 = every(T(2024, 1, 9, 8), 7 * 1440, 12)
    L("long-vibration-route", "vibration route (portable analyser): machine, point, overall level and unit, alarm", "four machines; three points as signals; the alarm word is a state", ["Machine,Point,Date/Time,Overall,Units,Alarm"]
      + [r for m in ("P-101A", "P-101B", "K-201", "F-301") for r in tall(random.Random(m), ts4, [("1H Vel", 2.1, .1, 2, "mm/s"), ("1V Vel", 1.8, .1, 2, "mm/s"), ("2H Acc", .42, .03, 3, "g")], lambda t, g, v, m=m: f"{m},{g[0]},{t:%d-%b-%Y %H:%M},{v},{g[4]},{'Normal' if float(v) < 2.2 else 'Alert'}")],
      {"rows": 144, "time": span(ts4, "Date/Time"), "device": {"column": "Machine", "count": 4}, "metrics": {"1H Vel": "mm/s", "1V Vel": "mm/s", "2H Acc": "g"}})
    L("long-wincc-oa-russian", "WinCC OA archive, Russian: datapoint, time, value, quality", "three datapoints; Достоверность 0 is bad: no value", ["Точка данных;Время;Значение;Достоверность"]
      + [r[:-1] + "0" if i in (30, 33) else r for i, r in enumerate(tall(random.Random("oa"), ts, [("System1:Насос1.Давление", 5.2, .04, 2), ("System1:Насос1.Расход", 41, .5, 1), ("System1:Насос1.Ток", 18, .2, 1)], lambda t, g, v: f"{g[0]};{dmy(t)},000;{comma(v)};1"))],
      {"rows": 120, "time": span(ts, "Время"), "metrics": ["System1:Насос1.Давление", "System1:Насос1.Расход", "System1:Насос1.Ток"], "missing": {"System1:Насос1.Давление": [2, 40]}}, enc="cp1251", eol="\r\n")

# -- several tables, and tables laid out otherwise --------------------------------------------------------------------------
def sections():
    S = maker("sections")
    rng, days = random.Random("nem12"), every(T(2024, 3, 1), 1440, 20)
    S("sections-nem12", "NEM12 (Australian meters): records 100, 200, 300, 900; a row for each day with 48 half hours", "the 300 records are days of 48 readings; refused with a reason or read as readings: never means of record types", ["100,NEM12,202404010830,MDP1,RETAIL1"]
      + [line for e in ("E1", "B1") for line in [f"200,6102345678,E1B1,{e},{e},N1,0123456789,KWH,30,"] + [f"300,{d:%Y%m%d}," + ",".join(f"{abs(rng.gauss(.6, .2)):.3f}" for _ in range(48)) + ",A,,,20240401083000," for d in days]] + ["900"],
      {"rows": [40, 1920], "sections": [1, 3, 4], "metrics": [1, 2], "refusal": REFUSED + ["NEM12", "day"]})
    rng, days = random.Random("wide"), every(T(2024, 3, 1), 1440, 31)
    S("sections-hours-beside-each-other", "load of a municipal utility: a row for each day, a column for each hour", "one signal with 24 readings a day (or said to be a table of days with a column for each hour)", ["Datum;" + ";".join(f"{h:02d}:00" for h in range(24))]
      + [f"{d:%d.%m.%Y};" + ";".join(comma(f"{rng.gauss(410 + 90 * (7 < h < 20), 12):.1f}") for h in range(24)) for d in days],
      {"rows": [31, 744], "time": {"first": "2024-03-01T00:00:00", "last": "2024-03-31T23:00:00"}, "metrics": 1})
    rng, ts = random.Random("sar"), every(T(2024, 3, 13, 0, 10, 1), 10, 100)
    row = lambda t: f"{clock12(t, width=2)}     all     {rng.gauss(12, 2):6.2f}      0.00    {rng.gauss(3, .4):6.2f}    {rng.gauss(1, .2):6.2f}      0.00    {rng.gauss(83, 2):6.2f}"
    S("sections-sar-u-text", "sar -u as printed: date in the first line, names behind a clock, average at the end", "100 rows of 13 March 2024; Average is no row; the clock in the header line is no row", ["Linux 5.15.0-97-generic (web01) \t03/13/2024 \t_x86_64_\t(4 CPU)", "", "12:00:01 AM     CPU     %user     %nice   %system   %iowait    %steal     %idle"]
      + [row(t) for t in ts] + ["Average:        all      12.04      0.00      3.01      1.02      0.00     83.93"], {"rows": 100, "time": span(ts), "metrics": ["%user", "%system", "%idle"]})
    rng, ts = random.Random("page"), every(T(2024, 3, 13), 15, 120)
    S("sections-printed-pages", "printed report of a boiler house: page heads and names repeated, subtotal at the foot of each page", "120 rows; page heads, repeated names and page means hold no rows", sum(([f"Boiler house 2;;;Page {p + 1} of 4", f"Printed 14.03.2024 07:02;;;", "Time;Steam (t/h);Pressure (bar);Feed water (°C)"]
      + [f"{dmy(t)};{';'.join(map(comma, r))}" for t, r in zip(ts[30 * p:30 * p + 30], walks(rng, 30, (8.1, .1, 2), (9.4, .05, 2), (104, .4, 1)))] + ["Page mean;8,10;9,40;104,0"] for p in range(4)), []),
      {"rows": 120, "time": span(ts, "Time"), "metrics": {"Steam": "t/h", "Pressure": "bar", "Feed water": "°C"}})
    rng, days = random.Random("subtotal"), every(T(2024, 1, 1), 1440, 91)
    rows, total = ["Day;Production (kWh);Consumption (kWh)"], 0.0
    for i, d in enumerate(days):
        v = rng.uniform(3, 20); total += v
        rows.append(f"{d:%d.%m.%Y};{comma(f'{v:.1f}')};{comma(f'{v * .6 + 2:.1f}')}")
        if i + 1 == len(days) or days[i + 1].month != d.month: rows.append(f"Subtotal {d:%B};{comma(f'{total:.1f}')};{comma(f'{total * .6:.1f}')}"); total = 0.0
    S("sections-subtotals-between", "monthly subtotals between the rows of a day report", "91 days; three subtotals are no rows", rows + ["Total;1003,2;602,1"], {"rows": 91, "time": span(days, "Day"), "metrics": {"Production": "kWh", "Consumption": "kWh"}})
    rng = random.Random("twotables")
    S("sections-side-by-side", "spreadsheet with two tables beside each other, an empty column between, own times", "two tables beside each other, each with its own time: four readings, or said to be several tables", ["Time,Flow (m³/h),Head (m),,Time,Power (kW),Current (A)"]
      + [f"{stamp(T(2024, 3, 13, 9) + 10 * MIN * i)},{a},{b},,{stamp(T(2024, 3, 13, 9) + 15 * MIN * i)},{c},{d}" for i, (a, b, c, d) in enumerate(walks(rng, 80, (41, .5, 1), (22, .2, 1), (18, .3, 1), (31, .5, 1)))],
      {"rows": [80, 160], "sections": [1, 2], "metrics": ["Flow", "Head", "Power", "Current"], "refusal": REFUSED})

# -- units -----------------------------------------------------------------------------------------------------------------
def units():
    U = maker("units")
    ts = every(T(2024, 3, 13, 9, 45), 10, 70)
    def table(name, source, expected, heads, levels, metrics, sep=",", write=stamp, number=str, time="Time", enc="utf-8"):
        rows = walks(random.Random(name), 70, *((l, abs(l) / 80 + .01, 2) for l in levels))
        U(name, source, expected, [sep.join([time, *heads])] + [sep.join([write(t), *map(number, r)]) for t, r in zip(ts, rows)], {"rows": 70, "time": span(ts, time), "metrics": metrics}, enc=enc)
    table("units-japanese-squares", "Japanese logger: units as single characters of CJK compatibility", "㎥/h, ㎾, ㎜ and ℃ are m³/h, kW, mm and °C", ["流量(㎥/h)", "電力(㎾)", "変位(㎜)", "温度(℃)"], [41, 310, 2.2, 64],
          {"流量": "m³/h", "電力": "kW", "変位": "mm", "温度": "°C"}, time="日時")
    table("units-russian", "Russian heat meter: units in Cyrillic letters after a comma", "МПа, м³/ч, кВт and °С (Cyrillic С) are MPa, m³/h, kW and °C", ["Давление, МПа", "Расход, м3/ч", "Мощность, кВт", "Температура, °С", "Частота, об/мин"], [.62, 41, 310, 64, 1480],
          {"Давление": "MPa", "Расход": "m³/h", "Мощность": "kW", "Температура": "°C", "Частота": "rpm"}, sep=";", write=dmy, number=comma, time="Дата и время", enc="cp1251")
    table("units-turns", "turns a minute in several languages", "U/min, tr/min, obr/min and r/min all are turns a minute", ["Motor [U/min]", "Pompe [tr/min]", "Silnik [obr/min]", "Fan [r/min]"], [1480, 2900, 960, 720],
          {"Motor": "rpm", "Pompe": "rpm", "Silnik": "rpm", "Fan": "rpm"}, sep=";", write=dmy)
    table("units-imperial", "American compressor log", "scfm, psig, deg F, in. H2O, gal/min and hp", ["Flow (SCFM)", "Discharge (psig)", "Oil temp (deg F)", "Filter (inH2O)", "Water (gal/min)", "Motor (hp)"], [640, 105, 181, 2.4, 31, 48],
          {"Discharge": "psig", "Oil temp": "°F", "Filter": "inH₂O", "Water": "gal/min", "Motor": "hp"}, write=lambda t: f"{t:%m/%d/%Y} {clock12(t, width=2)}")
    table("units-exponents", "laboratory export with exponents and middle dots", "W·m⁻², m·s⁻¹, kg·m⁻³, mmol/L and µS/cm", ["Irradiance / W·m⁻²", "Speed / m·s⁻¹", "Density / kg·m⁻³", "Glucose / mmol·L⁻¹", "Conductivity / µS·cm⁻¹"], [610, 3.1, 1.19, 5.2, 410],
          {"Irradiance": "W/m²", "Speed": "m/s", "Density": "kg/m³"}, write=lambda t: t.isoformat())
    table("units-words-in-full", "hydrology export with units in words", "meters, degrees Celsius, cubic meters per second, percent and volts", ["Stage (meters)", "Water temperature (degrees Celsius)", "Discharge (cubic meters per second)", "Battery (volts)", "Humidity (percent)"], [2.1, 8, 14, 12.4, 71],
          {"Stage": "m", "Water temperature": "°C", "Discharge": "m³/s", "Battery": "V", "Humidity": "%"})

# -- events ----------------------------------------------------------------------------------------------------------------
def events():
    E = maker("events")
    rng, ts = random.Random("deltav"), irregular(random.Random("deltavt"), T(2024, 3, 4, 6), .8, 110, MIN)
    E("event-deltav-chronicle", "Emerson DeltaV event chronicle", "events; severity in Level (11-WARNING), device Module or Node", ["Date/Time,Event Type,Category,Area,Node,Module,Attribute,State,Level,Desc1,Desc2"]
      + [f"{t.month}/{t.day}/{t.year} {clock12(t, width=2)},ALARM,PROCESS,AREA_A,CTLR-0{1 + m % 2},{['FIC-101', 'LIC-204', 'PIC-310', 'TIC-402'][m]},{a},{rng.choice(['ACT/UNACK', 'INACT/ACK'])},{l},{x},Alarm" for t in ts for m in [rng.randint(0, 3)] for a, l, x in [rng.choice([("HI_ALM", "11-WARNING", "HIGH"), ("HI_HI_ALM", "15-CRITICAL", "HIGH HIGH"), ("LO_ALM", "11-WARNING", "LOW"), ("DEV_ALM", "7-ADVISORY", "DEVIATION")])]],
      {"rows": 110, "shape": "events", "kind": BAD, "time": span(ts, "Date/Time"), "device": [{"column": "Module", "count": 4}, {"column": "Node", "count": 2}], "severity": "Level"})

    rng, ts = random.Random("nagios"), irregular(random.Random("nagiost"), T(2024, 3, 4, 6), 2, 90, MIN)
    E("event-nagios-availability", "Nagios/Icinga alert history as CSV", "events; device Host (3), code Service or Output, severity State", ["Time;Host;Service;State;State Type;Attempt;Output"]
      + [f"{stamp(t)};{rng.choice(['web01', 'db01', 'fw-ext'])};{s};{z};HARD;3/3;{s} {z} - see details" for t in ts for s in [rng.choice(["HTTP", "Disk /var", "Load", "PING"])] for z in [rng.choice(["WARNING", "CRITICAL", "UNKNOWN"])]],
      {"rows": 90, "shape": "events", "kind": BAD, "time": span(ts, "Time"), "device": {"column": "Host", "count": 3}, "severity": "State"})

    rng, ts = random.Random("baojing"), irregular(random.Random("baojingt"), T(2024, 3, 4, 6), 3, 80, MIN)
    known = [("变压器油温高", "严重"), ("水泵过载", "一般"), ("通讯中断", "轻微"), ("液位低", "一般")]
    E("event-alarms-chinese", "Chinese SCADA alarm history: alarm and recovery, level in words", "intervals from 报警时间 to 恢复时间; device 设备 (4); severity 级别 (严重 > 一般 > 轻微)", ["报警时间,恢复时间,设备,报警内容,级别"]
      + [f"{t:%Y/%m/%d %H:%M:%S},{t + rng.randint(3, 300) * MIN:%Y/%m/%d %H:%M:%S},{rng.choice(['1号泵', '2号泵', '主变', '水箱'])},{x},{l}" for t in ts for x, l in [rng.choice(known)]],
      {"rows": 80, "shape": "intervals", "kind": BAD, "time": {"column": "报警时间", "end": "恢复时间", "first": ts[0].isoformat()}, "device": {"column": "设备", "count": 4}, "code": "报警内容", "codes": 4, "severity": "级别"}, enc="gb18030", eol="\r\n")

    rng, ts = random.Random("keiho"), irregular(random.Random("keihot"), T(2024, 3, 4, 6), 3, 80, MIN)
    known = [("A101", "過負荷", "重故障"), ("A204", "温度上昇", "軽故障"), ("A310", "油圧低下", "重故障"), ("B007", "通信異常", "軽故障")]
    E("event-alarms-japanese", "Japanese PLC alarm history, Shift-JIS", "intervals from 発生日時 to 復旧日時; device 号機 (3); code アラームコード (4); severity 重要度 (重故障, 軽故障)", ["発生日時,復旧日時,号機,アラームコード,内容,重要度"]
      + [f"{t:%Y/%m/%d %H:%M:%S},{t + rng.randint(3, 300) * MIN:%Y/%m/%d %H:%M:%S},{rng.randint(1, 3)}号機,{','.join(rng.choice(known))}" for t in ts],
      {"rows": 80, "shape": "intervals", "kind": BAD, "time": {"column": "発生日時", "end": "復旧日時", "first": ts[0].isoformat()}, "device": {"column": "号機", "count": 3}, "code": ["アラームコード", "内容"], "codes": 4, "severity": "重要度"}, enc="shift_jis", eol="\r\n")

    def log(name, source, expected, head, rows, ts, device, count, want, sep=";", enc="cp1252", column=None):
        E(name, source, expected, [sep.join(head)] + joined(rows, sep), {"rows": len(rows), "time": span(ts, column or head[0]), "device": {"column": device, "count": count}, **want}, enc=enc, eol="\r\n")
    rng, ts = random.Random("awaria"), irregular(random.Random("awariat"), T(2023, 3, 4, 6), 60, 70, MIN)
    log("event-failures-polish", "Polish log of breakdowns", "failures (awaria); device Maszyna (4); code Przyczyna (4); the minutes belong to the breakdown", ["Data awarii", "Maszyna", "Przyczyna", "Czas postoju [min]", "Uwagi"],
        [[f"{t:%Y-%m-%d %H:%M}", f"Prasa {rng.randint(1, 4)}", rng.choice(["Łożysko", "Uszczelka", "Czujnik", "Zasilanie"]), rng.randint(5, 400), rng.choice(["", "", "wymieniono część"])] for t in ts], ts, "Maszyna", 4, {"shape": "events", "kind": "failure", "code": "Przyczyna", "codes": 4}, enc="cp1250")
    rng, ts = random.Random("ariza"), irregular(random.Random("arizat"), T(2023, 3, 4, 6), 60, 70, MIN)
    log("event-failures-turkish", "Turkish log of breakdowns", "failures (arıza); device Makine (4); code Arıza Kodu (4)", ["Arıza Tarihi", "Makine", "Arıza Kodu", "Açıklama", "Duruş (dk)"],
        [[f"{t:%d.%m.%Y %H:%M}", f"Pres-{rng.randint(1, 4)}", *rng.choice([("A01", "Rulman arızası"), ("A02", "Kaçak"), ("B11", "Sensör"), ("C05", "Besleme")]), rng.randint(5, 400)] for t in ts], ts, "Makine", 4, {"shape": "events", "kind": BAD, "code": ["Arıza Kodu", "Açıklama"], "codes": 4}, enc="cp1254")
    rng, ts = random.Random("gmao"), irregular(random.Random("gmaot"), T(2023, 3, 4, 6), 60, 70, MIN)
    log("event-interventions-french", "French maintenance system (GMAO): interventions, corrective and preventive", "repairs (interventions); device Équipement (5); Nature says corrective or preventive", ["Date d'intervention", "N° BT", "Équipement", "Nature", "Travaux effectués", "Durée (h)", "Coût (€)"],
        [[f"{t:%d/%m/%Y %H:%M}", f"BT{24000 + i}", f"Four {rng.randint(1, 5)}", rng.choice(["Préventif", "Correctif", "Amélioratif"]), rng.choice(["Graissage", "Remplacement joint", "Contrôle", "Réglage"]), comma(f"{rng.uniform(.5, 6):.1f}"), rng.randint(20, 900)] for i, t in enumerate(ts)], ts, "Équipement", 5, {"shape": "events", "kind": "repair"})
    rng, ts = random.Random("fermi"), irregular(random.Random("fermit"), T(2024, 3, 4, 6), 4, 70, MIN)
    E("event-stops-italian", "Italian line stops: begin, end, machine, cause", "intervals from Inizio to Fine; device Macchina (3); code Causale (4)", ["Inizio;Fine;Macchina;Causale;Durata [min]"]
      + [f"{t:%d/%m/%Y %H.%M.%S};{t + m * MIN:%d/%m/%Y %H.%M.%S};{rng.choice(['Linea A', 'Linea B', 'Etichettatrice'])};{rng.choice(['Guasto meccanico', 'Mancanza materiale', 'Cambio formato', 'Guasto elettrico'])};{m}" for t in ts for m in [rng.randint(2, 110)]],
      {"rows": 70, "shape": "intervals", "time": {"column": "Inizio", "end": "Fine", "first": ts[0].isoformat()}, "device": {"column": "Macchina", "count": 3}, "code": "Causale", "codes": 4}, eol="\r\n")
    rng, ts = random.Random("iw39"), irregular(random.Random("iw39t"), T(2023, 3, 4, 6), 60, 70, MIN)
    days = [t.replace(hour=0, minute=0) for t in ts]
    log("event-sap-orders-german", "SAP PM orders (IW39), German", "repairs: orders of maintenance, PM01 and PM02; device Equipment (4)", ["Auftrag", "Auftragsart", "Equipment", "Kurztext", "Eckstarttermin", "Istkosten"],
        [[4000100 + i, rng.choice(["PM01", "PM02"]), f"1000{rng.randint(1, 4)}", rng.choice(["Dichtung wechseln", "Inspektion", "Lager tauschen"]), f"{t:%d.%m.%Y}", f"{rng.randint(100, 4000)},00"] for i, t in enumerate(days)], days, "Equipment", 4, {"shape": "events", "kind": ["repair", "other"]}, column="Eckstarttermin")
    rng, ts = random.Random("rules"), irregular(random.Random("rulest"), T(2024, 3, 4, 6), 2, 80, MIN)
    E("event-telematics-rules", "telematics exceptions: rule, begin and duration of each", "events or intervals, begun at Start; device Vehicle (4); code Rule (4); duration and distance belong to the event", ["Vehicle,Rule,Start,Duration (s),Distance (km)"]
      + [f"Van {rng.randint(1, 4)},{rng.choice(['Speeding', 'Harsh braking', 'Idling', 'Seat belt'])},{t:%m/%d/%Y} {clock12(t, width=2)},{rng.randint(5, 600)},{rng.uniform(0, 4):.1f}" for t in ts],
      {"rows": 80, "shape": ["events", "intervals"], "time": span(ts), "device": {"column": "Vehicle", "count": 4}, "code": "Rule", "codes": 4})
    rng, ts = random.Random("haul"), irregular(random.Random("hault"), T(2024, 3, 4, 6), .4, 120, MIN)
    E("event-haul-cycles", "mine haulage: a row for each load of a truck with begin, end and payload", "cycles of a truck: device Truck (4); nothing of it is an error or a failure", ["Truck,Shovel,Load start,Dump end,Payload (t),Distance (km)"]
      + [f"HT{rng.randint(201, 204)},EX0{rng.randint(1, 2)},{stamp(t)},{stamp(t + rng.randint(18, 31) * MIN)},{rng.gauss(221, 9):.1f},{rng.gauss(4.1, .2):.2f}" for t in ts],
      {"rows": 120, "time": span(ts, "Load start"), "device": [{"column": "Truck", "count": 4}]})

# -- numbers and words in their place ----------------------------------------------------------------------------------------
def numbers():
    N = maker("numbers")
    ts = every(T(2024, 3, 13, 9, 45), 10, 80)
    def table(name, source, expected, heads, change, want, sep=",", write=stamp, number=str, enc="utf-8", levels=(41.5, 5.2)):
        rows = [list(map(number, r)) for r in walks(random.Random(name), 80, *((l, l / 90, 2) for l in levels))]
        change(rows)
        N(name, source, expected, [sep.join(["Time", *heads])] + [sep.join([write(t), *r]) for t, r in zip(ts, rows)], {"rows": 80, "time": span(ts, "Time"), **want}, enc=enc)
    def at(column, values):
        def change(rows):
            for i, v in values.items(): rows[i][column] = v
        return change
    table("numbers-msvc-nan", "C program on Windows: 1.#QNAN, -1.#IND and 1.#INF for what is no number", "four cells are no values", ["Temperature (°C)", "Pressure (bar)"], at(0, {4: "1.#QNAN", 9: "-1.#IND", 30: "1.#INF", 31: "-1.#INF"}),
          {"metrics": {"Temperature": "°C", "Pressure": "bar"}, "missing": {"Temperature": [4, 80], "Pressure": [0, 80]}})
    table("numbers-burn-out", "paperless recorder and multimeter: BURNOUT, OL, +OVER, ***** for a broken or overdriven input", "six cells are no values", ["Furnace (°C)", "Loop (mA)"], at(0, {4: "BURNOUT", 5: "BURNOUT", 30: "+OVER", 31: "*****", 50: "OL", 51: "-OL"}),
          {"metrics": {"Furnace": "°C", "Loop": "mA"}, "missing": {"Furnace": [6, 80], "Loop": [0, 80]}})
    table("numbers-pi-states", "PI values with states of the system in place of numbers", "five cells are no values; both columns are readings", ["FIC101.PV", "TIC102.PV"], at(0, {4: "I/O Timeout", 5: "I/O Timeout", 30: "Bad Input", 31: "No Data", 50: "Pt Created"}),
          {"metrics": ["FIC101.PV", "TIC102.PV"], "missing": {"FIC101.PV": [5, 80], "TIC102.PV": [0, 80]}})
    table("numbers-null-in-brackets", "AVEVA Historian wide query: (null) for no value", "three cells are no values", ["Reactor1.Temp", "Reactor1.Press"], at(1, {0: "(null)", 1: "(null)", 40: "(null)"}),
          {"metrics": ["Reactor1.Temp", "Reactor1.Press"], "missing": {"Reactor1.Press": [3, 80]}})
    table("numbers-marks-behind", "historian export: * for a substituted value, ? for an uncertain one, glued to the number", "23.1* is 23.1; all cells are numbers", ["Temperature (°C)", "Pressure (bar)"], lambda rows: [r.__setitem__(0, r[0] + "*?E"[i % 3]) for i, r in enumerate(rows) if i % 7 == 0],
          {"metrics": {"Temperature": "°C", "Pressure": "bar"}, "missing": {"Temperature": [0, 80], "Pressure": [0, 80]}})
    table("numbers-units-in-cells", "app of a smart plug: unit and blank behind each number, decimal comma", "4,2 A is 4.2 in A", ["Strom", "Leistung"], lambda rows: [r.__setitem__(slice(None), [r[0] + " A", r[1] + " W"]) for r in rows],
          {"metrics": {"Strom": "A", "Leistung": "W"}, "missing": {"Strom": [0, 80], "Leistung": [0, 80]}}, sep=";", write=dmy, number=comma, levels=(4.2, 910))
    table("numbers-prefixes-in-cells", "energy monitor that changes the prefix: 980 mA and 1.02 A in one column", "one current in amperes: about 1 everywhere, never 980", ["Current", "Voltage (V)"], lambda rows: [r.__setitem__(0, f"{float(r[0]) * 1000:.0f} mA" if float(r[0]) < 1 else f"{r[0]} A") for r in rows],
          {"metrics": {"Voltage": "V"}, "refusal": ["unit"]}, levels=(1.0, 229))
    table("numbers-full-width", "Japanese terminal: digits of full width", "４１．５ is 41.5", ["温度(℃)", "圧力(bar)"], lambda rows: [r.__setitem__(slice(None), [c.translate({**{48 + d: 0xFF10 + d for d in range(10)}, 46: 0xFF0E}) for c in r]) for r in rows],
          {"metrics": {"温度": "°C", "圧力": "bar"}, "missing": {"温度": [0, 80]}})
    table("numbers-zero-padded-signs", "scale and PLC: sign and leading zeros", "+00041.52 is 41.52", ["Weight (kg)", "Pressure (bar)"], lambda rows: [r.__setitem__(slice(None), [f"{float(c):+09.2f}" for c in r]) for r in rows],
          {"metrics": {"Weight": "kg", "Pressure": "bar"}, "missing": {"Weight": [0, 80]}})
    table("numbers-on-off-words", "German controller log: Ein and Aus for a pump, Auto and Hand for its mode", "the pump's Ein/Aus is a state: temperature is the only reading with a unit", ["Vorlauf (°C)", "Pumpe", "Betrieb"], lambda rows: [r.extend(["Ein" if i // 9 % 2 else "Aus", "Auto" if i < 60 else "Hand"]) for i, r in enumerate(rows)],
          {"metrics": {"Vorlauf": "°C"}, "shape": "readings", "device": "none"}, sep=";", write=dmy, number=comma, levels=(61,))

# -- columns ---------------------------------------------------------------------------------------------------------------
def columns():
    C = maker("columns")
    rng, ts = random.Random("pairs"), every(T(2024, 3, 13, 9, 45), 10, 90)
    rows = [[stamp(t), a, "Good", b, "Good"] for t, (a, b) in zip(ts, walks(rng, 90, (41, .4, 2), (120, 2, 1)))]
    for i in (7, 8, 9, 10): rows[i][2] = "Bad"
    C("columns-status-beside-each", "historian export with a status beside each value", "two readings; a value whose own status is Bad is no value; the other signal's is", ["Timestamp,FIC101.PV,FIC101.Status,TIC102.PV,TIC102.Status"] + joined(rows),
      {"rows": 90, "time": span(ts, "Timestamp"), "metrics": 2, "missing": {"FIC101.PV": [4, 90], "TIC102.PV": [0, 90]}})
    rng, ts = random.Random("isd"), every(T(2024, 3, 13), 60, 96)
    tmp = [f"{round(float(v) * 10):+05d},1" for v in walk(rng, 7.4, .4, 96, 1)]
    for i in (20, 21): tmp[i] = "+9999,9"
    C("columns-isd-value-and-quality", "NOAA Integrated Surface Data: value in tenths and quality in one cell, +9999 for none", "TMP is a reading with two missing of 96 (in tenths of a degree); the quality behind the comma is none", ['"STATION","DATE","REPORT_TYPE","TMP","SLP"'] + [quoted(["72494023234", t.isoformat(), "FM-15", a, f"{round(float(b) * 10):05d},1"]) for t, a, b in zip(ts, tmp, walk(rng, 1013, .6, 96, 1))],
      {"rows": 96, "time": span(ts, "DATE"), "metrics": ["TMP", "SLP"], "missing": {"TMP": [2, 96]}})
    rng, ts = random.Random("mesonet"), every(T(2024, 3, 13, 0, 53), 60, 50)
    rows = [[s, f"{t:%Y-%m-%d %H:%M}", *r, rng.choice(["0.00", "0.00", "T", "0.01", "M"])] for t in ts for s in ("AMW", "DSM", "CID") for r in [[f"{rng.gauss(41, 2):.2f}", f"{rng.gauss(30, 1):.2f}", f"{rng.gauss(9, 2):.2f}"]]]
    for i in (9, 12, 15): rows[i][2] = "M"
    C("columns-mesonet-m-and-t", "Iowa Environmental Mesonet (METAR): M for missing, T for a trace", "three stations; M is no value, T a trace: the columns are readings", ["station,valid,tmpf,dwpf,sknt,p01i"] + joined(rows),
      {"rows": 150, "time": span(ts, "valid"), "device": {"column": "station", "count": 3}, "metrics": ["tmpf", "dwpf", "sknt", "p01i"], "missing": {"tmpf": [3, 150], "dwpf": [0, 150]}})
    rng, ts = random.Random("remarks"), every(T(2024, 3, 13, 6), 120, 84)
    C("columns-operator-and-remarks", "shift book of a waterworks: operator, remark now and then, reading of a counter", "three readings; Operator and Remark are no devices; the water meter is a counter", ["Date,Operator,Level (m),Chlorine (mg/l),Water meter (m³),Remark"]
      + [f"{t:%d.%m.%Y %H:%M},{['Ann', 'Bo', 'Cy'][i // 4 % 3]},{a},{b},{120000 + 31 * i + rng.randint(0, 5)},{'filter washed' if i % 20 == 3 else 'sample taken' if i % 33 == 5 else ''}" for i, (t, (a, b)) in enumerate(zip(ts, walks(rng, 84, (3.2, .04, 2), (.31, .01, 2))))],
      {"rows": 84, "time": span(ts, "Date"), "device": "none: Operator changes with the shift", "metrics": {"Level": "m", "Chlorine": "mg/l", "Water meter": "m³"}, "shape": "readings"})
    rng, ts = random.Random("uptime"), every(T(2024, 3, 13, 9, 45), 30, 60)
    C("columns-durations-as-text", "router status log: uptime as days and clock, bytes as counters", "uptime is a duration, not a time and no device; temperature is a reading", ["Time,Uptime,Temperature (°C),RX bytes,TX bytes"]
      + [f"{stamp(t)},{4 + (i + 20) // 48}d {(i + 20) % 48 // 2:02d}:{i % 2 * 30:02d}:07,{v},{9_000_000 + 41_000 * i + rng.randint(0, 9000)},{2_000_000 + 9_100 * i + rng.randint(0, 900)}" for i, (t, v) in enumerate(zip(ts, walk(rng, 51, .5, 60, 1)))],
      {"rows": 60, "time": span(ts, "Time"), "device": "none", "metrics": ["Temperature"], "shape": "readings"})

# -- bytes --------------------------------------------------------------------------------------------------------------------
def encodings():
    B = maker("encodings")
    ts = every(T(2024, 3, 13, 9, 45), 10, 80)
    rows = lambda name, sep=";", number=comma: [f"{dmy(t)}{sep}{number(a)}{sep}{number(b)}" for t, (a, b) in zip(ts, walks(random.Random(name), 80, (61, .3, 1), (4.1, .03, 2)))]
    want = lambda a, b: {"rows": 80, "header": ["Zeit", a, b], "time": span(ts, "Zeit")}
    B("encoding-nul-padded", "logger with preallocated files: zero bytes after the last row", "80 rows; the zero bytes are nothing", ["Zeit;Vorlauf (°C);Druck (bar)"] + rows("nul"), {**want("Vorlauf (°C)", "Druck (bar)"), "metrics": {"Vorlauf": "°C", "Druck": "bar"}}, tail=b"\0" * 4096)
    B("encoding-dos-end-mark", "DOS program: code page 850 and Ctrl-Z at the end", "80 rows; the end mark is nothing", ["Zeit;Kühlwasser (°C);Öldruck (bar)"] + rows("ctrlz"), {**want("Kühlwasser (°C)", "Öldruck (bar)"), "metrics": {"Kühlwasser": "°C", "Öldruck": "bar"}}, enc="cp850", eol="\r\n", tail=b"\x1a")
    B("encoding-utf-16-big-endian", "export in UTF-16, big endian with byte order mark, tabs", "read as UTF-16", ["\ufeffZeit\tKühlwasser (°C)\tÖldruck (bar)"] + rows("be", "\t"), {**want("Kühlwasser (°C)", "Öldruck (bar)"), "metrics": {"Kühlwasser": "°C", "Öldruck": "bar"}}, enc="utf-16-be", eol="\r\n")
    text = "Час;Тиск, бар;Температура, °C"
    case("encodings", "encoding-cp1251-ukrainian", "Ukrainian boiler log, Windows-1251", "the header reads Час, Тиск, Температура", [text + ";Примітка"] + [r + (";перевірено" if i % 9 == 0 else ";") for i, r in enumerate(rows("ukr"))], {"rows": 80, "header": text.split(";") + ["Примітка"], "time": span(ts, "Час"), "metrics": ["Тиск", "Температура"]}, enc="cp1251", eol="\r\n")
    B("encoding-old-macintosh-lines", "export of an old Macintosh program: carriage returns only", "80 rows", ["Zeit;Vorlauf (°C);Druck (bar)"] + rows("cr"), {**want("Vorlauf (°C)", "Druck (bar)"), "metrics": {"Vorlauf": "°C", "Druck": "bar"}}, eol="\r")

for make in (header, times, device, long, sections, units, events, numbers, columns, encodings): make()
print(len(CASES), "cases in", OUT)
