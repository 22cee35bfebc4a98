// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/program_words.hpp"

#include <QJsonDocument>
#include <QJsonObject>

namespace yiquan::plugin {

std::optional<ProgramWords::Progress> ProgramWords::take(const QByteArray& bytes) {
    constexpr int longest = 1 << 16;  // of a line; more is not meant to be read
    std::optional<Progress> latest;
    int from = 0;
    while (from < bytes.size()) {
        const int end = bytes.indexOf('\n', from);
        const int stop = end < 0 ? bytes.size() : end;
        if (pending_.size() < longest) pending_.append(bytes.constData() + from, stop - from);
        if (end < 0) break;
        if (const auto progress = line(pending_)) latest = progress;
        pending_.clear();
        from = end + 1;
    }
    return latest;
}

void ProgramWords::end() {
    (void)line(pending_);
    pending_.clear();
}

std::optional<ProgramWords::Progress> ProgramWords::line(const QByteArray& text) {
    static const QByteArray own_name = QByteArrayLiteral("yiquan: ");
    if (text.startsWith('{')) {
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        const QJsonValue fraction = json.value(QLatin1String("progress"));
        if (fraction.isDouble()) {
            constexpr double whole = 100.0;
            return Progress{qBound(0.0, fraction.toDouble() * whole, whole),
                            json.value(QLatin1String("stage")).toString()};
        }
    }
    if (text.startsWith(own_name)) {
        sentence_ = QString::fromUtf8(text.mid(own_name.size())).trimmed();
    } else if (!text.trimmed().isEmpty()) {
        constexpr int most_letters = 300;
        other_ = QString::fromUtf8(text).trimmed().left(most_letters);
    }
    return std::nullopt;
}

}  // namespace yiquan::plugin
