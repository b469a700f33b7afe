import Testing

@testable import ClickHouse

@Suite("Tables as a server describes them")
struct TableDescriptionTests {
    @Test(
        "what a column can hold",
        arguments: [
            ("Float64", ColumnKind.number), ("Nullable(Decimal(18, 4))", .number),
            ("LowCardinality(Nullable(String))", .text), ("UInt8", .number),
            ("DateTime('Asia/Tokyo')", .moment), ("DateTime64(6, 'UTC')", .fineMoment(decimals: 6)),
            ("Date", .day), ("Enum8('a' = 1)", .named), ("Array(Float64)", .other),
            ("Map(String, Float64)", .other), ("FixedString(8)", .text), ("IntervalDay", .other),
            ("AggregateFunction(sum, Float64)", .other),
        ])
    func kinds(type: String, kind: ColumnKind) {
        #expect(ColumnKind(type) == kind)
    }

    @Test("the parts of an engine, as old and as current servers write them")
    func engines() {
        let parts = ["fleet", "db", "t_local", "cityHash64(a, b)"]
        #expect(
            TableDescription.arguments("Distributed(fleet, db, t_local, cityHash64(a, b))") == parts
        )
        #expect(
            TableDescription.arguments("Distributed('fleet', 'db', 't_local', cityHash64(a, b))")
                == parts)
        #expect(TableDescription.split("`a b`, toDate(t), c") == ["a b", "toDate(t)", "c"])
        #expect(TableDescription.arguments("Log") == [])
    }
}
