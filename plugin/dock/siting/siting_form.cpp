// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/siting/siting_form.hpp"

#include <qgscollapsiblegroupbox.h>
#include <qgsmaplayercombobox.h>
#include <qgsmaplayerproxymodel.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/base/decimal.hpp"
#include "core/siting/model.hpp"
#include "plugin/dock/parts/column_choice.hpp"
#include "plugin/dock/parts/datum_choice.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/dock/siting/siting_places.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"
#include "plugin/siting/siting_answer.hpp"
#include "plugin/siting/siting_choices.hpp"
#include "plugin/siting/siting_files.hpp"

namespace yiquan::plugin {
namespace {

constexpr std::uint32_t metres_in_km = 1000;
constexpr double percent_in_all = 100.0;

template <class Widget>
Widget* new_named(const char* name, QWidget* parent) {
    auto* widget = new Widget(parent);
    widget->setObjectName(QLatin1String(name));
    return widget;
}

/// Shows or hides a row of a form with its label.
void show_row(QFormLayout& form, QWidget* field, bool shown) {
    field->setVisible(shown);
    if (QWidget* label = form.labelForField(field)) label->setVisible(shown);
}

const siting::Model* model_of(const QString& id) {
    for (const siting::Model& model : siting::models) {
        if (id == text(model.id)) return &model;
    }
    return nullptr;
}

std::vector<toolbox::Parameter> candidate_columns() {
    const auto column = [](std::string_view id, Message name) {
        return toolbox::Parameter{.id = id,
                                  .kind = toolbox::ParameterKind::column,
                                  .name = std::move(name),
                                  .help = {},
                                  .of = "siting_candidates"};
    };
    return {column("siting_candidates_id", {"Id", "编号"}),
            column("siting_candidates_name", {"Name", "名称"}),
            column("siting_candidates_price", {"Price", "造价"}),
            column("siting_candidates_seats", {"Seats", "座位数"})};
}

}  // namespace

SitingForm::SitingForm(Session& session, const Desk& desk, QWidget* parent)
    : RunForm({QStringLiteral("siting"), QStringLiteral("plan.json"), "Siting", tr("&Find sites"),
               RunBar::Ends::with_best},
              parent),
      session_(session),
      columns_asked_(candidate_columns()) {
    form_ = new QFormLayout(this);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    empty_ = new_empty_state();
    form_->addRow(empty_);
    places_ = new SitingPlaces(session, desk, this);
    add_model(*form_);
    add_limits(*form_);
    add_candidates(*form_);
    add_others(*form_);
    refresh();
}

QWidget* SitingForm::new_empty_state() {
    auto* part = new QWidget(this);
    QLabel* text = new_text(part);
    text->setText(tr("Choose stations, demand and zones on the page Data first."));
    auto* go = new_button(tr("&Go to Data"), "yiquanSitingGoToData", part);
    connect(go, &QPushButton::clicked, this, &SitingForm::data_page_wanted);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text);
    layout->addWidget(go, 0, Qt::AlignLeft);
    return part;
}

void SitingForm::store_choice(QComboBox& box, std::string_view id) {
    connect(&box, qOverload<int>(&QComboBox::currentIndexChanged), this, [this, id, from = &box](int at) {
        if (!refreshing_) session_.set(id, from->itemData(at));
    });
}

void SitingForm::add_model(QFormLayout& form) {
    model_ = new_named<QComboBox>("yiquanSitingModel", this);
    fit(*model_);
    for (const siting::Model& model : siting::models) {
        const QString summary = say(model.summary_en, model.summary_zh);
        model_->addItem(QStringLiteral("%1: %2").arg(text(model.id), summary), text(model.id));
        model_->setItemData(model_->count() - 1, summary, Qt::ToolTipRole);
    }
    summary_ = new_hint({}, this);
    summary_->setObjectName(QStringLiteral("yiquanSitingSummary"));
    form.addRow(tr("&Model"), model_);
    form.addRow(summary_);
    store_choice(*model_, "siting_model");
}

