// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QTimeEdit;
class QgsFileWidget;

namespace yiquan::plugin {

class Session;

/// The choices of a coverage run: standard, radius, target, which stations take part, and the folder. Every
/// choice is kept in the session at once.
class StandardForm final : public QWidget {
    Q_OBJECT
public:
    /// \param session outlives the form
    explicit StandardForm(Session& session, QWidget* parent = nullptr);

    void refresh();

private:
    [[nodiscard]] QWidget* new_standard();
    [[nodiscard]] QWidget* new_filters();
    void fill_standards();
    void refresh_standard();
    void store_radius();
    void store_time();

    Session& session_;
    bool refreshing_ = false;
    QLineEdit* title_;
    QComboBox* standard_;
    QLabel* summary_;
    QDoubleSpinBox* radius_;
    QComboBox* unit_;
    QComboBox* mode_;
    QDoubleSpinBox* budget_;
    QDoubleSpinBox* target_;
    QCheckBox* open_24h_;
    QCheckBox* open_at_;
    QTimeEdit* time_;
    QLineEdit* amenities_;
    QgsFileWidget* output_;
};

}  // namespace yiquan::plugin
