// SPDX-License-Identifier: MIT
#include "core/siting/anneal_cover.hpp"

#include <algorithm>
#include <random>

namespace yiquan::siting {
namespace {

/// Open sites, with what opening or closing each site would do.
class ChangingCover {
public:
    ChangingCover(const ServiceProgram& program, const SiteLinks& by_site,
                  std::span<const std::uint32_t> open)
        : program_(program),
          by_site_(by_site),
          cost_(program.constant),
          value_(program.sites(), 0),
          open_(program.sites(), 0),
          servers_(program.clients(), 0),
          sole_server_(program.clients(), 0) {
        for (const std::int64_t weight : program.fallback) cost_ += weight;
        for (std::uint32_t s = 0; s < program.sites(); ++s) {
            for (const std::uint32_t i : clients_of(s)) value_[s] += program.fallback[i];
        }
        for (const std::uint32_t s : open) this->open(s);
    }

    [[nodiscard]] std::int64_t cost() const { return cost_; }
    [[nodiscard]] bool is_open(std::uint32_t s) const { return open_[s] != 0; }
    /// Weight that opening a closed site would serve, or that closing an open one would leave.
    [[nodiscard]] std::int64_t value(std::uint32_t s) const { return value_[s]; }
    /// Weight that closing `out` would leave and that opening `in` would take over.
    [[nodiscard]] std::int64_t shared(std::uint32_t in, std::uint32_t out) {
        std::int64_t sum = 0;
        for (const std::uint32_t i : clients_of(in)) {
            if (servers_[i] == 1 && sole_server_[i] == out) sum += program_.fallback[i];
        }
        work_ += clients_of(in).size();
        return sum;
    }
    /// Links looked at so far.
    [[nodiscard]] std::uint64_t work() const { return work_; }

    void open(std::uint32_t s) {
        cost_ -= value_[s];
        open_[s] = 1;
        for (const std::uint32_t i : clients_of(s)) {
            const std::int64_t weight = program_.fallback[i];
            if (servers_[i] == 0) add_to_others(i, s, -weight);
            if (servers_[i] == 1) value_[sole_server_[i]] -= weight;
            ++servers_[i];
            sole_server_[i] ^= s;
        }
        work_ += clients_of(s).size();
    }
    void close(std::uint32_t s) {
        cost_ += value_[s];
        open_[s] = 0;
        for (const std::uint32_t i : clients_of(s)) {
            const std::int64_t weight = program_.fallback[i];
            --servers_[i];
            sole_server_[i] ^= s;
            if (servers_[i] == 0) add_to_others(i, s, weight);
            if (servers_[i] == 1) value_[sole_server_[i]] += weight;
        }
        work_ += clients_of(s).size();
    }

private:
    [[nodiscard]] std::span<const std::uint32_t> clients_of(std::uint32_t s) const {
        return std::span{by_site_.client}.subspan(by_site_.first[s],
                                                  by_site_.first[s + 1] - by_site_.first[s]);
    }
    /// While nobody serves a client, its other sites are closed and would gain by it.
    void add_to_others(std::uint32_t client, std::uint32_t self, std::int64_t change) {
        const std::size_t end = program_.first[client + 1];
        for (std::size_t k = program_.first[client]; k < end; ++k) value_[program_.site[k]] += change;
        value_[self] -= change;
        work_ += end - program_.first[client];
    }

    const ServiceProgram& program_;
    const SiteLinks& by_site_;
    std::int64_t cost_;
    std::vector<std::int64_t> value_;
    std::vector<char> open_;
    std::vector<std::uint32_t> servers_;
    std::vector<std::uint32_t> sole_server_;  ///< open servers joined by exclusive or: where there is one, it
    std::uint64_t work_ = 0;
};

class Annealing {
public:
    Annealing(const ServiceProgram& program, const SiteLinks& by_site, std::span<const std::uint32_t> open,
              std::uint64_t seed)
        : program_(program),
          by_site_(by_site),
          cover_(program, by_site, open),
          open_(open.begin(), open.end()),
          dice_(seed) {}

    std::vector<std::uint32_t> run(const AnnealOptions& options, const optimize::SearchLimits& limits) {
        std::vector<std::uint32_t> best = open_;
        std::int64_t least = cover_.cost();
        const double usual = usual_value();
        const std::uint64_t begun_at = cover_.work();
        constexpr std::uint64_t look_up = 256;  // steps
        for (std::uint64_t step = 0; least > options.enough; ++step) {
            if (step % look_up == 0) {
                const double part = static_cast<double>(cover_.work() - begun_at + step * work_of_step) /
                                    static_cast<double>(options.work);
                if (!(part < 1.0) || limits.over()) break;
                const double rest = 1.0 - part;
                heat_ = usual * options.heat * rest * rest * rest;
            }
            if (!exchange() || cover_.cost() >= least) continue;
            least = cover_.cost();
            best = open_;
        }
        return best;
    }

private:
    static constexpr std::uint64_t work_of_step = 8;  ///< of an exchange that is refused at once

    [[nodiscard]] double usual_value() const {
        double sum = 0.0;
        for (const std::uint32_t s : open_) sum += static_cast<double>(cover_.value(s));
        return std::max(sum / static_cast<double>(open_.size()), 1.0);
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice_() % n); }
    double share() {
        constexpr unsigned unused = 11;  // a double has 53 bits
        return static_cast<double>(dice_() >> unused) * 0x1p-53;
    }
    /// Half of the time one that serves some client of `out`.
    std::uint32_t newcomer(std::uint32_t out) {
        const std::size_t begin = by_site_.first[out];
        const std::size_t clients = by_site_.first[out + 1] - begin;
        if (clients == 0 || below(2) == 0) return static_cast<std::uint32_t>(below(program_.sites()));
        const std::uint32_t i = by_site_.client[begin + below(clients)];
        return program_.site[program_.first[i] + below(program_.first[i + 1] - program_.first[i])];
    }
    /// \return true where it was made
    bool exchange() {
        const std::size_t place = below(open_.size());
        const std::uint32_t out = open_[place];
        const std::uint32_t in = newcomer(out);
        if (cover_.is_open(in)) return false;
        const double loss = heat_ * share();  // that is accepted
        const std::int64_t gain = cover_.value(in) - cover_.value(out);
        if (static_cast<double>(gain) < -loss) {
            if (static_cast<double>(cover_.value(in)) < -loss) return false;
            if (static_cast<double>(gain + cover_.shared(in, out)) < -loss) return false;
        }
        cover_.close(out);
        cover_.open(in);
        open_[place] = in;
        return true;
    }

    const ServiceProgram& program_;
    const SiteLinks& by_site_;
    ChangingCover cover_;
    std::vector<std::uint32_t> open_;
    double heat_ = 0.0;
    std::mt19937_64 dice_;
};

}  // namespace

bool is_most_covering(const ServiceProgram& program) {
    return program.count && !program.budget && program.cost.empty() && program.site_cost.empty() &&
           std::ranges::none_of(program.fallback, [](std::int64_t f) { return f == ServiceProgram::must; });
}

Selection anneal_cover(const ServiceProgram& program, const SiteLinks& by_site,
                       std::span<const std::uint32_t> open, const AnnealOptions& options,
                       const optimize::SearchLimits& limits) {
    Selection best;
    best.open.assign(open.begin(), open.end());
    if (!open.empty() && open.size() < program.sites()) {
        best.open = Annealing(program, by_site, open, options.seed).run(options, limits);
    }
    std::sort(best.open.begin(), best.open.end());
    best.cost = service_cost(program, best.open);
    return best;
}

}  // namespace yiquan::siting