void SitingForm::add_limits(QFormLayout& form) {
    constexpr int most_sites = 9999;
    constexpr double dearest = 1e9;
    constexpr double longest_km = 1000.0;
    limit_ = new_named<QComboBox>("yiquanSitingLimit", this);
    limit_->addItem(tr("New sites"), QStringLiteral("count"));
    limit_->addItem(tr("Budget"), QStringLiteral("budget"));
    limit_->setToolTip(tr("A budget needs a column of prices."));
    count_ = new_named<QSpinBox>("yiquanSitingCount", this);
    count_->setRange(1, most_sites);
    count_->setKeyboardTracking(false);
    count_->setToolTip(tr("How many sites to open in addition to the existing stations."));
    budget_ = new_named<QDoubleSpinBox>("yiquanSitingBudget", this);
    budget_->setRange(0.0, dearest);
    budget_->setDecimals(2);
    budget_->setKeyboardTracking(false);
    budget_->setToolTip(tr("What the sites may cost in total, in the unit of the prices."));
    curve_ = new_named<QCheckBox>("yiquanSitingCurve", this);
    curve_->setText(tr("and every number below, as a c&urve"));
    curve_->setToolTip(tr("Shows what each further site gains, and where it is no longer worthwhile."));
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(limit_);
    layout->addWidget(count_, 1);
    layout->addWidget(budget_, 1);
    row->setObjectName(QStringLiteral("yiquanSitingLimits"));
    form.addRow(tr("How man&y"), row);
    static_cast<QLabel*>(form.labelForField(row))->setBuddy(count_);
    form.addRow(QString{}, curve_);
    store_choice(*limit_, "siting_limit");
    connect(count_, qOverload<int>(&QSpinBox::valueChanged), this, [this](int count) {
        if (!refreshing_) session_.set("siting_count", count);
    });
    connect(budget_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double budget) {
        if (!refreshing_) session_.set("siting_budget", budget);
    });
    connect(curve_, &QCheckBox::toggled, this, [this](bool on) {
        if (!refreshing_) session_.set("siting_curve", on);
    });

    share_ = new_named<QDoubleSpinBox>("yiquanSitingShare", this);
    share_->setRange(0.1, percent_in_all);
    share_->setDecimals(1);
    share_->setSuffix(tr(" %"));
    share_->setKeyboardTracking(false);
    form.addRow(tr("S&hare to reach"), share_);
    connect(share_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double percent) {
        if (!refreshing_) session_.set("siting_share", percent / percent_in_all);
    });

    radius_ = new_named<QDoubleSpinBox>("yiquanSitingRadius", this);
    radius_->setRange(0.0, longest_km);
    radius_->setDecimals(3);
    radius_->setSuffix(tr(" km"));
    radius_->setKeyboardTracking(false);
    radius_->setToolTip(
        tr("Straight-line distance on the ellipsoid; 0 uses the radius of the page Coverage."));
    form.addRow(tr("Ra&dius"), radius_);
    connect(radius_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double km) {
        if (!refreshing_)
            session_.set("siting_radius", km > 0.0 ? QVariant{shortest_times(km, metres_in_km)} : QVariant{});
    });
}

void SitingForm::add_candidates(QFormLayout& form) {
    source_ = new_named<QComboBox>("yiquanSitingSource", this);
    source_->addItem(tr("A layer of candidates"), QStringLiteral("layer"));
    source_->addItem(tr("Places picked on the map"), QStringLiteral("map"));
    fit(*source_);
    layer_ = new_named<QgsMapLayerComboBox>("yiquanSitingCandidates", this);
    layer_->setAllowEmptyLayer(true);
    layer_->setFilters(QgsMapLayerProxyModel::PointLayer | QgsMapLayerProxyModel::NoGeometry);
    layer_->setLayer(nullptr);
    fit(*layer_);
    tell_whole(*layer_);
    form.addRow(tr("&Candidates"), source_);
    form.addRow(QString{}, layer_);
    form.addRow(places_);
    form.addRow(new_columns());
    store_choice(*source_, "siting_source");
    connect(layer_, &QgsMapLayerComboBox::layerChanged, this, [this](QgsMapLayer* layer) {
        if (!refreshing_) session_.choose_layer("siting_candidates", layer);
    });
}

QWidget* SitingForm::new_columns() {
    columns_group_ = new QgsCollapsibleGroupBoxBasic(tr("Columns of the candidates"), this);
    columns_group_->setObjectName(QStringLiteral("yiquanSitingColumns"));
    auto* form = new QFormLayout(columns_group_);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const toolbox::Parameter& parameter : columns_asked_) {
        auto* choice = new ColumnChoice(session_, parameter, columns_group_);
        form->addRow(say(parameter.name), choice);
        columns_.push_back(choice);
    }
    datum_ = new DatumChoice(session_, "siting_candidates_datum", columns_group_);
    form->addRow(tr("Datum"), datum_);
    columns_group_->setCollapsed(true);
    return columns_group_;
}

