// SPDX-License-Identifier: GPL-2.0-or-later
// yiquan-map: the pages of an audit on paper, without a screen and without the user's QGIS profile.
#include <fmt/format.h>

#include <qgsapplication.h>
#include <qgsfeedback.h>

#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>
#include <QtGlobal>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program.hpp"
#include "core/base/error.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/gdal/gdal_program.hpp"
#include "plugin/layout/map_book.hpp"

namespace yiquan::plugin {
namespace {

struct Options {
    std::string package;
    std::string output;
    std::string layouts = "a3-prefectures";
    std::string before;
    std::string siting;
    std::string relocation;
    std::string screening;
    std::string language;
    std::string pages;
    std::string format;
    double dpi = 300.0;
    std::string title;
    std::string subtitle;
    std::string unit;
    std::string approval;
    std::string date;
    bool overwrite = false;
    bool quiet = false;
    bool list = false;
    std::string progress = "auto";
};

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (comma > 0) parts.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return parts;
}

[[noreturn]] void refuse_pages(const std::string& pages) {
    throw Error{ErrorKind::usage,
                {fmt::format("--pages {} must be like 1-3,5.", pages),
                 fmt::format("--pages {} 应写成 1-3,5 的样子。", pages)}};
}

/// "1-3,5", counted from 1.
std::vector<std::size_t> page_list(const std::string& pages, std::size_t count) {
    std::vector<std::size_t> list;
    for (const std::string& part : split(pages)) {
        std::size_t first = 0;
        const char* const end = part.data() + part.size();
        std::from_chars_result read = std::from_chars(part.data(), end, first);
        std::size_t last = first;
        if (read.ec == std::errc{} && read.ptr != end && *read.ptr == '-') {
            read = std::from_chars(read.ptr + 1, end, last);
        }
        if (read.ec != std::errc{} || read.ptr != end || first == 0 || last < first) refuse_pages(pages);
        if (last > count) {
            throw Error{
                ErrorKind::usage,
                {fmt::format("--pages {}: there is no page {}; the layouts have {}.", pages, last, count),
                 fmt::format("--pages {}：没有第 {} 页，所选版式共 {} 页。", pages, last, count)}};
        }
        for (std::size_t page = first; page <= last; ++page) list.push_back(page - 1);
    }
    if (list.empty() && !pages.empty()) refuse_pages(pages);
    return list;
}

QDate date_of(const std::string& date) {
    if (date.empty()) return QDate::currentDate();
    const QDate day = QDate::fromString(QString::fromStdString(date), Qt::ISODate);
    if (day.isValid() && date.size() == 10) return day;
    throw Error{ErrorKind::usage,
                {fmt::format("--date {} must be a day like 2026-05-01.", date),
                 fmt::format("--date {} 应为 2026-05-01 这样的日期。", date)}};
}

/// Looks for Ctrl-C and shows how far it has come after each page.
class TerminalFeedback final : public QgsFeedback {
public:
    explicit TerminalFeedback(Progress& progress) {
        connect(this, &QgsFeedback::progressChanged, this, [this, &progress](double done) {
            progress.report(done / 100.0);
            if (progress.cancelled()) cancel();
        });
    }
};

void list_layouts(Language language) {
    for (const PaperLayout& layout : paper_layouts) {
        fmt::print("{:<20}{:>6.0f} × {:<6.0f}mm  {}\n", layout.id, layout.width_mm, layout.height_mm,
                   language == Language::chinese ? layout.title_zh : layout.title_en);
    }
}

MapRequest request_of(const Options& options, Language language) {
    MapRequest request;
    request.package = QString::fromStdString(options.package);
    request.before = QString::fromStdString(options.before);
    request.siting = QString::fromStdString(options.siting);
    request.relocation = QString::fromStdString(options.relocation);
    request.screening = QString::fromStdString(options.screening);
    request.layouts = split(options.layouts);
    request.language = options.language == "both"      ? PaperLanguage::both
                       : language == Language::chinese ? PaperLanguage::chinese
                                                       : PaperLanguage::english;
    request.title = QString::fromStdString(options.title);
    request.subtitle = QString::fromStdString(options.subtitle);
    request.unit = QString::fromStdString(options.unit);
    request.approval = QString::fromStdString(options.approval);
    request.date = date_of(options.date);
    return request;
}

/// QGIS without a screen, with a profile of its own that is thrown away.
class HeadlessQgis {
public:
    HeadlessQgis(int& argc, char** argv) {
        qputenv("QGIS_CUSTOM_CONFIG_PATH", profile_.path().toUtf8());
        application_ = std::make_unique<QgsApplication>(argc, argv, true, profile_.path());
        QgsApplication::setPrefixPath(QStringLiteral("/usr"), true);
        QgsApplication::init(profile_.path());
        QgsApplication::initQgis();
        io::prepare_gdal_for_a_program();  // after QGIS, which registers drivers by settings of its own
    }
    ~HeadlessQgis() { QgsApplication::exitQgis(); }
    HeadlessQgis(const HeadlessQgis&) = delete;
    HeadlessQgis& operator=(const HeadlessQgis&) = delete;

private:
    QTemporaryDir profile_;
    std::unique_ptr<QgsApplication> application_;
};

std::unique_ptr<cli::TerminalProgress> progress_of(const Options& options, Language language) {
    cli::ProgressStyle style = cli::automatic_progress();
    if (options.progress == "json") {
        style = cli::ProgressStyle::json;
    } else if (options.progress == "none" || options.quiet) {
        style = cli::ProgressStyle::none;
    } else if (options.progress != "auto") {
        throw Error{ErrorKind::usage,
                    {fmt::format("--progress {} must be auto, none or json.", options.progress),
                     fmt::format("--progress {} 应为 auto、none 或 json。", options.progress)}};
    }
    return std::make_unique<cli::TerminalProgress>(style, language);
}

cli::ExitCode draw(const Options& options, int argc, char** argv, Language language) {
    if (options.output.empty()) {
        throw Error{ErrorKind::usage,
                    {"Name the file to write with -o, such as -o maps.pdf.",
                     "请用 -o 指定要写的文件，例如 -o maps.pdf。"}};
    }
    const MapRequest request = request_of(options, language);
    for (const std::string& id : request.layouts) (void)paper_layout(id);
    if (request.layouts.empty()) (void)paper_layout(options.layouts);
    ExportOptions how;
    const QString output = QString::fromStdString(options.output);
    how.format = paper_format(options.format.empty() ? QFileInfo(output).suffix()
                                                     : QString::fromStdString(options.format));
    how.dpi = options.dpi;
    how.overwrite = options.overwrite ? io::Overwrite::yes : io::Overwrite::no;
    const std::unique_ptr<cli::TerminalProgress> progress = progress_of(options, language);
    progress->stage({"Reading", "读取数据"});
    // Whether anything can be written there at all; nothing stays. Which files it will be, the pages say.
    (void)io::OutputFile(options.output, io::Overwrite::yes, input_files(request));
    const HeadlessQgis qgis(argc, argv);
    MapBook book(request);
    how.pages = page_list(options.pages, book.pages().size());
    progress->stage({"Drawing maps", "绘制地图"});
    TerminalFeedback feedback(*progress);
    const QStringList files = book.write(output, how, &feedback);
    if (!options.quiet) {
        for (const QString& file : files) fmt::print("{}\n", file.toStdString());
    }
    return cli::done;
}

cli::ExitCode run(int argc, char** argv, Language language) {
    const bool chinese = language == Language::chinese;
    const auto say = [&](const char* en, const char* zh) { return std::string{chinese ? zh : en}; };
    Options options;
    CLI::App app{
        say("Draws an audit on paper: maps with title, legend, scale, ledger and sources, from its "
            "audit.gpkg alone and without a screen.",
            "把审计结果制成图：带标题、图例、比例尺、台账和来源的地图，只需 audit.gpkg，无需显示器。")};
    app.name("yiquan-map");
    app.set_version_flag("--version", YIQUAN_VERSION, say("Show the version", "显示版本"));
    app.set_help_flag("-h,--help", say("Show this help", "显示帮助"));
    if (chinese) cli::word_in_chinese(app);
    app.add_option("AUDIT", options.package,
                   say("The audit.gpkg, or the folder that holds it", "audit.gpkg 或其所在目录"));
    app.add_option("-o,--output", options.output,
                   say("File to write; several pages as png or svg become maps-1.png …",
                       "要写的文件；多页 png、svg 写成 maps-1.png …"));
    app.add_option("--layout", options.layouts,
                   say("Layouts, separated by commas (a3-prefectures); see --list",
                       "版式，用逗号分隔（默认 a3-prefectures），见 --list"));
    app.add_flag("--list", options.list, say("List the layouts with their sizes", "列出全部版式及尺寸"));
    app.add_option("--before", options.before,
                   say("The earlier audit, for layouts that compare", "先前的审计，用于前后对比版式"));
    app.add_option("--siting", options.siting,
                   say("The plan.gpkg of yiquan locate, for layouts that show where next",
                       "yiquan locate 生成的 plan.gpkg，用于选址版式"));
    app.add_option("--relocation", options.relocation,
                   say("The .gpkg of yiquan relocate, for layouts that show who moves where",
                       "yiquan relocate 生成的 .gpkg，用于“搬到哪里”版式"));
    app.add_option("--screening", options.screening,
                   say("The .gpkg of yiquan screen, for layouts that show which sites are allowed",
                       "yiquan screen 生成的 .gpkg，用于“哪些点可用”版式"));
    app.add_option("--lang", options.language,
                   say("Language on the page: zh, en or both", "图上文字：zh、en 或 both（双语）"))
        ->check(CLI::IsMember({"zh", "en", "both"}))
        ->type_name("zh|en|both");
    app.add_option("--pages", options.pages, say("Pages to draw, such as 1-3,5", "要画的页，如 1-3,5"));
    app.add_option(
        "--format", options.format,
        say("pdf, png or svg; otherwise by the name of -o", "pdf、png 或 svg；默认由 -o 的文件名决定"));
    app.add_option("--dpi", options.dpi, say("Dots per inch of pictures (300)", "图片分辨率（默认 300）"))
        ->check(CLI::Range(10.0, 1200.0))
        ->type_name("N");
    app.add_option("--title", options.title, say("Title, instead of the audit's", "标题，代替审计的标题"));
    app.add_option("--subtitle", options.subtitle,
                   say("Line below the title, instead of standard and figures", "副标题，代替标准和数字"));
    app.add_option("--unit", options.unit, say("Who made the map", "制图单位"));
    app.add_option(
        "--approval", options.approval,
        say("Approval number; otherwise \"for internal meetings\"", "审图号；不填则注“内部会议用图”"));
    app.add_option("--date", options.date,
                   say("Date on the map, such as 2026-05-01 (today)", "图上日期，如 2026-05-01（默认今天）"));
    app.add_flag("--overwrite", options.overwrite, say("Replace existing files", "覆盖已有文件"));
    app.add_flag("--quiet", options.quiet, say("Print nothing but errors", "只显示错误"));
    app.add_option("--progress", options.progress,
                   say("auto, none or json (on stderr)", "auto、none 或 json（标准错误）"));
    app.footer(say("Example:", "例：") +
               "\n  yiquan-map audit-out/audit.gpkg --layout a3-prefectures --lang zh -o maps.pdf");
    if (const auto code = cli::parse(app, argc, argv, "yiquan-map", language)) return *code;
    if (options.list) {
        list_layouts(language);
        return cli::done;
    }
    if (options.package.empty()) {
        throw Error{ErrorKind::usage,
                    {"Name the audit.gpkg to draw. See yiquan-map --help.",
                     "请给出要制图的 audit.gpkg。用 yiquan-map --help 查看用法。"}};
    }
    return draw(options, argc, argv, language);
}

/// What QGIS and Qt say to themselves is nothing for the user.
void keep_to_itself(QtMsgType /*type*/, const QMessageLogContext& /*context*/, const QString& /*message*/) {}

}  // namespace
}  // namespace yiquan::plugin

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qSetGlobalQHashSeed(0);  // the same bytes every time; libraries may have drawn a seed before main
    qInstallMessageHandler(yiquan::plugin::keep_to_itself);
    return yiquan::cli::run_program(
        argc, argv, [&](yiquan::Language language) { return yiquan::plugin::run(argc, argv, language); });
}
