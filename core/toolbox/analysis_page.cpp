// SPDX-License-Identifier: MIT
#include "core/toolbox/analysis_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/toolbox/analysis.hpp"

namespace yiquan::toolbox {
namespace {

std::string upper(std::string_view id) {
    std::string out{id};
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

std::string_view kind_text(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::list:
            return "point layer or table 点图层或表";
        case ParameterKind::places:
            return "point or polygon layer 点或面图层";
        case ParameterKind::demand:
            return "point layer, table or raster 点图层、表或栅格";
        case ParameterKind::polygons:
            return "polygon layer 面图层";
        case ParameterKind::table:
            return "table 表";
        case ParameterKind::column:
            return "column 字段";
        case ParameterKind::choice:
            return "choice 选项";
        case ParameterKind::length:
            return "length, metres 长度（米）";
        case ParameterKind::share:
            return "share, 0 to 1 比例（0–1）";
        case ParameterKind::number:
            return "number 数";
        case ParameterKind::duration:
            return "seconds 秒数";
        case ParameterKind::flag:
            return "yes or no 是或否";
        case ParameterKind::text:
            return "text 文字";
        case ParameterKind::file:
            return "file 文件";
        case ParameterKind::audit:
            return "folder of an audit 审计结果文件夹";
    }
    return "";
}

std::string meaning(const Parameter& parameter) {
    std::string out = fmt::format("{} {}", parameter.name.en, parameter.name.zh);
    if (!parameter.help.en.empty()) out += fmt::format("<br>{} {}", parameter.help.en, parameter.help.zh);
    if (!parameter.choices.empty()) {
        out += "<br>";
        for (const Choice& choice : parameter.choices) {
            out += fmt::format("{}`{}`", &choice == &parameter.choices.front() ? "" : ", ", choice.id);
        }
    }
    if (!parameter.option.empty()) out += fmt::format("<br>`{}`", parameter.option);
    return out;
}

/// What the toolbox itself adds to an analysis that makes layers.
std::string figures_row(const Analysis& row) {
    std::string out =
        "| `OUTPUT_FIGURES` | JSON file JSON 文件 | The figures as the command line prints them with --json "
        "与命令行 --json 相同的数字 |\n";
    if (!row.verb.empty()) {
        out += fmt::format(
            "\nRun by the program `yiquan {0}`, which must be installed; the options are those of the "
            "command "
            "line. 由程序 `yiquan {0}` 计算，须已安装；表中选项即命令行选项。\n",
            row.verb);
    }
    return out;
}

}  // namespace

std::string analysis_page() {
    std::string page =
        "# The toolbox 处理工具箱\n\n"
        "Made from the tables in `core/toolbox/analysis.cpp` and `core/toolbox/program_analyses.cpp`; a test "
        "keeps it "
        "true. 由 `core/toolbox/analysis.cpp` 与 `core/toolbox/program_analyses.cpp` "
        "中的表生成，由测试保证一致。\n";
    for (const Analysis& row : analyses()) {
        page += fmt::format("\n## yiquan:{} · {} · {}\n\n{}\n\n{}\n\n", row.id, row.name.en, row.name.zh,
                            row.summary.en, row.summary.zh);
        page += "| parameter 参数 | kind 类型 | meaning 含义 |\n|---|---|---|\n";
        for (const Parameter& parameter : row.parameters) {
            page += fmt::format("| `{}`{} | {} | {} |\n", upper(parameter.id),
                                parameter.optional ? "" : " (required 必填)", kind_text(parameter.kind),
                                meaning(parameter));
        }
        if (row.in_folder) {
            page +=
                "| `OUTPUT` (required 必填) | folder 文件夹 | Where the audit goes 审计结果位置 |\n"
                "| `OVERWRITE` | yes or no 是或否 | Replace an earlier audit there 覆盖其中已有的审计 |\n"
                "| `LOAD_LAYERS` | yes or no 是或否 | Show the layers on the map; off in models "
                "在图上显示图层，模型中请关闭 |\n"
                "\nLayers in the folder 文件夹中的图层：";
        } else {
            page += figures_row(row) + "\nLayers 图层：";
        }
        for (const MapLayer& layer : row.layers) {
            page += fmt::format("{}`OUTPUT_{}` ({} {})", &layer == &row.layers.front() ? "" : ", ",
                                upper(layer.style), layer.en, layer.zh);
        }
        page += ".\nFigures 数字：";
        for (const AnalysisNumber& number : row.numbers) {
            page += fmt::format("{}`{}` ({} {})", &number == &row.numbers.front() ? "" : ", ",
                                upper(number.id), number.name.en, number.name.zh);
        }
        page += ".\n";
    }
    return page;
}

}  // namespace yiquan::toolbox
