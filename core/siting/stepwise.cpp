// SPDX-License-Identifier: MIT
#include "core/siting/stepwise.hpp"

#include <algorithm>

namespace yiquan::siting {
namespace {

constexpr std::uint32_t none_chosen = std::numeric_limits<std::uint32_t>::max();

class Steps {
public:
    Steps(const Instance& instance, const std::function<Worth(const std::vector<std::uint32_t>&)>& worth)
        : instance_(instance), worth_(worth) {
        for (std::uint32_t n = 0; n < instance.states.size(); ++n) {
            if (instance.states[n] == SiteState::free) free_.push_back(n);
            if (instance.states[n] != SiteState::open) continue;
            spent_ += instance.price[n];
            ++count_;
        }
        value_ = worth_(chosen_);
    }

    void add_all() {
        while (!full() && !instance_.limits.over()) {
            std::uint32_t best = none_chosen;
            Worth best_worth;
            for (const std::uint32_t n : free_) {
                if (is_chosen(n) || !affordable(instance_.price[n])) continue;
                std::vector<std::uint32_t> trial = chosen_;
                trial.push_back(n);
                Worth worth = worth_(trial);
                if (best != none_chosen && worth <= best_worth) continue;
                best = n;
                best_worth = std::move(worth);
            }
            if (best == none_chosen) break;
            add(best);
            value_ = std::move(best_worth);
        }
        for (const std::uint32_t n : free_) {  // out of time: a choice must be complete all the same
            if (!instance_.request.count || full()) break;
            if (!is_chosen(n)) add(n);
        }
    }
    void exchange_all() {
        for (bool changed = true; changed && !instance_.limits.over();) {
            changed = false;
            for (std::size_t k = 0; k < chosen_.size(); ++k) changed = exchange(k) || changed;
        }
    }
    [[nodiscard]] std::vector<std::uint32_t> chosen() const {
        std::vector<std::uint32_t> out = chosen_;
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    [[nodiscard]] bool full() const {
        return instance_.request.count && count_ >= *instance_.request.count + instance_.staying;
    }
    [[nodiscard]] bool affordable(std::int64_t more) const {
        return !instance_.request.budget || spent_ + more <= instance_.request.budget->ticks();
    }
    [[nodiscard]] bool is_chosen(std::uint32_t n) const {
        return std::find(chosen_.begin(), chosen_.end(), n) != chosen_.end();
    }
    void add(std::uint32_t n) {
        chosen_.push_back(n);
        spent_ += instance_.price[n];
        ++count_;
    }
    bool exchange(std::size_t k) {
        std::vector<std::uint32_t> trial = chosen_;
        for (const std::uint32_t n : free_) {
            if (is_chosen(n) || !affordable(instance_.price[n] - instance_.price[chosen_[k]])) continue;
            if (instance_.limits.over()) return false;
            trial[k] = n;
            Worth worth = worth_(trial);
            if (worth <= value_) continue;
            spent_ += instance_.price[n] - instance_.price[chosen_[k]];
            chosen_[k] = n;
            value_ = std::move(worth);
            return true;
        }
        return false;
    }

    const Instance& instance_;
    const std::function<Worth(const std::vector<std::uint32_t>&)>& worth_;
    std::vector<std::uint32_t> free_;
    std::vector<std::uint32_t> chosen_;
    std::int64_t spent_ = 0;
    std::uint32_t count_ = 0;
    Worth value_;
};

}  // namespace

Stepwise choose_stepwise(const Instance& instance,
                         const std::function<Worth(const std::vector<std::uint32_t>&)>& worth) {
    Steps steps(instance, worth);
    steps.add_all();
    Stepwise out;
    out.greedy = steps.chosen();
    steps.exchange_all();
    out.improved = steps.chosen();
    return out;
}

}  // namespace yiquan::siting
