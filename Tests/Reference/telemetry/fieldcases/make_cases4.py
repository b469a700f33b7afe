#!/usr/bin/env python3
"""Writes a fourth, small set of files in formats from the field, made after the third had been mended, to see how far that
carries to what it never met.

usage: make_cases4.py OUTDIR
As make_cases3.py: NAME.csv and NAME.json for each case, readings and ids invented and the same in every run.
"""
import random
from casefile import *


def fourth():
    ts = every(T(2024, 3, 13, 9, 45), 15, 84)
    def table(topic, name, source, expected, heads, levels, want, sep=",", write=stamp, number=str, time="Time", enc="utf-8", change=lambda rows: None, before=(), eol="\n", times=ts, digits=2):
        rows = [list(map(number, r)) for r in walks(random.Random(name), len(times), *((l, abs(l) / 80 + .01, digits) for l in levels))]
        change(rows)
        case(topic, name, source, expected, [*before, sep.join([time, *heads])] + [sep.join([write(t), *r]) for t, r in zip(times, rows)], {"rows": len(times), **want}, enc=enc, eol=eol)
    two = {"metrics": {"Temperature": "°C", "Pressure": "bar"}}
    heads = ["Temperature (°C)", "Pressure (bar)"]
    at = lambda column, values: (lambda rows: [rows[i].__setitem__(column, v) for i, v in values.items()])
    hours = every(T(2024, 2, 27, 20), 60, 90)
    table("times", "time-french-parts", "French weather file: year, month, day, hour in columns of their own", "Année, Mois, Jour and Heure make the time", ["Température (°C)", "Pression (bar)"], [8, 5.2],
          {"time": span(hours), "metrics": {"Température": "°C", "Pression": "bar"}}, sep=";", time="Année;Mois;Jour;Heure", write=lambda t: f"{t.year};{t.month};{t.day};{t.hour}", number=comma, times=hours)
    table("times", "time-spanish-parts", "Spanish irrigation file: year, month, day, hour in columns of their own", "Año, Mes, Día and Hora make the time", ["Caudal (l/s)"], [31], {"time": span(hours), "metrics": {"Caudal": "l/s"}}, time="Año,Mes,Día,Hora", write=lambda t: f"{t.year},{t.month},{t.day},{t.hour}", times=hours, enc="cp1252")
    table("times", "time-json-date", "export of a .NET service: /Date(1710323100000)/", "milliseconds since 1970 between brackets, UTC", heads, [41, 5.2], {"time": span(ts, "Time", "Z"), **two}, write=lambda t: f"/Date({int((t - T(1970, 1, 1)) / SEC) * 1000})/")
    table("times", "time-french-h", "French log: 09h45 for a time of day", "13/03/2024 09h45", ["Température (°C)", "Pression (bar)"], [41, 5.2], {"time": span(ts, "Date et heure"), "metrics": {"Température": "°C", "Pression": "bar"}}, sep=";", time="Date et heure", write=lambda t: f"{t:%d/%m/%Y %Hh%M}", number=comma)
    table("times", "time-clock-before-date", "logger with the time of day in the first and the date in the second column", "time and date in two columns, in this order", heads, [41, 5.2], {"time": span(ts), **two}, time="Time,Date", write=lambda t: f"{t:%H:%M:%S},{t:%d.%m.%Y}")
    table("times", "time-offset-in-column", "device cloud: local time and offset in two columns", "the offset column holds the zone: +02:00", heads, [41, 5.2], {"time": span(ts, "Local time", "+02:00"), "zone": "+02:00", **two}, time="Local time,UTC offset", write=lambda t: f"{stamp(t)},+02:00")
    n = 400
    case("times", "time-milliseconds-only", "vibration burst: milliseconds from the start and nothing else about time", "two readings; Time counts milliseconds, no date", ["Time (ms),Vibration X (g),Vibration Y (g)"] + [f"{i * .5:.1f},{a},{b}" for i, (a, b) in enumerate(walks(random.Random("burst"), n, (.1, .05, 4), (.2, .05, 4)))],
         {"rows": n, "metrics": {"Vibration X": "g", "Vibration Y": "g"}, "shape": "readings"})
    table("numbers", "numbers-accounting-brackets", "spreadsheet: negative numbers in brackets", "(1.25) is -1.25", ["Net flow (m³/h)", "Level (m)"], [.2, 3.1], {"time": span(ts, "Time"), "metrics": {"Net flow": "m³/h", "Level": "m"}, "missing": {"Net flow": [0, 84]}},
          change=lambda rows: [r.__setitem__(0, f"({1 + i % 5}.{i % 10}5)" if i % 2 else f"{1 + i % 4}.{i % 10}1") for i, r in enumerate(rows)])
    table("numbers", "numbers-spreadsheet-errors", "Excel errors in cells", "#N/A, #DIV/0! and #VALUE! are no values", heads, [41, 5.2], {"time": span(ts, "Time"), **two, "missing": {"Temperature": [4, 84], "Pressure": [0, 84]}}, change=at(0, {3: "#N/A", 4: "#N/A", 20: "#DIV/0!", 40: "#VALUE!"}))
    table("numbers", "numbers-missing-words", "words for no value in several languages", "n.a., k.A., s/d and keine Daten are no values", heads, [41, 5.2], {"time": span(ts, "Time"), **two, "missing": {"Temperature": [4, 84], "Pressure": [0, 84]}}, change=at(0, {3: "n.a.", 4: "k.A.", 20: "s/d", 40: "keine Daten"}))
    table("header", "header-line-break-in-name", "Excel: names with a line break before the unit", "Temp and Druck, units °C and bar", ['"Temp\n(°C)"', '"Druck\n(bar)"'], [41, 5.2], {"time": span(ts, "Zeit"), "metrics": {"Temp": "°C", "Druck": "bar"}}, sep=";", time="Zeit", write=dmy, number=comma)
    table("header", "header-long-preamble", "test stand: sixty lines of settings, one of them a table of limits", "the names stand in line 63; settings hold no rows", heads, [41, 5.2], {"time": span(ts, "Time"), **two},
          before=[f"Setting {i};{i * 3};{'on' if i % 2 else 'off'}" for i in range(1, 50)] + ["", "Channel,Low,High,Alarm"] + [f"CH{i},{i},{i * 10},{i * 12}" for i in range(1, 9)] + ["", "Begin of data", ""])
    table("encodings", "encoding-czech", "Czech pump log, Windows-1250, no zeros in dates", "13.3.2024 9:45", ["Teplota ložiska [°C]", "Průtok [m3/h]", "Čerpadlo běží"], [41, 52], {"header": ["Datum a čas", "Teplota ložiska [°C]", "Průtok [m3/h]", "Čerpadlo běží"], "time": span(ts, "Datum a čas"), "metrics": ["Teplota ložiska", "Průtok"]}, sep=";", time="Datum a čas",
          write=lambda t: f"{t.day}.{t.month}.{t.year} {t.hour}:{t:%M}", number=comma, enc="cp1250", change=lambda rows: [r.append("Ano" if i % 20 < 17 else "Ne") for i, r in enumerate(rows)])
    table("columns", "columns-digital-beside-analog", "PLC log: digital inputs ON/OFF beside analogue values", "two analogue readings with units; the digital ones are states, no devices and no events", [*heads, "Pump on", "Door shut"], [41, 5.2], {"time": span(ts, "Time"), "shape": "readings", "device": "none", "metrics": {"Temperature": "°C", "Pressure": "bar"}},
          change=lambda rows: [r.extend(["ON" if i // 12 % 2 else "OFF", "OFF" if i % 30 else "ON"]) for i, r in enumerate(rows)])
    table("columns", "columns-error-number-mostly-zero", "inverter log, German: error number, 0 for none", "Fehlernummer is a code whose 0 means nothing: power and temperature are readings", ["Leistung (W)", "Temperatur (°C)", "Fehlernummer"], [910, 41], {"time": span(ts, "Zeit"), "shape": "readings", "metrics": ["Leistung", "Temperatur"], "code": "Fehlernummer"}, sep=";", time="Zeit", write=dmy, number=comma,
          change=lambda rows: [r.append("302" if i in (30, 31) else "509" if i == 60 else "0") for i, r in enumerate(rows)])
    rng, days = random.Random("ghcnd"), every(T(2024, 1, 1), 1440, 80)
    case("columns", "columns-ghcn-attributes", "GHCN daily by station: a column of attributes beside each value, position in every row", "TMAX, TMIN and PRCP are readings; attributes, position and height are none", ['"STATION","DATE","LATITUDE","LONGITUDE","ELEVATION","NAME","PRCP","PRCP_ATTRIBUTES","TMAX","TMAX_ATTRIBUTES","TMIN","TMIN_ATTRIBUTES"']
         + [quoted(["USW00014733", f"{d:%Y-%m-%d}", "42.94083", "-78.73583", "218.2", "BUFFALO NIAGARA INTERNATIONAL, NY US", f"{rng.choice([0, 0, 0, 13, 51]):5d}", ",,W,2400", f"{round(rng.gauss(20, 40)):5d}", ",,W,", f"{round(rng.gauss(-40, 40)):5d}", ",,W,"]) for d in days],
         {"rows": 80, "time": span(days, "DATE"), "metrics": 3})
    E = maker("events")
    rng, es = random.Random("korea"), irregular(random.Random("koreat"), T(2024, 3, 4, 6), 3, 80, MIN)
    E("event-alarms-korean", "Korean equipment alarms, EUC-KR: raised and cleared", "intervals from 발생시간 to 해제시간; device 설비 (3); code 알람코드 (4)", ["발생시간,해제시간,설비,알람코드,내용,등급"] + [f"{stamp(t)},{stamp(t + rng.randint(3, 300) * MIN)},{rng.choice(['1호기', '2호기', '3호기'])},{','.join(rng.choice([('A101', '과부하', '경고'), ('A204', '온도 상승', '위험'), ('B007', '통신 이상', '주의'), ('C310', '유압 저하', '위험')]))}" for t in es],
      {"rows": 80, "shape": "intervals", "kind": BAD, "time": {"column": "발생시간", "end": "해제시간", "first": es[0].isoformat()}, "device": {"column": "설비", "count": 3}, "code": ["알람코드", "내용"], "codes": 4}, enc="euc-kr", eol="\r\n")
    rng, es = random.Random("orden"), irregular(random.Random("ordent"), T(2023, 3, 4, 6), 60, 70, MIN)
    E("event-orders-spanish", "Spanish maintenance orders", "repairs: orders of maintenance; device Equipo (4); hours and cost belong to the order", ["Fecha;Orden;Equipo;Tipo;Descripción;Horas;Costo"] + [f"{t:%d/%m/%Y %H:%M};OT-{5000 + i};Prensa {rng.randint(1, 4)};{rng.choice(['Correctivo', 'Preventivo'])};{rng.choice(['Cambio de rodamiento', 'Lubricación', 'Inspección'])};{comma(f'{rng.uniform(.5, 8):.1f}')};{rng.randint(30, 900)}" for i, t in enumerate(es)],
      {"rows": 70, "shape": "events", "kind": "repair", "time": span(es, "Fecha"), "device": {"column": "Equipo", "count": 4}}, enc="cp1252", eol="\r\n")
    rng, days = random.Random("shift"), every(T(2024, 3, 4), 1440, 20)
    case("device", "device-machine-and-shift", "production counts by day, shift and machine", "the machine is the device, four of them; the shift is a part of the day", ["Date,Shift,Machine,Good parts,Scrap,Run time (min)"] + [f"{d:%Y-%m-%d},{s},M{m},{rng.randint(400, 520)},{rng.randint(0, 20)},{rng.randint(300, 470)}" for d in days for s in "ABC" for m in (1, 2, 3, 4)],
         {"rows": 240, "time": span(days, "Date"), "device": [{"column": "Machine", "count": 4}, {"columns": ["Shift", "Machine"], "count": 12}, {"columns": ["Machine", "Shift"], "count": 12}], "metrics": ["Good parts", "Scrap"]})
    rng = random.Random("solaredge")
    day = every(T(2024, 6, 13), 15, 96)
    case("columns", "columns-solaredge-dashes", "SolarEdge site export: no value at night, names of inverters before the quantity", "two readings in W; empty at night counts as missing", ["Time,Inverter 1 AC Power (W),Inverter 2 AC Power (W)"] + [f"{t:%m/%d/%Y %H:%M},{f'{900 * (1 - abs(t.hour - 12) / 8) + rng.gauss(0, 9):.2f}' if 5 < t.hour < 19 else ''},{f'{850 * (1 - abs(t.hour - 12) / 8) + rng.gauss(0, 9):.2f}' if 5 < t.hour < 19 else ''}" for t in day],
         {"rows": 96, "time": span(day, "Time"), "metrics": 2})

fourth()
print(len(CASES), "cases in", OUT)
