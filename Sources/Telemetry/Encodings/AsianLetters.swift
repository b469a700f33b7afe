/// What East Asian characters say about an encoding: the ones that writers use most lie in the
/// first planes of the national standards.
enum AsianLetters {
    /// How much a character of two or more bytes speaks for the page: 5 for the most frequent ones,
    /// below 0 for those hardly anybody writes, `nil` for none of eastern Asia.
    static func worth(_ scalar: UInt32, lead: UInt8, page: Int) -> Double? {
        switch scalar {
        case 0x3040...0x30FF: return page == 932 || page == 51932 ? 4 : 0
        case 0xAC00...0xD7A3: return hangul(scalar, lead)
        case 0x3400...0x9FFF: return han(scalar, lead, page)
        case 0x3001...0x3011, 0xFF01...0xFF5E: return 1
        case 0xFF61...0xFF9F: return -1
        default: return nil
        }
    }

    /// The same for a half-width katakana, which is a single byte: they come in runs, and their
    /// voicing marks follow the ones that can be voiced. `after` is the character before it,
    /// `before` the next one.
    static func worth(halfWidth scalar: UInt32, after: UInt32, before: UInt32) -> Double {
        let kana: ClosedRange<UInt32> = 0xFF66...0xFF9F
        guard kana.contains(scalar) else { return -1 }
        if scalar >= 0xFF9E {
            let isVoiced = (0xFF76...0xFF84).contains(after) || (0xFF8A...0xFF8E).contains(after)
            return isVoiced ? 1.5 : -2
        }
        return kana.contains(after) || kana.contains(before) ? 0.8 : -1
    }

    private static func hangul(_ scalar: UInt32, _ lead: UInt8) -> Double {
        if lead < 0xB0 { return -2 }
        return usualKorean.contains(scalar) ? 5 : 3
    }

    private static func han(_ scalar: UInt32, _ lead: UInt8, _ page: Int) -> Double {
        switch page {
        case 54936:
            usualSimplified.contains(scalar) ? 5 : firstPlane(lead, 0xB0...0xD7, 0xD8...0xF7)
        case 950: usualTraditional.contains(scalar) ? 5 : firstPlane(lead, 0xA4...0xC6, 0xC9...0xF9)
        case 932:
            usualJapanese.contains(scalar) ? 5 : firstPlane(lead, 0x88...0x98, 0x99...0xEA)
        case 51932:
            usualJapanese.contains(scalar) ? 5 : firstPlane(lead, 0xB0...0xCF, 0xD0...0xF4)
        // Korean is hardly ever written with Chinese characters now.
        default: -1
        }
    }

    private static func firstPlane(
        _ lead: UInt8, _ first: ClosedRange<UInt8>, _ second: ClosedRange<UInt8>
    ) -> Double {
        first.contains(lead) ? 2.5 : second.contains(lead) ? 0 : -2
    }

    private static func scalars(_ text: String) -> Set<UInt32> {
        Set(text.unicodeScalars.map(\.value))
    }

    private static let usualSimplified = scalars(
        "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然"
            + "温度压力时间日期状态电流电压功率速度转速风速风向频率流量液位湿振动运行停止正常异常报警故障设备编号名称数据值单位平均最大小高低"
            + "开关启动关闭进口出水油气环境外内室泵机组站测点传感器序号备注类型位置系统控制总有无功能耗量产品质检班次车辆轴承线路主从第号"
    )
    private static let usualTraditional = scalars(
        "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然"
            + "溫度壓力時間日期狀態電流電壓功率速度轉速風速風向頻率流量液位濕振動運行停止正常異常警報故障設備編號名稱數據值單位平均最大小高低"
            + "開關啟動關閉進口出水油氣環境外內室泵機組站測點感測器序號備註類型位置系統控制總有無功能耗量產品質檢班次車輛軸承線路主從第號"
    )
    private static let usualJapanese = scalars(
        "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力"
            + "温度圧力時刻日付状態電流電圧電力速度回転数風速風向周波数流量水位湿度振動運転停止正常異常警報故障装置番号名称値単位平均最大小高低"
            + "開閉始終入口出水油気外内室機器測定点計種類位置系統制御総有無効率使用量製品質検車両軸受線路主第号冷却給排送受信設備保全点検"
    )
    private static let usualKorean = scalars(
        "이다는에의가을를은한고하지서로기도사시인대자정어나리아일수있것들그과부전상성주해경제보공원동장구선라여스비조관유방면소용생위연"
            + "온도압력시간날짜상태전류전압전력속도회전풍속주파수유량수위습진동운전정지정상이상경보고장설비번호이름값단위평균최대소높낮열닫시작"
    )
}
