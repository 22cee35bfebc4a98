// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/relocation/instance.hpp"

namespace yiquan::relocation {

/// How far somebody must go at least, where units may be split among sites: so no plan of whole units has a
/// shorter worst way. A flow of the most heads (Dinic 1970) on links up to a length, and a bisection over the
/// lengths.
class SplitReach {
public:
    explicit SplitReach(const Instance& instance);

    /// \param heads that have to find a place
    /// \param stop  asked now and then
    /// \return thousandths; nothing where even all links do not do, or where it was stopped
    [[nodiscard]] std::optional<std::int64_t> least(std::int64_t heads, const std::function<bool()>& stop);
    /// The most heads that find a place within the length.
    [[nodiscard]] std::int64_t heads_within(std::int64_t length);

private:
    struct Cursor {
        std::size_t guest = 0;
        std::size_t way = 0;
    };

    void greedy();
    [[nodiscard]] bool label();
    [[nodiscard]] std::int64_t push_all();
    [[nodiscard]] std::int64_t push_from(std::uint32_t unit);
    [[nodiscard]] std::int64_t push(std::uint32_t site, std::int64_t amount);
    void add(std::uint32_t link, std::int64_t amount);

    const Instance& instance_;
    std::vector<std::uint32_t> unit_of_;              ///< by link
    std::vector<std::uint32_t> nearest_;              ///< links of each unit, the shortest first
    std::vector<std::size_t> end_;                    ///< by unit: of those within the length, in `nearest_`
    std::vector<std::int64_t> flow_;                  ///< by link, heads
    std::vector<std::int64_t> rest_;                  ///< by unit, heads without a place
    std::vector<std::int64_t> left_;                  ///< by site, room
    std::vector<std::vector<std::uint32_t>> guests_;  ///< by site: links with heads, some of them empty again
    std::vector<char> listed_;                        ///< by link: among the guests
    std::vector<int> level_;                          ///< by site: ways from a unit without a place; -1: none
    std::vector<Cursor> cursor_;                      ///< by site: what has been tried in this phase
};

}  // namespace yiquan::relocation
