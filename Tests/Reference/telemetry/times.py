#!/usr/bin/env python3
"""Columns of times in many writings, with the moments that Python's datetime gives.

usage: times.py > times.json
`values` are seconds since 1970-01-01, of the wall clock where the cells name no offset. The names of
months are from grammars, not from the data base that the program uses. `short`: 12 rows of one day;
`long`: 40 rows over seven months. `open`: the cells allow another reading.
"""
import datetime as dt, json

UTC = dt.timezone.utc
def rows(start, step, count):
    return [start + step * i for i in range(count)]
SHORT = rows(dt.datetime(2024, 3, 13, 9, 50), dt.timedelta(minutes=25), 12)
LONG = rows(dt.datetime(2023, 10, 27, 22, 5, 30), dt.timedelta(days=5, hours=7, minutes=13), 40)
def sec(t): return (t.replace(tzinfo=UTC) - dt.datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()

FI = "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta".split()
ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
PL = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
CS = "ledna února března dubna května června července srpna září října listopadu prosince".split()
TR = "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split()
EL = "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου".split()
RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
UK = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()
HU = "január február március április május június július augusztus szeptember október november december".split()
PT = "jan fev mar abr mai jun jul ago set out nov dez".split()
IT = "gen feb mar apr mag giu lug ago set ott nov dic".split()
EN = "January February March April May June July August September October November December".split()
DE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
WD_EN = "Mon Tue Wed Thu Fri Sat Sun".split()
WD_JA = "月火水木金土日"
WD_ES = "lunes martes miércoles jueves viernes sábado domingo".split()

cases = []
def add(name, times, write, values=None, **more):
    cases.append({"name": name, "cells": [write(t) for t in times], "values": [(values or sec)(t) for t in times]} | more)
def both(name, write, **more):
    add(name + " short", SHORT, write, **more); add(name + " long", LONG, write, **more)
def h12(t): return t.hour % 12 or 12
def ord_(n): return str(n) + ("th" if 11 <= n <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th"))

both("day month year, blanks", lambda t: t.strftime("%d %m %Y %H:%M:%S"))
both("year month day, slashes, no padding", lambda t: f"{t.year}/{t.month}/{t.day} {t.hour}:{t:%M:%S}")
both("all blanks", lambda t: t.strftime("%Y %m %d %H %M %S"))
add("YY/MM/DD long", LONG, lambda t: t.strftime("%y/%m/%d %H:%M:%S"))
add("YY.MM.DD long", LONG, lambda t: t.strftime("%y.%m.%d %H:%M:%S"))
add("DD/MM/YY long", LONG, lambda t: t.strftime("%d/%m/%y %H:%M:%S"))
add("MM/DD/YY long", LONG, lambda t: t.strftime("%m/%d/%y %H:%M:%S"))
add("YY-Mon-DD long", LONG, lambda t: t.strftime("%y-%b-%d %H:%M:%S"))
add("DD-Mon-YY long", LONG, lambda t: t.strftime("%d-%b-%y %H:%M:%S"))
add("YY/MM/DD of one day", SHORT, lambda t: t.strftime("%y/%m/%d %H:%M:%S"), open=True, values=lambda t: sec(t.replace(year=2013, day=24)))
both("week date", lambda t: "%d-W%02d-%dT" % t.isocalendar()[:3] + t.strftime("%H:%M:%S"))
both("week date, basic", lambda t: "%dW%02d%dT" % t.isocalendar()[:3] + t.strftime("%H%M%S"))
both("ordinal date", lambda t: t.strftime("%Y-%jT%H:%M:%S"))
both("ordinal date, compact", lambda t: t.strftime("%Y%j %H%M%S"))
both("ordinal date, very compact", lambda t: t.strftime("%Y%j%H%M%S"))
both("German, Uhr", lambda t: f"{t.day}.{t.month}.{t:%Y, %H:%M:%S} Uhr")
add("German, short year, Uhr", LONG, lambda t: f"{t.day}.{t.month}.{t:%y, %H:%M:%S} Uhr")
both("German, um", lambda t: f"{t.day}. {DE[t.month-1]} {t.year} um {t:%H:%M:%S} Uhr")
both("Kibana", lambda t: t.strftime("%b %d, %Y @ %H:%M:%S.250"), values=lambda t: sec(t) + .25)
both("Russian", lambda t: f"{t.day} {RU[t.month-1]} {t.year} г., {t:%H:%M:%S}")
both("Ukrainian", lambda t: f"{t.day} {UK[t.month-1]} {t.year} р., {t:%H:%M:%S}")
both("Finnish", lambda t: f"{t.day}. {FI[t.month-1]} {t.year} klo {t:%H.%M.%S}")
both("Spanish", lambda t: f"{t.day} de {ES[t.month-1]} de {t.year} {t:%H:%M:%S}")
both("Spanish with weekday", lambda t: f"{WD_ES[t.weekday()]}, {t.day} de {ES[t.month-1]} de {t.year}, {t:%H:%M:%S}")
both("French", lambda t: f"{t.day} {FR[t.month-1]} {t.year} à {t:%H:%M:%S}")
both("French, h", lambda t: f"{t.day} {FR[t.month-1]} {t.year} {t:%H} h {t:%M} min {t:%S} s")
both("Polish", lambda t: f"{t.day} {PL[t.month-1]} {t.year}, {t:%H:%M:%S}")
both("Czech", lambda t: f"{t.day}. {CS[t.month-1]} {t.year} {t:%H:%M:%S}")
both("Turkish", lambda t: f"{t.day} {TR[t.month-1]} {t.year} {t:%H:%M:%S}")
both("Greek", lambda t: f"{t.day} {EL[t.month-1]} {t.year}, {h12(t)}:{t:%M:%S} " + ("π.μ." if t.hour < 12 else "μ.μ."))
both("Hungarian", lambda t: f"{t.year}. {HU[t.month-1]} {t.day}. {t:%H:%M:%S}")
both("Portuguese", lambda t: f"{t.day:02}/{PT[t.month-1]}/{t.year} {t:%H:%M:%S}")
both("Italian", lambda t: f"{t.day} {IT[t.month-1]} {t.year}, {t:%H:%M:%S}")
both("ordinal suffix", lambda t: f"{EN[t.month-1]} {ord_(t.day)}, {t.year} at {h12(t)}:{t:%M:%S %p}")
both("Spanish a. m.", lambda t: f"{t.day}/{t.month}/{t.year}, {h12(t)}:{t:%M:%S}\u202f" + ("a.\u00a0m." if t.hour < 12 else "p.\u00a0m."))
both("US, narrow blank", lambda t: f"{t.month}/{t.day}/{t.year}, {h12(t)}:{t:%M:%S}\u202f{t:%p}")
both("AM glued", lambda t: f"{t.year}-{t.month}-{t.day} {h12(t)}:{t:%M:%S%p}")
both("AM before", lambda t: f"{t:%Y-%m-%d %p} {h12(t)}:{t:%M:%S}")
both("Japanese", lambda t: f"{t:%Y/%m/%d} " + ("午前" if t.hour < 12 else "午後") + f"{t.hour % 12}:{t:%M:%S}")
both("Japanese, units", lambda t: f"{t.year}年{t.month}月{t.day}日({WD_JA[t.weekday()]}) {t.hour}時{t:%M}分{t:%S}秒")
both("Chinese, units", lambda t: f"{t.year}年{t.month}月{t.day}日" + ("上午" if t.hour < 12 else "下午") + f"{h12(t)}时{t:%M}分{t:%S}秒")
both("Chinese", lambda t: f"{t.year}/{t.month}/{t.day} " + ("上午" if t.hour < 12 else "下午") + f" {h12(t)}:{t:%M:%S}")
both("Korean", lambda t: f"{t.year}. {t.month}. {t.day}. " + ("오전" if t.hour < 12 else "오후") + f" {h12(t)}:{t:%M:%S}")
both("Korean, units", lambda t: f"{t.year}년 {t.month}월 {t.day}일 {t.hour}시 {t:%M}분 {t:%S}초")
both("full width", lambda t: t.strftime("%Y/%m/%d %H:%M:%S").translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789/:"}))
both("Arabic digits", lambda t: t.strftime("%Y-%m-%d %H:%M:%S").translate({ord("0") + i: 0x660 + i for i in range(10)}))
both("apostrophe", lambda t: t.strftime("'%Y-%m-%d %H:%M:%S"))
both("formula", lambda t: t.strftime('="%Y-%m-%d %H:%M:%S"'))
both("brackets", lambda t: t.strftime("[%d/%b/%Y:%H:%M:%S +0100]"), values=lambda t: sec(t) - 3600, zone="+01:00")
both("UTC in parentheses", lambda t: t.strftime("%Y-%m-%d %H:%M:%S (UTC)"), zone="UTC")
both("UTC+1", lambda t: t.strftime("%d.%m.%Y %H:%M:%S UTC+1"), values=lambda t: sec(t) - 3600, zone="+01:00")
both("GMT-7", lambda t: t.strftime("%d %b %Y %H:%M:%S (GMT-7)"), values=lambda t: sec(t) + 25200, zone="-07:00")
both("GMT+0530, JavaScript", lambda t: t.strftime("%a %b %d %Y %H:%M:%S GMT+0530"), values=lambda t: sec(t) - 19800, zone="+05:30")
both("MEZ", lambda t: t.strftime("%d.%m.%Y %H:%M:%S MEZ"), values=lambda t: sec(t) - 3600, zone="+01:00")
both("offset and IANA name", lambda t: t.strftime("%Y-%m-%dT%H:%M:%S+01:00[Europe/Berlin]"), values=lambda t: sec(t) - 3600, zone="Europe/Berlin")
both("IANA name alone", lambda t: t.strftime("%Y-%m-%d %H:%M:%S America/New_York"), zone="America/New_York")
both("Unix date", lambda t: t.strftime("%a %b %e %H:%M:%S UTC %Y"), zone="UTC")
both("EXIF", lambda t: t.strftime("%Y:%m:%d %H:%M:%S"))
both("fraction behind colon", lambda t: t.strftime("%d/%m/%Y %H:%M:%S:125"), values=lambda t: sec(t) + .125)
add("YYMMDDhhmmss short", SHORT, lambda t: t.strftime("%y%m%d%H%M%S"), open=True)
add("YYMMDDhhmmss long", LONG, lambda t: t.strftime("%y%m%d%H%M%S"))
both("DDMMYYYY hhmmss", lambda t: t.strftime("%d%m%Y %H%M%S"))
both("time before date", lambda t: t.strftime("%H:%M:%S %d.%m.%Y"))
both("time before date, dashes", lambda t: t.strftime("%H:%M:%S %d-%m-%Y"))
both("CIM", lambda t: t.strftime("%Y%m%d%H%M%S.125000"), values=lambda t: sec(t) + .125)
add("no weekday decides", [dt.datetime(2024, 4, 3, 8), dt.datetime(2024, 4, 3, 9)], lambda t: t.strftime("%m-%d-%Y at %H:%M:%S"), open=True, values=lambda t: sec(t.replace(month=3, day=4)))
add("weekday decides", [dt.datetime(2024, 4, 3, 8), dt.datetime(2024, 4, 3, 9)], lambda t: t.strftime("%a %m/%d/%Y %H:%M:%S"))
at2000 = lambda t: sec(t.replace(year=2000))
add("syslog", SHORT, lambda t: t.strftime("%b %e %H:%M:%S"), values=at2000, year=2000)
add("syslog over New Year", LONG, lambda t: t.strftime("%b %d %H:%M:%S"), values=lambda t: sec(t.replace(year=t.year - 24)), year=1999)
# The first year from 2000 on in which 13 March is a Wednesday is 2002.
add("weekday and no year", SHORT, lambda t: t.strftime("%a %b %d %H:%M:%S"), values=lambda t: sec(t.replace(year=2002)), year=2002)

def count(name, zero, per_second, write, utc=False, **more):
    origin = (zero - dt.datetime(1970, 1, 1)) // dt.timedelta(seconds=1)
    for label, times in (("short", SHORT), ("long", LONG)):
        add(f"{name} {label}", times, lambda t: write((int(sec(t)) - origin) * per_second), count=name, **more)
day = 1 / 86400
count("excelSerial1900", dt.datetime(1899, 12, 30), 1, lambda v: "%.10f" % (v / 86400))
count("excelSerial1900", dt.datetime(1899, 12, 30), 1, lambda v: ("%.6f" % (v / 86400)).replace(".", ","), tolerance=.05)
count("macSeconds", dt.datetime(1904, 1, 1), 1, lambda v: "%.3f" % v)
count("fileTime", dt.datetime(1601, 1, 1), 10**7, str)
count("dotNetTicks", dt.datetime(1, 1, 1), 10**7, str)
count("epochSeconds", dt.datetime(1970, 1, 1), 1, lambda v: "%.3f" % v)
count("epochMilliseconds", dt.datetime(1970, 1, 1), 1000, str)
count("epochMicroseconds", dt.datetime(1970, 1, 1), 10**6, str)
count("epochNanoseconds", dt.datetime(1970, 1, 1), 10**9, str)
# MATLAB: datenum(1970,1,1) = 719529; Julian day of 1970-01-01 = 2440587.5; modified 40587.
count("matlabDays", dt.datetime(1970, 1, 1), 1, lambda v: "%.8f" % (v / 86400 + 719529), tolerance=.01)
count("julianDay", dt.datetime(1970, 1, 1), 1, lambda v: "%.8f" % (v / 86400 + 2440587.5), tolerance=.01)
count("modifiedJulianDay", dt.datetime(1970, 1, 1), 1, lambda v: "%.8f" % (v / 86400 + 40587), tolerance=.01)
print(json.dumps(cases, ensure_ascii=False, indent=0))
