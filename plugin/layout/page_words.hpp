// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <cstddef>

#include "core/base/message.hpp"
#include "core/report/audit_record.hpp"
#include "core/report/siting_record.hpp"
#include "plugin/layout/map_request.hpp"
#include "plugin/layout/page_unit.hpp"
#include "plugin/layout/paper_layout.hpp"
#include "plugin/layout/paper_text.hpp"
#include "plugin/layout/result_page.hpp"

namespace yiquan::plugin {

/// What the words of one page are made from.
struct PageFacts {
    const MapRequest& request;
    const report::AuditRecord& record;
    const report::AuditRecord* before;  ///< of a comparison; else none
    const report::SitingRecord* plan;   ///< of a siting page; else none
    const ResultPage* result;           ///< of a page about a relocation or a screening; else none
    const PaperLayout& layout;
    const PageUnit& unit;
    Message projection;  ///< in words
    double scale = 0.0;  ///< 1 : scale of the main map
    std::size_t number = 1;
    std::size_t count = 1;
};

/// The texts of a page by the id of the label that shows them.
[[nodiscard]] QMap<QString, QString> page_words(const PageFacts& facts, const PaperText& words);

/// How well a unit is served, in one sentence.
[[nodiscard]] Message coverage_sentence(const audit::Figures& figures);

/// "1:4,200,000".
[[nodiscard]] QString scale_text(double scale);

}  // namespace yiquan::plugin
