// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace yiquan::plugin {

/// What `yiquan` says on stderr, line by line: progress as JSON, one sentence where it fails, and anything
/// that its libraries add.
class ProgramWords {
public:
    struct Progress {
        double percent = 0.0;
        QString stage;
    };

    /// \return the last progress in these bytes, where there is any
    std::optional<Progress> take(const QByteArray& bytes);
    /// Takes what came without an end of line.
    void end();

    /// The program's own sentence, without its name before it; empty where it said none.
    [[nodiscard]] const QString& sentence() const { return sentence_; }
    /// The last line that is neither progress nor the program's sentence.
    [[nodiscard]] const QString& other() const { return other_; }

private:
    std::optional<Progress> line(const QByteArray& text);

    QByteArray pending_;
    QString sentence_;
    QString other_;
};

}  // namespace yiquan::plugin
