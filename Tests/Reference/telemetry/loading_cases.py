#!/usr/bin/env python3
"""Writes loading_cases.json: small files, one row a case, with what reading them has to give.

A case: name, bytes, roles (of all columns), cells of the first row as text, typed values by column
(None: missing or refused), and report lines: the notes and issues in short. Expected values are
computed here from what the rows were made of, not by the program.
"""
import base64
import calendar
import datetime
import json
import pathlib

CASES = []
NAN = None


def case(name, data, roles, typed=None, report=(), first=None, file="data.csv", enc="utf-8",
         zone=None, rows=None, error=None):
    raw = data if isinstance(data, bytes) else data.encode(enc)
    CASES.append(dict(
        name=name, file=file, bytes=base64.b64encode(raw).decode(), roles=roles.split(),
        first=first, typed=typed or {}, report=sorted(report), zone=zone, rows=rows, error=error))


def epoch(*parts):
    return float(calendar.timegm(datetime.datetime(*parts).timetuple()))


def hour(i):
    return "2024-03-%02d %02d:00:00" % (1 + i // 24, i % 24)


def table(n, row, head="time,device,v\n", end="\n"):
    return head + "".join(row(i) + end for i in range(n))


def plain(i):
    return "%s,p%d,%d.5" % (hour(i), i % 2, i)


START = epoch(2024, 3, 1)
HOURS = lambda n: [START + 3600.0 * i for i in range(n)]
HALVES = lambda n: [i + 0.5 for i in range(n)]
TDM = "time device metric"
BASE = dict(time=HOURS(6), v=HALVES(6))
semicolons = lambda f, n=6: table(n, lambda i: "%s;p%d;%s" % (hour(i), i % 2, f(i)),
                                  "time;device;v\n")
commas = lambda f, n=6, head="time,device,v\n": table(
    n, lambda i: "%s,p%d,%s" % (hour(i), i % 2, f(i)), head)
times = lambda f, n=6: table(n, lambda i: "%s,p%d,%d.5" % (f(i), i % 2, i))

# Dialect
case("byte order mark", b"\xef\xbb\xbf" + table(6, plain).encode(), TDM, BASE)
case("UTF-16 LE without a mark", table(6, plain), TDM, BASE, enc="utf-16-le")
case("UTF-16 BE with a mark", "\ufeff" + table(6, lambda i: plain(i).replace("p", "Säge ")), TDM,
     BASE, enc="utf-16-be", first=[hour(0), "Säge 0", "0.5"])
case("Windows-1251", table(8, lambda i: "%s;токарный %d;%d,5" % (hour(i), i % 2, i),
                           "время;станок;температура\n"), TDM,
     {"время": HOURS(8), "температура": HALVES(8)}, enc="cp1251",
     first=[hour(0), "токарный 0", "0,5"])
case("Windows-1252", table(8, lambda i: "%s;Säge %d;%d,5" % (hour(i), i % 2, i),
                           "Zeit;Gerät;Temp (°C)\n"), TDM, {"Temp (°C)": HALVES(8)},
     enc="cp1252", first=[hour(0), "Säge 0", "0,5"])
case("damaged bytes in UTF-8 are damage, not a code page",
     table(6, lambda i: plain(i).replace("p", "Säge ")).encode() + b"2024-03-02 00:00:00,S\xe4ge 1,8.5\n",
     TDM, {"v": HALVES(6) + [8.5]}, ["8 - invalidBytes S\ufffdge 1"],
     first=[hour(0), "Säge 0", "0.5"])
case("lines end with CR", table(6, plain, "time,device,v\r", "\r"), TDM, BASE)
case("lines end with LF and CRLF",
     "time,device,v\r\n" + "".join(plain(i) + "\r\n"[i % 2:] for i in range(6)), TDM, BASE)
case("lines end with CR and LF",
     "time,device,v\n" + "".join(plain(i) + "\r\n"[i % 2] for i in range(6)), TDM, BASE)
case("CRLF, the last line without an end", table(6, plain, "time,device,v\r\n", "\r\n")[:-2], TDM, BASE)
case("sixteen semicolons and five decimal commas in each line",
     "Date;Time;CO;S1;C6H6;S2;NOx;S3;NO2;S4;S5;T;RH;AH;;\n" + "".join(
         "13/03/2004;%02d.00.00;2,%d;1360;11,9;1046;166;1056;113;1692;1268;13,%d;48,9;0,7578;;\n"
         % (i, i, i) for i in range(10)),
     "time time" + " metric" * 12 + " ignore ignore",
     {"CO": [2 + i / 10 for i in range(10)], "S1": [1360] * 10, "AH": [0.7578] * 10},
     ["fileIsDevice", "unnamedColumns 2"])
case("tabs, with commas in a text",
     table(6, lambda i: "%s\tp%d\ta, b, c\t%d.5" % (hour(i), i % 2, i), "time\tdevice\tnote\tv\n"),
     "time device ignore metric", BASE, first=[hour(0), "p0", "a, b, c", "0.5"])
case("bars", table(6, lambda i: plain(i).replace(",", "|"), "time|device|v\n"), TDM, BASE)
case("colons", table(6, lambda i: "p%d:%d:%d.5" % (i, i * 3, i), "device:count:load\n"),
     "device attribute attribute", {"load": HALVES(6)}, ["noTime"])
case("runs of spaces without a header",
     "".join("  %d   %d  %d.5   %d.25  \n" % (i // 20 + 1, i % 20 + 1, i, i * 37 % 50) for i in range(60)),
     "device time metric metric",
     {"column 3": HALVES(60), "column 2": [float(i % 20 + 1) for i in range(60)]}, ["cycleTime"])
case("a sep= line", "sep=;\n" + semicolons(lambda i: "%d,5" % i), TDM, BASE)
case("single quotes", table(6, lambda i: "%s,'p,%d',%d.5" % (hour(i), i % 2, i)), TDM, BASE,
     first=[hour(0), "p,0", "0.5"])
case("escaped quotes", table(6, lambda i: '%s,p%d,"say \\"hi, you\\"",%d.5' % (hour(i), i % 2, i),
                             "time,device,text,v\n"), "time device ignore metric", BASE,
     first=[hour(0), "p0", 'say "hi, you"', "0.5"])
case("doubled quotes and a line end within",
     table(6, lambda i: '%s,p%d,"a ""b""\nc, d",%d.5' % (hour(i), i % 2, i), "time,device,text,v\n"),
     "time device ignore metric", BASE, first=[hour(0), "p0", 'a "b"\nc, d', "0.5"])
case("three lines before the header", "Logger 7\nSerial: 123\n\n" + table(6, plain), TDM, BASE)
case("comment lines", "# by x\n" + table(3, plain) + "# calibrated, again\n"
     + "".join(plain(i) + "\n" for i in range(3, 6)), TDM, BASE)
case("a row of units", table(6, lambda i: "%s,p%d,%d.5,%d.25" % (hour(i), i % 2, i, i),
                             "time,device,temp,speed\n,,°C,rpm\n"), TDM + " metric",
     {"temp": HALVES(6), "speed": [i + 0.25 for i in range(6)]}, ["unit temp °C", "unit speed rpm"])
case("no header", "".join(plain(i) + "\n" for i in range(8)), TDM,
     {"column 1": HOURS(8), "column 3": HALVES(8)})
case("empty and repeated names", table(6, lambda i: plain(i) + ",%d.7,%d.1" % (i, i * 3),
                                       "time,,v,v,\n"), TDM + " metric metric",
     {"v": HALVES(6), "v 2": [i + 0.7 for i in range(6)]}, ["repeatedNames 1", "unnamedColumns 2"])
case("delimiters at the end of all lines", table(6, lambda i: plain(i).replace(",", ";") + ";;",
                                                 "time;device;v;;\n"), TDM + " ignore ignore",
     BASE, ["unnamedColumns 2"])
case("rows of delimiters only", table(3, plain) + ",,\n,,\n"
     + "".join(plain(i) + "\n" for i in range(3, 6)) + ",,\n", TDM,
     {"v": HALVES(3) + [NAN, NAN] + [3.5, 4.5, 5.5, NAN]}, rows=[6, 6])
case("rows too short and too long",
     table(9, lambda i: plain(i) + ",1.%d" % i, "time,device,v,w\n")
     + "2024-03-02 00:00:00,p1\n2024-03-02 01:00:00,p1,1,2,3\n", TDM + " metric", {},
     ["raggedRows 0.18", "11 - tooFewFields 2024-03-02 00:00:00,p1",
      "12 - tooManyFields 2024-03-02 01:00:00,p1,1,2,3"], rows=[11, 9])
case("a NUL byte", commas(lambda i: "\0" if i == 5 else "%d.5" % i), TDM,
     {"v": HALVES(5) + [NAN]}, ["7 v notANumber \0"])
case("a very long field", table(4, lambda i: "%s,p%d,x,%d.5" % (hour(i), i % 2, i),
                                "time,device,note,v\n")
     + "%s,p0,%s,4.5\n%s,p1,z,5.5\n" % (hour(4), "y" * 200000, hour(5)),
     "time device ignore metric", {},
     ["6 - fieldTooLong " + (hour(4) + ",p0," + "y" * 200)[:200]], rows=[6, 5])
case("5,000 columns", "time," + ",".join("s%d" % i for i in range(4999)) + "\n" + "".join(
    hour(r) + "," + ",".join("%d.%d" % (r, i % 10) for i in range(4999)) + "\n" for r in range(3)),
    "time" + " metric" * 4999, {"s4998": [0.8, 1.8, 2.8]}, ["fileIsDevice"])
case("a quote without an end", table(4, plain) + '%s,"p0,4.5\n' % hour(4)
     + "".join(plain(i) + "\n" for i in range(5, 9)), TDM, {},
     ["6 - openQuote " + hour(4) + ',"p0,4.5'], rows=[9, 8])
case("only a header", "time,device,v\n", "", error="noRows")
case("an empty file", b"", "", error="empty")
case("a ZIP archive", b"PK\x03\x04" + bytes(50), "", error="notText")

# Numbers
case("decimal commas in quotes between commas", commas(lambda i: '"%d,5"' % i), TDM, BASE)
THOUSANDS = dict(v=[1230.5 + i for i in range(6)])
case("1.234,5", semicolons(lambda i: "1.23%d,5" % i), TDM, THOUSANDS)
case("1,234.5", commas(lambda i: '"1,23%d.5"' % i), TDM, THOUSANDS)
case("no-break spaces", semicolons(lambda i: "1\u00a023%d,5" % i), TDM, THOUSANDS)
case("narrow no-break spaces", semicolons(lambda i: "1\u202f23%d,5" % i), TDM, THOUSANDS)
case("apostrophes", semicolons(lambda i: "1'23%d.5" % i), TDM, THOUSANDS)
case("18.500 alone is said to be ambiguous", semicolons(lambda i: "18.%d00" % i), TDM,
     {"v": [18 + i / 10 for i in range(6)]}, ["ambiguousDecimal v point"])
case("18,500 alone is said to be ambiguous", semicolons(lambda i: "18,%d00" % i), TDM,
     {"v": [18 + i / 10 for i in range(6)]}, ["ambiguousDecimal v comma"])
case("comma in one column, point in another",
     table(6, lambda i: "%s;p%d;%d,25;%d.75" % (hour(i), i % 2, i, i), "time;device;a;b\n"),
     TDM + " metric", {"a": [i + 0.25 for i in range(6)], "b": [i + 0.75 for i in range(6)]})
case("18.500 beside decimal commas is thousands",
     table(6, lambda i: "%s;p%d;%d,25;18.%d00" % (hour(i), i % 2, i, i), "time;device;a;b\n"),
     TDM + " metric", {"b": [18000.0 + 100 * i for i in range(6)]})
case("units behind the numbers", commas(lambda i: "2%d.5 °C,4%d%%" % (i, i),
                                        head="time,device,t,h\n"), TDM + " metric",
     {"t": [20.5 + i for i in range(6)], "h": [40.0 + i for i in range(6)]},
     ["unit t °C", "unit h %"])
case("another unit is refused", commas(lambda i: "70.1 °F" if i == 9 else "2%d.5 °C" % i, 10), TDM,
     {"v": [20.5 + i for i in range(9)] + [NAN]}, ["11 v notANumber 70.1 °F", "unit v °C"])
MARKS = ["1.5", "", "NA", "N/A", "null", "NaN", "-", "--", "?", "#N/A", "2.5", "none"]
case("marks of missing values", commas(lambda i: MARKS[i], 12), TDM,
     {"v": [1.5] + [NAN] * 9 + [2.5, NAN]})
for mark in ["-200", "-9999", "999.9", "-999.0"]:
    case("sentinel " + mark, commas(lambda i: mark if i % 7 == 0 else "%d.5" % i, 30), TDM,
         {"v": [NAN if i % 7 == 0 else i + 0.5 for i in range(30)]},
         ["sentinel v %s 5" % float(mark)])
case("two sentinels", commas(lambda i: "-9999" if i % 7 == 0 else "9999" if i % 11 == 0 else
                             "%d.5" % i, 40), TDM,
     {"v": [NAN if i % 7 == 0 or i % 11 == 0 else i + 0.5 for i in range(40)]},
     ["sentinel v -9999.0 6", "sentinel v 9999.0 3"])
case("infinite numbers", commas(lambda i: ["inf", "-Infinity", "1e400"][i - 6] if i > 5 else
                                "%d.5" % i, 9), TDM, {"v": HALVES(6) + [NAN] * 3},
     ["8 v numberOutOfRange inf", "9 v numberOutOfRange -Infinity", "10 v numberOutOfRange 1e400"])
case("leading zeros make text", table(8, lambda i: "%s,00%d,%d.5" % (hour(i), i % 2 + 1, i)), TDM,
     {"v": HALVES(8)}, ["devices 001 002"], first=[hour(0), "001", "0.5"])
case("1.0 and 1 are one device", table(8, lambda i: "%s,%s,%d.5" % (
    hour(i), ["1", "1.0", "2", "2.0"][i % 4], i)), TDM, {"v": HALVES(8)}, ["devices 1 2"])
case("a device named NA", table(9, lambda i: "%s,%s,%d.5" % (hour(i), ["NA", "EU", "US"][i % 3], i)),
     TDM, {"v": HALVES(9)}, ["devices EU NA US"])
case("a true minus sign and a plus", commas(lambda i: "+3" if i == 6 else "\u2212%d.5" % i, 7), TDM,
     {"v": [-i - 0.5 for i in range(6)] + [3]})
case("exponents", commas(lambda i: "1.%dE-3" % i), TDM, {"v": [float("1.%dE-3" % i) for i in range(6)]})
case("serial numbers beyond 2^53", table(8, lambda i: "%s,9007199254740993%d,%d.5" % (
    hour(i), i % 2, i), "time,serial,v\n"), TDM, {"v": HALVES(8)},
    ["devices 90071992547409930 90071992547409931"])
case("words among numbers", commas(lambda i: ["error", "12abc", "12.3.4"][i - 9] if i > 8 else
                                   "%d.5" % i, 12), TDM, {"v": HALVES(9) + [NAN] * 3},
     ["11 v notANumber error", "12 v notANumber 12abc", "13 v notANumber 12.3.4"])

# Times
zoned = lambda f, t0=START, step=3600.0: (times(f), TDM, {"time": [t0 + step * i for i in range(6)]})
case("ISO with T", *zoned(lambda i: "2024-03-01T0%d:00:00" % i))
case("ISO with a fraction", *zoned(lambda i: "2024-03-01T0%d:00:00.125" % i, START + 0.125))
case("ISO with Z", *zoned(lambda i: "2024-03-01T0%d:00:00Z" % i), ["zoned"])
case("ISO with +02:00", *zoned(lambda i: "2024-03-01T0%d:00:00+02:00" % i, START - 7200), ["zoned"])
case("ISO with -0500", *zoned(lambda i: "2024-03-01 0%d:00:00-0500" % i, START + 18000), ["zoned"])
case("two offsets in one column", *zoned(lambda i: "2024-03-31T0%d:00:00+0%d:00" % (
    i if i < 3 else i + 1, 1 if i < 3 else 2), epoch(2024, 3, 30, 23)), ["zoned"])
case("epoch seconds", *zoned(lambda i: "%d" % (START + 3600 * i)), ["zoned"])
case("epoch seconds with a fraction", *zoned(lambda i: "%d.25" % (START + 3600 * i), START + 0.25),
     ["zoned"])
case("epoch milliseconds", *zoned(lambda i: "%d000" % (START + 3600 * i)), ["zoned"])
case("epoch microseconds", *zoned(lambda i: "%d000000" % (START + 3600 * i)), ["zoned"])
case("epoch nanoseconds", *zoned(lambda i: "%d000000000" % (START + 3600 * i)), ["zoned"])
DAYS = dict(t0=epoch(2024, 3, 13, 0, 30), step=86400.0)
case("DD.MM.YYYY HH:MM", *zoned(lambda i: "%d.03.2024 00:30" % (13 + i), **DAYS))
case("D/M/YYYY", *zoned(lambda i: "%d/3/2024 0:30" % (13 + i), **DAYS))
case("M/D/YYYY h:mm AM", *zoned(lambda i: "3/%d/2024 12:30 AM" % (13 + i), **DAYS))
case("YYYY/M/D", *zoned(lambda i: "2024/3/%d" % (1 + i), START, 86400.0))
case("YYYYMMDDHHMMSS", *zoned(lambda i: "202403010%d0000" % i))
case("2005-06-03-15.42.50.675872", *zoned(lambda i: "2005-06-03-15.4%d.50.675872" % i,
                                          epoch(2005, 6, 3, 15, 40, 50) + 0.675872, 60.0))
case("day and month undecided are said", times(lambda i: "0%d/0%d/2024 00:00" % (i + 1, i + 2)), TDM,
     {"time": [epoch(2024, i + 2, i + 1) for i in range(6)]}, ["ambiguousDayMonth time day"])
case("one day above 12 decides", times(lambda i: "0%d/0%d/2024 00:00" % (i + 1, i + 2) if i < 5 else
                                       "03/25/2024 00:00"), TDM,
     {"time": [epoch(2024, i + 1, i + 2) for i in range(5)] + [epoch(2024, 3, 25)]})
case("date and time in two columns", table(6, lambda i: "%d.03.2024;18.0%d.00;p%d;%d,5" % (
    i + 13, i, i % 2, i), "date;time;device;v\n"), "time time device metric", {"v": HALVES(6)},
    ["range %s %s" % (epoch(2024, 3, 13, 18), epoch(2024, 3, 18, 18, 5))])
case("year, month, day and hour in four columns",
     table(6, lambda i: "2024,3,1,%d,%d.5" % (i, i), "year,month,day,hour,v\n"),
     "time time time time metric", {"v": HALVES(6)},
     ["fileIsDevice", "range %s %s" % (START, START + 5 * 3600)])
case("cycles", table(30, lambda i: "%d,%d,%d.5" % (i // 10 + 1, i % 10 + 1, i), "unit,cycle,v\n"),
     "device time metric", {"cycle": [i % 10 + 1 for i in range(30)]}, ["cycleTime"])
case("no time at all", table(30, lambda i: "p%d,%d.5" % (i % 3, i), "device,v\n"), "device metric",
     {"v": HALVES(30)}, ["noTime"])
WALLS = ["2024-03-31 01:30:00", "2024-03-31 02:30:00", "2024-03-31 03:30:00", "2024-10-27 01:30:00",
         "2024-10-27 02:30:00", "2024-10-27 03:30:00"]
case("times that the clock change skips or repeats", times(lambda i: WALLS[i]), TDM, {"v": HALVES(6)},
     ["3 time clockChange " + WALLS[1], "6 time clockChange " + WALLS[4]], zone="Europe/Berlin")
case("month names", *zoned(lambda i: "%d-Mar-2024 00:00" % (i + 1), START, 86400.0))
case("years of two digits", *zoned(lambda i: "%d.03.24 00:30" % (13 + i), **DAYS))
BAD = {1: "2024-02-30 00:00:00", 2: "2024-03-01 25:00:00", 3: "", 4: "yesterday"}
case("times that do not exist", times(lambda i: BAD.get(i, hour(i)), 12), TDM,
     {"time": [NAN if i in BAD else START + 3600.0 * i for i in range(12)]},
     ["3 time notATime 2024-02-30 00:00:00", "4 time notATime 2024-03-01 25:00:00",
      "5 time missingTime ", "6 time notATime yesterday"], rows=[12, 8])

# Roles
case("misnamed columns", table(30, lambda i: "%s,mx-%d,%d.5" % (hour(i), i % 3, i), "when,what,x\n"),
     TDM, {"x": HALVES(30)}, ["devices mx-0 mx-1 mx-2"])
case("system and node", table(30, lambda i: "%s,S%d,%d,%d.5" % (hour(i), i % 2, i % 3, i),
                              "time,system,node,v\n"), "time device device metric",
     {"v": HALVES(30)}, ["devices S0 / 0 S0 / 1 S0 / 2 S1 / 0 S1 / 1 S1 / 2"])
case("enclosure and slot", table(30, lambda i: "%s,%d,%d" % (hour(i), i % 2, i % 3),
                                 "timestamp,enclosure,slot\n"), "time device device", {},
     ["shape events failure"], file="failures.csv")
case("an event log without numbers", table(30, lambda i: "%s,h%d,%s,something %d happened at %d" % (
    hour(i), i % 3, ["INFO", "WARN", "ERROR"][i % 3], i, i * 7), "time,host,level,message\n"),
    "time device severity ignore", {}, ["shape events"])
case("intervals", table(20, lambda i: "m%d,%s,%s,%s" % (i % 3, hour(i), hour(i + 1),
                                                        ["belt", "motor"][i % 2]),
                        "machine,start,end,reason\n"), "device time time code", {},
     ["shape intervals failure"], file="downtime.csv")
case("one row per device", table(20, lambda i: "%d,model%d,%d" % (i + 1, i % 3, i % 9),
                                 "machineID,model,age\n"), "device attribute attribute", {},
     ["noTime", "shape devices"])
case("one-hot causes", table(60, lambda i: "%s,p%d,%d,%d,%d,%d.5" % (
    hour(i), i % 3, i % 10 in (3, 7), i % 10 == 3, i % 10 == 7, i), "time,device,failure,TWF,HDF,v\n"),
    "time device label code code metric", {"v": HALVES(60)}, ["shape telemetry failure"])
case("the file is the device", table(20, lambda i: "%s,%d.5,%d.7" % (hour(i), i, i),
                                     "time,temp,press\n"), "time metric metric",
     {"temp": HALVES(20)}, ["fileIsDevice"], file="pump7.csv")
case("a constant and a row number", table(20, lambda i: "%d,%s,p%d,v1,%d.5" % (i, hour(i), i % 2, i),
                                          "id,time,device,fw,v\n"),
     "ignore time device ignore metric", {"v": HALVES(20)})
case("an attribute", table(20, lambda i: "%s,p%d,model%d,%d.5" % (hour(i), i % 4, i % 2, i),
                           "time,device,model,v\n"), "time device attribute metric", {"v": HALVES(20)})
case("a label", table(20, lambda i: "%s,p%d,%d.5,%d" % (hour(i), i % 2, i, i == 7),
                      "time,device,v,anomaly\n"), TDM + " label", {"v": HALVES(20)})
case("repeated rows and steps back", table(6, plain) + plain(5) + "\n" + plain(1) + "\n", TDM,
     {"v": HALVES(6) + [5.5, 1.5]}, ["duplicates 1", "outOfOrder 1"], rows=[8, 8])

if __name__ == "__main__":
    names = [c["name"] for c in CASES]
    assert len(set(names)) == len(names)
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in CASES) + "\n]\n")
    print(len(CASES), "cases")
