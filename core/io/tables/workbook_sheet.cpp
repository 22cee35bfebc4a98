// SPDX-License-Identifier: MIT
#include "core/io/tables/workbook_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/display_width.hpp"
#include "core/base/error.hpp"

namespace yiquan::io {
namespace {

// Excel's own limit of characters in a cell, with room for multi-byte ones.
constexpr std::size_t longest_text = 32'000;

constexpr lxw_color_t heading_fill = 0x0072B2;
constexpr lxw_color_t group_fill = 0xE8EEF3;

lxw_format* make(lxw_workbook* workbook, const char* number_format) {
    lxw_format* format = workbook_add_format(workbook);
    format_set_font_name(format, "Microsoft YaHei");
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (number_format != nullptr) format_set_num_format(format, number_format);
    return format;
}

lxw_format* make_group(lxw_workbook* workbook, const char* number_format) {
    lxw_format* format = make(workbook, number_format);
    format_set_bold(format);
    format_set_bg_color(format, group_fill);
    return format;
}

constexpr const char* people_format = "#,##0";
constexpr const char* area_format = "#,##0.0";
constexpr const char* percent_format = "0.0%";

}  // namespace

CellFormats::CellFormats(lxw_workbook* workbook)
    : title(make(workbook, nullptr)),
      note(make(workbook, nullptr)),
      heading(make(workbook, nullptr)),
      text(make(workbook, nullptr)),
      wrapped(make(workbook, nullptr)),
      people(make(workbook, people_format)),
      area(make(workbook, area_format)),
      percent(make(workbook, percent_format)),
      degrees(make(workbook, "0.00000")),
      group_text(make_group(workbook, nullptr)),
      group_people(make_group(workbook, people_format)),
      group_area(make_group(workbook, area_format)),
      group_percent(make_group(workbook, percent_format)) {
    format_set_bold(title);
    format_set_font_size(title, 14);
    format_set_font_color(note, 0x595959);
    format_set_bold(heading);
    format_set_font_color(heading, LXW_COLOR_WHITE);
    format_set_bg_color(heading, heading_fill);
    format_set_text_wrap(heading);
    format_set_align(heading, LXW_ALIGN_CENTER);
    format_set_text_wrap(wrapped);
    for (lxw_format* format : {text, wrapped, group_text}) format_set_indent(format, 1);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
}

Sheet::Sheet(lxw_workbook* workbook, const char* name, const CellFormats& formats)
    : name_(name),
      path_(workbook->filename),
      sheet_(workbook_add_worksheet(workbook, name)),
      formats_(formats) {
    if (sheet_ == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
}

void Sheet::check(lxw_error status) const {
    if (status == LXW_NO_ERROR) return;
    throw Error{
        ErrorKind::output,
        {fmt::format("{}: row {} of the sheet \"{}\" cannot be written: {}. A sheet ends at row "
                     "1,048,576; use fewer zones.",
                     path_, row_ + 1, name_, lxw_strerror(status)),
         fmt::format("{}：工作表“{}”第 {} 行无法写入（{}）。工作表最多 1,048,576 行；请减少统计单元。", path_,
                     name_, row_ + 1, lxw_strerror(status))}};
}

void Sheet::text(lxw_col_t column, const std::string& value, lxw_format* format) {
    if (value.empty()) {
        check(worksheet_write_blank(sheet_, row_, column, format));
        return;
    }
    std::size_t length = std::min(value.size(), longest_text);
    while (length < value.size() && length > 0 &&
           (static_cast<unsigned char>(value[length]) & 0xC0U) == 0x80U) {
        --length;  // not in the middle of a character
    }
    check(worksheet_write_string(sheet_, row_, column, value.substr(0, length).c_str(), format));
}

void Sheet::number(lxw_col_t column, double value, lxw_format* format) {
    check(worksheet_write_number(sheet_, row_, column, value, format));
}

void Sheet::number(lxw_col_t column, std::optional<double> value, lxw_format* format) {
    if (value) {
        number(column, *value, format);
    } else {
        check(worksheet_write_blank(sheet_, row_, column, format));
    }
}

void Sheet::formula(lxw_col_t column, const std::string& formula, double value, lxw_format* format) {
    check(worksheet_write_formula_num(sheet_, row_, column, formula.c_str(), format, value));
}

void Sheet::wrapped(lxw_col_t column, const std::string& value) {
    constexpr double points_a_line = 14.0;
    constexpr double usable = 0.9;  // words do not fill their lines
    if (high_row_ != row_) lines_ = 1;
    high_row_ = row_;
    const double width = column < widths_.size() ? widths_[column] * usable : 10.0;
    const auto lines = static_cast<std::size_t>(std::ceil(static_cast<double>(display_width(value)) / width));
    if (lines > lines_) {
        lines_ = lines;
        check(worksheet_set_row(
            sheet_, row_, points_a_line * static_cast<double>(std::min<std::size_t>(lines_, 25)), nullptr));
    }
    text(column, value, formats_.wrapped);
}

void Sheet::widths(const std::vector<double>& characters) {
    lxw_col_t column = 0;
    for (const double width : characters) {
        check(worksheet_set_column(sheet_, column, column, width, nullptr));
        widths_.push_back(width);
        ++column;
    }
}

void Sheet::headings(const std::vector<std::string>& names, lxw_col_t frozen_columns) {
    constexpr double two_lines = 32.0;  // points
    check(worksheet_set_row(sheet_, row_, two_lines, nullptr));
    lxw_col_t column = 0;
    for (const std::string& name : names) text(column++, name, formats_.heading);
    check(worksheet_repeat_rows(sheet_, row_, row_));
    ++row_;
    worksheet_freeze_panes(sheet_, row_, frozen_columns);
}

}  // namespace yiquan::io
