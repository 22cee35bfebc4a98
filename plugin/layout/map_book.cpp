// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/map_book.hpp"
#include "plugin/layout/paper_text.hpp"

#include <fmt/format.h>

#include <qgsfeedback.h>
#include <qgslabelingenginesettings.h>
#include <qgslayertree.h>
#include <qgslayertreegroup.h>
#include <qgslayoutexporter.h>
#include <qgslayoutmanager.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "core/base/error.hpp"
#include "core/io/files/output_files.hpp"
#include "plugin/layout/page_maker.hpp"
#include "plugin/layout/paper_font.hpp"
#include "plugin/layout/paper_writer.hpp"

namespace yiquan::plugin {
namespace {

QString package_file(const QString& path) {
    return QFileInfo(path).isDir() ? QDir(path).filePath(QStringLiteral("audit.gpkg")) : path;
}

/// A map of China needs what no audit has: approved borders and all of its territory.
void refuse_map_of_china(const QString& title) {
    if (!title.startsWith(QStringLiteral("中国")) || !title.contains(QStringLiteral("地图"))) return;
    const std::string name = title.toStdString();
    throw Error{
        ErrorKind::usage,
        {fmt::format("The title \"{}\" promises a map of China, which this is not; choose another.", name),
         fmt::format("标题“{}”会被当作中国地图，本图不是，请另拟标题。", name)}};
}

/// What a layout shows beside the audit must be named.
void refuse_without_result(const PaperLayout& layout, const MapRequest& request) {
    const bool moves = layout.contents == Contents::relocation;
    if (!moves && layout.contents != Contents::screening) return;
    if (!(moves ? request.relocation : request.screening).isEmpty()) return;
    throw Error{ErrorKind::usage,
                {fmt::format("The layout {} shows a {}; name the GeoPackage of yiquan {} with --{}.",
                             layout.id, moves ? "relocation" : "screening", moves ? "relocate" : "screen",
                             moves ? "relocation" : "screening"),
                 fmt::format("版式 {} 要显示{}，请用 --{} 指定 yiquan {} 生成的 GeoPackage。", layout.id,
                             moves ? "搬迁方案" : "筛查结果", moves ? "relocation" : "screening",
                             moves ? "relocate" : "screen")}};
}

[[noreturn]] void refuse_without_plan(std::string_view layout) {
    throw Error{
        ErrorKind::usage,
        {fmt::format("The layout {} shows a siting plan; name the plan.gpkg of yiquan locate with --siting.",
                     layout),
         fmt::format("版式 {} 要显示选址方案，请用 --siting 指定 yiquan locate 生成的 plan.gpkg。", layout)}};
}

bool names_in_chinese(const report::SitingRecord& plan) {
    return std::any_of(plan.proposals.begin(), plan.proposals.end(),
                       [](const auto& site) { return has_chinese(utf8(site.name)); });
}

bool names_in_chinese(const report::RelocationRecord& record) {
    const auto chinese = [](const auto& named) { return has_chinese(utf8(named.name)); };
    return std::any_of(record.sites.begin(), record.sites.end(), chinese) ||
           std::any_of(record.stays.begin(), record.stays.end(), chinese);
}

bool names_in_chinese(const report::ScreeningRecord& record) {
    return has_chinese(utf8(record.notice)) ||
           std::any_of(record.rules.begin(), record.rules.end(),
                       [](const auto& rule) { return has_chinese(utf8(rule.source)); }) ||
           std::any_of(record.candidates.begin(), record.candidates.end(),
                       [](const auto& candidate) { return has_chinese(utf8(candidate.name)); });
}

bool names_in_chinese(const ResultSource& source) {
    return std::visit([](const auto& record) { return names_in_chinese(record); }, source.record);
}

bool needs_chinese(const MapRequest& request, const report::AuditRecord& record) {
    if (request.language != PaperLanguage::english) return true;
    const auto chinese = [](const std::string& words) { return has_chinese(utf8(words)); };
    for (const QString& words : {request.title, request.subtitle, request.unit, request.approval}) {
        if (has_chinese(words)) return true;
    }
    if (chinese(record.ledger.title) || chinese(record.ledger.notice)) return true;
    return std::any_of(record.ledger.zones.begin(), record.ledger.zones.end(),
                       [&](const auto& zone) { return chinese(zone.name) || chinese(zone.parent); }) ||
           std::any_of(record.facilities.begin(), record.facilities.end(),
                       [&](const auto& facility) { return chinese(facility.name); });
}

/// Labels are whole or absent.
void set_label_rules(QgsProject& project) {
    QgsLabelingEngineSettings settings;
    settings.setFlag(QgsLabelingEngineSettings::UsePartialCandidates, false);
    project.setLabelingEngineSettings(settings);
}

void refuse_cancelled(const QgsFeedback& feedback) {
    if (!feedback.isCanceled()) return;
    throw Error{ErrorKind::cancelled, {"Cancelled; nothing was written.", "已取消，没有写出任何文件。"}};
}

QString numbered(const QString& path, std::size_t page, std::size_t count) {
    if (count == 1) return path;
    const QFileInfo info(path);
    return info.dir().filePath(
        QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(page + 1).arg(info.suffix()));
}

}  // namespace

PaperFormat paper_format(const QString& ending) {
    for (const PaperFormat format : {PaperFormat::pdf, PaperFormat::png, PaperFormat::svg}) {
        if (ending.toLower() == plugin::ending(format)) return format;
    }
    const std::string name = ending.toStdString();
    throw Error{
        ErrorKind::usage,
        {fmt::format("Maps are written as pdf, png or svg, not as \"{}\"; give -o such a name, or --format.",
                     name),
         fmt::format("地图可写为 pdf、png 或 svg，不能写为“{}”；请给 -o 相应的文件名，或用 --format。",
                     name)}};
}

QString ending(PaperFormat format) {
    switch (format) {
        case PaperFormat::pdf:
            return QStringLiteral("pdf");
        case PaperFormat::png:
            return QStringLiteral("png");
        case PaperFormat::svg:
            return QStringLiteral("svg");
    }
    return {};
}

class MapBook::Pages {
public:
    explicit Pages(MapRequest request) : request_(std::move(request)) {
        refuse_map_of_china(request_.title);
        for (const std::string& id : request_.layouts) {
            const PaperLayout& layout = paper_layout(id);
            refuse_without_result(layout, request_);
            if (layout.contents == Contents::siting && request_.siting.isEmpty()) refuse_without_plan(id);
            if (layout.contents != Contents::compare || !request_.before.isEmpty()) continue;
            throw Error{
                ErrorKind::usage,
                {fmt::format("The layout {} compares two audits; name the earlier one with --before.", id),
                 fmt::format("版式 {} 要比较两次审计，请用 --before 指定先前的审计。", id)}};
        }
        source_ = open_map_source(package_file(request_.package));
        if (!request_.before.isEmpty()) before_ = open_map_source(package_file(request_.before));
        if (!request_.siting.isEmpty()) plan_ = open_plan_source(request_.siting, source_.record);
        if (!request_.relocation.isEmpty())
            relocation_ = open_relocation_source(request_.relocation, source_.record);
        if (!request_.screening.isEmpty())
            screening_ = open_screening_source(request_.screening, source_.record);
        refuse_map_of_china(utf8(source_.record.ledger.title));
        family_ = chinese_family(families_with_chinese());
        if (family_.isEmpty() &&
            (needs_chinese(request_, source_.record) || (plan_ && names_in_chinese(plan_->record)) ||
             (relocation_ && names_in_chinese(*relocation_)) ||
             (screening_ && names_in_chinese(*screening_)))) {
            refuse_without_font();
        }
        set_label_rules(project_);
        for (const std::string& id : request_.layouts) list_pages(paper_layout(id));
    }

