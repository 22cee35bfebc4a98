// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/features/feature_source.hpp"
#include "core/io/tables/encoding.hpp"

namespace yiquan::io {

/// A delimited text table: comma, semicolon, tab or bar, whichever the heading has most of; quoted cells
/// after RFC 4180, and a quotation mark inside an unquoted cell is a letter like any other. All columns are
/// text; a column named WKT is geometry too. Missing cells are blank, cells beyond the heading are not shown,
/// rows without any content are passed over but counted, so `row()` is what a spreadsheet program shows.
///
/// Our own reader and not GDAL's: that one takes an unclosed quotation mark to swallow the rest of the file
/// in silence, numbers rows wrongly after an empty line, has no bound on memory, and is five times slower.
/// Memory: the longest row, at most 16 MiB, and 24 bytes for each of its cells, of which it may have 16,384.
class CsvSource final : public features::FeatureSource {
public:
    /// \throws Error{input} as `TextReader` does, and for a file without a heading
    explicit CsvSource(const SourcePath& source);
    /// A table whose UTF-8 text is in memory already.
    /// \param name what messages call it
    CsvSource(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::vector<features::Field>& fields() const override { return fields_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] bool has_geometry() const override { return wkt_.has_value(); }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return std::nullopt; }
    bool next() override;
    [[nodiscard]] std::uint64_t row() const override { return row_; }
    [[nodiscard]] features::Value value(std::size_t field) const override;
    [[nodiscard]] features::RawGeometry geometry() const override;

private:
    /// Part of the buffer; a quoted cell keeps its quotation marks where they need more than cutting off.
    struct Cell {
        std::size_t begin = 0;
        std::size_t length = 0;
        bool escaped = false;
    };

    bool read_row();
    bool scan_row();
    bool scan_cell(std::size_t& at);
    void refill();
    void read_heading();
    [[nodiscard]] std::string_view first_line();
    [[nodiscard]] std::string text(const Cell& cell) const;
    [[nodiscard]] bool row_is_blank() const;
    [[noreturn]] void refuse_long_row() const;
    [[noreturn]] void refuse(const std::string& en, const std::string& zh) const;

    std::optional<TextReader> reader_;  ///< none where all text is in `buffer_`
    std::string shown_;
    std::string name_;
    std::string crs_;
    std::vector<features::Field> fields_;
    std::optional<std::size_t> wkt_;
    char delimiter_ = ',';

    std::string buffer_;
    std::size_t position_ = 0;  ///< where the next row begins
    std::size_t row_limit_;
    bool ended_ = false;
    bool open_quote_ = false;  ///< the last scan stopped inside a quoted cell
    std::vector<Cell> cells_;
    std::uint64_t row_ = 0;
};

}  // namespace yiquan::io
