// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/relocation/relocation_form.hpp"

#include <qgscollapsiblegroupbox.h>
#include <qgsmaplayerproxymodel.h>
#include <qgsvectorlayer.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>
#include <memory>

#include "core/base/decimal.hpp"
#include "core/relocation/objective.hpp"
#include "plugin/dock/parts/column_choice.hpp"
#include "plugin/dock/parts/datum_choice.hpp"
#include "plugin/dock/parts/layer_choice.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/language.hpp"
#include "plugin/program/kept_answer.hpp"
#include "plugin/relocation/relocation_answer.hpp"
#include "plugin/relocation/relocation_inputs.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::uint32_t metres_per_km = 1000;

QComboBox* new_choice(const char* name, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    fit(*box);
    tell_whole(*box);
    return box;
}

}  // namespace

RelocationForm::RelocationForm(Session& session, QWidget* parent)
    : RunForm({QStringLiteral("relocation"), QStringLiteral("relocation.json"), "Relocation",
               tr("Assi&gn the households"), RunBar::Ends::with_best},
              parent),
      session_(session),
      household_columns_(household_columns()),
      site_columns_(site_columns()) {
    form_ = new QFormLayout(this);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    add_lists(*form_);
    add_aim(*form_);
    add_limits(*form_);
    refresh();
}

void RelocationForm::store_choice(QComboBox& box, std::string_view id) {
    connect(&box, qOverload<int>(&QComboBox::currentIndexChanged), this, [this, id, from = &box](int at) {
        if (!refreshing_) session_.set(id, from->itemData(at));
    });
}

void RelocationForm::add_lists(QFormLayout& form) {
    using Filters = QgsMapLayerProxyModel;
    households_ = new LayerChoice(session_, "relocation_households",
                                  Filters::PointLayer | Filters::NoGeometry, "yiquanHouseholds", this);
    households_->setToolTip(
        tr("Households or villages with head counts: points, or a table with coordinates."));
    form.addRow(tr("&Who moves"), households_);
    form.addRow(new_columns(tr("Columns of the households"), "yiquanHouseholdColumns", household_columns_,
                            households_datum));

    source_ = new_choice("yiquanSiteSource", this);
    form.addRow(tr("Si&tes"), source_);
    store_choice(*source_, "relocation_source");
    sites_ = new LayerChoice(session_, "relocation_sites",
                             Filters::PointLayer | Filters::PolygonLayer | Filters::NoGeometry, "yiquanSites",
                             this);
    form.addRow(QString{}, sites_);
    site_group_ = new_columns(tr("Columns of the sites"), "yiquanSiteColumns", site_columns_, sites_datum);
    form.addRow(site_group_);
}

QgsCollapsibleGroupBoxBasic* RelocationForm::new_columns(const QString& title, const char* name,
                                                         const std::vector<RelocationColumn>& columns,
                                                         std::string_view datum) {
    auto* group = new QgsCollapsibleGroupBoxBasic(title, this);
    group->setObjectName(QLatin1String(name));
    auto* form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const RelocationColumn& each : columns) {
        auto* choice = new ColumnChoice(session_, each.parameter, group);
        form->addRow(say(each.parameter.name), choice);
        columns_.push_back(choice);
    }
    datums_.push_back(new DatumChoice(session_, datum, group));
    form->addRow(tr("Datum"), datums_.back());
    group->setCollapsed(true);
    return group;
}

void RelocationForm::add_aim(QFormLayout& form) {
    objective_ = new_choice("yiquanObjective", this);
    for (const relocation::ObjectiveInfo& each : relocation::objectives) {
        objective_->addItem(say(each.aim_en, each.aim_zh), text(each.id));
    }
    objective_->setToolTip(tr("As many people as possible are placed first; this decides among such plans."));
    form.addRow(tr("&Aim"), objective_);
    store_choice(*objective_, "relocation_objective");
}

