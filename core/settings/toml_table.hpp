// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include "core/base/message.hpp"

namespace yiquan::settings {

/// Parses a whole document.
/// \throws Error{usage} with file, line and reason
[[nodiscard]] toml::table parse_toml(std::string_view text, std::string_view file);

/// Reads the keys of one table, remembers which were asked for, and refuses the others.
class TomlTable {
public:
    /// \param path of the table, "" for the top, for messages such as "run.toml: [demand] weight = …"
    TomlTable(const toml::table& table, std::string_view file, std::string_view path);

    [[nodiscard]] bool has(std::string_view key);
    [[nodiscard]] bool is_list(std::string_view key);
    /// \throws Error{usage} where the value has another type
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::string text_or(std::string_view key, std::string_view otherwise);
    [[nodiscard]] std::optional<bool> flag(std::string_view key);
    /// A finite number without a unit.
    [[nodiscard]] std::optional<double> number(std::string_view key);
    /// An array of finite numbers; empty where it is not there.
    [[nodiscard]] std::vector<double> numbers(std::string_view key);
    /// One text or an array of texts.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// A share: a number in (0, 1], or text such as "85 %".
    [[nodiscard]] std::optional<double> share(std::string_view key);
    /// A table of texts whose keys the user chooses, in the order of the keys.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> text_map(std::string_view key);
    /// { zh = "…", en = "…" }
    [[nodiscard]] Message message(std::string_view key);
    /// A sub-table; empty where it is not there.
    [[nodiscard]] TomlTable table(std::string_view key);
    /// An array of tables, [[key]]; none where it is not there.
    [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);

    /// What messages call the table from now on, such as "rule fault" for the third [[rule]].
    void rename(std::string path) { path_ = std::move(path); }
    /// "radius" or "[standard] radius", with the file: what a message calls a key.
    [[nodiscard]] std::string full_name(std::string_view key) const;

    /// \throws Error{usage} for a key that nobody asked for, with the nearest one that was
    void refuse_unknown() const;
    [[noreturn]] void refuse(std::string_view key, const Message& why) const;

private:
    [[nodiscard]] const toml::node* find(std::string_view key);

    const toml::table* table_;
    std::string file_;
    std::string path_;
    std::vector<std::string> asked_;
};

}  // namespace yiquan::settings
