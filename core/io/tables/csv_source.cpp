// SPDX-License-Identifier: MIT
#include "core/io/tables/csv_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/error.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_scope.hpp"
#include "core/io/tables/raw_geometry.hpp"

namespace yiquan::io {
namespace {

constexpr std::size_t longest_heading = std::size_t{1} << 20;
constexpr std::size_t longest_row = std::size_t{1} << 24;
constexpr std::size_t most_columns = 16'384;  // as in a spreadsheet program
constexpr std::array delimiters{',', ';', '\t', '|'};

/// The delimiter that a line has most of outside quoted cells; ties by order.
char guess_delimiter(std::string_view line) {
    std::array<std::size_t, delimiters.size()> counts{};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        const auto* const known = std::ranges::find(delimiters, c);
        if (!quoted && known != delimiters.end())
            ++counts[static_cast<std::size_t>(known - delimiters.begin())];
    }
    return delimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

bool names_geometry(std::string_view field) {
    return field.size() == 3 && (field[0] | 0x20) == 'w' && (field[1] | 0x20) == 'k' &&
           (field[2] | 0x20) == 't';
}

}  // namespace

CsvSource::CsvSource(const SourcePath& source)
    : reader_(source), shown_(source.shown()), name_(source.short_name()), row_limit_(longest_heading) {
    read_heading();
}

CsvSource::CsvSource(std::string name, std::string text)
    : shown_(name), name_(std::move(name)), buffer_(std::move(text)), row_limit_(longest_heading) {
    read_heading();
}

void CsvSource::refuse(const std::string& en, const std::string& zh) const {
    throw Error{ErrorKind::input, {shown_ + ": " + en, shown_ + "：" + zh}};
}

/// The first line with content, as far as the first piece of the file holds it.
std::string_view CsvSource::first_line() {
    if (buffer_.empty()) refill();
    std::string_view all{buffer_};
    all.remove_prefix(std::min(all.find_first_not_of("\r\n"), all.size()));
    return all.substr(0, all.find_first_of("\r\n"));
}

void CsvSource::read_heading() {
    // "sep=;" on a line of its own tells a spreadsheet program the delimiter; it shows no row for it.
    if (const std::string_view line = first_line(); line.size() == 5 && line.starts_with("sep=")) {
        delimiter_ = line[4];
        read_row();
        row_ = 0;
    } else {
        delimiter_ = guess_delimiter(line);
    }
    do {
        if (!read_row()) {
            refuse("has no heading and no rows; give a table whose first row names the columns.",
                   "没有表头也没有数据；请给出第一行为列名的表格。");
        }
    } while (row_is_blank());
    for (const Cell& cell : cells_) {
        const std::string heading = text(cell);
        fields_.push_back({std::string{features::trimmed(heading)}, features::FieldType::text});
        if (names_geometry(fields_.back().name)) wkt_ = fields_.size() - 1;
    }
    row_limit_ = longest_row;  // only the heading is held to a shorter one
}

void CsvSource::refill() {
    buffer_.erase(0, position_);
    position_ = 0;
    // Doubling keeps the scanning of one very long row linear.
    const std::size_t wanted = buffer_.size() * 2;
    do {
        ended_ = !reader_ || !reader_->append_to(buffer_);
    } while (!ended_ && buffer_.size() < wanted);
}

bool CsvSource::read_row() {
    while (!scan_row()) {
        if (buffer_.size() - position_ > row_limit_) refuse_long_row();
        if (ended_ && open_quote_) {
            refuse(fmt::format("row {} opens a quotation mark that is never closed; close or remove it.",
                               row_ + 1),
                   fmt::format("第 {} 行有一个引号没有闭合；请补上或删去。", row_ + 1));
        }
        if (ended_) return false;
        refill();
    }
    ++row_;
    return true;
}

void CsvSource::refuse_long_row() const {
    const std::size_t mebibytes = row_limit_ >> 20;
    if (open_quote_) {
        refuse(
            fmt::format("row {} opens a quotation mark that is not closed within {} MiB; close or remove it.",
                        row_ + 1, mebibytes),
            fmt::format("第 {} 行有一个引号在 {} MiB 内没有闭合；请补上或删去。", row_ + 1, mebibytes));
    }
    refuse(fmt::format("is not a table: row {} is longer than {} MiB.", row_ + 1, mebibytes),
           fmt::format("不是表格：第 {} 行超过 {} MiB。", row_ + 1, mebibytes));
}

/// Cuts one row into cells and moves behind it; false where the buffer ends first.
bool CsvSource::scan_row() {
    cells_.clear();
    open_quote_ = false;
    std::size_t at = position_;
    if (at == buffer_.size()) return false;
    for (;;) {
        if (!scan_cell(at)) return false;
        if (cells_.size() > most_columns) {
            refuse(fmt::format("is not a table: row {} has more than {} columns; check the delimiters.",
                               row_ + 1, most_columns),
                   fmt::format("不是表格：第 {} 行超过 {} 列；请检查分隔符。", row_ + 1, most_columns));
        }
        if (at == buffer_.size()) break;
        const char stop = buffer_[at];
        // A carriage return at the end of the buffer may have its newline in the next piece.
        if (stop == '\r' && at + 1 == buffer_.size() && !ended_) return false;
        ++at;
        if (stop == delimiter_) continue;
        if (stop == '\r' && at < buffer_.size() && buffer_[at] == '\n') ++at;
        break;
    }
    if (at - position_ > row_limit_) refuse_long_row();
    position_ = at;
    return true;
}

/// \param at start of the cell; then at the delimiter, the line end or the end of the file behind it
bool CsvSource::scan_cell(std::size_t& at) {
    const std::size_t size = buffer_.size();
    const std::size_t begin = at;
    std::size_t inner_end = 0;
    bool doubled = false;
    const bool quoted = at < size && buffer_[at] == '"';
    if (quoted) {
        for (std::size_t from = at + 1;; from = inner_end + 2, doubled = true) {
            inner_end = buffer_.find('"', from);
            if (inner_end == std::string::npos || (inner_end + 1 == size && !ended_)) {
                open_quote_ = inner_end == std::string::npos;
                return false;
            }
            if (inner_end + 1 == size || buffer_[inner_end + 1] != '"') break;
        }
        at = inner_end + 1;
    }
    const char* const text = buffer_.data();
    while (at < size && text[at] != delimiter_ && text[at] != '\n' && text[at] != '\r') ++at;
    if (at == size && !ended_) return false;
    if (!quoted) {
        cells_.push_back({begin, at - begin, false});
    } else if (doubled || at != inner_end + 1) {
        cells_.push_back({begin, at - begin, true});
    } else {
        cells_.push_back({begin + 1, inner_end - begin - 1, false});
    }
    return true;
}

bool CsvSource::next() {
    do {
        if (!read_row()) return false;
    } while (row_is_blank());
    return true;
}

bool CsvSource::row_is_blank() const {
    return std::ranges::all_of(cells_, [this](const Cell& cell) {
        return features::trimmed(std::string_view{buffer_}.substr(cell.begin, cell.length)).empty();
    });
}

std::string CsvSource::text(const Cell& cell) const {
    const std::string_view raw = std::string_view{buffer_}.substr(cell.begin, cell.length);
    if (!cell.escaped) return std::string{raw};
    std::string out;
    bool quoted = true;
    for (std::size_t i = 1; i < raw.size(); ++i) {
        if (quoted && raw[i] == '"') {
            const bool pair = i + 1 < raw.size() && raw[i + 1] == '"';
            quoted = pair;
            if (!pair) continue;
            ++i;
        }
        out += raw[i];
    }
    return out;
}

features::Value CsvSource::value(std::size_t field) const {
    if (field >= cells_.size() || cells_[field].length == 0) return {};
    return text(cells_[field]);
}

features::RawGeometry CsvSource::geometry() const {
    if (!wkt_ || *wkt_ >= cells_.size()) return {};
    const QuietGdal quiet;
    OGRGeometry* made = nullptr;
    OGRGeometryFactory::createFromWkt(text(cells_[*wkt_]).c_str(), nullptr, &made);
    const GeometryHandle geometry{made};
    return geometry ? to_raw_geometry(*geometry) : features::RawGeometry{};
}

}  // namespace yiquan::io
