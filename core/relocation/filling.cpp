// SPDX-License-Identifier: MIT
#include "core/relocation/filling.hpp"

#include <algorithm>

namespace yiquan::relocation {
namespace {

__extension__ using Wide = __int128;

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

/// More worth for its size; ties by number. Exact, as the bound of parts is one only in this order.
bool denser(const Item& a, const Item& b) {
    const Wide of_a = static_cast<Wide>(a.worth) * b.size;
    const Wide of_b = static_cast<Wide>(b.worth) * a.size;
    return of_a != of_b ? of_a > of_b : a.unit < b.unit;
}

Filling estimated(std::vector<Item> items, std::int64_t room) {
    std::sort(items.begin(), items.end(), denser);
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

/// Depth first over dense items; a branch ends where even parts of items could not make it worth enough.
class FillingList {
public:
    FillingList(std::vector<Item> items, std::int64_t least, std::size_t most)
        : items_(std::move(items)), least_(least), most_(most) {
        std::sort(items_.begin(), items_.end(), denser);
    }

    /// Leaves out items that no filling worth enough can have.
    void drop_hopeless(std::int64_t room) {
        std::vector<Item> kept;
        for (const Item& item : items_) {
            if (item.size <= room && item.worth + reach(0, room - item.size) >= least_) kept.push_back(item);
        }
        items_ = std::move(kept);
    }

    /// \return false where there are too many
    bool search(std::size_t next, std::int64_t room, std::int64_t worth) {
        if (worth + reach(next, room) < least_) return true;
        if (next == items_.size()) {
            if (found_.size() == most_) return false;
            found_.push_back(taken_);
            std::sort(found_.back().begin(), found_.back().end());
            return true;
        }
        if (++steps_ > most_steps) return false;
        const Item& item = items_[next];
        if (item.size <= room) {
            taken_.push_back(item.unit);
            const bool good = search(next + 1, room - item.size, worth + item.worth);
            taken_.pop_back();
            if (!good) return false;
        }
        return search(next + 1, room, worth);
    }
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> found() && { return std::move(found_); }

private:
    /// The most that items from `next` on may add.
    [[nodiscard]] std::int64_t reach(std::size_t next, std::int64_t room) const {
        std::int64_t sum = 0;
        for (std::size_t i = next; i < items_.size() && items_[i].worth > 0; ++i) {
            if (items_[i].size > room) {
                return sum +
                       static_cast<std::int64_t>(static_cast<Wide>(room) * items_[i].worth / items_[i].size);
            }
            sum += items_[i].worth;
            room -= items_[i].size;
        }
        return sum;
    }

    static constexpr std::size_t most_steps = 3'000'000;

    std::vector<Item> items_;
    std::int64_t least_;
    std::size_t most_;
    std::size_t steps_ = 0;
    std::vector<std::uint32_t> taken_;
    std::vector<std::vector<std::uint32_t>> found_;
};

}  // namespace

std::optional<std::vector<std::vector<std::uint32_t>>> all_fillings(std::vector<Item> items,
                                                                    std::int64_t room, std::int64_t least,
                                                                    std::size_t most) {
    FillingList list(std::move(items), least, most);
    list.drop_hopeless(room);
    if (!list.search(0, room, 0)) return std::nullopt;
    return std::move(list).found();
}

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
