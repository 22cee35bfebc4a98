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
    QLineEdit* title_ = nullptr;
    QComboBox* standard_ = nullptr;
    QLabel* summary_ = nullptr;
    QDoubleSpinBox* radius_ = nullptr;
    QComboBox* unit_ = nullptr;
    QComboBox* mode_ = nullptr;
    QDoubleSpinBox* budget_ = nullptr;
    QDoubleSpinBox* target_ = nullptr;
    QCheckBox* open_24h_ = nullptr;
    QCheckBox* open_at_ = nullptr;
    QTimeEdit* time_ = nullptr;
    QLineEdit* amenities_ = nullptr;
    QgsFileWidget* output_ = nullptr;
};

}  // namespace yiquan::plugin
