// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/siting/siting_files.hpp"

#include <fmt/format.h>

#include <QDir>

#include <string>
#include <unordered_map>

#include "core/audit/what_if.hpp"
#include "core/io/files/output_file.hpp"
#include "core/io/import/layers.hpp"
#include "core/io/package/geopackage.hpp"
#include "core/io/tables/csv_text.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::string_view candidates_role = "siting_candidates";

struct SitePlace {
    std::string id;
    std::string name;
    geo::LonLat place;
};

std::string sites_table(const std::vector<SitePlace>& sites) {
    std::string text = "id,name,lon,lat\n";
    for (const SitePlace& site : sites) {
        text += fmt::format("{},{},{},{}\n", io::csv_cell(site.id), io::csv_cell(site.name), site.place.lon,
                            site.place.lat);
    }
    return text;
}

/// Everybody with the weight that the audit counts, to the tick.
std::string demand_table(demand::DemandSource& demand, Progress& progress) {
    std::string text = "id,name,lon,lat,weight\n";
    std::size_t row = 0;
    while (const demand::DemandBatch* batch = demand.next()) {
        progress.step(demand.fraction());
        for (std::size_t i = 0; i < batch->size(); ++i) {
            if (batch->weights[i] == Persons{}) continue;
            ++row;
            std::string id = batch->id(i);
            if (!batch->cells.empty()) id += fmt::format("/{}", row);  // a cell may come in several parts
            text += fmt::format("{},{},{},{},{}\n", io::csv_cell(id),
                                batch->names.empty() ? std::string{} : io::csv_cell(batch->names[i]),
                                batch->places[i].lon, batch->places[i].lat, batch->weights[i].value());
        }
    }
    return text;
}

void write_zones(const demand::Zones& zones, const std::string& path) {
    using features::FieldType;
    static const features::LayerSchema schema{"zones",
                                              "Zones",
                                              "统计单元",
                                              features::GeometryType::polygons,
                                              {{"code", FieldType::text, "Code", "代码"},
                                               {"name", FieldType::text, "Name", "名称"},
                                               {"parent", FieldType::text, "Parent", "上级"}}};
    io::GeoPackage package(path, {});
    features::FeatureSink& sink = package.create_layer(schema);
    for (const demand::Zone& zone : zones) {
        const std::vector<features::Value> row{zone.code, zone.name, zone.parent};
        sink.write(row, zone.shape);
    }
    package.close();
}

std::optional<std::size_t> column_of(const features::FeatureSource& source, const QString& name) {
    for (std::size_t i = 0; i < source.fields().size(); ++i) {
        if (text(source.fields()[i].name) == name) return i;
    }
    return std::nullopt;
}

class SitingWriter {
public:
    SitingWriter(SitingInputs inputs, const QString& folder)
        : in_(std::move(inputs)), folder_(QDir(folder)) {}

    void write(Progress& progress) {
        constexpr double read = 0.5;  // of the work
        ProgressSlice reading(progress, 0.0, read);
        const io::AuditData data = io::read_inputs(in_.run, *in_.layers, findings_, reading);
        read_candidates(data.zones, progress);
        write_text("candidates.csv", sites_table(candidates_));
        write_stations(data.facilities);
        ProgressSlice counting(progress, read, 1.0);
        write_text("demand.csv", demand_table(*data.demand, counting));
        write_zones(data.zones, path("zones.gpkg"));
        progress.step(1.0);
    }

    [[nodiscard]] bool stations_written() const { return stations_written_; }
    [[nodiscard]] bool sites_written() const { return sites_written_; }

private:
    [[nodiscard]] std::string path(const char* name) const {
        return folder_.filePath(QLatin1String(name)).toStdString();
    }
    void write_text(const char* name, const std::string& text) const {
        io::write_text_file(path(name), text);
    }

    void read_candidates(const demand::Zones& zones, Progress& progress) {
        if (in_.choices.by_clicks) {
            for (const ClickedPlace& each : in_.choices.clicked) {
                candidates_.push_back({each.id.toStdString(), each.id.toStdString(), each.place});
            }
            return;
        }
        in_.candidates.coordinates.expected = in_.run.facilities.coordinates.expected;
        const auto source = in_.layers->table(candidates_role);
        std::unordered_map<std::uint64_t, std::string> ids;
        for (const coverage::Facility& each :
             intake::read_facilities(*source, in_.candidates, zones, {}, findings_, progress)) {
            candidates_.push_back({each.id, each.name, each.place});
            ids[each.row] = each.id;
        }
        if (!in_.price_column.isEmpty() || !in_.seats_column.isEmpty()) write_site_table(ids);
    }

