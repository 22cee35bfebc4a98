// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>

#include "core/geo/lonlat.hpp"

class QLabel;
class QgsProject;

namespace yiquan::plugin {

/// An answer of the program `yiquan`, hidden until there is one: a sentence that says what it comes to, what
/// else a page shows of it, and a link to its folder.
class AnswerView : public QWidget {
    Q_OBJECT
public:
    explicit AnswerView(QWidget* parent);

    /// \param folder that holds the document and the layers
    /// \throws Error where they cannot be read; then nothing changes
    virtual void show_answer(const QByteArray& document, const QString& folder) = 0;
    /// Adds the layers of the answer that is shown, as a group of their own.
    virtual void add_layers(QgsProject& project, const QString& folder) const = 0;
    virtual void clear() = 0;

    /// What the answer comes to.
    [[nodiscard]] QString headline() const;

signals:
    void place_wanted(yiquan::geo::LonLat place);

protected:
    void show_with(const QString& headline, const QString& folder);
    [[nodiscard]] QLabel* headline_label() const { return headline_; }
    [[nodiscard]] QLabel* folder_label() const { return folder_; }

private:
    QLabel* headline_;
    QLabel* folder_;
};

}  // namespace yiquan::plugin
