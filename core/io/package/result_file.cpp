// SPDX-License-Identifier: MIT
#include "core/io/package/result_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "core/base/error.hpp"
#include "core/io/files/output_file.hpp"

namespace yiquan::io {
namespace {

/// ".gpkg (layers), .json (document) or .csv (table)"
std::string kind_list(const std::vector<ResultKind>& kinds, Language language) {
    const bool chinese = language == Language::chinese;
    std::string out;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (i > 0 && i + 1 < kinds.size()) out += chinese ? "、" : ", ";
        if (i > 0 && i + 1 == kinds.size()) out += chinese ? "或 " : " or ";
        out += fmt::format(fmt::runtime(chinese ? "{}（{}）" : "{} ({})"), kinds[i].ending,
                           kinds[i].holds.in(language));
    }
    return out;
}

ResultKind kind_of(const std::string& path, const std::vector<ResultKind>& kinds) {
    const std::string ending = std::filesystem::path(path).extension().string();
    for (const ResultKind& kind : kinds) {
        if (kind.ending.empty() || kind.ending == ending) return kind;
    }
    throw Error{ErrorKind::usage,
                {fmt::format("{}: end the name in {}.", path, kind_list(kinds, Language::english)),
                 fmt::format("{}：文件名请以 {}结尾。", path, kind_list(kinds, Language::chinese))}};
}

}  // namespace

ResultKind package_result(std::function<void(GeoPackage&)> fill, std::string notice) {
    return {".gpkg",
            {"layers", "图层"},
            [fill = std::move(fill), notice = std::move(notice)](const std::string& path) {
                GeoPackage package(path, notice);
                fill(package);
                package.close();
            }};
}

ResultKind text_result(std::string ending, Message holds, std::function<std::string()> text) {
    return {std::move(ending), std::move(holds),
            [text = std::move(text)](const std::string& path) { write_text_file(path, text()); }};
}

std::string beside(const std::string& path, const std::string& ending) {
    std::filesystem::path out = path;
    out.replace_filename(out.stem().string() + ending);
    return out.string();
}

ResultFile::ResultFile(const std::string& path, Overwrite overwrite, const InputFiles& inputs,
                       const std::vector<ResultKind>& kinds) {
    if (path.empty()) return;
    kind_ = kind_of(path, kinds);
    paths_.push_back(path);
    if (!kind_.beside.empty()) paths_.push_back(beside(path, kind_.beside));
    files_.emplace(paths_, overwrite, inputs);
}

void ResultFile::write(Progress& progress) const {
    if (!files_) return;
    progress.stage({"Writing", "写出结果"});
    kind_.write(files_->path(0));
}

void ResultFile::commit() {
    if (files_) files_->commit();
}

}  // namespace yiquan::io