    /// Prices and seats of the candidates, read anew by row.
    void write_site_table(const std::unordered_map<std::uint64_t, std::string>& ids) {
        const auto source = in_.layers->table(candidates_role);
        const auto price = column_of(*source, in_.price_column);
        const auto seats = column_of(*source, in_.seats_column);
        std::string table = "id";
        if (price) table += ",price";
        if (seats) table += ",seats";
        table += '\n';
        while (source->next()) {
            const auto id = ids.find(source->row());
            if (id == ids.end()) continue;
            table += io::csv_cell(id->second);
            for (const auto& column : {price, seats}) {
                if (column) table += ',' + io::csv_cell(features::to_text(source->value(*column)));
            }
            table += '\n';
        }
        write_text("sites.csv", table);
        sites_written_ = true;
    }

    /// The stations that the audit counts.
    void write_stations(const std::vector<coverage::Facility>& facilities) {
        if (in_.choices.existing == ExistingStations::ignore) return;
        std::vector<SitePlace> stations;
        for (const audit::WhatIfStation& each : audit::what_if_stations(facilities, in_.run.params.filter)) {
            if (each.place) stations.push_back({each.id, each.name, *each.place});
        }
        if (stations.empty()) return;
        write_text("stations.csv", sites_table(stations));
        stations_written_ = true;
    }

    SitingInputs in_;
    QDir folder_;
    features::FindingList findings_;
    std::vector<SitePlace> candidates_;
    bool stations_written_ = false;
    bool sites_written_ = false;
};

QStringList program_words(const SitingChoices& choices, bool with_stations, bool with_sites) {
    const siting::Model& model = *choices.model;
    QStringList words{QStringLiteral("locate"), QStringLiteral("--model"), text(model.id)};
    const auto add = [&](const char* option, const std::string& value) {
        words << QLatin1String(option) << QString::fromStdString(value);
    };
    if (choices.budget) {
        add("--budget", fmt::format("{}", *choices.budget));
    } else if (model.choose == siting::Choose::count_or_budget) {
        const bool several = choices.curve && choices.count > 1;
        add("-p", fmt::format("{}{}", several ? "1.." : "", choices.count));
    }
    constexpr double whole = 100.0;
    if (model.share) add("--share", fmt::format("{} %", choices.share * whole));
    if (choices.radius > Metres{}) add("--radius", fmt::format("{} m", choices.radius.value()));
    add("--candidates", "candidates.csv");
    add("--demand", "demand.csv");
    add("--zones", "zones.gpkg");
    if (with_stations) {
        add(choices.existing == ExistingStations::may_close ? "--may-close" : "--existing", "stations.csv");
    }
    if (with_sites) add("--sites", "sites.csv");
    if (choices.seconds > 0.0) add("--time-limit", fmt::format("{} s", choices.seconds));
    add("--output", "plan.gpkg");
    words << QStringLiteral("--json");
    return words;
}

}  // namespace

SitingInputs siting_inputs(const Session& session) {
    SitingInputs out;
    out.choices = siting_choices(session);
    out.run = toolbox::run_of(session);
    // The pieces of a population raster depend on the standard's radius.
    if (out.choices.model->threshold && cost_of(out.choices.radius) != out.run.params.standard.bands.back()) {
        out.run.params.standard = audit::custom_standard({out.choices.radius});
    }
    out.layers = session.inputs();
    out.candidates.keep_duplicates = true;  // as the command line does: two plots may lie at one place
    if (out.choices.by_clicks) {
        if (out.choices.clicked.empty()) {
            throw Error{ErrorKind::usage,
                        {"There are no candidates; click some places on the map, or choose a layer of them.",
                         "没有候选点；请在地图上点选几处，或选择候选点图层。"}};
        }
        return out;
    }
    const QgsMapLayer* layer = session.layer(candidates_role);
    if (layer == nullptr) {
        throw Error{ErrorKind::usage,
                    {"Choose a layer of candidates, or click some places on the map.",
                     "请选择候选点图层，或在地图上点选几处。"}};
    }
    out.layers->add_layer(candidates_role, *layer);
    out.candidates.columns.id = session.text("siting_candidates_id");
    out.candidates.columns.name = session.text("siting_candidates_name");
    const std::string datum = session.text("siting_candidates_datum");
    if (!datum.empty()) out.candidates.coordinates.datum = geo::datum_from(datum);
    out.price_column = session.value("siting_candidates_price").toString();
    out.seats_column = session.value("siting_candidates_seats").toString();
    return out;
}

QStringList write_siting_files(SitingInputs inputs, const QString& folder, Progress& progress) {
    const SitingChoices choices = inputs.choices;
    SitingWriter writer(std::move(inputs), folder);
    writer.write(progress);
    return program_words(choices, writer.stations_written(), writer.sites_written());
}

}  // namespace yiquan::plugin
