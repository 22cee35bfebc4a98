// SPDX-License-Identifier: MIT
#include "core/toolbox/program_document.hpp"

#include <nlohmann/json.hpp>

#include "core/base/error.hpp"

namespace yiquan::toolbox {
namespace {

using Json = nlohmann::ordered_json;

Json parsed(std::string_view document) {
    Json json = Json::parse(document, nullptr, false);
    if (json.is_discarded()) {
        throw Error{ErrorKind::internal,
                    {"The program yiquan printed something that is not its JSON document.",
                     "程序 yiquan 输出的不是应有的 JSON 文档。"}};
    }
    return json;
}

}  // namespace

std::vector<std::optional<double>> numbers_in(std::string_view document,
                                              std::span<const AnalysisNumber> numbers) {
    const Json json = parsed(document);
    std::vector<std::optional<double>> out;
    for (const AnalysisNumber& number : numbers) {
        const Json::json_pointer at{std::string{number.at}};
        std::optional<double> value;
        if (json.contains(at)) {
            const Json& found = json.at(at);
            if (found.is_number()) value = found.get<double>();
            if (found.is_array()) value = static_cast<double>(found.size());
        }
        out.push_back(value);
    }
    return out;
}

std::string with_sources(std::string document, std::span<const CopiedInput> copies) {
    if (copies.empty()) return document;
    Json json = parsed(document);
    for (const char* at : {"/inputs", "/run/inputs"}) {
        const Json::json_pointer inputs{at};
        if (!json.contains(inputs)) continue;
        for (Json& input : json.at(inputs)) {
            for (const CopiedInput& copy : copies) {
                if (input.value("path", std::string{}) != copy.path) continue;
                input["path"] = copy.shown;
                input["sha256"] = "";
                break;
            }
        }
    }
    return json.dump(2) + "\n";
}

}  // namespace yiquan::toolbox
