// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/relocation/rules_example.hpp"

#include <fmt/format.h>

#include <QSaveFile>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"

namespace yiquan {
std::span<const EmbeddedFile> embedded_rules();
}

namespace yiquan::plugin {

void write_rules_example(const QString& path) {
    const EmbeddedFile& rules = embedded_rules().front();
    const auto size = static_cast<qint64>(rules.text.size());
    QSaveFile out(path);
    if (out.open(QIODevice::WriteOnly) && out.write(rules.text.data(), size) == size && out.commit()) return;
    const std::string where = path.toStdString();
    throw Error{ErrorKind::output,
                {fmt::format("The rules cannot be written to {}; choose another folder.", where),
                 fmt::format("规则文件无法写入 {}，请选择其他文件夹。", where)}};
}

}  // namespace yiquan::plugin
