#!/usr/bin/env python3
"""Texts in many encodings, by Python's codecs.

usage: encodings.py > encodings.json
`round`: paragraphs, to be decoded. `files`: small files as they come from loggers, whose encoding
has to be guessed; what counts are the letters, since several code pages may give the same.
"""
import json

WEST = "Größe über Öl; Straße äöüß ÄÖÜ. Température élevée, arrêt à l’été, ça où. ¿Válvula número? ¡Año! São não."
CENTRAL = "Zażółć gęślą jaźń. Příliš žluťoučký kůň úpěl ďábelské ódy. Árvíztűrő tükörfúrógép."
CYR = "Съешь же ещё этих мягких французских булок, да выпей чаю. СОСТОЯНИЕ"
JA = "日時、温度（℃）、圧力。センサーの状態は正常です。カタカナとひらがな、表示ソフト能"
ZH = "时间,温度(℃)、压力。设备状态正常，运行停止，风速与风向，编号。"
TW = "時間、溫度(℃)、壓力。設備狀態正常，運轉停止，功能許可。"
KO = "시간, 온도(℃), 압력. 장비 상태 정상, 운전 정지, 뷁 똠방각하."
rounds = [
    ("windows1250", "cp1250", CENTRAL), ("windows1251", "cp1251", CYR), ("windows1252", "cp1252", WEST),
    ("windows1253", "cp1253", "Θερμοκρασία και πίεση, ΆΈΉ ώρα."), ("windows1254", "cp1254", "Sıcaklık, basınç, ŞİĞ ışık güneş."),
    ("windows1255", "cp1255", "טמפרטורה ולחץ, שעה."), ("windows1256", "cp1256", "درجة الحرارة والضغط، الوقت."),
    ("windows1257", "cp1257", "Ąžuolas, šiluma, ūkis, Ģenerators, rõhk."), ("iso8859p1", "latin-1", "Größe über Öl ½ ÿ"),
    ("iso8859p2", "iso8859-2", CENTRAL), ("iso8859p3", "iso8859-3", "Ħaġar Ŭ"), ("iso8859p4", "iso8859-4", "Ģķņšž ąę"),
    ("iso8859p5", "iso8859-5", CYR), ("iso8859p6", "iso8859-6", "درجة الحرارة"), ("iso8859p7", "iso8859-7", "Θερμοκρασία ώρα"),
    ("iso8859p8", "iso8859-8", "טמפרטורה"), ("iso8859p9", "iso8859-9", "Sıcaklık ŞİĞ"), ("iso8859p10", "iso8859-10", "Ðþ ŋ ą"),
    ("iso8859p11", "iso8859-11", "อุณหภูมิ เวลา"), ("iso8859p13", "iso8859-13", "Ąžuolas šiluma"), ("iso8859p14", "iso8859-14", "Ŵŷ ẁ"),
    ("iso8859p15", "iso8859-15", "Cœur 5 € Žš"), ("iso8859p16", "iso8859-16", "Țară și ăâî"),
    ("koi8R", "koi8-r", CYR), ("koi8U", "koi8-u", "Їжак, ґрунт, є, і."), ("cp437", "cp437", "Größe °C ±2 µm² ñ ┌─┐"),
    ("cp850", "cp850", "Größe °C ³ São ã"), ("cp852", "cp852", CENTRAL), ("cp855", "cp855", CYR), ("cp866", "cp866", CYR),
    ("macRoman", "mac-roman", "Größe Öl °C élevée ∞"), ("shiftJIS", "cp932", JA + "ﾃｽﾄ①"), ("eucJP", "euc-jp", JA + "丂侄"),
    ("gb18030", "gb18030", ZH + "一𠀀€ǹ"), ("big5", "cp950", TW), ("eucKR", "cp949", KO),
    ("utf16LittleEndian", "utf-16-le", JA + "𝄞"), ("utf16BigEndian", "utf-16-be", CYR + "𝄞"),
    ("utf32LittleEndian", "utf-32-le", ZH + "𝄞"), ("utf32BigEndian", "utf-32-be", KO + "𝄞"),
]

