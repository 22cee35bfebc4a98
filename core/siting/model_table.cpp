// SPDX-License-Identifier: MIT
#include "core/siting/model_table.hpp"

#include <fmt/format.h>

#include "core/siting/model.hpp"

namespace yiquan::siting {

std::string model_table(bool chinese) {
    std::string out =
        chinese ? "| 模型 | 作用 | 公式 | 文献 |\n" : "| model | what it does | formula | paper |\n";
    out += "|---|---|---|---|\n";
    for (const Model& model : models) {
        out += fmt::format("| `{}` | {} | {} | {} |\n", model.id,
                           chinese ? model.summary_zh : model.summary_en, model.formula, model.paper);
    }
    return out;
}

}  // namespace yiquan::siting
