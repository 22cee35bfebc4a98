// SPDX-License-Identifier: MIT
#include "core/settings/toml_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <locale>
#include <sstream>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"

namespace yiquan::settings {
namespace {

const toml::table& empty_table() {
    static const toml::table instance;
    return instance;
}

}  // namespace

toml::table parse_toml(std::string_view text, std::string_view file) {
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& e) {
        throw Error{
            ErrorKind::usage,
            {fmt::format("{}, line {}: {}.", file, e.source().begin.line, e.description()),
             fmt::format("{} 第 {} 行不是合法的 TOML：{}。", file, e.source().begin.line, e.description())}};
    }
}

TomlTable::TomlTable(const toml::table& table, std::string_view file, std::string_view path)
    : table_(&table), file_(file), path_(path) {}

const toml::node* TomlTable::find(std::string_view key) {
    asked_.emplace_back(key);
    return table_->get(key);
}

bool TomlTable::has(std::string_view key) {
    return find(key) != nullptr;
}

bool TomlTable::is_list(std::string_view key) {
    const toml::node* node = find(key);
    return node != nullptr && node->is_array();
}

std::string TomlTable::full_name(std::string_view key) const {
    return path_.empty() ? fmt::format("{}: {}", file_, key) : fmt::format("{}: [{}] {}", file_, path_, key);
}

void TomlTable::refuse(std::string_view key, const Message& why) const {
    throw Error{ErrorKind::usage,
                {fmt::format("{} {}", full_name(key), why.en), fmt::format("{} {}", full_name(key), why.zh)}};
}

std::optional<std::string> TomlTable::text(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (auto value = node->value_exact<std::string>()) return value;
    std::ostringstream shown;
    shown.imbue(std::locale::classic());
    node->visit([&](const auto& n) { shown << n; });
    refuse(key, {fmt::format("= {} must be text in quotes, with its unit where it has one.", shown.str()),
                 fmt::format("= {} 应写成带引号的文字，有单位的要写上单位。", shown.str())});
}

std::string TomlTable::text_or(std::string_view key, std::string_view otherwise) {
    return text(key).value_or(std::string{otherwise});
}

std::optional<bool> TomlTable::flag(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto value = node->value_exact<bool>()) return value;
    refuse(key, {"must be true or false.", "应为 true 或 false。"});
}

std::optional<double> TomlTable::number(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const std::optional<double> value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value || !std::isfinite(*value))
        refuse(key, {"must be a number without quotes.", "应为不带引号的数。"});
    return value;
}

std::vector<double> TomlTable::numbers(std::string_view key) {
    const toml::node* node = find(key);
    std::vector<double> out;
    if (node == nullptr) return out;
    const auto refuse_list = [&] { refuse(key, {"must be a list of numbers.", "应为数的列表。"}); };
    const toml::array* array = node->as_array();
    if (array == nullptr) refuse_list();
    for (const toml::node& element : *array) {
        const std::optional<double> value = element.is_number() ? element.value<double>() : std::nullopt;
        if (!value || !std::isfinite(*value)) refuse_list();
        out.push_back(*value);
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> TomlTable::text_map(std::string_view key) {
    std::vector<std::pair<std::string, std::string>> out;
    if (!has(key)) return out;
    TomlTable texts = table(key);
    for (const auto& [name, node] : *texts.table_) out.emplace_back(name.str(), *texts.text(name.str()));
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    const toml::array* array = node->as_array();
    if (array == nullptr) return {*text(key)};
    std::vector<std::string> out;
    for (const toml::node& element : *array) {
        const auto value = element.value_exact<std::string>();
        if (!value) refuse(key, {"must be a list of texts in quotes.", "应为带引号文字的列表。"});
        out.push_back(*value);
    }
    return out;
}

std::optional<double> TomlTable::share(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    std::optional<double> share = node->value_exact<double>();
    if (!share && node->is_integer()) share = static_cast<double>(*node->value_exact<std::int64_t>());
    if (const auto written = node->value_exact<std::string>()) {
        double percent = 0.0;
        const auto [rest, failure] =
            std::from_chars(written->data(), written->data() + written->size(), percent);
        std::string_view unit{rest, static_cast<std::size_t>(written->data() + written->size() - rest)};
        while (unit.starts_with(' ')) unit.remove_prefix(1);
        if (failure == std::errc{} && (unit == "%" || unit == "％")) share = percent / 100.0;
    }
    if (!share || !(*share > 0.0) || *share > 1.0) {
        refuse(key, {"must be a share above 0 and at most 1, such as 0.85 or \"85 %\".",
                     "应为大于 0、不超过 1 的比例，例如 0.85 或“85 %”。"});
    }
    return share;
}

Message TomlTable::message(std::string_view key) {
    TomlTable both = table(key);
    Message message{both.text_or("en", ""), both.text_or("zh", "")};
    both.refuse_unknown();
    return message;
}

TomlTable TomlTable::table(std::string_view key) {
    const toml::node* node = find(key);
    const std::string path = path_.empty() ? std::string{key} : fmt::format("{}.{}", path_, key);
    if (node == nullptr) return {empty_table(), file_, path};
    const toml::table* table = node->as_table();
    if (table == nullptr) {
        refuse(key, {fmt::format("must be a table: write [{}] on a line of its own.", path),
                     fmt::format("应为一节：请单独写一行 [{}]。", path)});
    }
    return {*table, file_, path};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    const toml::node* node = find(key);
    std::vector<TomlTable> out;
    if (node == nullptr) return out;
    const auto refuse_list = [&] {
        refuse(key, {fmt::format("must be a list of tables: write [[{}]] above each.", key),
                     fmt::format("应为表的列表：请在每一项之前写 [[{}]]。", key)});
    };
    const toml::array* array = node->as_array();
    if (array == nullptr) refuse_list();
    for (const toml::node& element : *array) {
        const toml::table* table = element.as_table();
        if (table == nullptr) refuse_list();
        out.emplace_back(*table, file_, key);
    }
    return out;
}

void TomlTable::refuse_unknown() const {
    const std::vector<std::string_view> known(asked_.begin(), asked_.end());
    for (const auto& [key, node] : *table_) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        const Message near = suggestion(key.str(), known);
        refuse(key.str(), {fmt::format("is not a known setting.{}", near.en),
                           fmt::format("不是可用的设置项。{}", near.zh)});
    }
}

}  // namespace yiquan::settings
