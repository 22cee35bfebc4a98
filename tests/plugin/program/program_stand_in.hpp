// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <qgssettings.h>

#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <stdexcept>

#include "plugin/program/program_path.hpp"

namespace yiquan::plugin {

/// A shell script in the place of `yiquan`, named by the user's setting for as long as this lives. It knows
/// its version and notes the words that it is called with in words.txt.
class ProgramStandIn {
public:
    /// \param then what it does with a verb, lines of shell
    explicit ProgramStandIn(const QString& then, const QString& version = QStringLiteral(YIQUAN_VERSION)) {
        write(QStringLiteral("#!/bin/sh\nif [ \"$1\" = --version ]; then echo '%1'; exit 0; fi\n"
                             "echo \"$*\" >>'%2'\n%3\n")
                  .arg(version, folder_.filePath(QStringLiteral("words.txt")), then));
        QgsSettings().setValue(program_setting(), path());
    }
    ~ProgramStandIn() { QgsSettings().remove(program_setting()); }
    ProgramStandIn(const ProgramStandIn&) = delete;
    ProgramStandIn& operator=(const ProgramStandIn&) = delete;

    [[nodiscard]] QString path() const { return folder_.filePath(QStringLiteral("yiquan")); }
    [[nodiscard]] QString words() const {
        QFile file(folder_.filePath(QStringLiteral("words.txt")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private:
    void write(const QString& script) const {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly)) throw std::runtime_error("no room for a stand-in");
        file.write(script.toUtf8());
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir folder_;
};

}  // namespace yiquan::plugin
