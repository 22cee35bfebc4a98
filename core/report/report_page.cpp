// SPDX-License-Identifier: MIT
#include "core/report/report_page.hpp"

#include <string_view>

#include "core/base/embedded_file.hpp"
#include "core/base/error.hpp"

namespace yiquan::report {
namespace {

/// A script element ends at "</", so no "<" may stand in the data.
std::string for_script(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        if (c == '<') {
            out += "\\u003c";
        } else {
            out += c;
        }
    }
    return out;
}

std::string for_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// The page up to a mark, which is taken away with it.
std::string_view take_until(std::string_view& page, std::string_view mark) {
    const std::size_t at = page.find(mark);
    if (at == std::string_view::npos) {
        throw Error{ErrorKind::internal,
                    {"The report's page has no place for its data.", "报告页面模板不完整。"}};
    }
    const std::string_view before = page.substr(0, at);
    page.remove_prefix(at + mark.size());
    return before;
}

}  // namespace

std::string report_page(const AuditRecord& record, const Before* before, Language language) {
    std::string_view rest = embedded_report_page().front().text;
    std::string page{take_until(rest, "@YIQUAN_LANG@")};
    page += language == Language::chinese ? "zh-Hans" : "en";
    page += take_until(rest, "@YIQUAN_TITLE@");
    page += for_text(record.ledger.title);
    page += take_until(rest, "@YIQUAN_DATA@");
    page += for_script(report_json(record, before, language));
    page += rest;
    return page;
}

}  // namespace yiquan::report
