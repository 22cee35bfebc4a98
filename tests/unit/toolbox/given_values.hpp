// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/toolbox/analysis.hpp"

namespace yiquan::test {

/// What a user would give, by id of the parameter; a flag is "yes".
class GivenValues final : public toolbox::ParameterValues {
public:
    GivenValues(std::initializer_list<std::pair<const std::string, std::string>> values) : values_(values) {}

    std::string text(std::string_view id) const override {
        const auto found = values_.find(std::string{id});
        return found == values_.end() ? std::string{} : found->second;
    }
    bool flag(std::string_view id) const override { return text(id) == "yes"; }
    std::optional<double> number(std::string_view id) const override {
        const std::string written = text(id);
        return written.empty() ? std::nullopt : std::optional{std::stod(written)};
    }

private:
    std::map<std::string, std::string> values_;
};

}  // namespace yiquan::test
