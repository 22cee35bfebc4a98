// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

#include "plugin/desk/desk.hpp"
#include "plugin/map/what_if_tool.hpp"
#include "plugin/what_if/scenario.hpp"
#include "plugin/what_if/scratch_layers.hpp"
#include "plugin/what_if/what_if_run.hpp"

class QLabel;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace yiquan::plugin {

class LedgerModel;
class LedgerView;
class RunBar;
class ScenarioPanel;
class ScenarioStationPanel;
class Session;

/// "What if": stations are added, moved and removed on the map while the figures follow; what came out can be
/// kept as a scenario of the project.
class WhatIfPage final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the page
    WhatIfPage(Session& session, const Desk& desk, QWidget* parent = nullptr);
    ~WhatIfPage() override;

    /// Loads a scenario from elsewhere, such as a siting's proposals, and keeps it in the project; starts
    /// first where nothing was started yet.
    void plan(const Scenario& scenario);

    /// The map tool; nullptr while there is no map.
    [[nodiscard]] WhatIfTool* tool() const { return tool_; }
    [[nodiscard]] const ScratchLayers& layers() const { return layers_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* make_start();
    QWidget* make_tools();
    QWidget* make_figures();
    QWidget* make_ledger();
    void make_shortcuts();
    void make_tool();

    void start();
    void show_phase();
    void show_needs();
    void show_figures();
    void show_lacking_layers();
    void draw_layers();
    void update_layers(const QList<quint32>& stations);
    void set_mode(std::optional<WhatIfTool::Mode> mode);
    void show_mode();
    /// Runs a change of the stations; what goes wrong is said in QGIS's message bar.
    void change(const std::function<void()>& work);

    Session& session_;
    Desk desk_;
    WhatIfRun& run_;
    ScratchLayers layers_;
    QPointer<WhatIfTool> tool_;
    QPointer<Job> drawing_;
    LedgerModel* ledger_model_;

    QWidget* start_ = nullptr;
    QLabel* start_text_ = nullptr;
    RunBar* start_bar_ = nullptr;

    QWidget* tools_ = nullptr;
    QToolButton* add_ = nullptr;
    QToolButton* move_ = nullptr;
    QToolButton* remove_ = nullptr;
    QToolButton* undo_ = nullptr;
    QToolButton* redo_ = nullptr;
    QLabel* hint_ = nullptr;
    QPushButton* show_layers_ = nullptr;

    QWidget* figures_ = nullptr;
    QLabel* gained_ = nullptr;
    QLabel* lost_ = nullptr;
    QLabel* covered_ = nullptr;

    QTabWidget* tabs_ = nullptr;
    LedgerView* ledger_ = nullptr;
    ScenarioStationPanel* stations_ = nullptr;
    ScenarioPanel* scenarios_ = nullptr;

    QList<quint32> changed_while_drawing_;
};

}  // namespace yiquan::plugin