void RelocationForm::add_limits(QFormLayout& form) {
    constexpr double farthest_km = 5000.0;
    constexpr int longest = 86400;
    farthest_ = new QDoubleSpinBox(this);
    farthest_->setObjectName(QStringLiteral("yiquanFarthest"));
    farthest_->setRange(0.0, farthest_km);
    farthest_->setDecimals(1);
    farthest_->setSuffix(tr(" km"));
    farthest_->setSpecialValueText(tr("no limit"));
    farthest_->setKeyboardTracking(false);
    form.addRow(tr("&Farthest move"), farthest_);
    connect(farthest_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double km) {
        if (!refreshing_)
            session_.set("relocation_farthest",
                         km > 0.0 ? QVariant{shortest_times(km, metres_per_km)} : QVariant{});
    });
    within_ = new_choice("yiquanWithin", this);
    form.addRow(tr("Stay wit&hin"), within_);
    store_choice(*within_, "relocation_households_within");
    together_ = new_choice("yiquanTogether", this);
    form.addRow(tr("&Keep together"), together_);
    store_choice(*together_, "relocation_households_together");
    unknown_ = new QCheckBox(tr("&use sites of unknown screening, too"), this);
    unknown_->setObjectName(QStringLiteral("yiquanAllowUnknown"));
    unknown_->setToolTip(tr("Sites that failed are never used."));
    form.addRow(unknown_);
    connect(unknown_, &QCheckBox::toggled, this, [this](bool on) {
        if (!refreshing_) session_.set("relocation_allow_unknown", on ? QVariant{true} : QVariant{});
    });
    seconds_ = new QSpinBox(this);
    seconds_->setObjectName(QStringLiteral("yiquanRelocationSeconds"));
    seconds_->setRange(0, longest);
    seconds_->setSuffix(tr(" s"));
    seconds_->setSpecialValueText(tr("none"));
    seconds_->setKeyboardTracking(false);
    seconds_->setToolTip(tr("Then the best answer so far is taken, and it says how far from proven it is."));
    form.addRow(tr("Time &limit"), seconds_);
    connect(seconds_, qOverload<int>(&QSpinBox::valueChanged), this, [this](int seconds) {
        if (!refreshing_) session_.set("relocation_seconds", seconds);
    });
}

void RelocationForm::list_columns(QComboBox& box, std::string_view id) {
    box.clear();
    box.addItem(tr("no condition"));
    const auto* layer = qobject_cast<const QgsVectorLayer*>(session_.layer("relocation_households"));
    if (layer != nullptr) {
        for (const QgsField& field : layer->fields())
            box.addItem(tr("same %1").arg(field.name()), field.name());
    }
    box.setEnabled(layer != nullptr);
    box.setCurrentIndex(std::max(0, box.findData(session_.value(id))));
}

void RelocationForm::refresh() {
    refreshing_ = true;
    households_->refresh();
    sites_->refresh();
    for (ColumnChoice* column : columns_) column->refresh();
    for (DatumChoice* datum : datums_) datum->refresh();
    const bool screened = takes_screened_sites(session_);
    source_->clear();
    source_->addItem(remembered_folder(session_, screening_run).isEmpty() ? tr("passed in step 1 (none yet)")
                                                                          : tr("passed in step 1"),
                     QStringLiteral("screened"));
    source_->addItem(tr("a layer of sites"), QStringLiteral("layer"));
    source_->setCurrentIndex(screened ? 0 : 1);
    if (QWidget* label = form_->labelForField(sites_)) label->setVisible(!screened);
    sites_->setVisible(!screened);
    site_group_->setVisible(!screened);
    objective_->setCurrentIndex(std::max(0, objective_->findData(session_.value("relocation_objective"))));
    farthest_->setValue(session_.number("relocation_farthest").value_or(0.0) / metres_per_km);
    list_columns(*within_, "relocation_households_within");
    list_columns(*together_, "relocation_households_together");
    within_->setToolTip(tr("Only sites whose value in the column of that name is the same."));
    together_->setToolTip(tr("Rows of one value go to one site."));
    unknown_->setChecked(session_.flag("relocation_allow_unknown"));
    seconds_->setValue(qRound(session_.number("relocation_seconds").value_or(0.0)));
    refreshing_ = false;
}

QString RelocationForm::lacking() const {
    if (session_.layer("relocation_households") == nullptr) {
        return tr("Choose the layer of those who move first.");
    }
    const bool sites = takes_screened_sites(session_) ? !remembered_folder(session_, screening_run).isEmpty()
                                                      : session_.layer("relocation_sites") != nullptr;
    return sites ? QString() : tr("Screen candidates or choose a layer of sites first.");
}

KeptRun::Steps RelocationForm::steps() const {
    const auto inputs = std::make_shared<const RelocationInputs>(session_);
    return {.prepare = [inputs](const QString& folder,
                                Progress& progress) { return inputs->write(folder, progress); },
            .check = [](const QByteArray& document) { (void)relocation_answer(document); }};
}

}  // namespace yiquan::plugin
