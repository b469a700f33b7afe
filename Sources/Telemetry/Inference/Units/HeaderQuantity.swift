/// What a name says is measured, as far as it decides between units.
enum HeaderQuantity: CaseIterable {
    case temperature, voltage, current, power, energy, length, speed, acceleration, mass, force
    case torque, pressure, volume, flow, time, frequency, angle, data, level, charge, capacitance

    /// The quantities that the words of a name speak of; several where a word has two meanings.
    static func of(_ words: [String]) -> Set<Self> {
        var found: Set<Self> = []
        for word in words {
            let word = String(word.prefix { !$0.isNumber })
            for (quantity, names) in names where matches(word, names) { found.insert(quantity) }
        }
        return found
    }

    /// A word of the list, or one that ends with it, as in `Vorlauftemperatur`.
    private static func matches(_ word: String, _ names: Set<String>) -> Bool {
        if names.contains(word) { return true }
        guard word.count >= 7 else { return false }
        return (4...(word.count - 2)).contains { names.contains(String(word.suffix($0))) }
    }

    private static let names: [(Self, Set<String>)] = lists.map { quantity, list in
        (quantity, Set(list.split(separator: " ").map(String.init)))
    }

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
            "speed velocity vel wind ws gust vibration vib geschwindigkeit скорость"
        ),
        (
            .acceleration,
            "acceleration accel accelerometer acc vibration vib beschleunigung ускорение"
        ),
        (.mass, "mass weight payload load gewicht masse масса вес"),
        (.force, "force thrust tension load kraft сила усилие"),
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
