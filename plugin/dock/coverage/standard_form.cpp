// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/coverage/standard_form.hpp"

#include <qgscollapsiblegroupbox.h>
#include <qgsfilewidget.h>
#include <qgsproject.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

#include "core/audit/standard.hpp"
#include "core/base/decimal.hpp"
#include "plugin/dock/parts/page_parts.hpp"
#include "plugin/language.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

const QString own = QStringLiteral("own");
const QString time_format = QStringLiteral("HH:mm");
constexpr double metres_per_km = 1000.0;

const audit::Standard* shipped(const QString& id) {
    const std::string name = id.toStdString();
    for (const audit::Standard& standard : audit::shipped_standards()) {
        if (standard.id == name) return &standard;
    }
    return nullptr;
}

QFormLayout* new_form(QWidget* parent) {
    auto* form = new QFormLayout(parent);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    return form;
}

template <class Widget>
Widget* named(const char* name, QWidget* parent) {
    auto* widget = new Widget(parent);
    widget->setObjectName(QLatin1String(name));
    return widget;
}

}  // namespace

StandardForm::StandardForm(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new_standard());
    layout->addWidget(new_filters());
    refresh();
}

QWidget* StandardForm::new_standard() {
    constexpr double longest = 1000000.0;
    constexpr double minutes_shown = 15.0;
    constexpr double whole = 100.0;
    auto* part = new QWidget(this);
    standard_ = named<QComboBox>("yiquanStandard", part);
    summary_ = new_hint({}, part);
    radius_ = named<QDoubleSpinBox>("yiquanRadius", part);
    unit_ = named<QComboBox>("yiquanRadiusUnit", part);
    mode_ = named<QComboBox>("yiquanMode", part);
    budget_ = named<QDoubleSpinBox>("yiquanBudget", part);
    target_ = named<QDoubleSpinBox>("yiquanTarget", part);
    QFormLayout* form = new_form(part);
    form->setContentsMargins(0, 0, 0, 0);

    fit(*standard_);
    fill_standards();
    form->addRow(tr("&Standard"), standard_);
    form->addRow(summary_);
    connect(standard_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this](int at) {
        if (!refreshing_) session_.set("standard", standard_->itemData(at));
        refresh_standard();
    });

    radius_->setRange(0.001, longest);
    radius_->setDecimals(3);
    radius_->setKeyboardTracking(false);
    unit_->addItem(tr("m"), 1.0);
    unit_->addItem(tr("km"), metres_per_km);
    auto* radius = new QHBoxLayout;
    radius->addWidget(radius_, 1);
    radius->addWidget(unit_);
    form->addRow(tr("Ra&dius"), radius);
    static_cast<QLabel*>(form->labelForField(radius))->setBuddy(radius_);
    connect(radius_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &StandardForm::store_radius);
    connect(unit_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        if (!refreshing_) session_.set("radius_unit", unit_->currentData());
        refresh_standard();
    });

    const QString later = tr("Travel times need a street network; they come in a later version.");
    mode_->addItems({tr("On foot"), tr("By e-bike"), tr("By car")});
    budget_->setDecimals(0);
    budget_->setSuffix(tr(" min"));
    budget_->setValue(minutes_shown);
    auto* travel = new QHBoxLayout;
    for (QWidget* widget : {static_cast<QWidget*>(mode_), static_cast<QWidget*>(budget_)}) {
        widget->setEnabled(false);
        widget->setToolTip(later);
        travel->addWidget(widget, 1);
    }
    form->addRow(tr("Travel time"), travel);
    form->addRow(QString{}, new_hint(later, part));

    target_->setRange(0.0, whole);
    target_->setDecimals(1);
    target_->setSuffix(tr(" %"));
    target_->setSpecialValueText(tr("No target"));
    target_->setKeyboardTracking(false);
    target_->setToolTip(tr("Share of the people that should be covered."));
    form->addRow(tr("&Target"), target_);
    connect(target_, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this, whole](double percent) {
        if (!refreshing_)
            session_.set("target_share", percent > 0.0 ? QVariant{percent / whole} : QVariant{});
    });
    return part;
}

