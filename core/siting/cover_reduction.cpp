// SPDX-License-Identifier: MIT
#include "core/siting/cover_reduction.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace yiquan::siting {
namespace {

/// Sets of small numbers, in rows; members rise.
struct Sets {
    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> member;

    [[nodiscard]] std::size_t size() const { return first.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t i) const {
        return std::span{member}.subspan(first[i], first[i + 1] - first[i]);
    }
};

Sets transposed(const Sets& sets, std::size_t width) {
    Sets out;
    out.first.assign(width + 1, 0);
    for (const std::uint32_t m : sets.member) ++out.first[m + 1];
    std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
    out.member.resize(sets.member.size());
    std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
    for (std::uint32_t i = 0; i < sets.size(); ++i) {
        for (const std::uint32_t m : sets.of(i)) out.member[next[m]++] = i;
    }
    return out;
}

/// A sketch: where it has a bit that another lacks, the set is no subset of the other.
std::uint64_t sketch(std::span<const std::uint32_t> set) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    constexpr unsigned shift = 58;
    std::uint64_t bits = 0;
    for (const std::uint32_t m : set) bits |= std::uint64_t{1} << (((m + 1) * odd) >> shift);
    return bits;
}

/// Calls `contained(inner, outer)` for pairs of sets, inner within outer, until it says that `inner` is done.
/// \param by_member the sets that hold each number
template <class Alive, class Contained>
void find_contained(const Sets& sets, const Sets& by_member, Alive alive, Contained contained) {
    std::vector<std::uint64_t> sketches(sets.size());
    for (std::size_t i = 0; i < sets.size(); ++i) sketches[i] = sketch(sets.of(i));
    for (std::uint32_t inner = 0; inner < sets.size(); ++inner) {
        const auto mine = sets.of(inner);
        if (!alive(inner) || mine.empty()) continue;
        // Whatever holds all of it holds its rarest member.
        const std::uint32_t rarest = *std::min_element(mine.begin(), mine.end(), [&](auto a, auto b) {
            return by_member.of(a).size() < by_member.of(b).size();
        });
        for (const std::uint32_t outer : by_member.of(rarest)) {
            if (outer == inner || !alive(outer) || (sketches[inner] & ~sketches[outer]) != 0) continue;
            const auto other = sets.of(outer);
            if (other.size() < mine.size() ||
                !std::includes(other.begin(), other.end(), mine.begin(), mine.end())) {
                continue;
            }
            if (contained(inner, outer)) break;
        }
    }
}

class Reduction {
public:
    explicit Reduction(const ServiceProgram& program)
        : program_(program), client_(program.clients(), 1), site_(program.sites(), 1) {}

    ServiceProgram run() {
        for (bool changed = true; changed;) {
            const Sets clients = alive_sets();
            const Sets sites = transposed(clients, program_.sites());
            changed = drop_clients(clients, sites);
            const Sets fewer = alive_sets();
            changed = drop_sites(transposed(fewer, program_.sites()), fewer) || changed;
        }
        return result();
    }

private:
    [[nodiscard]] Sets alive_sets() const {
        Sets out;
        for (std::size_t i = 0; i < program_.clients(); ++i) {
            if (client_[i] != 0) {
                for (std::size_t k = program_.first[i]; k < program_.first[i + 1]; ++k) {
                    if (site_[program_.site[k]] != 0) out.member.push_back(program_.site[k]);
                }
            }
            out.first.push_back(out.member.size());
        }
        return out;
    }
    /// A client is served whenever one is whose sites are among its own.
    bool drop_clients(const Sets& clients, const Sets& sites) {
        bool changed = false;
        find_contained(
            clients, sites, [&](std::uint32_t i) { return client_[i] != 0; },
            [&](std::uint32_t inner, std::uint32_t outer) {
                if (clients.of(inner).size() == clients.of(outer).size() && outer < inner) return false;
                client_[outer] = 0;
                changed = true;
                return false;
            });
        return changed;
    }
    bool drop_sites(const Sets& sites, const Sets& clients) {
        bool changed = false;
        const auto cost = [&](std::uint32_t s) {
            return program_.site_cost.empty() ? 0 : program_.site_cost[s];
        };
        for (std::uint32_t s = 0; s < sites.size(); ++s) {
            if (site_[s] != 0 && sites.of(s).empty()) site_[s] = 0;
        }
        find_contained(
            sites, clients, [&](std::uint32_t s) { return site_[s] != 0; },
            [&](std::uint32_t inner, std::uint32_t outer) {
                const bool equal =
                    sites.of(inner).size() == sites.of(outer).size() && cost(inner) == cost(outer);
                if (cost(outer) > cost(inner) || (equal && inner < outer)) return false;
                site_[inner] = 0;
                changed = true;
                return true;
            });
        return changed;
    }
    [[nodiscard]] ServiceProgram result() const {
        std::vector<SiteState> states(program_.sites());
        for (std::size_t s = 0; s < states.size(); ++s) {
            states[s] = site_[s] != 0 ? SiteState::free : SiteState::closed;
        }
        ServiceProgram kept = program_;
        kept.first.assign(1, 0);
        kept.site.clear();
        kept.fallback.clear();
        for (std::size_t i = 0; i < program_.clients(); ++i) {
            if (client_[i] == 0) continue;
            for (std::size_t k = program_.first[i]; k < program_.first[i + 1]; ++k) {
                kept.site.push_back(program_.site[k]);
            }
            kept.first.push_back(kept.site.size());
            kept.fallback.push_back(ServiceProgram::must);
        }
        return settle(kept, states).program;
    }

    const ServiceProgram& program_;
    std::vector<char> client_;
    std::vector<char> site_;
};

}  // namespace

ServiceProgram reduce_cover(const ServiceProgram& program) {
    return Reduction{program}.run();
}

}  // namespace yiquan::siting
