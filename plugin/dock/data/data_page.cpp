// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/data/data_page.hpp"

#include <qgscollapsiblegroupbox.h>
#include <qgscoordinatetransform.h>
#include <qgsgeometry.h>
#include <qgsmaplayercombobox.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include "core/toolbox/parameters.hpp"
#include "plugin/dock/data/datum_preview.hpp"
#include "plugin/dock/data/findings_panel.hpp"
#include "plugin/dock/parts/column_choice.hpp"
#include "plugin/dock/parts/datum_choice.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/parts/run_bar.hpp"
#include "plugin/language.hpp"
#include "plugin/qgis_version.hpp"
#include "plugin/session/demo.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

using Filters = QgsMapLayerProxyModel;

QgsMapLayerProxyModel::Filters filters_of(std::string_view role) {
    if (role == "facilities") return Filters::PointLayer | Filters::NoGeometry;
    if (role == "demand") return Filters::PointLayer | Filters::NoGeometry | Filters::RasterLayer;
    if (role == "zones") return Filters::PolygonLayer;
    return Filters::LineLayer;
}

/// A box around a feature in degrees; empty where it has no geometry or no place on Earth.
geo::Box box_of(const QgsVectorLayer& layer, const QgsFeature& feature) {
    geo::Box box;
    if (!feature.hasGeometry() || feature.geometry().isEmpty()) return box;
    try {
        const QgsCoordinateTransform transform(layer.crs(), QgsCoordinateReferenceSystem::fromEpsgId(4326),
                                               QgsProject::instance()->transformContext());
        const QgsRectangle extent = transform.transformBoundingBox(feature.geometry().boundingBox());
        box.include(geo::LonLat{extent.xMinimum(), extent.yMinimum()});
        box.include(geo::LonLat{extent.xMaximum(), extent.yMaximum()});
    } catch (const QgsCsException&) {
        return {};
    }
    return box;
}

}  // namespace

DataPage::DataPage(Session& session, const Desk& desk, QWidget* parent)
    : QWidget(parent), session_(session), desk_(desk) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->addWidget(new_layers());
    column->addWidget(new_columns());
    column->addWidget(new_findings(), 1);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    scroll_ = new_scroll(content, this);
    page->addWidget(scroll_);

    connect(&session_, &Session::changed, this, &DataPage::refresh);
    connect(&session_, &Session::replaced, this, [this] {
        end_check();
        findings_->clear();
        refresh();
    });
    refresh();
}

QWidget* DataPage::new_layers() {
    auto* part = new QWidget(this);
    auto* form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);

    auto* demo = new QPushButton(tr("Open the Qinghai &demo"), part);
    demo->setObjectName(QStringLiteral("yiquanOpenDemo"));
    demo->setToolTip(tr("Adds stations, people and counties of Qinghai to try everything with."));
    connect(demo, &QPushButton::clicked, this, &DataPage::open_demo);
    form->addRow(demo);

    add_layer_row(*form, "facilities", tr("&Stations"));
    add_datum_row(*form, "facilities", "facilities_datum");
    add_layer_row(*form, "demand", tr("D&emand"));
    add_datum_row(*form, "demand", "demand_datum");
    add_layer_row(*form, "zones", tr("&Zones"));
    add_layer_row(*form, "roads", tr("&Roads"));
    form->addRow(QString{},
                 new_hint(tr("Optional: travel times come with street networks in a later version."), part));

    shifts_ = {new DatumPreview(session_, desk_, "facilities", part),
               new DatumPreview(session_, desk_, "demand", part)};
    shift_on_map_ = new QCheckBox(tr("Show the shift on the &map"), part);
    shift_on_map_->setObjectName(QStringLiteral("yiquanShiftOnMap"));
    shift_on_map_->setToolTip(
        tr("Draws a line from the listed to the corrected place, at most 1,000 per list."));
    for (DatumPreview* shift : shifts_) {
        form->addRow(shift);
        connect(shift_on_map_, &QCheckBox::toggled, shift, &DatumPreview::show_on_map);
        connect(shift, &DatumPreview::changed, this,
                [this] { shift_on_map_->setVisible(shifts_[0]->has_shift() || shifts_[1]->has_shift()); });
    }
    form->addRow(shift_on_map_);
    shift_on_map_->hide();
    return part;
}

void DataPage::add_layer_row(QFormLayout& form, std::string_view role, const QString& label) {
    auto* box = new QgsMapLayerComboBox;
    box->setObjectName(QStringLiteral("yiquan_%1").arg(plugin::text(role)));
    box->setAllowEmptyLayer(true);
    box->setFilters(filters_of(role));
    box->setExcludedProviders({QStringLiteral("wms"), QStringLiteral("wcs")});
    box->setLayer(nullptr);
    fit(*box);
    tell_whole(*box);
    form.addRow(label, box);
    layers_.push_back({role, box});
    connect(box, &QgsMapLayerComboBox::layerChanged, this, [this, role](QgsMapLayer* layer) {
        if (!refreshing_) session_.choose_layer(role, layer);
    });
}

void DataPage::add_datum_row(QFormLayout& form, std::string_view role, std::string_view id) {
    auto* box = new DatumChoice(session_, id, form.parentWidget());
    form.addRow(tr("Datum"), box);
    datums_.push_back({role, box});
}

