// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/exact.hpp"
#include "core/base/progress.hpp"
#include "core/siting/answer.hpp"
#include "core/siting/pairs.hpp"
#include "core/siting/problem.hpp"
#include "core/siting/request.hpp"

namespace yiquan::siting {

/// Who is within the threshold of an open site, before and after. Seats are not looked at.
struct Reach {
    Persons total;
    Persons before;  ///< of an existing site, whether it stays or may close
    Persons after;   ///< of an existing site that stays open, or of a new one

    Reach& operator+=(const Reach& other);
};

/// What becomes of a site.
enum class Fate {
    opens,      ///< a new site
    stays,      ///< an existing site that is open after
    closes,     ///< an existing site that is not
    candidate,  ///< not chosen
};
/// As documents write it: new, existing, closed, candidate.
[[nodiscard]] std::string_view fate_name(Fate fate);

/// Whom an open site is for.
struct SiteFigures {
    Persons served;     ///< within its threshold; zero for a model without one
    Persons only_here;  ///< of these, within that of no other open site
    Persons nearest;    ///< to whom no other open site is nearer; ties by id
};

/// A new site of an answer.
struct Proposal {
    std::uint32_t site = 0;
    std::optional<std::uint32_t>
        first_count{};  ///< least number of sites whose answer has it; none without curve
};

/// What an answer means: who is reached before and after, and what each new site is for.
struct Plan {
    static constexpr std::uint32_t no_site = std::numeric_limits<std::uint32_t>::max();

    struct Parent {
        std::string name;
        Reach reach;
    };

    bool threshold = false;  ///< without one nobody can be said to be reached; what tells of it is empty
    Reach reach;
    std::vector<Reach> zones;  ///< as the problem's
    Reach outside;             ///< of all zones; zones and outside sum to `reach`
    std::vector<Parent> parents;
    std::vector<Fate> fates;           ///< of each site
    std::vector<SiteFigures> figures;  ///< of each site; zero where it is not open after
    std::vector<Proposal> proposals;   ///< by first count, then by people served, most first, then by id
    std::vector<char> before;          ///< of each demand: reached
    std::vector<char> after;
    std::vector<std::uint32_t> nearest;  ///< open site of each demand; `no_site` where none is known
    std::vector<CostValue> distance;     ///< to it, in the unit of the costs; infinity for `no_site`
};

/// By how much an answer of a curve is better than the one before it; none for the first one, and where there
/// is no answer.
[[nodiscard]] std::optional<double> gain(std::span<const Answer> answers, std::size_t at);

/// The plan of the last of the answers.
/// \param pairs   of the same problem and request
/// \param answers one, or one for each number of sites from `first_count` on
/// \throws Error{cancelled}
[[nodiscard]] Plan plan_of(const Problem& problem, const Request& request, const Pairs& pairs,
                           std::span<const Answer> answers, std::uint32_t first_count, Progress& progress);

}  // namespace yiquan::siting
