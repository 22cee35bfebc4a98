// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/error.hpp"
#include "core/siting_exact/cbc_solver.hpp"
#include "tests/unit/siting/random_problem.hpp"

namespace yiquan::siting {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// Everything that may be chosen, tried one by one.
class BruteForce {
public:
    BruteForce(const Table& table, const Request& request) : table_(table), request_(request) {}

    /// What a choice is worth: smaller is better, compared place by place; nothing where it is not allowed.
    using Cost = std::optional<std::vector<double>>;

    [[nodiscard]] Cost best() const {
        Cost best;
        const std::size_t sites = table_.sites.size();
        for (std::uint32_t bits = 0; bits < (1U << sites); ++bits) {
            std::vector<bool> open(sites);
            if (!allowed(bits, open)) continue;
            const Cost cost = worth(open);
            if (cost && (!best || *cost < *best)) best = cost;
        }
        return best;
    }
    [[nodiscard]] Cost of(const std::vector<std::uint32_t>& chosen) const {
        std::uint32_t bits = 0;
        for (const std::uint32_t s : chosen) bits |= 1U << s;
        std::vector<bool> open(table_.sites.size());
        return allowed(bits, open) ? worth(open) : Cost{};
    }

private:
    /// \param bits sites that are chosen beside those that stay
    bool allowed(std::uint32_t bits, std::vector<bool>& open) const {
        std::uint32_t count = 0;
        double price = 0.0;
        for (std::size_t s = 0; s < table_.sites.size(); ++s) {
            const Site& site = table_.sites[s];
            const bool chosen = ((bits >> s) & 1U) != 0;
            open[s] = chosen || site.role == Role::stays;
            if (site.role == Role::stays && chosen) return false;
            if (site.forced && site.role != Role::stays && !chosen) return false;
            if (site.forbidden && chosen) return false;
            count += chosen ? 1 : 0;
            price += chosen ? site.price.value() : 0.0;
        }
        if (request_.count && count != *request_.count) return false;
        return !request_.budget || price <= request_.budget->value();
    }
    [[nodiscard]] double nearest(const std::vector<bool>& open, std::size_t d) const {
        double least = never;
        for (std::size_t s = 0; s < open.size(); ++s) {
            if (open[s]) least = std::min(least, table_.cost[d][s]);
        }
        return least;
    }
    [[nodiscard]] std::size_t within(const std::vector<bool>& open, std::size_t d) const {
        std::size_t count = 0;
        for (std::size_t s = 0; s < open.size(); ++s) {
            count += open[s] && table_.cost[d][s] <= request_.threshold->value() ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] bool coverable(std::size_t d) const {
        for (std::size_t s = 0; s < table_.sites.size(); ++s) {
            if (!table_.sites[s].forbidden && table_.cost[d][s] <= request_.threshold->value()) return true;
        }
        return false;
    }
    [[nodiscard]] double price(const std::vector<bool>& open) const {
        double sum = 0.0;
        for (std::size_t s = 0; s < open.size(); ++s) {
            if (open[s] && table_.sites[s].role != Role::stays) sum += table_.sites[s].price.value();
        }
        return sum;
    }

    [[nodiscard]] Cost worth(const std::vector<bool>& open) const {
        const std::string& model = request_.model;
        double sum = 0.0;
        double all = 0.0;
        double worst = 0.0;
        bool everyone = true;
        std::vector<double> served(3, 0.0);
        std::vector<double> total(3, 0.0);
        for (std::size_t d = 0; d < table_.weight.size(); ++d) {
            const double weight = table_.weight[d];
            all += weight;
            total[table_.zone[d]] += weight;
            if (weight == 0.0) continue;
            if (model == "p-median") sum += weight * nearest(open, d);
            if (model == "p-center") worst = std::max(worst, nearest(open, d));
            if (!request_.threshold) continue;
            const std::size_t times = within(open, d);
            if (times >= (model == "backup" ? 2U : 1U)) sum += weight;
            if (times >= 1) served[table_.zone[d]] += weight;
            everyone = everyone && (times > 0 || !coverable(d));
        }
        if (model == "p-median") return std::isinf(sum) ? Cost{} : Cost{{sum}};
        if (model == "p-center") return std::isinf(worst) ? Cost{} : Cost{{worst}};
        if (model == "mclp" || model == "backup") return Cost{{-sum}};
        if (model == "lscp") return everyone ? Cost{{price(open)}} : Cost{};
        if (model == "partial") return sum >= request_.share * all - 1e-9 ? Cost{{price(open)}} : Cost{};
        std::vector<double> shares;
        for (std::size_t z = 0; z < 3; ++z) {
            if (total[z] > 0.0) shares.push_back(-served[z] / total[z]);
        }
        std::sort(shares.rbegin(), shares.rend());
        return shares;  // the least share comes first, as the largest cost
    }

    const Table& table_;
    const Request& request_;
};

struct Asked {
    const char* model;
    bool threshold;
    bool chooses;  // takes a count or a budget
    bool largest;  // the objective is a share or a weight
};

class EveryModel : public testing::TestWithParam<Asked> {};

TEST_P(EveryModel, FindsWhatTryingEverythingFinds) {
    const Asked asked = GetParam();
    test::Dice dice(20 + std::string{asked.model}.size());
    const siting_exact::CbcSolver solver;
    Progress progress;
    int feasible = 0;
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(fmt::format("{} round {}", asked.model, round));
        const Table table = random_table(dice, {.demands = 6 + dice.below(10), .sites = 5 + dice.below(5)});
        Request request;
        request.model = asked.model;
        if (asked.threshold) request.threshold = Cost::nearest(15.0 + static_cast<double>(dice.below(35)));
        if (asked.chooses && round % 3 == 2) {
            request.budget = Price::whole(static_cast<std::int64_t>(4 + dice.below(14)));
        } else if (asked.chooses) {
            request.count = static_cast<std::uint32_t>(1 + dice.below(4));
        }
        request.share = 0.5 + 0.1 * static_cast<double>(dice.below(5));
        const BruteForce brute(table, request);
        Answer answer;
        try {
            answer = locate(table.problem(), request, &solver, progress);
        } catch (const Error& error) {
            EXPECT_NE(error.kind(), ErrorKind::internal) << error.what();
            EXPECT_FALSE(brute.best()) << error.what();  // refused only where nothing can be chosen
            continue;
        }
        const BruteForce::Cost best = brute.best();
        if (!best) {
            EXPECT_EQ(answer.status, Status::infeasible);
            continue;
        }
        ++feasible;
        ASSERT_EQ(answer.status, Status::optimal);
        const BruteForce::Cost ours = brute.of(answer.open);
        ASSERT_TRUE(ours) << "the choice is not allowed";
        ASSERT_EQ(ours->size(), best->size());
        for (std::size_t k = 0; k < best->size(); ++k) EXPECT_NEAR((*ours)[k], (*best)[k], 1e-6) << k;
        EXPECT_NEAR(answer.objective, asked.largest ? -best->front() : best->front(), 1e-9);
        EXPECT_EQ(answer.gap(), 0.0);
        EXPECT_TRUE(std::is_sorted(answer.open.begin(), answer.open.end()));
        if (answer.greedy_known && asked.largest) {
            EXPECT_LE(answer.greedy_objective, answer.objective + 1e-9);
        }
    }
    EXPECT_GT(feasible, 150);
}

INSTANTIATE_TEST_SUITE_P(Models, EveryModel,
                         testing::Values(Asked{"mclp", true, true, true}, Asked{"lscp", true, false, false},
                                         Asked{"partial", true, false, false},
                                         Asked{"p-median", false, true, false},
                                         Asked{"p-center", false, true, false},
                                         Asked{"backup", true, true, true},
                                         Asked{"equity", true, true, true}),
                         [](const auto& row) {
                             std::string name = row.param.model;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

/// Least cost of serving everyone, or the most that can be served, by trying all ways to fill seats one
/// person at a time; weights are small.
class SeatFiller {
public:
    SeatFiller(const Table& table, std::vector<int> seats, double threshold, bool median)
        : table_(table), seats_(std::move(seats)), threshold_(threshold), median_(median) {}

    /// A shortest augmenting path per person by Bellman and Ford, without any cleverness.
    double run() {
        const std::size_t demands = table_.weight.size();
        std::vector<std::vector<int>> flow(demands, std::vector<int>(seats_.size(), 0));
        double total = 0.0;
        double served = 0.0;
        for (std::size_t d = 0; d < demands; ++d) left_.push_back(static_cast<int>(table_.weight[d]));
        for (;;) {
            std::vector<double> to_demand(demands, never), to_site(seats_.size(), never);
            std::vector<int> by_demand(seats_.size(), -1), by_site(demands, -1);
            for (std::size_t d = 0; d < demands; ++d) {
                if (left_[d] > 0) to_demand[d] = 0.0;
            }
            for (bool changed = true; changed;) {
                changed = false;
                for (std::size_t d = 0; d < demands; ++d) {
                    for (std::size_t s = 0; s < seats_.size(); ++s) {
                        if (!linked(d, s)) continue;
                        const double cost = median_ ? table_.cost[d][s] : 0.0;
                        if (to_demand[d] + cost < to_site[s]) {
                            to_site[s] = to_demand[d] + cost;
                            by_demand[s] = static_cast<int>(d);
                            changed = true;
                        }
                        if (flow[d][s] > 0 && to_site[s] - cost < to_demand[d]) {
                            to_demand[d] = to_site[s] - cost;
                            by_site[d] = static_cast<int>(s);
                            changed = true;
                        }
                    }
                }
            }
            int end = -1;
            for (std::size_t s = 0; s < seats_.size(); ++s) {
                if (seats_[s] > 0 && to_site[s] < never &&
                    (end < 0 || to_site[s] < to_site[static_cast<std::size_t>(end)])) {
                    end = static_cast<int>(s);
                }
            }
            if (end < 0) break;
            total += to_site[static_cast<std::size_t>(end)];
            served += 1.0;
            --seats_[static_cast<std::size_t>(end)];
            for (int s = end;;) {
                const auto d = static_cast<std::size_t>(by_demand[static_cast<std::size_t>(s)]);
                ++flow[d][static_cast<std::size_t>(s)];
                if (by_site[d] < 0 || left_[d] > 0) {
                    --left_[d];
                    break;
                }
                s = by_site[d];
                --flow[d][static_cast<std::size_t>(s)];
            }
        }
        if (!median_) return -served;
        return std::all_of(left_.begin(), left_.end(), [](int l) { return l == 0; }) ? total : never;
    }

private:
    [[nodiscard]] bool linked(std::size_t d, std::size_t s) const {
        return median_ || table_.cost[d][s] <= threshold_;
    }

    const Table& table_;
    std::vector<int> seats_;
    std::vector<int> left_;
    double threshold_;
    bool median_;
};

class WithSeats : public testing::TestWithParam<bool> {};

TEST_P(WithSeats, FindsWhatTryingEverythingFinds) {
    const bool median = GetParam();
    test::Dice dice(median ? 71 : 72);
    const siting_exact::CbcSolver solver;
    Progress progress;
    int feasible = 0;
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        const Table table = random_table(dice, {.demands = 5 + dice.below(6), .sites = 4 + dice.below(4)});
        Request request;
        request.model = median ? "capacitated-p-median" : "capacitated-mclp";
        if (!median) request.threshold = Cost::nearest(15.0 + static_cast<double>(dice.below(35)));
        if (round % 3 == 2) {
            request.budget = Price::whole(static_cast<std::int64_t>(4 + dice.below(14)));
        } else {
            request.count = static_cast<std::uint32_t>(1 + dice.below(4));
        }
        const double threshold = request.threshold.value_or(Cost{}).value();
        const auto cost_of = [&](std::uint32_t bits) -> std::optional<double> {
            std::uint32_t count = 0;
            double price = 0.0;
            std::vector<int> seats;
            for (std::size_t s = 0; s < table.sites.size(); ++s) {
                const Site& site = table.sites[s];
                const bool chosen = ((bits >> s) & 1U) != 0;
                const bool stays = site.role == Role::stays;
                if ((chosen && (site.forbidden || stays)) || (!chosen && site.forced && !stays)) return {};
                count += chosen ? 1 : 0;
                price += chosen ? site.price.value() : 0.0;
                seats.push_back(chosen || stays ? static_cast<int>(site.seats->value()) : 0);
            }
            if (request.count ? count != *request.count : price > request.budget->value()) return {};
            const double cost = SeatFiller(table, seats, threshold, median).run();
            return std::isinf(cost) ? std::optional<double>{} : cost;
        };
        std::optional<double> best;
        for (std::uint32_t bits = 0; bits < (1U << table.sites.size()); ++bits) {
            const auto cost = cost_of(bits);
            if (cost && (!best || *cost < *best)) best = cost;
        }
        Answer answer;
        try {
            answer = locate(table.problem(), request, &solver, progress);
        } catch (const Error& error) {
            EXPECT_FALSE(best) << error.what();
            continue;
        }
        if (!best) {
            EXPECT_EQ(answer.status, Status::infeasible);
            continue;
        }
        ++feasible;
        ASSERT_EQ(answer.status, Status::optimal);
        EXPECT_NEAR(answer.objective, std::abs(*best), 1e-9);
        std::uint32_t bits = 0;
        for (const std::uint32_t s : answer.open) bits |= 1U << s;
        ASSERT_TRUE(cost_of(bits));
        EXPECT_NEAR(*cost_of(bits), *best, 1e-9);
    }
    EXPECT_GT(feasible, 120);
}

INSTANTIATE_TEST_SUITE_P(Models, WithSeats, testing::Bool(),
                         [](const auto& row) { return row.param ? "p_median" : "mclp"; });

}  // namespace
}  // namespace yiquan::siting
