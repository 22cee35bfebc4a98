// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <string_view>

#include "plugin/layout/map_request.hpp"
#include "plugin/layout/paper_layout.hpp"

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;

namespace yiquan::plugin {

class ExportAudit;
class Session;

/// Which audit goes on which paper, in which words. The choices are kept in the project.
class ExportForm final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the form
    explicit ExportForm(Session& session, QWidget* parent = nullptr);

    /// What is chosen now, also what is being typed.
    [[nodiscard]] MapRequest request() const;
    [[nodiscard]] const PaperLayout& layout_chosen() const;
    /// Shows what the session holds.
    void refresh();

signals:
    void changed();

private:
    struct Words {
        std::string_view id;
        QLineEdit* line;
    };

    [[nodiscard]] QWidget* new_choices();
    [[nodiscard]] QWidget* new_words();
    void list_contents(Contents wanted);
    void show_layout(const PaperLayout& layout);
    void choose_layout();
    void show_audits();
    void keep(const Words& words);

    Session& session_;
    ExportAudit* audit_ = nullptr;
    ExportAudit* before_ = nullptr;  ///< seen for pages that compare only
    QLabel* before_label_ = nullptr;
    QComboBox* paper_ = nullptr;
    QComboBox* contents_ = nullptr;
    QComboBox* language_ = nullptr;
    std::array<Words, 4> words_{};
    QDateEdit* date_ = nullptr;
    bool refreshing_ = false;
};

}  // namespace yiquan::plugin