# Header, a word or two of the rows, and the codecs that files of this kind are written in.
files = [
    ("Polish", "Czas;Temperatura zewnętrzna;Prędkość;Stan", ["włączony", "wyłączony"], ["cp1250", "iso8859-2", "cp852"]),
    ("Polish, short", "Data;Wilgotność;Ciśnienie", [], ["cp1250", "cp852"]),
    ("Czech", "Čas;Teplota;Otáčky;Stav zařízení", ["běží", "porucha"], ["cp1250", "iso8859-2", "cp852"]),
    ("Hungarian", "Idő;Hőmérséklet;Nyomás;Állapot", ["működik", "leállt"], ["cp1250", "iso8859-2", "cp852"]),
    ("Russian", "Время;Температура;Давление;Состояние", ["работа", "авария"], ["cp1251", "koi8-r", "cp866", "iso8859-5"]),
    ("Russian capitals", "ДАТА;ВРЕМЯ;ТЕМПЕРАТУРА;РАСХОД", [], ["cp1251", "koi8-r", "cp866"]),
    ("Russian small", "время;насос;ток", [], ["cp1251", "koi8-r", "cp866"]),
    ("Ukrainian", "Час;Температура;Вологість;Потужність", ["увімкнено", "аварія"], ["cp1251", "koi8-u"]),
    ("Greek", "Ημερομηνία;Θερμοκρασία;Πίεση", ["λειτουργία", "στάση"], ["cp1253", "iso8859-7"]),
    ("Turkish", "Tarih;Sıcaklık;Basınç;Durum", ["çalışıyor", "arıza"], ["cp1254", "iso8859-9"]),
    ("German", "Zeit;Außentemperatur;Kühler Rücklauf;Störung", ["geöffnet"], ["cp1252", "cp850", "cp437", "mac-roman"]),
    ("German, one word", "Zeit;Öldruck;Status", [], ["cp1252", "cp850"]),
    ("French", "Heure;Température;Débit;État", ["arrêté"], ["cp1252", "cp850", "mac-roman"]),
    ("Spanish", "Fecha;Presión;Válvula;Año", ["operación"], ["cp1252", "cp850"]),
    ("Portuguese", "Data;Pressão;Vazão;Estação", ["medição"], ["cp1252", "cp850"]),
    ("Swedish", "Tid;Mätvärde;Nivå;Från", [], ["cp1252", "cp850"]),
    ("Finnish", "Aika;Lämpötila;Määrä", ["päällä"], ["cp1252", "cp850"]),
    ("Lithuanian", "Laikas;Slėgis;Įtampa;Būsena", ["įjungta"], ["cp1257"]),
    ("Japanese", "日時,温度(℃),圧力(MPa),状態", ["運転", "異常"], ["cp932", "euc-jp"]),
    ("Japanese, kana", "時刻,センサー,バルブ開度(％),モーター電流", ["オン"], ["cp932", "euc-jp"]),
    ("Simplified Chinese", "时间,温度(℃),压力(MPa),状态", ["运行", "停止"], ["gb18030"]),
    ("Simplified Chinese, wind", "日期,风速(m/s),风向(°),有功功率(kW)", ["正常"], ["gb18030"]),
    ("Traditional Chinese", "時間,溫度(℃),壓力(MPa),狀態", ["運轉", "停止"], ["cp950"]),
    ("Korean", "시간,온도(℃),압력(MPa),상태", ["운전", "정지"], ["cp949"]),
    ("degree sign only", "Date/Time,ActivePower,Wind Direction (°)", [], ["cp1252", "cp437", "gb18030", "mac-roman", "cp850"]),
    ("°C only", "Time;T1 [°C];T2 [°C]", [], ["cp1252", "cp437", "gb18030", "cp932"]),
    ("micro", "Time;Vibration [µm];Flow [m³/h]", [], ["cp1252", "cp850"]),
    # Written down after the guess was made, with other words.
    ("Polish header", "Time;Moc czynna;Poziom oleju;Łożysko przednie;Obciążenie sieci", [], ["cp1250", "iso8859-2", "cp852"]),
    ("Polish header 2", "Time;Data;Godzina;Wilgotność względna", [], ["cp1250", "cp852"]),
    ("Polish header 3", "Time;Data;Napięcie;Prąd", [], ["cp1250", "cp852"]),
    ("Czech header", "Time;Datum;Směr větru;Zatížení;Chladicí kapalina", [], ["cp1250", "cp852"]),
    ("Czech header 2", "Time;Datum;Výška;Průměr", [], ["cp1250", "cp852"]),
    ("Slovak header", "Time;Dátum;Vonkajšia teplota;Zaťaženie;Smer vetra", [], ["cp1250", "cp852"]),
    ("Hungarian header", "Time;Dátum;Szélsebesség;Olajhőmérséklet;Töltöttség", [], ["cp1250", "cp852"]),
    ("Romanian header", "Time;Data;Presiune ulei;Viteză vânt;Încărcare", [], ["cp1250"]),
    ("Croatian header", "Time;Datum;Brzina vjetra;Opterećenje;Očitanje", [], ["cp1250"]),
    ("Russian header", "Time;Обороты;Нагрузка;Частота сети;Ветер", [], ["cp1251", "koi8-r", "cp866", "iso8859-5"]),
    ("Russian header 2", "Time;Дата;Т1;Т2", [], ["cp1251", "koi8-r", "cp866"]),
    ("Russian header 3", "Time;Показания счётчика;Ёмкость", [], ["cp1251", "koi8-r", "cp866"]),
    ("Russian header 4", "Time;t, °C;P, кПа;Qн", [], ["cp1251", "cp866"]),
    ("Ukrainian header", "Time;Дата;Навантаження;Тиск оливи;Швидкість вітру", [], ["cp1251", "koi8-u"]),
    ("Greek header", "Time;Ώρα;Ταχύτητα ανέμου;Φορτίο;Στροφές", [], ["cp1253", "iso8859-7"]),
    ("Turkish header", "Time;Rüzgar hızı;Yağ seviyesi;Dış ortam;Yük", [], ["cp1254", "iso8859-9"]),
    ("Turkish header 2", "Time;Zaman;Güç;Akım", [], ["cp1254"]),
    ("Turkish header 3", "Time;Zaman;Işık şiddeti", [], ["cp1254"]),
    ("German header", "Time;Zeitpunkt;Windgeschwindigkeit;Behälterdruck;Wärmemenge", [], ["cp1252", "cp850", "mac-roman"]),
    ("German header 2", "Time;Datum;Füllstand", [], ["cp1252", "cp850"]),
    ("French header", "Time;Horodatage;Vitesse du vent;Niveau d'huile;Puissance réactive;Énergie", [], ['cp1252', 'cp850', 'mac-roman']),
    ("French header 2", "Time;Date;Débit", [], ["cp1252", "cp850", "mac-roman"]),
    ("French header 3", "Time;Date;Température;N° capteur", [], ["cp1252", "cp850"]),
    ("Spanish header", "Time;Hora;Dirección del viento;Presión atmosférica", [], ["cp1252", "cp850"]),
    ("Spanish header 2", "Time;Año;Mes;Día", [], ["cp1252", "cp850"]),
    ("Portuguese header", "Time;Hora;Direção;Umidade;Precipitação", [], ["cp1252", "cp850"]),
    ("Italian header", "Time;Data;Velocità;Umidità", [], ["cp1252", "cp850"]),
    ("Swedish header", "Time;Datum;Vindhastighet;Lufttryck;Nederbörd;Högsta", [], ["cp1252", "cp850"]),
    ("Danish header", "Time;Dato;Vindhastighed;Tryk;Nedbør;Målt", [], ["cp1252", "cp850"]),
    ("Finnish header", "Time;Päivämäärä;Tuulen nopeus;Ilmanpaine", [], ["cp1252"]),
    ("Estonian header", "Time;Aeg;Õhurõhk;Tuule kiirus;Niiskus", [], ["cp1257"]),
    ("Latvian header", "Time;Laiks;Vēja ātrums;Gaisa spiediens", [], ["cp1257"]),
    ("Hebrew header", "Time;זמן;לחץ;טמפרטורה", [], ["cp1255", "iso8859-8"]),
    ("Arabic header", "Time;الوقت;الضغط;درجة الحرارة", [], ["cp1256"]),
    ("Thai header", "Time;เวลา;ความดัน;อุณหภูมิ", [], ["iso8859-11"]),
    ("Japanese header", "Time,測定日時,吐出圧力,軸受温度,負荷率", [], ["cp932", "euc-jp"]),
    ("Japanese header 2", "Time,年月日,降水量,気温", [], ["cp932", "euc-jp"]),
    ("Japanese header 3", "Time,ﾃﾞｰﾀNo,ﾓｰﾀ電流", [], ["cp932"]),
    ("Japanese header 4", "Time,番号", [], ["cp932", "euc-jp"]),
    ("Simplified Chinese header", "Time,采集时刻,轴承温度,负荷,冷却水流量", [], ["gb18030"]),
    ("Simplified Chinese header 2", "Time,机号,油压", [], ["gb18030"]),
    ("Simplified Chinese header 3", "Time,气温(℃),降水量(mm)", [], ["gb18030"]),
    ("Traditional Chinese header", "Time,量測時刻,軸承溫度,負載,冷卻水流量", [], ["cp950"]),
    ("Traditional Chinese header 2", "Time,氣溫,雨量", [], ["cp950"]),
    ("Korean header", "Time,측정시각,베어링온도,부하율,냉각수유량", [], ["cp949"]),
    ("Korean header 2", "Time,기온,강수량", [], ["cp949"]),
    ("signs of units header", "Time,Time,Angle (°),Area (m²)", [], ["cp1252", "cp437"]),
    ("signs of units header 2", "Time,Time,R [Ω],C [µF]", [], ["mac-roman"]),
    ("signs of units header 3", "Time,Time,Temp °C,Error ±", [], ["cp1252", "cp850", "gb18030", "cp949", "cp932"]),
    ("signs of units header 4", "Time,Time,Temp_°C", [], ["cp1252", "gb18030"]),
    ("signs of units header 5", "Time,Time,Temp(℃)", [], ["gb18030", "cp932", "cp949", "euc-jp"]),
]

def hex_file(header, words, codec):
    sep = ";" if ";" in header else ","
    lines = [header]
    for i in range(24):
        cells = ["2024-03-13 %02d:00" % i] + ["%d.%d" % (20 + i % 5, i % 10) for _ in header.split(sep)[1:]]
        if words: cells[-1] = words[i % len(words)]
        lines.append(sep.join(cells))
    return ("\r\n".join(lines) + "\r\n").encode(codec).hex()

print(json.dumps({
    "round": [{"encoding": e, "text": t, "bytes": t.encode(c).hex()} for e, c, t in rounds],
    "files": [{"name": f"{n}, {c}", "header": h.split(";" if ";" in h else ","), "words": w, "bytes": hex_file(h, w, c)}
              for n, h, w, cs in files for c in cs],
}, ensure_ascii=False, indent=0))
