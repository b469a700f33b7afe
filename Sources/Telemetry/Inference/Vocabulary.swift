/// The words in names of columns and files, in English, German and Russian, and the most frequent
/// ones in a dozen further languages.
enum Vocabulary {
    /// Words that add nothing to the name of a thing.
    static let identifying: Set<String> = words(
        "id ids name no nr num number key code serial uid uuid guid tag identifier ref reference the of"
            + " kennung nummer bezeichnung kurzname номер имя код название ид идентификатор")

    /// Things that live and fail on their own.
    static let devices: Set<String> = words(
        "device devices machine machines unit units node host hostname server station asset assets equipment"
            + " sensor sensors engine turbine pump motor compressor vehicle truck car bus robot drive disk gpu cpuid"
            + " serial sn serialnumber imei vin instance container vm gateway controller plc inverter meter well"
            + " locomotive train aircraft tail board router switch battery appliance fan valve boiler chiller"
            + " elevator lift crane generator transformer dev eui deveui devaddr imsi iccid deviceid machineid unitid nodeid hostid sensorid assetid"
            + " engineid equipmentid turbineid devicename machinename hostname mac fleet worker agent"
            + " gerät geraet geräte maschine anlage einheit knoten aggregat fahrzeug seriennummer zähler pumpe"
            + " messstelle rechner"
            + " устройство устройства станок машина узел датчик агрегат оборудование станция прибор двигатель"
            + " насос турбина установка объект хост сервер компрессор"
            + " equipo equipos máquina maquina dispositivo unidad vehículo bomba activo équipement equipement"
            + " appareil véhicule capteur pompe urządzenie maszyna pojazd apparecchio macchina veicolo"
            + " servicename equipamento veículo alimentador cihaz makine zařízení stroj gép 设备 机器 装置 设备编号 設備 機器 装置 장비 설비 号機"
    )

    /// Devices that pass on what others send; these others are meant where both are named.
    static let relays: Set<String> = words("gateway router concentrator basestation collector")

    /// Words that may name a device where nothing better does.
    static let places: Set<String> = words(
        "user location product part id name source site place channel item object subject entity module"
            + " position address probe line cell plant standort quelle kanal artikel объект место источник"
    )

    /// Parts of a location in a rack, a building, a machine.
    static let locationParts: Set<String> = words(
        "slot rack enclosure cabinet chassis cage shelf bay blade card port row column floor room zone area"
            + " bin position pos ssc ssu level building hall location site site place section region sector"
    )

    /// Words for a geographic position.
    static let coordinates: Set<String> = words(
        "latitude longitude lat lon lng elevation altitude easting northing breite länge breitengrad längengrad"
            + " широта долгота latitud longitud")

    /// What contains devices that are numbered anew in each.
    static let containers: Set<String> = words(
        "system cluster plant site farm fleet facility factory building house hall depot werk standort gebäude halle система"
            + " кластер завод площадка здание цех edificio bâtiment budynek"
    )

    static let times: Set<String> = words(
        "time timestamp datetime date ts t clock utc epoch when occurred logged recorded measured observed at"
            + " datum zeit zeitstempel uhrzeit zeitpunkt время дата момент датавремя fecha hora data ora heure"
            + " horodatage czas godzina tarih zaman čas idő 时间 日期 日時 時刻 日付 시간 날짜 일시")

    /// The beginning of something that lasts.
    static let beginnings: Set<String> = words(
        "start started begin began beginning from since open opened onset raised beginn von начало inicio início début"
            + " inizio początek rozpoczęcie başlangıç 开始 開始 発生 시작"
    )

    /// The end of something that lasts.
    static let endings: Set<String> = words(
        "end ended finish finished stop stopped until till to close closed resolved cleared ende bis конец"
            + " окончание fin fim final fine restored störungsende restauración"
            + " koniec zakończenie bitiş 恢复 恢復 復旧 解除 结束 終了 종료")

    /// When something that also has an end was noticed or recorded.
    static let reports: Set<String> = words(
        "created reported detected raised triggered occurred notified störungsbeginn beginn erstellt gemeldet"
            + " создано обнаружено")

    /// Beginning and end of a life; the event is at its end.
    static let installations: Set<String> = words(
        "insert inserted install installed installation einbau установка")
    static let removals: Set<String> = words("remove removed removal ausbau снятие демонтаж")

    /// Dates about a row or a device that are not when something was measured.
    static let recordDates: Set<String> = words(
        "created updated modified received ingested exported uploaded processed installation installed purchase"
            + " purchased bought birth commissioned commissioning manufactured production last next warranty expiry"
            + " expires due planned scheduled kauf inbetriebnahme")

    static let timeParts: Set<String> = words(
        "year yr month mon mo day dy hour hr minute min second sec jahr monat tag stunde minute sekunde"
            + " год месяц день час минута секунда")