void SitingForm::add_others(QFormLayout& form) {
    constexpr int longest = 86400;
    existing_ = new_named<QComboBox>("yiquanSitingExisting", this);
    existing_->addItem(tr("stay open"), QStringLiteral("stay"));
    existing_->addItem(tr("may close"), QStringLiteral("may_close"));
    existing_->addItem(tr("are left out"), QStringLiteral("ignore"));
    existing_->setToolTip(tr("The stations of the page Data. Those that may close count as new sites."));
    fit(*existing_);
    form.addRow(tr("&Stations"), existing_);
    store_choice(*existing_, "siting_existing");

    seconds_ = new_named<QSpinBox>("yiquanSitingSeconds", this);
    seconds_->setRange(0, longest);
    seconds_->setSuffix(tr(" s"));
    seconds_->setSpecialValueText(tr("none"));
    seconds_->setKeyboardTracking(false);
    seconds_->setToolTip(tr("Then the best answer so far is taken, and it says how far from proven it is."));
    form.addRow(tr("&Time limit"), seconds_);
    connect(seconds_, qOverload<int>(&QSpinBox::valueChanged), this, [this](int seconds) {
        if (!refreshing_) session_.set("siting_seconds", seconds);
    });
}

QString SitingForm::lacking() const {
    return session_.ready() ? QString() : tr("Choose stations, demand and zones first.");
}

KeptRun::Steps SitingForm::steps() const {
    const auto inputs = std::make_shared<SitingInputs>(siting_inputs(session_));
    return {.prepare =
                [inputs](const QString& folder, Progress& progress) {
                    return write_siting_files(std::move(*inputs), folder, progress);
                },
            .check = [](const QByteArray& document) { (void)siting_answer(document); }};
}

void SitingForm::refresh() {
    empty_->setVisible(!session_.ready());
    refreshing_ = true;
    const auto choose = [](QComboBox& box, const QVariant& wanted) {
        box.setCurrentIndex(std::max(0, box.findData(wanted)));
    };
    choose(*model_, session_.value("siting_model"));
    choose(*limit_, session_.value("siting_limit"));
    choose(*source_, session_.value("siting_source"));
    choose(*existing_, session_.value("siting_existing"));
    count_->setValue(session_.value("siting_count").toInt());
    budget_->setValue(session_.number("siting_budget").value_or(0.0));
    curve_->setChecked(session_.flag("siting_curve"));
    share_->setValue(session_.number("siting_share").value_or(1.0) * percent_in_all);
    seconds_->setValue(qRound(session_.number("siting_seconds").value_or(0.0)));
    layer_->setLayer(session_.layer("siting_candidates"));
    for (ColumnChoice* column : columns_) column->refresh();
    datum_->refresh();
    places_->refresh();
    show_model();
    show_radius();
    refreshing_ = false;
}

void SitingForm::show_model() {
    const siting::Model* model = model_of(model_->currentData().toString());
    if (model == nullptr) return;
    summary_->setText(say(model->summary_en, model->summary_zh));
    model_->setToolTip(QStringLiteral("%1\n%2").arg(text(model->formula), text(model->paper)));
    const bool counts = model->choose == siting::Choose::count_or_budget;
    const bool money = limit_->currentData() == QStringLiteral("budget");
    show_row(*form_, limit_->parentWidget(), counts);
    count_->setVisible(!money);
    budget_->setVisible(money);
    show_row(*form_, curve_, counts && !money);
    show_row(*form_, share_, model->share);
    show_row(*form_, radius_, model->threshold);
    const bool clicks = source_->currentData() == QStringLiteral("map");
    show_row(*form_, layer_, !clicks);
    places_->setVisible(clicks);
    columns_group_->setVisible(!clicks);
}

void SitingForm::show_radius() {
    const std::optional<Metres> standard = coverage_radius(session_);
    radius_->setSpecialValueText(standard ? tr("as on Coverage: %1").arg(text(to_text(*standard)))
                                          : tr("as on Coverage: none yet"));
    radius_->setValue(session_.number("siting_radius").value_or(0.0) / metres_in_km);
}

}  // namespace yiquan::plugin
