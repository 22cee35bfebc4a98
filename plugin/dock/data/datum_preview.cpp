// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/data/datum_preview.hpp"

#include <qgscoordinatereferencesystem.h>
#include <qgsgeometry.h>
#include <qgsvectorlayer.h>

#include <QLocale>

#include <memory>

#include "core/toolbox/parameters.hpp"
#include "plugin/dock/parts/ledger_colours.hpp"
#include "plugin/language.hpp"
#include "plugin/layers/layer_source.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::size_t most_moves = 1000;

bool shifts(geo::Datum datum) {
    return datum == geo::Datum::gcj02 || datum == geo::Datum::bd09;
}

QString metres(Metres length) {
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(length.value(), 'f', 0);
}

}  // namespace

DatumPreview::DatumPreview(Session& session, const Desk& desk, std::string_view role, QWidget* parent)
    : QLabel(parent), session_(session), desk_(desk), role_(role) {
    setWordWrap(true);
    setObjectName(QStringLiteral("yiquan_%1_shift").arg(plugin::text(role)));
    hide();
}

DatumPreview::~DatumPreview() {
    drop();
}

void DatumPreview::drop() {
    Job::forget(job_);
    moves_.clear();
    delete lines_;
    delete heads_;
}

void DatumPreview::refresh() {
    const QString datum = session_.value(role_ + "_datum").toString();
    const auto* layer = qobject_cast<const QgsVectorLayer*>(session_.layer(role_));
    const QStringList now{layer == nullptr ? QString{} : layer->id(), datum,
                          session_.value(role_ + "_lon").toString(),
                          session_.value(role_ + "_lat").toString()};
    if (now == measured_) return;
    measured_ = now;
    drop();
    const bool any = layer != nullptr && !datum.isEmpty() && shifts(geo::datum_from(datum.toStdString()));
    setVisible(any);
    if (any) {
        setText(tr("Measuring the shift…"));
        measure(datum);
    }
    emit changed();
}

void DatumPreview::measure(const QString& datum) {
    struct Work {
        LayerSnapshot layer;
        intake::ColumnNames columns;
        intake::DatumShift shift;
    };
    auto work = std::make_shared<Work>();
    const auto error = guarded([&] {
        work->layer = snapshot(*qobject_cast<const QgsVectorLayer*>(session_.layer(role_)));
        work->columns.longitude = session_.text(role_ + "_lon");
        work->columns.latitude = session_.text(role_ + "_lat");
    });
    if (error) {
        setText(say(error->message()));
        return;
    }
    const geo::Datum from = geo::datum_from(datum.toStdString());
    job_ = Job::start(tr("Yiquan: measuring the shift"), this,
                      {.work =
                           [work, from](Progress& progress) {
                               LayerSource source(std::move(work->layer));
                               const auto places =
                                   intake::listed_places(source, work->columns, from, progress);
                               work->shift = intake::datum_shift(places, from, most_moves);
                           },
                       .done = [this, work, datum] { told(work->shift, datum); },
                       .failed =
                           [this](const Error& failure) {
                               if (failure.kind() == ErrorKind::cancelled) return;
                               setText(say(failure.message()));
                               emit changed();
                           }});
}

void DatumPreview::told(const intake::DatumShift& shift, const QString& datum) {
    const QString name = datum == QLatin1String("bd09") ? QStringLiteral("BD-09") : QStringLiteral("GCJ-02");
    if (shift.places == 0) {
        setText(tr("There is no usable place in the list."));
    } else {
        const QString sentence = role_ == "facilities"
                                     ? tr("%1 → WGS 84: stations move by %2 m on average (from %3 to %4 m).")
                                     : tr("%1 → WGS 84: demand moves by %2 m on average (from %3 to %4 m).");
        setText(sentence.arg(name, metres(shift.mean), metres(shift.least), metres(shift.most)));
    }
    moves_ = shift.moves;
    draw();
    emit changed();
}

void DatumPreview::show_on_map(bool shown) {
    if (on_map_ == shown) return;
    on_map_ = shown;
    draw();
}

void DatumPreview::draw() {
    delete lines_;
    delete heads_;
    if (!on_map_ || moves_.empty() || desk_.canvas == nullptr) return;
    constexpr int line_width = 2;
    constexpr int head_size = 6;
    QgsMultiPolylineXY lines;
    QgsMultiPointXY heads;
    for (const intake::DatumShift::Move& move : moves_) {
        const QgsPointXY end(move.corrected.lon, move.corrected.lat);
        lines.push_back({QgsPointXY(move.listed.lon, move.listed.lat), end});
        heads.push_back(end);
    }
    const auto degrees = QgsCoordinateReferenceSystem::fromEpsgId(4326);
    lines_ = new QgsRubberBand(desk_.canvas);  // the canvas draws it; it is ours to delete
    lines_->setColor(gap_colour());
    lines_->setWidth(line_width);
    lines_->setToGeometry(QgsGeometry::fromMultiPolylineXY(lines), degrees);
    heads_ = new QgsRubberBand(desk_.canvas);
    heads_->setColor(covered_colour());
    heads_->setIcon(QgsRubberBand::ICON_CIRCLE);
    heads_->setIconSize(head_size);
    heads_->setToGeometry(QgsGeometry::fromMultiPointXY(heads), degrees);
}

}  // namespace yiquan::plugin