    [[nodiscard]] const MapRequest& request() const { return request_; }
    [[nodiscard]] const std::vector<MapPage>& pages() const { return pages_; }
    [[nodiscard]] const QString& family() const { return family_; }
    [[nodiscard]] QString title() const { return utf8(source_.record.ledger.title); }

    [[nodiscard]] std::unique_ptr<QgsPrintLayout> make(std::size_t page) {
        const PaperLayout& layout = *pages_.at(page).layout;
        auto known = layers_.find(layout.id);
        if (known == layers_.end())
            known = layers_.emplace(layout.id, add_layers(layout, project_, nullptr)).first;
        return make(page, known->second, project_);
    }

    [[nodiscard]] QgsPrintLayout* hand_over(std::size_t page, QgsProject& project) const {
        const MapPage& wanted = pages_.at(page);
        const PaperText words(request_.language);
        const QString title =
            wanted.name + QStringLiteral("  ") + words.say(wanted.layout->title_en, wanted.layout->title_zh);
        QgsLayerTreeGroup* group = project.layerTreeRoot()->addGroup(title);
        group->setExpanded(false);
        const LayoutLayers layers = add_layers(*wanted.layout, project, group);
        group->setItemVisibilityCheckedRecursive(false);
        std::unique_ptr<QgsPrintLayout> layout = make(page, layers, project);
        QString name = title;
        for (int i = 2; project.layoutManager()->layoutByName(name) != nullptr; ++i) {
            name = QStringLiteral("%1 (%2)").arg(title).arg(i);
        }
        layout->setName(name);
        QgsPrintLayout* kept = layout.release();
        project.layoutManager()->addLayout(kept);
        return kept;
    }

private:
    struct LayoutLayers {
        PrintLayers shown;
        std::optional<PrintLayers> before;
    };

    void list_pages(const PaperLayout& layout) {
        for (PageUnit& unit : page_units(source_.record, layout.contents)) {
            pages_.push_back({&layout, utf8(unit.name), utf8(unit.code)});
            units_.push_back(std::move(unit));
        }
    }

