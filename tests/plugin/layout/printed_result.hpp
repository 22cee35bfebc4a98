// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/plugin/layout/printed_audit.hpp"

namespace yiquan::plugin {

/// A relocation or a screening that the command line made; gone with the object.
class PrintedResult {
public:
    explicit PrintedResult(const QStringList& words) {
        const Ended ended =
            run(QStringLiteral(YIQUAN_PROGRAM),
                words + QStringList{QStringLiteral("-o"), package(), QStringLiteral("--quiet")});
        EXPECT_EQ(ended.code, 0) << ended.err.toStdString();
    }

    [[nodiscard]] QString package() const { return home_.filePath(QStringLiteral("result.gpkg")); }

    /// The invented villages of data/example/relocation, each together, within its county and 30 km: made
    /// once.
    static const PrintedResult& moves() {
        const QDir data(QStringLiteral(YIQUAN_SOURCE_DIR "/data/example/relocation"));
        static const PrintedResult result(
            {QStringLiteral("relocate"), QStringLiteral("--households"),
             data.filePath(QStringLiteral("households.csv")), QStringLiteral("--sites"),
             data.filePath(QStringLiteral("sites.csv")), QStringLiteral("--together"),
             QStringLiteral("village"), QStringLiteral("--within"), QStringLiteral("county"),
             QStringLiteral("--max-distance"), QStringLiteral("30 km")});
        return result;
    }

    /// The example of rules, with Qinghai's known places as candidates: made once.
    static const PrintedResult& screened() {
        static const PrintedResult result(
            {QStringLiteral("screen"), QStringLiteral(YIQUAN_SOURCE_DIR "/data/rules/relocation.toml")});
        return result;
    }

private:
    QTemporaryDir home_;
};

}  // namespace yiquan::plugin
