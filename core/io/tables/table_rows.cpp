// SPDX-License-Identifier: MIT
#include "core/io/tables/table_rows.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/base/error.hpp"
#include "core/intake/row_message.hpp"
#include "core/io/tables/table.hpp"

namespace yiquan::io {

using intake::shown;

TableRows::TableRows(const std::string& path) : source_(open_table(path)) {}

std::optional<std::size_t> TableRows::find(intake::Meaning meaning, const std::string& chosen) const {
    return intake::find_column(*source_, meaning, chosen);
}

std::optional<std::size_t> TableRows::find(std::string_view name) const {
    for (std::size_t c = 0; c < width(); ++c) {
        if (heading(c) == name) return c;
    }
    return std::nullopt;
}

std::size_t TableRows::need(std::string_view name) const {
    if (const auto found = find(name)) return *found;
    refuse_without(name);
}

std::size_t TableRows::need(intake::Meaning meaning) const {
    if (const auto found = find(meaning)) return *found;
    refuse_without(intake::known_names(meaning).front());
}

std::string TableRows::text(std::optional<std::size_t> column) const {
    if (!column) return {};
    return std::string{features::trimmed(features::to_text(source_->value(*column)))};
}

bool TableRows::blank(std::optional<std::size_t> column) const {
    return !column || features::is_blank(source_->value(*column));
}

std::string TableRows::id(std::size_t column) const {
    std::string id = text(column);
    if (id.empty()) {
        refuse(fmt::format("{} is empty; give an id.", heading(column)),
               fmt::format("{} 为空；请填写编号。", heading(column)));
    }
    return id;
}

std::string TableRows::unique_id(std::optional<std::size_t> column) {
    std::string id = text(column);
    if (id.empty()) id = fmt::format("{}", source_->row());
    const auto [known, fresh] = rows_.emplace(id, source_->row());
    if (!fresh) {
        refuse(fmt::format("id \"{}\" is already in row {}; keep one.", shown(id), known->second),
               fmt::format("编号“{}”在第 {} 行已有；请只保留一行。", shown(id), known->second));
    }
    return id;
}

double TableRows::number(std::size_t column) const {
    const features::Value cell = source_->value(column);
    const std::optional<double> value = features::to_number(cell);
    const std::string written = shown(features::to_text(cell));
    if (!value || !std::isfinite(*value)) {
        refuse(fmt::format("{} = \"{}\" is not a number; give zero or a positive number.", heading(column),
                           written),
               fmt::format("{} = “{}”不是数字；请填写不小于零的数。", heading(column), written));
    }
    if (*value < 0.0) {
        refuse(
            fmt::format("{} = \"{}\" is negative; give zero or a positive number.", heading(column), written),
            fmt::format("{} = “{}”为负数；请填写不小于零的数。", heading(column), written));
    }
    return *value;
}

std::int64_t TableRows::whole(std::size_t column, std::int64_t least) const {
    const double value = number(column);
    constexpr double most = 1e8;
    if (value != std::floor(value) || value < static_cast<double>(least) || value > most) {
        refuse(fmt::format("{} = {} must be a whole number from {} to {:.0f}.", heading(column), value, least,
                           most),
               fmt::format("{} = {} 应为 {} 到 {:.0f} 的整数。", heading(column), value, least, most));
    }
    return static_cast<std::int64_t>(value);
}

void TableRows::refuse(const std::string& en, const std::string& zh) const {
    throw Error{ErrorKind::input, intake::row_message(*source_, en, zh)};
}

void TableRows::refuse_without(std::string_view column) const {
    throw Error{
        ErrorKind::input,
        {fmt::format("{}: has no column {}; its columns are: {}.", name(), column,
                     intake::column_list(*source_, ", ")),
         fmt::format("{}：没有 {} 列；现有的列：{}。", name(), column, intake::column_list(*source_, "、"))}};
}

}  // namespace yiquan::io
