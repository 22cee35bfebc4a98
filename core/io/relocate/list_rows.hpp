// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/features/feature_source.hpp"
#include "core/intake/columns.hpp"

namespace yiquan::io {

/// The cells of one list of a relocation, with errors that name file, row, column and value.
class RelocationRows {
public:
    explicit RelocationRows(const std::string& path);

    [[nodiscard]] features::FeatureSource& source() { return *source_; }
    /// \param chosen the user's column; empty to look by known names
    [[nodiscard]] std::optional<std::size_t> find(intake::Meaning meaning,
                                                  const std::string& chosen = {}) const;
    /// \throws Error{input} where there is none
    [[nodiscard]] std::size_t need(intake::Meaning meaning) const;

    bool next() { return source_->next(); }
    /// Trimmed; empty without a column.
    [[nodiscard]] std::string text(std::optional<std::size_t> column) const;
    [[nodiscard]] bool blank(std::optional<std::size_t> column) const;
    /// Of this row: its own, or its number where it has none.
    /// \throws Error{input} where an earlier row has it
    [[nodiscard]] std::string unique_id(std::optional<std::size_t> column);
    /// A number of zero or more.
    [[nodiscard]] double number(std::size_t column) const;
    /// A whole number of at least `least`.
    [[nodiscard]] std::int64_t whole(std::size_t column, std::int64_t least) const;
    [[nodiscard]] const std::string& heading(std::size_t column) const {
        return source_->fields()[column].name;
    }
    /// \throws Error{input} that says which row
    [[noreturn]] void refuse(const std::string& en, const std::string& zh) const;

private:
    std::unique_ptr<features::FeatureSource> source_;
    std::unordered_map<std::string, std::uint64_t> rows_;  // by id
};

}  // namespace yiquan::io
