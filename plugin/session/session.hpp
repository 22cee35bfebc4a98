// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QVariant>
#include <QVariantMap>

#include <memory>
#include <string_view>

#include "core/toolbox/analysis.hpp"
#include "plugin/layers/layer_inputs.hpp"

class QgsMapLayer;
class QgsProject;

namespace yiquan::plugin {

/// What the planner chose, kept in the project file under "Yiquan". Values have the ids of the parameters of
/// the core's analyses ("facilities_name", "radius", …), so that the dock and the toolbox describe one run in
/// one way; layers are kept by their layer id under "facilities", "demand", "zones", "roads",
/// "siting_candidates", "screening_candidates", "relocation_households" and "relocation_sites".
class Session final : public QObject, public toolbox::ParameterValues {
    Q_OBJECT
public:
    /// A finished audit that the project knows.
    struct Audit {
        QString title;
        QString folder;
    };

    /// \param project outlives the session
    explicit Session(QgsProject& project);

    [[nodiscard]] QgsProject& project() const { return project_; }

    /// What was chosen; for the standard and the radius what holds until then; else invalid.
    [[nodiscard]] QVariant value(std::string_view id) const;
    /// An invalid value takes the choice back. Nothing happens where the value is the same.
    void set(std::string_view id, const QVariant& value);

    [[nodiscard]] std::string text(std::string_view id) const override;
    [[nodiscard]] bool flag(std::string_view id) const override;
    [[nodiscard]] std::optional<double> number(std::string_view id) const override;

    /// The chosen layer; nullptr where none is chosen or it left the project.
    [[nodiscard]] QgsMapLayer* layer(std::string_view role) const;
    /// Whether stations, demand and zones are chosen, without which nothing is counted.
    [[nodiscard]] bool ready() const;
    /// Chooses a layer for a role, or none. Columns that were chosen for the layer before it are forgotten;
    /// its datum is too, because another list may have another one.
    void choose_layer(std::string_view role, const QgsMapLayer* layer);
    /// Snapshots of the chosen layers, to be read in the background.
    /// \throws Error as `LayerInputs::add_layer`
    [[nodiscard]] std::shared_ptr<LayerInputs> inputs() const;

    /// Audits, newest first; those whose folder is gone are left out.
    [[nodiscard]] QList<Audit> audits() const;
    void add_audit(const Audit& audit);

    /// Scenarios as the what-if page writes them.
    [[nodiscard]] QJsonArray scenarios() const;
    void set_scenarios(const QJsonArray& scenarios);

    /// A folder that is not there yet, "audit-1" and so on: beside the project file, or in the user's
    /// documents while the project has none; the folder that the user chose ("output") comes first.
    /// \param kind of what goes into it
    [[nodiscard]] QString next_folder(const QString& kind = QStringLiteral("audit")) const;

signals:
    /// A value changed; also once for each id after another project was opened.
    void changed(const QString& id);
    void audits_changed();
    void scenarios_changed();
    /// Another project was opened, or this one closed: everything may be different.
    void replaced();

private:
    void read();
    void empty();
    void replace(QVariantMap values);
    void write();

    QgsProject& project_;
    QVariantMap values_;
    bool writing_ = false;
};

}  // namespace yiquan::plugin
