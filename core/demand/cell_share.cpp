// SPDX-License-Identifier: MIT
#include "core/demand/cell_share.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace yiquan::demand {

CellShares::CellShares(std::size_t first_column, std::size_t columns, std::size_t first_row, std::size_t rows)
    : west_(static_cast<double>(first_column)),
      north_(static_cast<double>(first_row)),
      columns_(columns),
      rows_(rows),
      gathered_((columns + 2) * rows) {}

void CellShares::add_edge(geo::RawPosition a, geo::RawPosition b) {
    a = {a.x - west_, a.y - north_};
    b = {b.x - west_, b.y - north_};
    const double top = std::max(0.0, std::min(a.y, b.y));
    const double bottom = std::min(static_cast<double>(rows_), std::max(a.y, b.y));
    if (!(top < bottom)) return;
    const double slope = (b.x - a.x) / (b.y - a.y);
    const auto x_at = [&](double y) { return a.x + (y - a.y) * slope; };
    const bool down = b.y > a.y;
    const auto last_row = std::min(rows_ - 1, static_cast<std::size_t>(bottom));
    for (auto row = static_cast<std::size_t>(top); row <= last_row; ++row) {
        const double from = std::max(top, static_cast<double>(row));
        const double to = std::min(bottom, static_cast<double>(row + 1));
        if (!(from < to)) continue;
        const geo::RawPosition upper{x_at(from), from};
        const geo::RawPosition lower{x_at(to), to};
        if (down) {
            add_within_row(row, upper, lower);
        } else {
            add_within_row(row, lower, upper);
        }
    }
}

/// Adds the area between the edge and the window's right border to the cells right of it: each cell gets the
/// change of the running sum along its row.
void CellShares::add_within_row(std::size_t row, geo::RawPosition a, geo::RawPosition b) {
    double* cells = gathered_.data() + row * (columns_ + 2);
    const double height = b.y - a.y;  // signed: down is positive
    const double width = static_cast<double>(columns_);
    const double left = std::min(a.x, b.x);
    const double right = std::max(a.x, b.x);
    const auto add_piece = [&](double from, double to, double part) {
        // A piece within one cell, `part` of the height: the cell is filled from the piece's middle on.
        const double middle = std::clamp((from + to) / 2.0, 0.0, width);
        const auto column = std::min(static_cast<std::size_t>(middle), columns_);
        const double filled = 1.0 - (middle - static_cast<double>(column));
        cells[column] += part * filled;
        cells[column + 1] += part * (1.0 - filled);
    };
    if (right - left < 1e-12) {
        add_piece(left, right, height);
        return;
    }
    const double per_column = height / (right - left);
    if (left < 0.0) add_piece(0.0, 0.0, per_column * (std::min(right, 0.0) - left));
    if (right > width) add_piece(width, width, per_column * (right - std::max(left, width)));
    double from = std::max(left, 0.0);
    const double end = std::min(right, width);
    while (from < end) {
        const double to = std::min(end, std::floor(from) + 1.0);
        add_piece(from, to, per_column * (to - from));
        from = to;
    }
}

std::vector<float> CellShares::shares() const {
    std::vector<float> out(columns_ * rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
        const double* cells = gathered_.data() + row * (columns_ + 2);
        double sum = 0.0;
        for (std::size_t column = 0; column < columns_; ++column) {
            sum += cells[column];
            constexpr double rounding = 1e-9;
            const double share = std::abs(sum);
            out[row * columns_ + column] = share < rounding         ? 0.0F
                                           : share > 1.0 - rounding ? 1.0F
                                                                    : static_cast<float>(share);
        }
    }
    return out;
}

std::vector<Persons> split_exactly(Persons amount, std::span<const double> shares) {
    constexpr double rounding = 1e-6;  // shares that fill the cell to this leave no rest
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    const bool filled = sum > 1.0 - rounding;
    const auto ticks = static_cast<double>(amount.ticks());
    std::vector<std::int64_t> parts;
    std::vector<double> remainders;
    const auto add = [&](double share) {
        const double part = ticks * std::clamp(share, 0.0, 1.0);
        parts.push_back(static_cast<std::int64_t>(std::floor(part)));
        remainders.push_back(part - std::floor(part));
    };
    for (const double share : shares) add(filled ? share / sum : share);
    if (!filled) add(1.0 - sum);

    std::int64_t missing = amount.ticks() - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; missing != 0; i = (i + 1) % order.size()) {
        const std::int64_t step = missing > 0 ? 1 : -1;
        if (parts[order[i]] + step < 0) continue;
        parts[order[i]] += step;
        missing -= step;
    }
    if (filled) parts.push_back(0);
    std::vector<Persons> out;
    for (const std::int64_t part : parts) out.push_back(Persons::from_ticks(part));
    return out;
}

}  // namespace yiquan::demand
