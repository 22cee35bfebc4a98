// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/layout/paper_text.hpp"

#include "core/base/number_text.hpp"

namespace yiquan::plugin {

QString PaperText::say(const Message& message, const char* between) const {
    return say(message.en, message.zh, between);
}

QString PaperText::say(std::string_view en, std::string_view zh, const char* between) const {
    switch (language_) {
        case PaperLanguage::chinese:
            return utf8(zh);
        case PaperLanguage::english:
            return utf8(en);
        case PaperLanguage::both:
            return zh == en ? utf8(zh) : utf8(zh) + QString::fromUtf8(between) + utf8(en);
    }
    return {};
}

QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

QString figure(double value) {
    return QString::fromStdString(grouped(value));
}

QString figure_of(std::int64_t count) {
    return figure(static_cast<double>(count));
}

QString share_figure(const audit::Figures& figures) {
    if (figures.demand.ticks() == 0) return QStringLiteral("–");
    if (figures.covered == figures.demand) return QStringLiteral("100 %");
    return QString::fromStdString(percent(figures.covered_share()));
}

}  // namespace yiquan::plugin