    [[nodiscard]] LayoutLayers add_layers(const PaperLayout& layout, QgsProject& project,
                                          QgsLayerTreeGroup* group) const {
        const PrintStyle style{units_of(layout).map, family_, PaperText(request_.language)};
        LayoutLayers layers{add_print_layers(project, source_.package, source_.record, plan_for(layout),
                                             result_for(layout), layout.contents, style, group),
                            {}};
        if (layout.contents == Contents::compare) {
            layers.before = add_print_layers(project, before_->package, before_->record, nullptr, nullptr,
                                             layout.contents, style, group);
        }
        return layers;
    }

    [[nodiscard]] std::unique_ptr<QgsPrintLayout> make(std::size_t page, const LayoutLayers& layers,
                                                       QgsProject& project) const {
        const bool compares = layers.before.has_value();
        return make_page({request_, source_, compares ? &*before_ : nullptr, plan_for(*pages_[page].layout),
                          result_for(*pages_[page].layout), *pages_[page].layout, units_[page], layers.shown,
                          compares ? &*layers.before : nullptr, family_, page + 1, pages_.size()},
                         project);
    }

    [[nodiscard]] const PlanSource* plan_for(const PaperLayout& layout) const {
        return layout.contents == Contents::siting ? &*plan_ : nullptr;
    }
    [[nodiscard]] const ResultSource* result_for(const PaperLayout& layout) const {
        if (layout.contents == Contents::relocation) return &*relocation_;
        return layout.contents == Contents::screening ? &*screening_ : nullptr;
    }

    MapRequest request_;
    MapSource source_;
    std::optional<MapSource> before_;
    std::optional<PlanSource> plan_;
    std::optional<ResultSource> relocation_;
    std::optional<ResultSource> screening_;
    QString family_;
    std::vector<MapPage> pages_;
    std::vector<PageUnit> units_;  // one for each page
    QgsProject project_;
    std::map<std::string_view, LayoutLayers> layers_;  // by layout; in project_
};

io::InputFiles input_files(const MapRequest& request) {
    io::InputFiles files;
    for (const QString& audit : {request.package, request.before}) files.add_audit(audit.toStdString());
    for (const QString& result : {request.siting, request.relocation, request.screening})
        files.add(result.toStdString());
    return files;
}

MapBook::MapBook(MapRequest request) : pages_(std::make_unique<Pages>(std::move(request))) {}
MapBook::~MapBook() = default;
MapBook::MapBook(MapBook&&) noexcept = default;
MapBook& MapBook::operator=(MapBook&&) noexcept = default;

const MapRequest& MapBook::request() const {
    return pages_->request();
}

const std::vector<MapPage>& MapBook::pages() const {
    return pages_->pages();
}

QImage MapBook::preview(std::size_t page, QSize pixels) {
    const std::unique_ptr<QgsPrintLayout> layout = pages_->make(page);
    const QSizeF paper(pages()[page].layout->width_mm, pages()[page].layout->height_mm);
    return QgsLayoutExporter(layout.get())
        .renderPageToImage(0, paper.scaled(pixels, Qt::KeepAspectRatio).toSize());
}

QStringList MapBook::write(const QString& path, const ExportOptions& options, QgsFeedback* feedback) {
    std::vector<std::size_t> wanted = options.pages;
    if (wanted.empty()) {
        wanted.resize(pages().size());
        std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    }
    for (const std::size_t page : wanted) {
        if (page < pages().size()) continue;
        throw Error{ErrorKind::usage,
                    {fmt::format("There is no page {}; the layouts have {}.", page + 1, pages().size()),
                     fmt::format("没有第 {} 页，所选版式共 {} 页。", page + 1, pages().size())}};
    }
    const auto next = [&](std::size_t i) {
        if (feedback != nullptr) {
            feedback->setProgress(100.0 * static_cast<double>(i) / static_cast<double>(wanted.size()));
            refuse_cancelled(*feedback);
        }
        return pages_->make(wanted[i]);
    };
    const MapRequest& asked = request();
    const DocumentFacts facts{asked.title.isEmpty() ? pages_->title() : asked.title, asked.date,
                              pages_->family()};
    const bool one_file = options.format == PaperFormat::pdf;
    QStringList names;
    std::vector<std::string> paths;
    const std::size_t file_count = one_file ? 1 : wanted.size();
    for (std::size_t i = 0; i < file_count; ++i) {
        names.append(one_file ? path : numbered(path, wanted[i], wanted.size()));
        paths.push_back(names.back().toStdString());
    }
    io::OutputFiles files(paths, options.overwrite, input_files(asked));
    const auto staged = [&](std::size_t i) { return QString::fromStdString(files.path(i)); };
    if (one_file) {
        write_pdf(staged(0), facts, options.dpi, wanted.size(), next);
    } else {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const std::unique_ptr<QgsPrintLayout> page = next(i);
            if (options.format == PaperFormat::png) {
                write_png(staged(i), *page, options.dpi);
            } else {
                write_svg(staged(i), facts, *page, options.dpi);
            }
        }
    }
    if (feedback != nullptr) refuse_cancelled(*feedback);
    files.commit();
    if (feedback != nullptr) feedback->setProgress(100.0);
    return names;
}

QgsPrintLayout* MapBook::hand_over(std::size_t page, QgsProject& project) const {
    return pages_->hand_over(page, project);
}

}  // namespace yiquan::plugin
