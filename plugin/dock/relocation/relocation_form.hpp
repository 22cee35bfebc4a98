// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "plugin/dock/parts/run_form.hpp"
#include "plugin/relocation/relocation_inputs.hpp"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;
class QgsCollapsibleGroupBoxBasic;

namespace yiquan::plugin {

class ColumnChoice;
class DatumChoice;
class LayerChoice;
class Session;

/// What the page "Relocation" asks for: who moves, where to, what is to be least, and the limits.
class RelocationForm final : public RunForm {
    Q_OBJECT
public:
    /// \param session outlives the form
    explicit RelocationForm(Session& session, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString lacking() const override;
    [[nodiscard]] KeptRun::Steps steps() const override;

private:
    void add_lists(QFormLayout& form);
    void add_aim(QFormLayout& form);
    void add_limits(QFormLayout& form);
    [[nodiscard]] QgsCollapsibleGroupBoxBasic* new_columns(const QString& title, const char* name,
                                                           const std::vector<RelocationColumn>& columns,
                                                           std::string_view datum);
    void store_choice(QComboBox& box, std::string_view id);
    void list_columns(QComboBox& box, std::string_view id);

    Session& session_;
    std::vector<RelocationColumn> household_columns_;
    std::vector<RelocationColumn> site_columns_;
    std::vector<ColumnChoice*> columns_;
    std::vector<DatumChoice*> datums_;
    QFormLayout* form_ = nullptr;
    LayerChoice* households_ = nullptr;
    QComboBox* source_ = nullptr;
    LayerChoice* sites_ = nullptr;
    QgsCollapsibleGroupBoxBasic* site_group_ = nullptr;
    QComboBox* objective_ = nullptr;
    QDoubleSpinBox* farthest_ = nullptr;
    QComboBox* within_ = nullptr;
    QComboBox* together_ = nullptr;
    QCheckBox* unknown_ = nullptr;
    QSpinBox* seconds_ = nullptr;
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
