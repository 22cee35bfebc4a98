// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <cstddef>
#include <vector>

#include "plugin/layout/map_book.hpp"

class QComboBox;
class QLabel;
class QToolButton;

namespace yiquan::plugin {

/// One page as it will be printed, with arrows and the list of pages. It draws no page itself.
class ExportPreview final : public QWidget {
    Q_OBJECT
public:
    explicit ExportPreview(QWidget* parent = nullptr);

    /// Lists other pages and stays at the same place where there is one: the page of the same name, else of
    /// the same number.
    void show_pages(const std::vector<MapPage>& pages);
    void show_picture(const QImage& picture);
    /// Says why there is no page. The place is remembered for the next `show_pages`.
    void show_reason(const QString& text);

    /// Index of the page shown; 0 where there is none.
    [[nodiscard]] std::size_t page() const;
    /// Pixels that the picture may take, on this screen.
    [[nodiscard]] QSize room() const;

signals:
    void turned();
    /// There is more room than the picture fills.
    void grown();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Picture;

    void turn(int pages);
    void show_arrows();

    QWidget* turning_;
    QToolButton* back_;
    QComboBox* pages_;
    QToolButton* forth_;
    Picture* picture_;
    QLabel* reason_;
};

}  // namespace yiquan::plugin
