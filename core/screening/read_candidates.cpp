// SPDX-License-Identifier: MIT
#include "core/screening/read_candidates.hpp"

#include <fmt/format.h>

#include <optional>
#include <unordered_set>
#include <utility>

#include "core/base/error.hpp"
#include "core/geo/overlay.hpp"
#include "core/intake/row_message.hpp"
#include "core/screening/row_shapes.hpp"

namespace yiquan::screening {
namespace {

using features::Action;
using features::FindingKind;
using intake::shown;

[[noreturn]] void refuse(const std::string& en, const std::string& zh) {
    throw Error{ErrorKind::input, {en, zh}};
}

class CandidateReader {
public:
    CandidateReader(features::FeatureSource& source, const CandidateOptions& options,
                    features::FindingSink& findings)
        : source_(source),
          findings_(findings),
          shapes_(source, options.columns, options.coordinates, "[candidates]"),
          id_(find_column(source, intake::Meaning::id, options.columns.id)),
          name_(find_column(source, intake::Meaning::name, options.columns.name)) {
        out_.source = source.name();
        out_.fields = source.fields();
    }

    Candidates read(Progress& progress) {
        constexpr std::uint64_t rows_between_polls = 1024;
        std::uint64_t rows = 0;
        while (source_.next()) {
            if (rows++ % rows_between_polls == 0) progress.check();
            read_row();
        }
        if (rows == 0) {
            refuse(fmt::format("{}: there are no candidates in it; give one candidate site per row.",
                               source_.name()),
                   fmt::format("{}：其中没有候选点；请每行填写一个候选安置点。", source_.name()));
        }
        if (out_.list.empty()) {
            refuse(
                fmt::format("{}: none of the {} rows has a usable place; check coordinates, datum and crs.",
                            source_.name(), rows),
                fmt::format("{}：{} 行中没有一行位置可用；请核对坐标、datum 和 crs。", source_.name(), rows));
        }
        give_missing_ids();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string text(std::optional<std::size_t> column) const {
        if (!column) return {};
        return std::string{features::trimmed(features::to_text(source_.value(*column)))};
    }

    void report(FindingKind kind, Action action, const std::string& field, const std::string& value,
                const Message& what, std::optional<geo::LonLat> where) {
        features::Finding finding;
        finding.kind = kind;
        finding.action = action;
        finding.source = source_.name();
        finding.row = source_.row();
        finding.field = field;
        finding.value = value;
        finding.detail = intake::row_message(source_, what.en, what.zh);
        finding.where = where;
        findings_.add(std::move(finding));
    }

    void read_row() {
        RowShape shape = shapes_.read(source_, findings_);
        if (shape.empty()) return;
        Candidate candidate;
        candidate.row = source_.row();
        candidate.id = text(id_);
        candidate.name = text(name_);
        if (shape.polygons.empty()) {
            if (shape.points.size() != 1) {
                report(FindingKind::missing_coordinates, Action::left_out, "geometry", "",
                       {"a candidate is one point or a polygon, not a line or a group of points; the row was "
                        "left out.",
                        "候选点应为一个点或一个面，不能是线或多点；该行未采用。"},
                       shape.points.empty() ? std::nullopt : std::optional{shape.points.front()});
                return;
            }
            candidate.place = shape.points.front();
        } else {
            candidate.shape = std::move(shape.polygons);
            repair(candidate);
            if (candidate.shape.empty()) return;
            candidate.place = geo::inside_point(candidate.shape);
        }
        check_kind(candidate);
        check_id(candidate);
        for (std::size_t field = 0; field < out_.fields.size(); ++field)
            candidate.cells.push_back(source_.value(field));
        out_.list.push_back(std::move(candidate));
    }

    void repair(Candidate& candidate) {
        const std::string reason = geo::invalidity(candidate.shape);
        if (reason.empty()) return;
        candidate.shape = geo::made_valid(candidate.shape);
        const bool lost = candidate.shape.empty();
        report(FindingKind::repaired_shape, lost ? Action::left_out : Action::corrected, "geometry",
               candidate.id,
               {fmt::format("the outline was not a valid polygon ({}); {}.", reason,
                            lost ? "the row was left out" : "it was repaired, check it"),
                fmt::format("面图形有误（{}）；{}。", reason, lost ? "该行未采用" : "已自动修复，请核对")},
               std::nullopt);
    }

    void check_kind(const Candidate& candidate) {
        const bool outline = !candidate.shape.empty();
        if (out_.list.empty()) out_.outlines = outline;
        if (out_.outlines == outline) return;
        refuse(fmt::format("{}, row {}: the list mixes points and polygons; give two lists.", source_.name(),
                           source_.row()),
               fmt::format("{} 第 {} 行：名单中点和面混在一起；请分成两份。", source_.name(), source_.row()));
    }

    void check_id(Candidate& candidate) {
        if (candidate.id.empty() || ids_.insert(candidate.id).second) return;
        report(
            FindingKind::duplicate, Action::corrected, source_.fields()[*id_].name, candidate.id,
            {fmt::format("id = \"{}\" was used before; the row number was added to it.", shown(candidate.id)),
             fmt::format("编号“{}”前面已用过；已在其后加上行号以示区别。", shown(candidate.id))},
            candidate.place);
        candidate.id = unused(fmt::format("{}#{}", candidate.id, candidate.row));
    }

    /// After all ids of the list are known, so that a row number takes none of them.
    void give_missing_ids() {
        for (Candidate& candidate : out_.list) {
            if (candidate.id.empty()) candidate.id = unused(fmt::format("{}", candidate.row));
            if (candidate.name.empty()) candidate.name = candidate.id;
        }
    }

    std::string unused(std::string id) {
        while (!ids_.insert(id).second) id += '#';
        return id;
    }

    features::FeatureSource& source_;
    features::FindingSink& findings_;
    RowShapes shapes_;
    std::optional<std::size_t> id_;
    std::optional<std::size_t> name_;
    std::unordered_set<std::string> ids_;
    Candidates out_;
};

}  // namespace

Candidates read_candidates(features::FeatureSource& source, const CandidateOptions& options,
                           features::FindingSink& findings, Progress& progress) {
    return CandidateReader(source, options, findings).read(progress);
}

}  // namespace yiquan::screening
