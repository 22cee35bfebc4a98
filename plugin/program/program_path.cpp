// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/program_path.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <qgssettings.h>

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <optional>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

const QString program_name = QStringLiteral("yiquan");

bool may_run(const QString& path) {
    const QFileInfo file(path);
    return file.isFile() && file.isExecutable();
}

/// The file that this code was loaded from: the plugin's library, or a test.
QString own_file() {
    Dl_info info{};
    if (dladdr(reinterpret_cast<const void*>(&program_path), &info) == 0 || info.dli_fname == nullptr)
        return {};
    return QFileInfo(QString::fromLocal8Bit(info.dli_fname)).canonicalFilePath();
}

/// Packages put the library into <prefix>/lib/…/qgis/plugins and the program into <prefix>/bin; a build puts
/// it into the folder cli beside the plugin's.
std::optional<QString> beside_library() {
    constexpr int most_steps = 5;
    const QString own = own_file();
    if (own.isEmpty()) return std::nullopt;
    QDir folder = QFileInfo(own).dir();
    for (int step = 0; step < most_steps; ++step) {
        for (const QString& place : {QStringLiteral("bin/"), QStringLiteral("cli/")}) {
            const QString path = folder.filePath(place + program_name);
            if (may_run(path)) return path;
        }
        if (!folder.cdUp()) break;
    }
    return std::nullopt;
}

QString named_in_settings(const QString& path) {
    if (may_run(path)) return path;
    const std::string file = path.toStdString();
    const std::string setting = program_setting().toStdString();
    if (QFileInfo(path).isFile()) {
        throw Error{
            ErrorKind::input,
            {fmt::format("{} may not be run; allow it (chmod +x), or clear the setting {}.", file, setting),
             fmt::format("没有运行 {} 的权限；请授予执行权限（chmod +x），或清空设置项 {}。", file,
                         setting)}};
    }
    throw Error{
        ErrorKind::input,
        {fmt::format("The setting {} names {}, which is not a program; correct or clear it under Settings > "
                     "Options > Advanced.",
                     setting, file),
         fmt::format("设置项 {} 指定的 {} 不是程序；请在“设置 > 选项 > 高级”中改正或清空。", setting, file)}};
}

}  // namespace

QString program_setting() {
    return QStringLiteral("yiquan/program");
}

QString program_path() {
    const QString named = QgsSettings().value(program_setting()).toString().trimmed();
    if (!named.isEmpty()) return named_in_settings(named);
    if (const auto beside = beside_library()) return *beside;
    const QString found = QStandardPaths::findExecutable(program_name);
    if (!found.isEmpty()) return found;
    throw Error{ErrorKind::input,
                {fmt::format("The program yiquan, which computes this, is not installed; install the package "
                             "yiquan, or name the program in the setting {} (Settings > Options > Advanced).",
                             program_setting().toStdString()),
                 fmt::format("没有找到负责计算的程序 yiquan；请安装软件包 yiquan，或在“设置 > 选项 > "
                             "高级”中用 {} 指定其位置。",
                             program_setting().toStdString())}};
}

}  // namespace yiquan::plugin
