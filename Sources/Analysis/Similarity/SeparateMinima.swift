import Values

/// The least values of a list that are not neighbours.
enum SeparateMinima {
    private static let block = 256

    /// The places of the least values, ascending by value; each is at least `apart` places from all
    /// before it, and none stands twice. NaN never counts, of equal values the first does.
    ///
    /// - Complexity: O(n + limit · (n / 256 + apart)).
    static func places(in values: [Double], limit: Int, apart: Int) -> [Int] {
        var rest = values
        var least = stride(from: 0, to: rest.count, by: block).map { Self.least(rest, from: $0) }
        var places: [Int] = []
        while places.count < limit,
            let place = least.compactMap({ $0 }).min(by: {
                (rest[$0], $0) < (rest[$1], $1)
            })
        {
            places.append(place)
            let near = max(0, place - max(1, apart) + 1)..<min(rest.count, place + max(1, apart))
            for index in near { rest[index] = .nan }
            for index in (near.lowerBound / block)...((near.upperBound - 1) / block) {
                least[index] = Self.least(rest, from: index * block)
            }
        }
        return places
    }

    private static func least(_ values: [Double], from start: Int) -> Int? {
        var best: Int?
        for place in start..<min(start + block, values.count) where !values[place].isNaN {
            if let known = best, values[known] <= values[place] { continue }
            best = place
        }
        return best
    }
}
