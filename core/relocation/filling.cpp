// SPDX-License-Identifier: MIT
#include "core/relocation/filling.hpp"

#include <algorithm>

namespace yiquan::relocation {
namespace {

Filling everything(const std::vector<Item>& items) {
    Filling out;
    for (const Item& item : items) {
        out.most += item.worth;
        out.units.push_back(item.unit);
    }
    return out;
}

Filling searched(const std::vector<Item>& items, std::size_t room) {
    std::vector<std::int64_t> best(room + 1, 0);
    std::vector<char> taken(items.size() * (room + 1), 0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto size = static_cast<std::size_t>(items[i].size);
        char* const row = taken.data() + i * (room + 1);
        for (std::size_t r = room; r >= size; --r) {
            const std::int64_t with = best[r - size] + items[i].worth;
            if (with <= best[r]) continue;
            best[r] = with;
            row[r] = 1;
        }
    }
    Filling out{best[room], {}};
    std::size_t left = room;
    for (std::size_t i = items.size(); i-- > 0;) {
        if (taken[i * (room + 1) + left] == 0) continue;
        out.units.push_back(items[i].unit);
        left -= static_cast<std::size_t>(items[i].size);
    }
    return out;
}

Filling estimated(std::vector<Item> items, std::int64_t room) {
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        const double of_a = static_cast<double>(a.worth) / static_cast<double>(a.size);
        const double of_b = static_cast<double>(b.worth) / static_cast<double>(b.size);
        return of_a != of_b ? of_a > of_b : a.unit < b.unit;
    });
    Filling out;
    bool full = false;
    for (const Item& item : items) {
        if (item.size <= room) {
            room -= item.size;
            if (!full) out.most += item.worth;
            out.units.push_back(item.unit);
        } else if (!full) {
            full = true;
            out.most += item.worth;  // more than its part that fits
        }
    }
    return out;
}

}  // namespace

Filling best_filling(std::vector<Item> items, std::int64_t room) {
    std::erase_if(items, [&](const Item& item) { return item.worth <= 0 || item.size > room; });
    std::int64_t size = 0;
    for (const Item& item : items) size += item.size;
    if (size <= room) return everything(items);
    constexpr std::int64_t most_cells = 20'000'000;
    if (static_cast<std::int64_t>(items.size()) > most_cells / (room + 1))
        return estimated(std::move(items), room);
    return searched(items, static_cast<std::size_t>(room));
}

}  // namespace yiquan::relocation
