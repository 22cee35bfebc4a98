// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/dock/export/export_preview.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "plugin/dock/parts/page_parts.hpp"

namespace yiquan::plugin {
namespace {

constexpr int tallest_preview = 420;  // an upright page leaves room for the rest

QToolButton* new_arrow(Qt::ArrowType arrow, const char* name, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setArrowType(arrow);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

/// The picture, as large as it fits, with a thin frame that is seen on every theme.
class ExportPreview::Picture final : public QWidget {
public:
    explicit Picture(QWidget* parent) : QWidget(parent) {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setFocusPolicy(Qt::StrongFocus);
    }

    void show_picture(const QImage& picture) {
        const bool other_shape = picture.size() != picture_.size();
        picture_ = picture;
        if (other_shape) updateGeometry();
        update();
    }
    [[nodiscard]] const QImage& picture() const { return picture_; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override {
        if (picture_.isNull()) return 0;
        return std::min(width * picture_.height() / picture_.width(), tallest_preview);
    }
    [[nodiscard]] QSize sizeHint() const override { return {width(), heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        if (picture_.isNull()) return;
        QPainter painter(this);
        const QSize size = picture_.size().scaled(this->size(), Qt::KeepAspectRatio);
        const QRect place(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, picture_.scaled(size * devicePixelRatioF(), Qt::IgnoreAspectRatio,
                                                 Qt::SmoothTransformation));
        painter.setPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    }

private:
    QImage picture_;
};

ExportPreview::ExportPreview(QWidget* parent)
    : QWidget(parent),
      turning_(new QWidget(this)),
      back_(new_arrow(Qt::LeftArrow, "yiquanPageBack", tr("Page before"), turning_)),
      pages_(new QComboBox(turning_)),
      forth_(new_arrow(Qt::RightArrow, "yiquanPageForth", tr("Next page"), turning_)),
      picture_(new Picture(this)),
      reason_(new_text(this)) {
    picture_->setObjectName(QStringLiteral("yiquanPagePicture"));
    picture_->setAccessibleName(tr("Preview"));
    reason_->setObjectName(QStringLiteral("yiquanNoPreview"));
    pages_->setObjectName(QStringLiteral("yiquanPreviewPage"));
    pages_->setAccessibleName(tr("Page shown"));
    fit(*pages_);
    tell_whole(*pages_);
    auto* row = new QHBoxLayout(turning_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(back_);
    row->addWidget(pages_, 1);
    row->addWidget(forth_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(turning_);
    layout->addWidget(picture_);
    layout->addWidget(reason_);
    connect(back_, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(forth_, &QToolButton::clicked, this, [this] { turn(1); });
    connect(pages_, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        show_arrows();
        emit turned();
    });
    show_reason({});
}

void ExportPreview::show_pages(const std::vector<MapPage>& pages) {
    const QSignalBlocker blocker(pages_);
    const int number = pages_->currentIndex();
    const QString name = pages_->currentData().toString();
    pages_->clear();
    for (const MapPage& page : pages) {
        const QString where = QStringLiteral("%1 / %2").arg(pages_->count() + 1).arg(pages.size());
        pages_->addItem(where + QStringLiteral("  ") + page.name, page.code + page.name);
    }
    const int same = pages_->findData(name);
    pages_->setCurrentIndex(same >= 0 ? same : std::clamp(number, 0, pages_->count() - 1));
    pages_->setToolTip(pages_->currentText());
    turning_->show();
    show_arrows();
}

void ExportPreview::show_picture(const QImage& picture) {
    picture_->show_picture(picture);
    picture_->setAccessibleDescription(pages_->currentText());
    picture_->show();
    reason_->hide();
}

void ExportPreview::show_reason(const QString& text) {
    picture_->show_picture({});
    picture_->hide();
    turning_->hide();
    reason_->setText(text);
    reason_->setVisible(!text.isEmpty());
}

std::size_t ExportPreview::page() const {
    return static_cast<std::size_t>(std::max(0, pages_->currentIndex()));
}

QSize ExportPreview::room() const {
    constexpr int least = 200;
    return QSize(std::max(width(), least), tallest_preview) * devicePixelRatioF();
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const QSize there = picture_->picture().size();
    if (there.isEmpty()) return;
    // Narrower is scaled; a little wider too.
    constexpr double noticed = 1.15;
    const QSize fitting = there.scaled(room(), Qt::KeepAspectRatio);
    if (fitting.width() > there.width() * noticed) emit grown();
}

void ExportPreview::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_PageUp:
            turn(-1);
            break;
        case Qt::Key_Right:
        case Qt::Key_PageDown:
            turn(1);
            break;
        case Qt::Key_Home:
            turn(-pages_->count());
            break;
        case Qt::Key_End:
            turn(pages_->count());
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ExportPreview::turn(int pages) {
    pages_->setCurrentIndex(std::clamp(pages_->currentIndex() + pages, 0, pages_->count() - 1));
}

void ExportPreview::show_arrows() {
    back_->setEnabled(pages_->currentIndex() > 0);
    forth_->setEnabled(pages_->currentIndex() + 1 < pages_->count());
    turning_->setEnabled(pages_->count() > 1);
}

}  // namespace yiquan::plugin
