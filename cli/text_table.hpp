// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace yiquan::cli {

/// A table with aligned columns: text to the left, numbers to the right.
class TextTable {
public:
    enum class Align { left, right };

    struct Column {
        std::string heading;
        Align align = Align::right;
    };

    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void add(std::vector<std::string> cells) { rows_.push_back({std::move(cells), false}); }
    /// A row with a line above it.
    void add_total(std::vector<std::string> cells) { rows_.push_back({std::move(cells), true}); }

    [[nodiscard]] std::string text() const;

private:
    struct Row {
        std::vector<std::string> cells;
        bool total;
    };
    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

}  // namespace yiquan::cli
