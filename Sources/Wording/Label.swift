/// Short fixed texts: titles of cards, heads of columns, names of fields, buttons.
package enum Label: String, Sendable, Hashable, CaseIterable {
    // Frame
    case program, skip, chartHint, pages, filter, dataset, period, from, to, devices, codes, apply
    case refresh, updatedAt, refreshPaused, refreshWhileReading, refreshNow
    case theme, rangeOption, fleet, next,
        previous, dataAsTable
    case chartFile, report, tableOf, all, none, on, off
    // Columns
    case device, status, health, since, trouble, errors, failures,
        code, count
    case share, cumulative, value, before, group, reading, unit, mean, low, high, time, verdict
    case slope, interval95, chanceQ, component1, component2, silhouette, distance, contributions,
        feature,
        expected
    case inertia, withoutGroups, weekday, hour, followed, byChance, method,
        ratio, daysBetween
    case growth, part, deduction, duration, rule, points, excursions, age, median, percentile90,
        rate, line, role, reason
    case examples, fit, file, rows, kept, refused, covers, kind, grade, missing, range, now, events
    case severity, score, threshold, name, perDevice, until, column, spark
    // Overview
    case columns, usualColumns, worstOnly
    case attentionTitle, changedTitle, severitiesTitle
    // Clusters
    case algorithm, groups, features, scaling, eps, minSamples, cluster, automatic
    case wordsTitle, profileTitle, howManyTitle, kDistanceTitle, fitTitle, mirrorTitle
    case outlierTitle, membersTitle, noise, download, meansTitle, movesTitle, across, up, compare
    case movedFrom, movedTo
    // Trends
    case cyclesTitle, dayCycle, weekCycle, yearCycle, movesWith
    case betterTitle, precursorTitle, codesTitle, readingsTitle, methodsTitle
    case partLivesTitle, lifeFiguresTitle, partsAtRiskTitle, kaplanMeier, weibull, limits95,
        weibullShape
    case characteristicLife, censored, pastLife, atRisk, survival
    // Diagnostics
    case devicesTitle, find, rowsLink, healthTitle, contributionsTitle, outcomeTitle, partsTitle
    case deviceCodesTitle, foundTitle, causesTitle, modelsTitle, alikeTitle,
        excursionsTitle
    case window, zoomIn, trace, attributes, modelFile, modelHash, modelFormat, modelInputs,
        modelOutputs
    case modelNeeds, modelRows, modelTime, modelProducer, expectedBand, inEpisode, episode,
        failureMark
    case unlikeBeginning
    case repairMark, ofHundred, lastData, noDataMark
    case findSimilar, thisStretch, asNear
    case notesTitle, noteKind, noteText, addNote, removeNote
    // Import
    case setAsideTitle, tryAgain, sampleTitle, trySample
    case addFilesTitle, addFilesSub, chooseFiles, dropHere, originalsKept, uploadButton, modeLegend
    case setName, loadTitle, rolesTitle, saveRoles, saveNote, writtenTitle, previewTitle
    case worthTitle, qualityTitle, thisSetTitle, readAgain, delete, deleteAsk, deleteConfirm
    case trainModel, cancel, uploading, lostConnection, devicesCSV, issuesCSV, issuesTitle,
        eventKind, timeZone,
        zoneNotGiven, encoding
    case delimiter, header, lines, quotes, decimals, dayOrder, guessed, comma, point, notGiven
    case questionsTitle, questionsSub, problemsTitle, usedNow
    // Files that wait to be taken in
    case lookFirst, lookQuestion, lookTitle, takeIn, lookRows, lookColumns, cellType
    // Rows
    case rowsTitle, show, noRows
    // Files that leave the program
    case downloadExcel, downloadSemicolons, leftOut, exportSet, thisPage
    case compareWith, countedFrom, groupBy, earlierFrom, earlierTo, compareDevices, side,
        difference, rateRatio, middleDevices
}
