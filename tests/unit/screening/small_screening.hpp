// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.hpp"
#include "core/features/feature_source.hpp"
#include "core/screening/screening.hpp"

namespace yiquan::screening {

using features::MemorySource;
using features::Value;

inline Value text(const char* written) {
    return std::string{written};
}

/// A grid of heights in memory.
class HeightGrid final : public demand::RasterSource {
public:
    HeightGrid(std::size_t columns, std::vector<double> cells, std::array<double, 6> transform,
               std::string crs)
        : columns_(columns), cells_(std::move(cells)), transform_(transform), crs_(std::move(crs)) {}

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const std::string& crs() const override { return crs_; }
    [[nodiscard]] std::size_t columns() const override { return columns_; }
    [[nodiscard]] std::size_t rows() const override { return cells_.size() / columns_; }
    [[nodiscard]] const std::array<double, 6>& transform() const override { return transform_; }
    void read_rows(std::size_t first, std::size_t count, std::span<double> out) override {
        read_ += count;
        std::copy_n(cells_.begin() + static_cast<std::ptrdiff_t>(first * columns_), count * columns_,
                    out.begin());
    }
    [[nodiscard]] std::size_t rows_read() const { return read_; }

private:
    std::string name_ = "dem.tif";
    std::size_t columns_;
    std::vector<double> cells_;
    std::array<double, 6> transform_;
    std::string crs_;
    std::size_t read_ = 0;
};

/// Tables by path, each made anew when it is opened.
class MemoryInputs final : public ScreeningInputs {
public:
    struct Table {
        std::vector<features::Field> fields;
        std::vector<MemorySource::Row> rows;
        std::string crs;
    };
    std::map<std::string, Table> tables;

    std::unique_ptr<features::FeatureSource> table(const std::string& path) override {
        const auto found = tables.find(path);
        if (found == tables.end())
            throw Error{ErrorKind::input, {path + ": there is no such file.", path + "：文件不存在。"}};
        return std::make_unique<MemorySource>(path, found->second.fields, found->second.rows,
                                              found->second.crs);
    }
    std::unique_ptr<demand::RasterSource> raster(const std::string& path) override {
        throw Error{ErrorKind::input, {path + ": there is no such file.", path + "：文件不存在。"}};
    }
    features::InputRecord record(const std::string& path) override {
        return {.role = {}, .path = path, .sha256 = {}, .rows = 0};
    }
};

/// Candidates A to D, a hundredth of a degree of longitude (901.6 m at 36° N) apart, on the 36th parallel.
///   A = 101.00   B = 101.01   C = 101.02   D = 101.03
inline MemoryInputs four_candidates() {
    MemoryInputs inputs;
    inputs.tables["sites.csv"] = {
        {{"id"}, {"name"}, {"lon"}, {"lat"}, {"intensity"}, {"class"}, {"seats"}, {"water"}},
        {{{text("A"), text("甲"), 101.00, 36.0, text("8"), text("B"), text("500"), text("是")}, {}},
         {{text("B"), text("乙"), 101.01, 36.0, text("9"), text("B"), text("300"), text("no")}, {}},
         {{text("C"), text("丙"), 101.02, 36.0, text("9"), text("C"), text(""), text("有")}, {}},
         {{text("D"), text("丁"), 101.03, 36.0, text(""), text("C"), text("many"), text("也许")}, {}}},
        {}};
    // A fault runs north through 101.012, from 35.5 to 36.5: 1,082 m from A, 180 m from B, 721 m from C.
    inputs.tables["faults"] = {
        {{"name"}},
        {{{text("拉脊山断裂")}, features::RawLines{{{101.012, 35.5}, {101.012, 36.5}}}}},
        "EPSG:4326"};
    // A school at A.
    inputs.tables["schools.csv"] = {{{"name"}, {"lon"}, {"lat"}}, {{{text("小学"), 101.0, 36.0}, {}}}, {}};
    return inputs;
}

inline Screening screened(const std::string& rules, MemoryInputs inputs = four_candidates(),
                          unsigned threads = 1) {
    Progress quiet;
    return screen(parse_rules_file("[candidates]\npath = \"sites.csv\"\n" + rules, "rules.toml"), inputs,
                  threads, quiet);
}

/// One letter per candidate: p, f or u.
inline std::string verdicts(const std::vector<Evidence>& evidence) {
    std::string out;
    for (const Evidence& one : evidence) out += verdict_name(one.verdict)[0];
    return out;
}
inline std::string verdicts(const Screening& screening) {
    std::string out;
    for (const CandidateResult& one : screening.results) out += verdict_name(one.verdict)[0];
    return out;
}

/// The English sentence of the error that a call throws, of that kind; the Chinese one must be there too.
template <class Call>
std::string refused(ErrorKind kind, Call call) {
    try {
        call();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind) << error.what();
        EXPECT_FALSE(error.message().zh.empty());
        return error.message().en;
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

}  // namespace yiquan::screening
