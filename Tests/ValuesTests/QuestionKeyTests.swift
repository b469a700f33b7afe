import Testing
import Values

@Suite("Keys of answers")
struct QuestionKeyTests {
    private func table(_ place: Int, _ name: String, rows: Int) -> SchemaQuestion.Answer {
        .init(
            .table(name: name, rows: rows),
            SchemaCorrection(dialect: DialectCorrection(table: place)))
    }

    @Test("are FNV-1a of the parts, each ended by a byte that no text has")
    func known() {
        // From Python: h = (h ^ byte) * 0x100000001b3 over b"table\xffrpm\xff1\xff".
        let question = SchemaQuestion(.table, [table(0, "degC", rows: 24)])
        #expect(question.key(of: table(1, "rpm", rows: 18)) == "a71275a8d263ec8e")
        let order = SchemaQuestion(.dateOrder(column: "Дата"), [])
        let day = SchemaQuestion.Answer(
            .dateOrder(dayFirst: true, first: 0), SchemaCorrection())
        #expect(order.key(of: day) == "2959a905b8d5b03b")
    }

    @Test("stay while a file grows, and tell tables of one name apart")
    func figures() {
        let question = SchemaQuestion(.table, [])
        let key = question.key(of: table(1, "rpm", rows: 18))
        #expect(key == question.key(of: table(1, "rpm", rows: 90)))
        #expect(key != question.key(of: table(2, "rpm", rows: 18)))
        #expect(key != question.key(of: table(1, "degC", rows: 18)))
    }

    @Test("lead to the answer that they were made of, and to none of another question")
    func lookup() throws {
        let answers = [table(0, "degC", rows: 24), table(1, "rpm", rows: 18)]
        let question = SchemaQuestion(.table, answers)
        let schema = FileSchema(
            dialect: CSVDialect(), columns: [], shape: .table, eventKind: .other,
            time: .rowNumber, device: .fileName, questions: [question])
        for answer in answers {
            #expect(schema.answer(withKey: question.key(of: answer)) == answer)
        }
        #expect(schema.answer(withKey: "") == nil)
        let other = SchemaQuestion(.encoding, [])
        #expect(schema.answer(withKey: other.key(of: answers[0])) == nil)
    }
}
