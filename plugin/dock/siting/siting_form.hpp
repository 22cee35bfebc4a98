// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <list>
#include <vector>

#include "core/toolbox/analysis.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/dock/parts/run_form.hpp"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QgsCollapsibleGroupBoxBasic;
class QgsMapLayerComboBox;

namespace yiquan::plugin {

class ColumnChoice;
class DatumChoice;
class Session;
class SitingPlaces;

/// The choices of a siting: model, how many sites, radius, candidates and existing stations. Every choice is
/// kept in the session at once.
class SitingForm final : public RunForm {
    Q_OBJECT
public:
    /// \param session outlives the form
    SitingForm(Session& session, const Desk& desk, QWidget* parent);

    void refresh() override;
    [[nodiscard]] QString lacking() const override;
    [[nodiscard]] KeptRun::Steps steps() const override;

signals:
    void data_page_wanted();

private:
    [[nodiscard]] QWidget* new_empty_state();
    void add_model(QFormLayout& form);
    void add_limits(QFormLayout& form);
    void add_candidates(QFormLayout& form);
    void add_others(QFormLayout& form);
    [[nodiscard]] QWidget* new_columns();
    void show_model();
    void show_radius();
    /// Stores the data of a combo box's entry under an id.
    void store_choice(QComboBox& box, std::string_view id);

    Session& session_;
    bool refreshing_ = false;
    std::vector<toolbox::Parameter> columns_asked_;
    std::vector<ColumnChoice*> columns_;
    QFormLayout* form_ = nullptr;
    QWidget* empty_ = nullptr;
    QComboBox* model_ = nullptr;
    QLabel* summary_ = nullptr;
    QComboBox* limit_ = nullptr;
    QSpinBox* count_ = nullptr;
    QDoubleSpinBox* budget_ = nullptr;
    QCheckBox* curve_ = nullptr;
    QDoubleSpinBox* share_ = nullptr;
    QDoubleSpinBox* radius_ = nullptr;
    QComboBox* source_ = nullptr;
    QgsMapLayerComboBox* layer_ = nullptr;
    SitingPlaces* places_ = nullptr;
    QgsCollapsibleGroupBoxBasic* columns_group_ = nullptr;
    DatumChoice* datum_ = nullptr;
    QComboBox* existing_ = nullptr;
    QSpinBox* seconds_ = nullptr;
};

}  // namespace yiquan::plugin
