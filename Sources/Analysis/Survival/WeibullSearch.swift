/// Newton's climb to the maximum of a Weibull likelihood.
struct WeibullSearch {
    let likelihood: WeibullLikelihood
    /// The given shape, where only the scale is searched.
    let shape: Double?

    /// Where the climb ended.
    struct Maximum {
        var logShape: Double
        var logScale: Double
        var value: Double
        var covariance: WeibullFit.Covariance
    }

    private static let mostSteps = 60
    /// Of the gradient, per failure.
    private static let tolerance = 1e-9

    /// The top; nil where there is none within the shapes searched, or none is reached in
    /// `mostSteps`.
    ///
    /// A step that does not climb is halved; where the function is not concave the step goes along
    /// the gradient.
    var maximum: Maximum? {
        guard likelihood.exposure > 0, likelihood.count > 0 else { return nil }
        var logShape = ElementaryFunctions.logarithm(shape ?? 1)
        var logScale = ElementaryFunctions.logarithm(likelihood.exposure / likelihood.count)
        var point = likelihood.point(logShape: logShape, logScale: logScale)
        let bound = ElementaryFunctions.logarithm(WeibullFit.steepest)
        for _ in 0..<Self.mostSteps {
            if isTop(point) { return top(point, logShape, logScale) }
            var (shapeStep, scaleStep) = step(point)
            var next = point
            repeat {
                next = likelihood.point(
                    logShape: logShape + shapeStep, logScale: logScale + scaleStep)
                if next.value > point.value { break }
                (shapeStep, scaleStep) = (shapeStep / 2, scaleStep / 2)
            } while abs(shapeStep) + abs(scaleStep) > 1e-12
            // As high as rounding lets it come.
            guard next.value > point.value else { return top(point, logShape, logScale) }
            (logShape, logScale, point) = (logShape + shapeStep, logScale + scaleStep, next)
            guard shape != nil || abs(logShape) < bound else { return nil }
        }
        return nil
    }

    private func isTop(_ point: WeibullLikelihood.Point) -> Bool {
        let shapeSlope = shape == nil ? abs(point.byShape) : 0
        return max(shapeSlope, abs(point.byScale)) < Self.tolerance * likelihood.count
    }

    /// Newton's step, at most 1 in each logarithm.
    private func step(_ point: WeibullLikelihood.Point) -> (Double, Double) {
        var step = (0.0, -point.byScale / point.byScaleTwice)
        if shape == nil {
            let determinant =
                point.byShapeTwice * point.byScaleTwice - point.byBoth * point.byBoth
            if point.byShapeTwice < 0, determinant > 0 {
                step = (
                    (point.byBoth * point.byScale - point.byScaleTwice * point.byShape)
                        / determinant,
                    (point.byBoth * point.byShape - point.byShapeTwice * point.byScale)
                        / determinant
                )
            } else {
                step.0 = point.byShape / likelihood.count
            }
        }
        let largest = max(abs(step.0), abs(step.1), 1)
        return (step.0 / largest, step.1 / largest)
    }

    /// The end of the climb with the inverse of the observed information; nil where that is not
    /// positive definite.
    private func top(
        _ point: WeibullLikelihood.Point, _ logShape: Double, _ logScale: Double
    ) -> Maximum? {
        guard point.value.isFinite, point.byScaleTwice < 0 else { return nil }
        var covariance = WeibullFit.Covariance(
            shape: 0, scale: -1 / point.byScaleTwice, both: 0)
        if shape == nil {
            let determinant =
                point.byShapeTwice * point.byScaleTwice - point.byBoth * point.byBoth
            guard point.byShapeTwice < 0, determinant > 0 else { return nil }
            covariance = WeibullFit.Covariance(
                shape: -point.byScaleTwice / determinant, scale: -point.byShapeTwice / determinant,
                both: point.byBoth / determinant)
        }
        return Maximum(
            logShape: logShape, logScale: logScale, value: point.value, covariance: covariance)
    }
}
