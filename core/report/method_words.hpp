// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/audit/report.hpp"
#include "core/base/message.hpp"
#include "core/base/quantity.hpp"

namespace yiquan::report {

/// "less than 0.1 s", "0.3 s" or "12 min".
[[nodiscard]] Message duration_words(Seconds time);

/// Both languages of a sentence that is put together from parts.
class Clauses {
public:
    explicit Clauses(Message first) : line_(std::move(first)) {}
    void add(const std::string& en, const std::string& zh) {
        line_.en += ", " + en;
        line_.zh += "，" + zh;
    }
    [[nodiscard]] Message sentence() const { return {line_.en + ".", line_.zh + "。"}; }

private:
    Message line_;
};

/// The names of the files that a result was made from: " Lists: a.csv, b.csv."; empty without any.
[[nodiscard]] Message lists_sentence(const std::vector<features::InputRecord>& inputs);

}  // namespace yiquan::report
