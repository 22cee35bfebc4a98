// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/paper_font.hpp"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

#include "core/base/error.hpp"

namespace yiquan::plugin {
namespace {

constexpr double mm_per_point = 25.4 / 72.0;
/// Metrics are taken of large letters: those of small ones are rounded to pixels.
constexpr double enlargement = 20.0;

QFont enlarged(QFont font) {
    font.setPixelSize(std::max(1, static_cast<int>(font.pointSizeF() * mm_per_point * enlargement + 0.5)));
    return font;
}

}  // namespace

QString chinese_family(const QStringList& families) {
    for (const char* wanted : {"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
                               "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei"}) {
        const QString name = QString::fromUtf8(wanted);
        if (families.contains(name)) return name;
    }
    return families.isEmpty() ? QString() : families.front();
}

QStringList families_with_chinese() {
    return QFontDatabase().families(QFontDatabase::SimplifiedChinese);
}

bool has_chinese(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.script() == QChar::Script_Han || (c >= QChar(0x3000) && c <= QChar(0x303F)) ||
               (c >= QChar(0xFF00) && c <= QChar(0xFFEF)) || c.isSurrogate();
    });
}

void refuse_without_font() {
    throw Error{
        ErrorKind::input,
        {"No font with Chinese characters is installed, so the map would show empty boxes; install the "
         "package fonts-noto-cjk.",
         "没有安装中文字体，地图上的汉字会变成空框；请安装软件包 fonts-noto-cjk。"}};
}

QString wrap_text(const QFont& font, const QString& text, double width) {
    const QFont large = enlarged(font);
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, large);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width * enlargement);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
        if (paragraph.isEmpty()) lines.append(QString());
    }
    return lines.join(QLatin1Char('\n'));
}

QSizeF text_size(const QFont& font, const QString& text) {
    const QFontMetricsF metrics(enlarged(font));
    const QStringList lines = text.split(QLatin1Char('\n'));
    double width = 0.0;
    for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
    return QSizeF(width, metrics.lineSpacing() * lines.size()) / enlargement;
}

FittedText fit_text(QFont font, const QString& text, QSizeF room, double smallest) {
    constexpr double step = 0.5;
    constexpr double safe = 0.985;  // of the width: the page's letters are not exactly those measured
    const auto wrapped = [&](const QString& words) { return wrap_text(font, words, room.width() * safe); };
    const auto fits = [&](const QString& words) {
        return text_size(font, words).height() <= room.height() + 0.01;
    };
    QString shown = wrapped(text);
    while (!fits(shown) && font.pointSizeF() > smallest) {
        font.setPointSizeF(std::max(smallest, font.pointSizeF() - step));
        shown = wrapped(text);
    }
    for (int length = text.size() - 1; length > 0 && !fits(shown); --length) {
        shown = wrapped(text.left(length) + QStringLiteral("…"));
    }
    return {font, shown};
}

}  // namespace yiquan::plugin
