// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/session/session.hpp"

#include <qgsmaplayer.h>
#include <qgsproject.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <array>

#include "core/relocation/objective.hpp"
#include "core/siting/model.hpp"
#include "plugin/language.hpp"

namespace yiquan::plugin {
namespace {

const QString scope = QStringLiteral("Yiquan");
const QString values_entry = QStringLiteral("values");
const QString audits_key = QStringLiteral("audits");
const QString scenarios_key = QStringLiteral("scenarios");
constexpr std::array<std::string_view, 3> roles{"facilities", "demand", "zones"};
constexpr std::array<std::string_view, 8> layer_ids{"facilities",
                                                    "demand",
                                                    "zones",
                                                    "roads",
                                                    "siting_candidates",
                                                    "relocation_households",
                                                    "relocation_sites",
                                                    "screening_candidates"};

/// The same for the page Siting.
QVariant initial_siting(std::string_view id) {
    constexpr int sites = 5;
    constexpr double share = 0.9;
    constexpr double seconds = 60.0;
    if (id == "siting_model") return text(siting::models.front().id);
    if (id == "siting_count") return sites;
    if (id == "siting_curve") return true;
    if (id == "siting_share") return share;
    if (id == "siting_seconds") return seconds;
    return {};
}

/// The same for the page Relocation.
QVariant initial_relocation(std::string_view id) {
    constexpr double seconds = 60.0;
    if (id == "relocation_objective") return text(relocation::objectives.front().id);
    if (id == "relocation_seconds") return seconds;
    return {};
}

/// What the page Coverage shows before anything was chosen, so that it is also what runs.
QVariant initial(std::string_view id) {
    constexpr double radius_metres = 1000.0;
    if (id == "standard") return QStringLiteral("own");
    if (id == "radius") return radius_metres;
    return id.starts_with("relocation_") ? initial_relocation(id) : initial_siting(id);
}

}  // namespace

Session::Session(QgsProject& project) : project_(project) {
    connect(&project, &QgsProject::readProject, this, &Session::read);
    connect(&project, &QgsProject::cleared, this, &Session::empty);
    connect(&project, qOverload<const QStringList&>(&QgsProject::layersRemoved), this,
            [this](const QStringList& gone) {
                for (const std::string_view role : layer_ids) {
                    if (gone.contains(value(role).toString())) choose_layer(role, nullptr);
                }
            });
    read();
}

QVariant Session::value(std::string_view id) const {
    return values_.value(plugin::text(id), initial(id));
}

void Session::set(std::string_view id, const QVariant& value) {
    const QString key = plugin::text(id);
    if (values_.value(key) == value) return;
    if (value.isValid()) {
        values_[key] = value;
    } else {
        values_.remove(key);
    }
    write();
    emit changed(key);
}

std::string Session::text(std::string_view id) const {
    return value(id).toString().toStdString();
}

bool Session::flag(std::string_view id) const {
    return value(id).toBool();
}

std::optional<double> Session::number(std::string_view id) const {
    bool ok = false;
    const double number = value(id).toDouble(&ok);
    return ok ? std::optional{number} : std::nullopt;
}

QgsMapLayer* Session::layer(std::string_view role) const {
    return project_.mapLayer(value(role).toString());
}

bool Session::ready() const {
    return layer("facilities") != nullptr && layer("demand") != nullptr && layer("zones") != nullptr;
}

void Session::choose_layer(std::string_view role, const QgsMapLayer* layer) {
    const QString id = layer == nullptr ? QString{} : layer->id();
    if (value(role).toString() == id) return;
    const QString before = plugin::text(role) + QLatin1Char('_');
    for (const QString& key : values_.keys()) {
        if (key.startsWith(before)) set(key.toStdString(), {});
    }
    set(role, id.isEmpty() ? QVariant{} : QVariant{id});
}

std::shared_ptr<LayerInputs> Session::inputs() const {
    auto inputs = std::make_shared<LayerInputs>();
    for (const std::string_view role : roles) {
        if (const QgsMapLayer* chosen = layer(role)) inputs->add_layer(role, *chosen);
    }
    return inputs;
}

QList<Session::Audit> Session::audits() const {
    QList<Audit> audits;
    for (const QVariant& entry : values_.value(audits_key).toList()) {
        const QVariantMap row = entry.toMap();
        const QString folder =
            project_.pathResolver().readPath(row.value(QStringLiteral("folder")).toString());
        if (QFileInfo(QDir(folder).filePath(QStringLiteral("audit.json"))).isFile()) {
            audits.push_back({row.value(QStringLiteral("title")).toString(), folder});
        }
    }
    return audits;
}

void Session::add_audit(const Audit& audit) {
    QVariantList list = values_.value(audits_key).toList();
    list.push_front(
        QVariantMap{{QStringLiteral("title"), audit.title}, {QStringLiteral("folder"), audit.folder}});
    values_[audits_key] = list;
    write();
    emit audits_changed();
}

QJsonArray Session::scenarios() const {
    return QJsonArray::fromVariantList(values_.value(scenarios_key).toList());
}

void Session::set_scenarios(const QJsonArray& scenarios) {
    values_[scenarios_key] = scenarios.toVariantList();
    write();
    emit scenarios_changed();
}

QString Session::next_folder(const QString& kind) const {
    QString base = value("output").toString();
    if (base.isEmpty()) {
        const QString home = project_.homePath();
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        base = QDir(home.isEmpty() ? documents : home).filePath(QStringLiteral("yiquan"));
    }
    for (int number = 1;; ++number) {
        const QString folder = QDir(base).filePath(QStringLiteral("%1-%2").arg(kind).arg(number));
        if (!QFileInfo::exists(folder)) return folder;
    }
}

void Session::read() {
    if (writing_) return;
    const QByteArray text = project_.readEntry(scope, values_entry).toUtf8();
    replace(QJsonDocument::fromJson(text).object().toVariantMap());
}

void Session::empty() {
    // A project loses its layers after its entries, so that what the layers' leaving wrote is the next one's.
    const bool dirty = project_.isDirty();
    project_.removeEntry(scope, values_entry);
    project_.setDirty(dirty && project_.isDirty());
    replace({});
}

void Session::replace(QVariantMap values) {
    values_ = std::move(values);
    emit replaced();
    emit audits_changed();
    emit scenarios_changed();
}

void Session::write() {
    const QByteArray text =
        QJsonDocument(QJsonObject::fromVariantMap(values_)).toJson(QJsonDocument::Compact);
    writing_ = true;
    project_.writeEntry(scope, values_entry, QString::fromUtf8(text));
    writing_ = false;
}

}  // namespace yiquan::plugin
