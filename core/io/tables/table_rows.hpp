// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/features/feature_source.hpp"
#include "core/intake/columns.hpp"

namespace yiquan::io {

/// The cells of a table, with errors that name file, row, column and value.
class TableRows {
public:
    /// \throws Error as `open_table`
    explicit TableRows(const std::string& path);

    [[nodiscard]] features::FeatureSource& source() { return *source_; }
    [[nodiscard]] const std::string& name() const { return source_->name(); }
    [[nodiscard]] std::size_t width() const { return source_->fields().size(); }
    [[nodiscard]] const std::string& heading(std::size_t column) const {
        return source_->fields()[column].name;
    }
    /// The column of exactly this name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    /// \param chosen the user's column; empty to look by known names
    [[nodiscard]] std::optional<std::size_t> find(intake::Meaning meaning,
                                                  const std::string& chosen = {}) const;
    /// \throws Error{input} where there is none
    [[nodiscard]] std::size_t need(std::string_view name) const;
    [[nodiscard]] std::size_t need(intake::Meaning meaning) const;

    bool next() { return source_->next(); }
    [[nodiscard]] std::uint64_t row() const { return source_->row(); }
    /// Trimmed; empty without a column.
    [[nodiscard]] std::string text(std::optional<std::size_t> column) const;
    [[nodiscard]] bool blank(std::optional<std::size_t> column) const;
    /// \throws Error{input} where it is empty
    [[nodiscard]] std::string id(std::size_t column) const;
    /// Of this row: its own, or its number where it has none.
    /// \throws Error{input} where an earlier row has it
    [[nodiscard]] std::string unique_id(std::optional<std::size_t> column);
    /// A number of zero or more.
    /// \throws Error{input} for anything else
    [[nodiscard]] double number(std::size_t column) const;
    /// The same in whole ticks.
    template <class Amount>
    [[nodiscard]] Amount amount(std::size_t column) const {
        const double value = number(column);
        if (value > Amount::largest) {
            refuse(fmt::format("{} = {} is too large to count exactly; use a larger unit.", heading(column),
                               value),
                   fmt::format("{} = {} 过大，无法精确计数；请换用更大的单位。", heading(column), value));
        }
        return Amount::nearest(value);
    }
    /// A whole number of at least `least`.
    [[nodiscard]] std::int64_t whole(std::size_t column, std::int64_t least) const;
    /// \throws Error{input} that says which row
    [[noreturn]] void refuse(const std::string& en, const std::string& zh) const;

private:
    /// \throws Error{input}
    [[noreturn]] void refuse_without(std::string_view column) const;

    std::unique_ptr<features::FeatureSource> source_;
    std::unordered_map<std::string, std::uint64_t> rows_;  // by id
};

}  // namespace yiquan::io
