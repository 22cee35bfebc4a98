// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/features/finding.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/desk/job.hpp"

class QCheckBox;
class QFormLayout;
class QLabel;
class QScrollArea;
class QgsMapLayer;
class QgsMapLayerComboBox;

namespace yiquan::audit {
struct Parameter;
}

namespace yiquan::plugin {

class ColumnChoice;
class DatumChoice;
class DatumPreview;
class FindingsPanel;
class RunBar;
class Session;

/// The page "Data": which layers, which columns, which datum, and what is wrong with them.
class DataPage final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the page
    DataPage(Session& session, const Desk& desk, QWidget* parent = nullptr);

    void show_findings(std::shared_ptr<const features::FindingList> findings);
    /// Adds the Qinghai demo to the project and chooses its layers.
    void open_demo();

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct LayerChoice {
        std::string_view role;
        QgsMapLayerComboBox* box;
    };
    struct ListDatum {
        std::string_view role;
        DatumChoice* box;
    };

    [[nodiscard]] QWidget* new_layers();
    [[nodiscard]] QWidget* new_columns();
    [[nodiscard]] QWidget* new_findings();
    void add_layer_row(QFormLayout& form, std::string_view role, const QString& label);
    void add_datum_row(QFormLayout& form, std::string_view role, std::string_view id);
    void refresh();
    void check();
    void end_check();
    void go_to(const features::Finding& finding);

    void say_where(const features::Finding& finding, bool on_map);

    Session& session_;
    Desk desk_;
    QScrollArea* scroll_ = nullptr;
    bool refreshing_ = false;
    std::vector<LayerChoice> layers_;
    std::vector<ListDatum> datums_;
    std::vector<ColumnChoice*> columns_;
    std::array<DatumPreview*, 2> shifts_{};
    QCheckBox* shift_on_map_ = nullptr;
    RunBar* bar_ = nullptr;
    FindingsPanel* findings_ = nullptr;
    QPointer<Job> job_;
};

}  // namespace yiquan::plugin
