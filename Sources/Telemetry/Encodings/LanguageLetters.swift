import Values

/// Which letters of a language follow each other, from words of everyday technical texts: enough to
/// tell real words from what a wrong code page makes of them.
struct LanguageLetters: Sendable {
    /// The letters beyond ASCII, in lower case.
    let letters: Set<UInt32>
    /// Pairs of letters in words, with `boundary` at the beginning and the end.
    let pairs: Set<UInt64>

    static let boundary: UInt32 = 0x5F

    private init(_ text: String) {
        var letters: Set<UInt32> = []
        var pairs: Set<UInt64> = []
        var last = Self.boundary
        for scalar in (text + " ").lowercased().unicodeScalars {
            let letter = scalar == " " ? Self.boundary : scalar.value
            if letter >= 0x80 { letters.insert(letter) }
            pairs.insert(Self.pair(last, letter))
            last = letter
        }
        self.letters = letters
        self.pairs = pairs
    }

    static func pair(_ one: UInt32, _ next: UInt32) -> UInt64 { UInt64(one) << 32 | UInt64(next) }

    /// How well a letter fits between its neighbours in this language: 2.5 at best, −2.5 for one
    /// that the language does not have.
    func worth(_ letter: UInt32, after: UInt32, before: UInt32) -> Double {
        guard letters.contains(letter) else { return -2.5 }
        return 1 + (pairs.contains(Self.pair(after, letter)) ? 0.75 : 0)
            + (pairs.contains(Self.pair(letter, before)) ? 0.75 : 0)
    }

    /// The languages that a code page is for; none for eastern Asia.
    static func of(page number: Int) -> [LanguageLetters] {
        switch number {
        case 1252, 28591, 28605, 850, 437, 10000: western
        case 1250, 28592, 852, 28606: central
        case 1251, 20866, 21866, 866, 855, 28595: cyrillic
        case 1253, 28597: greek
        case 1254, 28599, 28593: turkish
        case 1257, 28603, 28594, 28600: baltic
        case 1258: vietnamese
        case 1255, 28598: hebrew
        case 1256, 28596: arabic
        case 28601: thai
        default: []
        }
    }

    private static let western = [
        "märz jänner größe müller für über straße außen außentemperatur öl ölstand kühler kühlung lüfter lüftung gerät geräte störung"
            + " prüfung wärme drücke höhe länge rücklauf vorlauf zähler schlüssel übertemperatur hält läuft gestört auslöser"
            + " öffnen geöffnet änderung natürlich können möglich während ähnlich häufig maß fuß füllstand körper bürde büro",
        "février décembre température pression débit état arrêt démarrage durée début numéro unité vitesse réglage sécurité été fenêtre"
            + " même où là à ça français reçu défaut contrôle énergie électrique réseau intérieur extérieur puissance moyenne"
            + " élevé dépassé fermé mètre degré hôte tête août noël naïve maïs coïncidence coût sûreté aiguë étage qualité humidité à côté cœur îlot",
        "miércoles sábado presión válvula máquina número año señal estación información tensión máximo mínimo medición dirección energía"
            + " fábrica está según día después línea rápido crítico eléctrico operación alarma detección niño baño ubicación"
            + " batería vehículo compresión próximo útil común días últimas ñandú pingüino",
        "março sábado terça pressão tensão vazão estação medição posição não são ligação data número máquina válvula média máxima mínima"
            + " condição função nível água também até três saída elétrica horário potência umidade início código razão",
        "qualità velocità umidità attività più già così è perché potrà città unità età età intensità quantità",
        "tryck mätning värde nivå hög låg från när är på större måndag fläkt kyla kärl höjd lägesgivare störning",
        "måling værdi tryk høj lav på når større måned køling blæser fejl første anlæg udløb træk også går år",
        "lämpötila määrä päälle pois päivä häiriö säätö käynnistys pysäytys käyttö lähtö tärinä jäähdytys yö näyttö",
    ].map(LanguageLetters.init)

    private static let central = [
        "września październik października grudzień ciśnienie wilgotność prędkość włączony wyłączony przepływ napięcie prąd godzina średnia błąd urządzenie urządzeń"
            + " położenie zewnętrzna wewnętrzna ostrzeżenie częstotliwość wartość ilość dzień miesiąc źródło łożysko łożyska"
            + " między już także można są się będzie został próba główny zawór ciągły obroty awaria żółty ćwierć ńa",
        "tlak průtok napětí otáčky výkon čas měření stav zařízení porucha příkon rychlost počet číslo venkovní vnitřní"
            + " teplota střední údaj údržba chyba zapnuto vypnuto běží stojí ložisko čerpadlo větrák úroveň hladina není"
            + " můžeme který každý žádný týden měsíc rok dnešní ještě také ještě že při účinnost vlhkost vzduchu chladič řízení",
        "teplota rýchlosť prietok napätie otáčky výkon čas meranie zariadenie porucha vonkajší vnútorná hľadina ľavý"
            + " dĺžka stôl môže úroveň vlhkosť chyba ďalší žiadny mesiac týždeň",
        "hőmérséklet nyomás sebesség idő dátum állapot áramlás feszültség áram teljesítmény külső belső páratartalom"
            + " szivattyú gép működik leállt hiba mérés érték mértékegység szám készülék üzem üzemóra fordulatszám szűrő"
            + " hűtő fűtés víz szint óra perc másodperc év hónap nap első második középső között után is több őrzés",
        "presiune viteză stare oră timp umiditate tensiune putere temperatură eroare mașină oprire pornire măsurare și în"
            + " după către apă încărcare înălțime ieșire intrare țeavă rotație funcționare până când să",
        "tlak brzina vrijeme vlažnost napajanje uređaj uređaja mjerenje snaga greška kvar stanje uključeno isključeno"
            + " između već više manje čas što šum širina duž sljedeći početak završetak čišćenje ležaj općina ćelija",
    ].map(LanguageLetters.init)