    /// What counts up with time or rows and says nothing more.
    static let counters: Set<String> = words(
        "no nr num number index idx row rowid line lineid seq sequence count id day week weekday weekofyear"
            + " dayofweek dayofyear hour month year quarter minute second step record lfd laufnummer номер строка"
            + " unnamed udi")

    static let cycles: Set<String> = words(
        "cycle cycles step steps flight flights run runs iteration tick ticks stroke strokes lap takt zyklus"
            + " zyklen hub цикл циклы такт полет рейс")

    static let severities: Set<String> = words(
        "severity level loglevel priority prio urgency criticality schwere schweregrad stufe важность уровень"
            + " приоритет серьезность gravedad severidad prioridad criticidad gravité gravite sévérité priorité"
            + " gravità priorità ważność priorytet gravidade závažnost 级别 等级 重要度 レベル 심각도")

    /// Columns that name the signal a row's value belongs to.
    static let signals: Set<String> = words(
        "signal signals signalname metric metrics metricname parameter parameters param params variable variables"
            + " measure measurement measurements measurand quantity field fieldname kpi indicator property"
            + " characteristic observable messgröße kenngröße показатель параметр сигнал")
    /// The column of values beside these.
    static let values: Set<String> = words(
        "value values val reading readings measuredvalue amount result wert messwert значение показание valor"
            + " valeur wartość valore hodnota 值 数值 値 값"
    )
    /// Words found in the names of signals.
    static let quantities: Set<String> = words(
        "temperature temp humidity pressure vibration voltage current power energy speed rpm rotation torque flow"
            + " level load force strain acceleration accel velocity displacement frequency noise sound light lux"
            + " co2 co no2 pm25 pm10 tvoc ph conductivity turbidity oxygen smoke gas fuel oil coolant throttle"
            + " battery rssi snr cpu memory disk latency throughput temperatur feuchte druck drehzahl strom"
            + " spannung leistung durchfluss füllstand температура влажность давление вибрация ток напряжение"
            + " мощность скорость обороты расход уровень")

    /// Columns that mark rows; the first list takes precedence over the second.
    static let anomalies: Set<String> = words(
        "anomaly anomalous isanomaly abnormal outlier anomalie аномалия")
    static let labels: Set<String> = words(
        "label labels target fault faulty failure fail failed broken breakdown defect defective attack class"
            + " groundtruth isfailure isfault ausfall störung defekt отказ неисправность")

    /// Columns whose texts say what happened.
    static let events: Set<String> = words(
        "error errors errorid errorcode fault faultcode failure failures alarm alarmcode event eventid eventtype"
            + " dtc dtcs trip incident alert alertcode breakdown defect fehler fehlercode störung störungscode alarmcode"
            + " repair repairs repaired replacement service maintenance reparatur wartung ремонт замена"
            + " ereignis meldung ошибка отказ событие неисправность тревога авария alarma alarmas falla fallo avería"
            + " averia evento erreur défaut panne alarme événement evenement błąd awaria zdarzenie guasto allarme"
            + " falha arıza 报警 故障 警報 エラー アラーム 알람 schadenscode schadensbild störgrund ausfallgrund causa spn"
    )
    /// Weaker words for the same, believed only in files of events.
    static let eventDetails: Set<String> = words(
        "code comp component part reason cause kind type category action message msg mode operation status"
            + " state text condition ursache grund art komponente zustand причина тип вид компонент состояние"
            + " сообщение статус mensaje causa estado message cause état")

    /// With one of these a name means something about the thing, not the thing.
    static let qualifiers: Set<String> = words(
        "template description text repeat count duration time date rate total flag value message comment"
    )

    /// What is measured of an event.
    static let durations: Set<String> = words(
        "duration downtime outage cost costs hours ttr mttr labour labor dauer kosten ausfallzeit"
            + " длительность простой стоимость durée heures coût horas stunden часы duración durata costo koszt duruş süre maliyet"
    )

    static let errorFiles: Set<String> = words(
        "error errors fault faults alarm alarms fehler ошибки")
    static let failureFiles: Set<String> = words(
        "failure failures fail fails breakdown breakdowns outage outages crash crashes ausfall ausfälle ausfaelle störung störungen stoerung stoerungen"
            + " отказ отказы failed falla fallas averías avería panne pannes awaria awarie guasti falhas 故障"
    )
    static let repairFiles: Set<String> = words(
        "maint maintenance repair repairs service services servicing replacement replacements overhaul"
            + " wartung reparatur reparaturen ремонт ремонты обслуживание замена mantenimiento reparación"
            + " reparaciones maintenance entretien réparation intervention interventions naprawa naprawy manutenzione manutenção 维修 保養 修理"
    )
    static let eventFiles: Set<String> = words(
        "event events log logs incident incidents ereignisse события")

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(separator: " ").map(String.init))
    }
}
