// SPDX-License-Identifier: MIT
#include "core/audit/inputs_json.hpp"

#include "core/audit/document_numbers.hpp"

namespace yiquan::audit {

nlohmann::ordered_json inputs_json(std::span<const features::InputRecord> inputs) {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const features::InputRecord& input : inputs) {
        out.push_back(
            {{"role", input.role}, {"path", input.path}, {"sha256", input.sha256}, {"rows", input.rows}});
    }
    return out;
}

std::vector<features::InputRecord> inputs_from(const nlohmann::ordered_json& object) {
    std::vector<features::InputRecord> inputs;
    const auto listed = object.find("inputs");
    if (listed == object.end()) return inputs;
    for (const nlohmann::ordered_json& input : *listed) {
        inputs.push_back({input.value("role", ""), input.value("path", ""), input.value("sha256", ""),
                          input.contains("rows") ? count_at<std::uint64_t>(input, "rows") : 0});
    }
    return inputs;
}

}  // namespace yiquan::audit
