// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "plugin/desk/desk.hpp"
#include "plugin/dock/parts/run_form.hpp"

class QPushButton;
class QgsFileWidget;

namespace yiquan::plugin {

class LayerChoice;
class Session;

/// "Screening": which rule file, and which candidates instead of those that it names.
class ScreeningForm final : public RunForm {
    Q_OBJECT
public:
    /// \param session outlives the form
    ScreeningForm(Session& session, const Desk& desk, QWidget* parent);

    void refresh() override;
    [[nodiscard]] QString lacking() const override;
    [[nodiscard]] KeptRun::Steps steps() const override;

private:
    [[nodiscard]] QString rules() const;
    void choose_rules(const QString& path);
    /// Asks where to, and copies the shipped rules there.
    void copy_example();
    void edit_rules();

    Session& session_;
    Desk desk_;
    QgsFileWidget* file_ = nullptr;
    QPushButton* example_ = nullptr;
    QPushButton* edit_ = nullptr;
    LayerChoice* candidates_ = nullptr;
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