QWidget* DataPage::new_columns() {
    auto* group = new QgsCollapsibleGroupBoxBasic(tr("Columns"), this);
    group->setObjectName(QStringLiteral("yiquanColumns"));
    auto* form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(
        new_hint(tr("Columns are found by their names; correct here any that were found wrongly."), group));
    const auto add = [&](const QString& title, const std::vector<toolbox::Parameter>& parameters) {
        QLabel* heading = new_title(group);
        heading->setText(title);
        form->addRow(heading);
        for (const toolbox::Parameter& parameter : parameters) {
            if (parameter.kind != toolbox::ParameterKind::column) continue;
            auto* choice = new ColumnChoice(session_, parameter, group);
            form->addRow(say(parameter.name), choice);
            columns_.push_back(choice);
        }
    };
    add(tr("Stations"), toolbox::facility_parameters());
    add(tr("Demand"), toolbox::demand_parameters());
    add(tr("Zones"), toolbox::zone_parameters(false));
    group->setCollapsed(true);
    return group;
}

QWidget* DataPage::new_findings() {
    auto* part = new QWidget(this);
    bar_ = new RunBar(tr("&Check the data"), "Check", RunBar::Ends::cancelled_only, part);
    bar_->layout()->setContentsMargins(0, 0, 0, 0);
    findings_ = new FindingsPanel(part);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(bar_);
    layout->addWidget(findings_, 1);
    connect(bar_, &RunBar::start_wanted, this, &DataPage::check);
    connect(findings_, &FindingsPanel::chosen, this, &DataPage::go_to);
    return part;
}

void DataPage::showEvent(QShowEvent* event) {
    refresh();  // fields may have come or gone since
    QWidget::showEvent(event);
}

void DataPage::refresh() {
    refreshing_ = true;
    for (const LayerChoice& choice : layers_) choice.box->setLayer(session_.layer(choice.role));
    for (const ListDatum& datum : datums_) {
        datum.box->refresh();
        // A raster has the datum of its own coordinate system.
        datum.box->setEnabled(qobject_cast<QgsRasterLayer*>(session_.layer(datum.role)) == nullptr);
    }
    refreshing_ = false;
    for (ColumnChoice* column : columns_) column->refresh();
    for (DatumPreview* shift : shifts_) shift->refresh();
    const bool ready = session_.ready();
    bar_->allow(ready && job_ == nullptr, ready ? tr("Reads all rows and lists what is wrong with them.")
                                                : tr("Choose stations, demand and zones first."));
}

void DataPage::open_demo() {
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const auto error = guarded([this] {
        plugin::open_demo(session_, demo_folder());
        if (const QgsMapLayer* zones = session_.layer("zones")) {
            const QgsRectangle extent = zones->extent();  // the demo is in degrees
            geo::Box box;
            box.include(geo::LonLat{extent.xMinimum(), extent.yMinimum()});
            box.include(geo::LonLat{extent.xMaximum(), extent.yMaximum()});
            desk_.zoom_to(box);
        }
    });
    QApplication::restoreOverrideCursor();
    if (error) desk_.show(*error);
}

void DataPage::check() {
    struct Work {
        audit::RunFile run;
        std::shared_ptr<LayerInputs> inputs;
        std::shared_ptr<features::FindingList> findings = std::make_shared<features::FindingList>();
    };
    auto work = std::make_shared<Work>();
    if (const auto error = guarded([&] {
            work->run = toolbox::run_of(session_);
            work->inputs = session_.inputs();
        })) {
        desk_.show(*error);
        return;
    }
    job_ = Job::start(tr("Yiquan: checking the data"), this,
                      {.work =
                           [work](Progress& progress) {
                               (void)io::read_inputs(work->run, *work->inputs, *work->findings, progress);
                           },
                       .done =
                           [this, work] {
                               end_check();
                               show_findings(work->findings);
                           },
                       .failed =
                           [this, work](const Error& error) {
                               end_check();
                               // What was found before the list turned out to be unusable says why.
                               if (error.kind() == ErrorKind::input) show_findings(work->findings);
                               desk_.show(error);
                           }});
    bar_->follow(*job_);
    refresh();
}

void DataPage::end_check() {
    Job::forget(job_);
    bar_->show_running(false);
    refresh();
}

void DataPage::show_findings(std::shared_ptr<const features::FindingList> findings) {
    findings_->show_findings(std::move(findings));
}

void DataPage::go_to(const features::Finding& finding) {
    constexpr long long most_searched = 100000;  // rows that a layer without an index may be searched for one
    QgsVectorLayer* layer = nullptr;
    for (const LayerChoice& choice : layers_) {
        auto* chosen = qobject_cast<QgsVectorLayer*>(session_.layer(choice.role));
        if (chosen != nullptr && chosen->name().toStdString() == finding.source) layer = chosen;
    }
    geo::Box box;
    if (finding.where) box.include(*finding.where);
    if (layer != nullptr && finding.row) {
        const auto id = static_cast<QgsFeatureId>(*finding.row);
        layer->selectByIds({id});
        if (box.empty() && layer->featureCount() <= most_searched)
            box = box_of(*layer, layer->getFeature(id));
    }
    say_where(finding, !box.empty());
    if (box.empty()) return;
    desk_.zoom_to(box);
    if (desk_.canvas != nullptr && finding.where) {
        desk_.canvas->flashGeometries({QgsGeometry::fromPointXY({finding.where->lon, finding.where->lat})},
                                      QgsCoordinateReferenceSystem::fromEpsgId(4326));
    }
}

void DataPage::say_where(const features::Finding& finding, bool on_map) {
    if (!on_map) {
        findings_->note(finding.row ? tr("This row has no place on the map; it is selected in its layer.")
                                    : tr("This concerns the whole layer."));
    }
    QWidget* notes = findings_->notes();
    // The layout settles first.
    QTimer::singleShot(0, notes, [this, notes] { scroll_->ensureWidgetVisible(notes, 0, 0); });
}

}  // namespace yiquan::plugin
