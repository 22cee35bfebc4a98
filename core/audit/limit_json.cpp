// SPDX-License-Identifier: MIT
#include "core/audit/limit_json.hpp"

#include <fmt/format.h>

#include <string>

#include "core/base/error.hpp"

namespace yiquan::audit {

using Json = nlohmann::ordered_json;

void write_limit(Json& into, const CostLimit& limit) {
    into[limit_key(limit.unit)] = limit.amount.value();
    if (limit.unit != CostUnit::metres) into["unit"] = info(limit.unit).id;
}

CostUnit read_unit(const Json& from) {
    const std::string id = from.value("unit", std::string{info(CostUnit::metres).id});
    for (const CostUnitInfo& unit : cost_units) {
        if (unit.id == id) return unit.unit;
    }
    throw Error{ErrorKind::input,
                {fmt::format("unit = \"{}\" is unknown; this version knows \"m\" and \"s\".", id),
                 fmt::format("unit = “{}”无法识别；本版本支持 m 与 s。", id)}};
}

CostLimit read_limit(const Json& from) {
    const CostUnit unit = read_unit(from);
    return {read_cost(from.at(limit_key(unit))), unit};
}

Cost read_cost(const Json& number) {
    const auto value = number.get<double>();
    if (value >= 0.0 && value <= Cost::largest) return Cost::nearest(value);
    throw Error{ErrorKind::input,
                {fmt::format("The cost {} must lie between 0 and {}.", value, Cost::largest),
                 fmt::format("数值 {} 应在 0 到 {} 之间。", value, Cost::largest)}};
}

}  // namespace yiquan::audit
