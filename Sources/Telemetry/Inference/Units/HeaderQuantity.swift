/// What a name says is measured, as far as that decides between units.
enum HeaderQuantity: CaseIterable {
    case temperature, voltage, current, power, energy, length, speed, acceleration, mass, force
    case torque, pressure, volume, flow, time, frequency, angle, data, level, charge, capacitance

    /// The quantities that the words of a name mean; several where words are ambiguous.
    static func of(_ words: [String]) -> Set<Self> {
        var found: Set<Self> = []
        for word in words {
            let word = String(word.prefix { !$0.isNumber })
            found.formUnion(meanings(of: word))
        }
        return found
    }

    /// The meanings of a word in the lists, or of the longest one in them that it ends with, as
    /// `Vorlauftemperatur` does.
    private static func meanings(of word: String) -> Set<Self> {
        if let found = names[word] { return found }
        guard word.count >= 7 else { return [] }
        let ends = (4...(word.count - 2)).reversed().lazy.compactMap {
            names[String(word.suffix($0))]
        }
        return ends.first ?? []
    }

    private static let names: [String: Set<Self>] = {
        var names: [String: Set<Self>] = [:]
        for (quantity, list) in lists {
            for word in list.split(separator: " ") {
                names[String(word), default: []].insert(quantity)
            }
        }
        return names
    }()

    private static let lists: [(Self, String)] = [
        (
            .temperature,
            "temperature temperatures temp temps tmp thermometer thermocouple therm rtd dewpoint dew chill"
                + " coolant ambient oat iat egt cht sst temperatur temperaturen температура темп t"
        ),
        (
            .voltage,
            "voltage voltages volt volts batt bat battery vbat vbatt vcc vdd vin vout supply potential u"
                + " spannung напряжение"
        ),
        (.current, "current currents curr amp amps ampere amperage batt battery loop i strom ток"),
        (
            .power,
            "power watt watts generation consumption demand active reactive apparent load leistung мощность p"
        ),
        (.energy, "energy consumption production yield work energie arbeit verbrauch энергия"),
        (
            .length,
            "length distance dist height depth level lvl altitude alt elevation width thickness diameter position"
                + " displacement stroke travel radius wavelength visibility rain rainfall precipitation precip"
                + " snow stage gap odometer range länge höhe abstand füllstand pegel weg niederschlag"
                + " расстояние высота уровень глубина"
        ),
        (
            .speed,
            "speed velocity vel wind ws gust feed vorschub vibration vib geschwindigkeit скорость"
        ),
        (
            .acceleration,
            "acceleration accel accelerometer acc vibration vib beschleunigung ускорение"
        ),
        (.mass, "mass weight payload load gewicht masse масса вес"),
        (.force, "force f thrust tension load kraft сила усилие"),
        (.torque, "torque moment drehmoment момент"),
        (
            .pressure,
            "pressure press pres baro barometer barometric mslp slp vacuum suction boost tyre tire druck"
                + " давление p"
        ),
        (.volume, "volume vol fuel tank capacity volumen inhalt объем"),
        (
            .flow,
            "flow discharge throughput durchfluss volumenstrom massenstrom расход q"
        ),
        (
            .time,
            "time duration latency delay elapsed age uptime downtime runtime runhours operating running response"
                + " rtt interval period timeout lag jitter ttl wait dwell lifetime dauer zeit laufzeit"
                + " betriebszeit время длительность t"
        ),
        (.frequency, "frequency freq clock frequenz takt частота f"),
        (
            .angle,
            "angle heading direction dir winddir bearing azimuth pitch roll yaw tilt phase lat latitude lon"
                + " longitude inclination winkel richtung угол"
        ),
        (
            .data,
            "bytes memory mem disk size ram swap heap cache bandwidth traffic network net rx tx received sent"
                + " free used storage buffer file rss download upload available transferred speicher память"
        ),
        (
            .level,
            "sound noise level snr rssi signal gain attenuation loudness spl lärm schall шум"
        ),
        (.charge, "charge battery batt capacity ladung заряд"),
        (.capacitance, "capacitance capacitor kapazität ёмкость"),
    ]
}