    private static let cyrillic = [
        "время температура давление состояние скорость дата час расход ток напряжение мощность работа работает авария"
            + " остановка ошибка номер прибор устройство датчик насос вход выход уровень воды масла воздуха наружная внутренняя"
            + " включён выключен включено отключено норма тревога значение единица измерения средняя за период станция объект"
            + " влажность частота вращения подшипник вибрация двигатель открыт закрыт сообщение событие причина простой ремонт"
            + " это что для при как его она они был быть если только также может после между через пуск стоп готов нет да",
        "час температура тиск стан швидкість витрата напруга потужність робота аварія зупинка помилка номер пристрій"
            + " датчик насос вхід вихід рівень води повітря зовнішня внутрішня увімкнено вимкнено норма тривога значення одиниця"
            + " вимірювання середня вологість частота обертання підшипник вібрація двигун відкрито закрито повідомлення подія"
            + " ґрунт її є це що для при як його вони якщо тільки також може після між через пуск стоп готовий ні так об'єкт дата",
        "време температура налягане състояние скорост дата час разход ток напрежение мощност работи авария спиране грешка"
            + " номер уред датчик помпа вход изход ниво вода въздух външна вътрешна включен изключен стойност влажност",
    ].map(LanguageLetters.init)

    private static let greek = [
        "θερμοκρασία πίεση χρόνος ημερομηνία ώρα κατάσταση ταχύτητα ροή τάση ρεύμα ισχύς λειτουργία βλάβη στάση σφάλμα"
            + " αριθμός συσκευή αισθητήρας αντλία είσοδος έξοδος στάθμη νερού αέρα εξωτερική εσωτερική υγρασία μέση τιμή μονάδα"
            + " μέτρηση και το της του στην για από με ενεργό ανενεργό κανονική συναγερμός κινητήρας σταθμός πρώτη δεύτερη"
            + " αυτό είναι δεν που θέση εντός εκτός μέγιστη ελάχιστη"
    ].map(LanguageLetters.init)

    private static let turkish = [
        "sıcaklık basınç hız zaman tarih saat durum açık kapalı çalışıyor duruyor arıza güç akım gerilim nem yağ su"
            + " seviyesi değer ölçüm sayı sayısı birim cihaz makine giriş çıkış dış iç ortalama yüksek düşük hata uyarı başlangıç"
            + " bitiş süre dakika saniye gün ay yıl şehir istasyon pompası motoru devri titreşim yüzde ışık ısı bağlı değil için"
            + " ve ile bir bu üretim geçiş olağan aşırı düğme şekil çağrı kısa ilişki İstanbul ışın"
    ].map(LanguageLetters.init)

    private static let baltic = [
        "spiediens ātrums laiks stāvoklis mērījums ieslēgts izslēgts kļūda ūdens līmenis vērtība jauda strāva ārējā iekšējā"
            + " temperatūra mitrums ierīce sūknis šķidrums žurnāls ģenerators ķēde ņem diena mēnesis",
        "slėgis greitis laikas būsena įjungta išjungta klaida vandens lygis vertė galia srovė įtampa išorinė vidinė"
            + " temperatūra drėgmė įrenginys siurblys matavimas mėnuo savaitė šiluma žemas aukštas ąžuolas ūkis",
        "rõhk kiirus aeg olek mõõtmine sisse välja viga vesi tase väärtus võimsus vool pinge välis sise temperatuur niiskus"
            + " seade pump päev kuu üle öö jõud täis käsk müra õhk",
    ].map(LanguageLetters.init)

    private static let vietnamese = [
        "nhiệt độ áp suất thời gian trạng thái tốc lưu lượng điện dòng công máy bơm mức nước giá trị lỗi ngày giờ đo"
    ].map { LanguageLetters($0) }

    private static let hebrew = [
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת זמן תאריך שעה טמפרטורה לחץ מהירות מצב זרם מתח הספק זרימה תקלה פעיל כבוי מספר מכשיר חיישן"
            + " משאבה כניסה יציאה מפלס מים אוויר לחות ממוצע ערך יחידה מדידה של את על עם לא כן תחנה מנוע רוח כיוון אנרגיה צריכה שמן"
    ].map { LanguageLetters($0) }

    private static let arabic = [
        "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءآأؤإئىة الوقت التاريخ الساعة درجة الحرارة الضغط السرعة الحالة التيار الجهد القدرة"
            + " التدفق عطل يعمل متوقف رقم الجهاز المستشعر المضخة مدخل مخرج مستوى الماء الهواء الرطوبة متوسط القيمة الوحدة القياس"
            + " في من على إلى المحطة المحرك الرياح اتجاه الطاقة الزيت"
    ].map { LanguageLetters($0) }

    private static let thai = [
        "เวลา วันที่ อุณหภูมิ ความดัน ความเร็ว สถานะ กระแส แรงดัน กำลังไฟฟ้า อัตราการไหล ผิดปกติ ทำงาน หยุด หมายเลข อุปกรณ์"
            + " เซ็นเซอร์ ปั๊ม ขาเข้า ขาออก ระดับน้ำ อากาศ ความชื้น เฉลี่ย ค่า หน่วย การวัด ของ และ ใน ที่ ไม่ สถานี มอเตอร์ ลม"
            + " ทิศทาง พลังงาน น้ำมัน ชั่วโมง นาที ครั้ง ปี เดือน สัปดาห์ ฐาน ญาติ ภายใน ภายนอก ซ้าย ขวา ใช้ ได้ แล้ว โหลด"
    ].map { LanguageLetters($0) }
}
