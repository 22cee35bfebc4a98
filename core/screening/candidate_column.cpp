// SPDX-License-Identifier: MIT
#include "core/screening/candidate_column.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/base/nearest_name.hpp"
#include "core/intake/folded_text.hpp"
#include "core/intake/row_message.hpp"

namespace yiquan::screening {

std::size_t candidate_column(const Candidates& candidates, const std::string& name) {
    const std::vector<features::Field>& fields = candidates.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name) return i;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (intake::folded(fields[i].name) == intake::folded(name)) return i;
    }
    std::vector<std::string_view> known;
    std::string list;
    for (const features::Field& field : fields) {
        known.push_back(field.name);
        list += (list.empty() ? "" : ", ") + intake::shown(field.name);
    }
    const Message near = suggestion(name, known);
    throw Error{ErrorKind::input,
                {fmt::format("{}: there is no column \"{}\"; its columns are: {}.{}", candidates.source,
                             intake::shown(name), list, near.en),
                 fmt::format("{}：没有列“{}”；现有的列：{}。{}", candidates.source, intake::shown(name), list,
                             near.zh)}};
}

}  // namespace yiquan::screening
