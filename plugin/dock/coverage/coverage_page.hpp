// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <memory>

#include "core/io/audit/job.hpp"
#include "plugin/desk/desk.hpp"
#include "plugin/desk/job.hpp"

class QLabel;
class QScrollArea;

namespace yiquan::plugin {

class LedgerChart;
class LedgerModel;
class LedgerView;
class RunBar;
class Session;
class StandardForm;
struct LedgerTable;

/// The page "Coverage": by which standard, one run in the background, and the ledger that comes out.
class CoveragePage final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the page
    CoveragePage(Session& session, const Desk& desk, QWidget* parent = nullptr);

signals:
    void data_page_wanted();
    void demo_wanted();
    /// Also where there are none.
    void findings_found(std::shared_ptr<const yiquan::features::FindingList> findings);

private:
    struct Run;

    [[nodiscard]] QWidget* new_empty_state();
    [[nodiscard]] QWidget* new_ledger();
    void refresh();
    void run();
    void finish(Run& run);
    void end_run();
    [[nodiscard]] static QString station_share_text(const audit::StationShare& share);
    void show_ledger(const LedgerTable& table, const QString& title, const QString& folder);
    /// Reads the newest audit that the project knows, in the background.
    void show_last();

    Session& session_;
    Desk desk_;
    QScrollArea* scroll_ = nullptr;
    QWidget* empty_ = nullptr;
    StandardForm* form_ = nullptr;
    QWidget* ledger_part_ = nullptr;
    QLabel* ledger_title_ = nullptr;
    QLabel* balance_ = nullptr;
    QLabel* notice_ = nullptr;  ///< on the borders
    QLabel* shares_ = nullptr;  ///< of stations, where the standard asks for them
    QLabel* folder_ = nullptr;
    LedgerModel* model_ = nullptr;
    LedgerView* view_ = nullptr;
    LedgerChart* chart_ = nullptr;
    RunBar* bar_ = nullptr;

    QPointer<Job> job_;
    QPointer<Job> reading_;  ///< the last audit
};

}  // namespace yiquan::plugin