QWidget* StandardForm::new_filters() {
    auto* group = new QgsCollapsibleGroupBoxBasic(tr("Stations that take part, and the folder"), this);
    group->setObjectName(QStringLiteral("yiquanFilters"));
    open_24h_ = named<QCheckBox>("yiquanOpen24h", group);
    open_at_ = named<QCheckBox>("yiquanOpenAt", group);
    time_ = named<QTimeEdit>("yiquanOpenAtTime", group);
    amenities_ = named<QLineEdit>("yiquanAmenities", group);
    title_ = named<QLineEdit>("yiquanTitle", group);
    output_ = named<QgsFileWidget>("yiquanOutput", group);
    QFormLayout* form = new_form(group);
    open_24h_->setText(tr("Only open round the &clock"));
    form->addRow(open_24h_);
    connect(open_24h_, &QCheckBox::toggled, this, [this](bool on) {
        if (!refreshing_) session_.set("open_24h", on ? QVariant{true} : QVariant{});
    });

    open_at_->setText(tr("Only ope&n at"));
    time_->setDisplayFormat(time_format);
    time_->setTime(QTime(2, 0));
    auto* time = new QHBoxLayout;
    time->addWidget(open_at_);
    time->addWidget(time_);
    time->addStretch();
    form->addRow(time);
    connect(open_at_, &QCheckBox::toggled, this, &StandardForm::store_time);
    connect(time_, &QTimeEdit::timeChanged, this, &StandardForm::store_time);

    amenities_->setPlaceholderText(tr("such as charging, toilet"));
    amenities_->setToolTip(tr("Separated by commas; a station must have all of them."));
    form->addRow(tr("&Amenities"), amenities_);
    connect(amenities_, &QLineEdit::editingFinished, this, [this] {
        const QString text = amenities_->text().trimmed();
        session_.set("amenities", text.isEmpty() ? QVariant{} : QVariant{text});
    });

    title_->setPlaceholderText(tr("the name of the standard"));
    form->addRow(tr("T&itle"), title_);
    connect(title_, &QLineEdit::editingFinished, this, [this] {
        const QString text = title_->text().trimmed();
        session_.set("title", text.isEmpty() ? QVariant{} : QVariant{text});
    });

    output_->setStorageMode(QgsFileWidget::GetDirectory);
    output_->setDialogTitle(tr("Folder for audits"));
    output_->lineEdit()->setPlaceholderText(tr("beside the project"));
    output_->setToolTip(tr("Every run gets a new folder in it: audit-1, audit-2 and so on."));
    form->addRow(tr("&Folder"), output_);
    connect(output_, &QgsFileWidget::fileChanged, this, [this](const QString& path) {
        if (!refreshing_) session_.set("output", path.isEmpty() ? QVariant{} : QVariant{path});
    });
    group->setCollapsed(true);
    return group;
}

void StandardForm::fill_standards() {
    standard_->addItem(tr("Own radius"), own);
    standard_->setItemData(0, tr("A straight-line radius of your own."), Qt::ToolTipRole);
    auto* items = qobject_cast<QStandardItemModel*>(standard_->model());
    const auto add = [&](const audit::Standard& standard) {
        standard_->addItem(say(standard.name), QString::fromStdString(standard.id));
        const int at = standard_->count() - 1;
        QStringList tip{say(standard.summary)};
        for (const audit::Standard::Figure& figure : standard.figures) {
            tip << tr("%1: %2. Source: %3")
                       .arg(QString::fromStdString(figure.key), QString::fromStdString(figure.value),
                            QString::fromStdString(figure.source));
        }
        if (standard.travel) {
            tip << tr("Needs a street network; comes in a later version.");
            if (items != nullptr) items->item(at)->setEnabled(false);
        }
        for (QString& line : tip) line = line.toHtmlEscaped();
        standard_->setItemData(at, QStringLiteral("<p>%1</p>").arg(tip.join(QStringLiteral("</p><p>"))),
                               Qt::ToolTipRole);
    };
    for (const audit::Standard& standard : audit::shipped_standards()) {
        if (!standard.travel) add(standard);
    }
    for (const audit::Standard& standard : audit::shipped_standards()) {
        if (standard.travel) add(standard);
    }
}

void StandardForm::refresh() {
    constexpr double whole = 100.0;
    refreshing_ = true;
    const int at = standard_->findData(session_.value("standard"));
    standard_->setCurrentIndex(at < 0 ? 0 : at);
    target_->setValue(session_.number("target_share").value_or(0.0) * whole);
    open_24h_->setChecked(session_.flag("open_24h"));
    const QTime time = QTime::fromString(session_.value("open_at").toString(), time_format);
    open_at_->setChecked(time.isValid());
    if (time.isValid()) time_->setTime(time);
    if (!amenities_->hasFocus()) amenities_->setText(session_.value("amenities").toString());
    if (!title_->hasFocus()) title_->setText(session_.value("title").toString());
    output_->setFilePath(session_.value("output").toString());
    refreshing_ = false;
    refresh_standard();
}

void StandardForm::refresh_standard() {
    const bool before = refreshing_;
    refreshing_ = true;
    const audit::Standard* const standard = shipped(standard_->currentData().toString());
    summary_->setText(standard == nullptr ? tr("A straight-line radius of your own.")
                                          : say(standard->summary));
    standard_->setToolTip(standard_->currentData(Qt::ToolTipRole).toString());
    const bool fixed = standard != nullptr && !standard->bands.empty();
    const double metres = fixed ? standard->bands.back().value() : session_.number("radius").value_or(0.0);
    const double chosen = session_.number("radius_unit").value_or(0.0);
    const double unit = !fixed && chosen > 0.0 ? chosen : metres >= metres_per_km ? metres_per_km : 1.0;
    unit_->setCurrentIndex(std::max(0, unit_->findData(unit)));
    radius_->setValue(metres / unit);
    radius_->setEnabled(!fixed);
    unit_->setEnabled(!fixed);
    radius_->setToolTip(fixed ? tr("The standard sets it.") : tr("Straight-line distance on the ellipsoid."));
    time_->setEnabled(open_at_->isChecked());
    refreshing_ = before;
}

void StandardForm::store_radius() {
    if (refreshing_) return;
    const auto metres = static_cast<std::uint32_t>(unit_->currentData().toDouble());
    session_.set("radius", shortest_times(radius_->value(), metres));
}

void StandardForm::store_time() {
    time_->setEnabled(open_at_->isChecked());
    if (refreshing_) return;
    session_.set("open_at",
                 open_at_->isChecked() ? QVariant{time_->time().toString(time_format)} : QVariant{});
}

}  // namespace yiquan::plugin
