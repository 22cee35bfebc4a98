// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/rules_example.hpp"

#include <fmt/format.h>

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"
#include "plugin/language.hpp"
#include "plugin/session/demo.hpp"

namespace yiquan {
std::span<const EmbeddedFile> embedded_rules();
}

namespace yiquan::plugin {

void write_rules_example(const QString& path) {
    QByteArray rules = text(embedded_rules().front().text).toUtf8();
    rules.replace("\"../qinghai/", "\"qinghai/");
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(rules) != rules.size() || !out.commit()) {
        const std::string where = path.toStdString();
        throw Error{ErrorKind::output,
                    {fmt::format("The rules cannot be written to {}; choose another folder.", where),
                     fmt::format("规则文件无法写入 {}，请选择其他文件夹。", where)}};
    }
    unpack_demo(QFileInfo(path).dir().filePath(QStringLiteral("qinghai")));
}

}  // namespace yiquan::plugin
