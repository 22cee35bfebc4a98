// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/pdf_text.hpp"

#include <QFont>
#include <QRawFont>
#include <QVector>

#include <map>

namespace yiquan::plugin {
namespace {

constexpr ushort first_radical = 0x2E80;
constexpr ushort last_radical = 0x2FDF;
constexpr ushort first_ideograph = 0x4E00;
constexpr ushort last_ideograph = 0x9FFF;
constexpr ushort figure_dash = 0x2012;
constexpr ushort en_dash = 0x2013;

QVector<quint32> glyphs(const QRawFont& font, ushort first, ushort last) {
    QString characters;
    for (int code = first; code <= last; ++code) characters.append(QChar(code));
    return font.glyphIndexesForString(characters);
}

/// Characters that Qt names wrongly, each with the one that was meant.
std::map<ushort, ushort> meant_characters(const QString& family) {
    std::map<ushort, ushort> meant{{figure_dash, en_dash}};
    const QRawFont font = QRawFont::fromFont(QFont(family));
    const QVector<quint32> ideographs = glyphs(font, first_ideograph, last_ideograph);
    std::map<quint32, ushort> by_glyph;
    for (int i = 0; i < ideographs.size(); ++i) {
        by_glyph.emplace(ideographs[i], static_cast<ushort>(first_ideograph + i));
    }
    const QVector<quint32> radicals = glyphs(font, first_radical, last_radical);
    for (int i = 0; i < radicals.size(); ++i) {
        const auto same = by_glyph.find(radicals[i]);
        if (radicals[i] != 0 && same != by_glyph.end())
            meant[static_cast<ushort>(first_radical + i)] = same->second;
    }
    return meant;
}

/// Codes stand as <2ED8>; in a list each is its glyph's, and so is the third of a range of one glyph.
void mend_range(QByteArray& pdf, int from, int to, const std::map<ushort, ushort>& meant) {
    constexpr int code_size = 6;
    const auto code_at = [&](int at) { return pdf.mid(at + 1, code_size - 2); };
    const auto mend = [&](int at) {
        bool good = false;
        const auto wrong = meant.find(code_at(at).toUShort(&good, 16));
        if (!good || wrong == meant.end()) return;
        pdf.replace(at + 1, code_size - 2,
                    QByteArray::number(wrong->second, 16).rightJustified(4, '0').toUpper());
    };
    for (int line = from; line >= 0 && line < to; line = pdf.indexOf('\n', line) + 1) {
        const int end = pdf.indexOf('\n', line);
        if (end < 0) return;
        const int list = pdf.indexOf('[', line);
        if (list >= 0 && list < end) {
            for (int at = pdf.indexOf('<', list); at >= 0 && at < end; at = pdf.indexOf('<', at + 1))
                mend(at);
        } else if (end - line >= 3 * code_size && code_at(line) == code_at(line + code_size + 1)) {
            mend(line + 2 * (code_size + 1));
        }
    }
}

}  // namespace

void mend_pdf_text(QByteArray& pdf, const QString& family) {
    const std::map<ushort, ushort> meant = meant_characters(family);
    const QByteArray begin("beginbfrange\n");
    for (int at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + 1)) {
        const int end = pdf.indexOf("endbfrange", at);
        if (end >= 0) mend_range(pdf, at + begin.size(), end, meant);
    }
}

}  // namespace yiquan::plugin
