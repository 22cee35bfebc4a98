// SPDX-License-Identifier: MIT
#pragma once

#include <xlsxwriter.h>

#include <optional>
#include <string>
#include <vector>

namespace yiquan::io {

/// The looks of cells, shared by all sheets of one workbook.
struct CellFormats {
    explicit CellFormats(lxw_workbook* workbook);

    lxw_format* title;
    lxw_format* note;
    lxw_format* heading;
    lxw_format* text;
    lxw_format* wrapped;
    lxw_format* people;
    lxw_format* area;
    lxw_format* percent;
    lxw_format* degrees;
    lxw_format* group_text;
    lxw_format* group_people;
    lxw_format* group_area;
    lxw_format* group_percent;
};

/// One sheet, written row by row from the top.
/// Everything that writes throws Error{output} where the library took it not, as beyond row 1,048,576.
class Sheet {
public:
    Sheet(lxw_workbook* workbook, const char* name, const CellFormats& formats);

    [[nodiscard]] lxw_worksheet* handle() const { return sheet_; }
    [[nodiscard]] lxw_row_t row() const { return row_; }
    [[nodiscard]] const CellFormats& formats() const { return formats_; }
    void next_row() { ++row_; }
    /// \throws Error{output} for what a call on `handle()` said
    void check(lxw_error status) const;

    void text(lxw_col_t column, const std::string& value, lxw_format* format);
    void number(lxw_col_t column, double value, lxw_format* format);
    void number(lxw_col_t column, std::optional<double> value, lxw_format* format);
    /// A formula with the value that it has now.
    void formula(lxw_col_t column, const std::string& formula, double value, lxw_format* format);
    /// Text that may need several lines; the row becomes high enough. Set the widths first.
    void wrapped(lxw_col_t column, const std::string& value);
    void widths(const std::vector<double>& characters);
    /// The heading row; what stands above and in it stays in sight when scrolling.
    void headings(const std::vector<std::string>& names, lxw_col_t frozen_columns);

private:
    std::string name_;
    std::string path_;  ///< of the workbook
    lxw_worksheet* sheet_;
    const CellFormats& formats_;
    lxw_row_t row_ = 0;
    std::vector<double> widths_;  // characters, per column
    lxw_row_t high_row_ = 0;      // the row that `lines_` counts for
    std::size_t lines_ = 1;
};

}  // namespace yiquan::io
