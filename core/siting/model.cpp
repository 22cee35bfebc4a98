// SPDX-License-Identifier: MIT
#include "core/siting/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"

namespace yiquan::siting {

const Model& model(std::string_view id) {
    const auto* const found = std::ranges::find(models, id, &Model::id);
    if (found != models.end()) return *found;
    std::vector<std::string_view> known;
    for (const Model& each : models) known.push_back(each.id);
    const Message near = suggestion(id, known);
    throw Error{
        ErrorKind::usage,
        {fmt::format("There is no model \"{}\".{} The models are {}.", id, near.en, fmt::join(known, ", ")),
         fmt::format("没有模型“{}”。{}可用的模型：{}。", id, near.zh, fmt::join(known, "、"))}};
}

const Model& model_of_document(std::string_view id) {
    static constexpr Model other = [] {
        Model any = models.front();
        any.counts_reach = false;
        any.rival_en = "do better";
        any.rival_zh = "都不可能更好";
        any.proof_en = "no choice of {choice} does better than {value}.";
        any.proof_zh = "任选 {choice}，都不会优于 {value}。";
        return any;
    }();
    const auto* const found = std::ranges::find(models, id, &Model::id);
    return found != models.end() ? *found : other;
}

}  // namespace yiquan::siting
