// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/features/feature_source.hpp"
#include "core/features/finding.hpp"

namespace yiquan::intake {

using Cells = std::vector<features::Value>;

/// A table named "list.csv" with text columns; its first row is row 2.
inline features::MemorySource table(const std::vector<std::string>& columns, const std::vector<Cells>& rows) {
    std::vector<features::Field> fields;
    for (const std::string& column : columns) fields.push_back({column, features::FieldType::text});
    std::vector<features::MemorySource::Row> out;
    for (const Cells& cells : rows) out.push_back({cells, {}});
    return {"list.csv", std::move(fields), std::move(out)};
}

inline std::vector<features::FindingKind> kinds(const features::FindingList& findings) {
    std::vector<features::FindingKind> out;
    for (const features::Finding& finding : findings.list()) out.push_back(finding.kind);
    return out;
}

/// The message of the error that the call throws; an empty text where it throws none.
template <class Call>
std::string error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error.message().en;
    }
    return {};
}

}  // namespace yiquan::intake
