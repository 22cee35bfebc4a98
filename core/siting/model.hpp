// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "core/siting/answer.hpp"
#include "core/siting/instance.hpp"

namespace yiquan::siting {

/// What a model asks of its sites.
enum class Choose {
    count_or_budget,  ///< -p N, or prices and a budget
    fewest,           ///< finds out how many itself; cheapest where sites have prices
};

/// What the objective of a model counts, from which figures for readers are made.
enum class Measure {
    people,       ///< served, of all
    fewest,       ///< sites, or their price
    mean_trip,    ///< travel of all people together, told as its mean
    worst_trip,   ///< of whoever has the farthest to go
    worst_share,  ///< of people served in the zone that is served worst
};

/// One kind of location problem, with what is said of it. In `rival` and `proof` stand places in braces.
struct Model {
    std::string_view id;
    std::string_view summary_en;
    std::string_view summary_zh;
    std::string_view formula;  ///< in words of the reference page
    std::string_view paper;
    Choose choose;
    bool threshold = false;   ///< needs a farthest cost
    bool share = false;       ///< needs a share
    bool seats = false;       ///< needs seats
    bool zones = false;       ///< needs zones
    bool every_pair = false;  ///< needs the cost of every pair
    bool most = false;        ///< the objective is to be large
    Measure measure;
    bool counts_reach = false;  ///< the objective is whom any open site reaches, those of today included
    std::string_view objective_en;
    std::string_view objective_zh;
    std::string_view rival_en;  ///< "no other 20 places …": what they do not do
    std::string_view rival_zh;  ///< with {way}, distance or time
    std::string_view proof_en;  ///< the claim of a proof, with {choice} of sites, {value} and {share}
    std::string_view proof_zh;
    Answer (*solve)(const Instance& instance);
};

Answer solve_mclp(const Instance& instance);
Answer solve_lscp(const Instance& instance);
Answer solve_partial(const Instance& instance);
Answer solve_median(const Instance& instance);
Answer solve_center(const Instance& instance);
Answer solve_backup(const Instance& instance);
Answer solve_capacitated_cover(const Instance& instance);
Answer solve_capacitated_median(const Instance& instance);
Answer solve_equity(const Instance& instance);

inline constexpr std::array models{
    Model{.id = "mclp",
          .summary_en = "Covers the most demand with p sites.",
          .summary_zh = "用 p 个站点覆盖最多的需求。",
          .formula = "max Σ w(i) [some open site within the threshold of i]",
          .paper = "Church and ReVelle 1974",
          .choose = Choose::count_or_budget,
          .threshold = true,
          .most = true,
          .measure = Measure::people,
          .counts_reach = true,
          .objective_en = "weight covered",
          .objective_zh = "覆盖的权重",
          .rival_en = "serve more people",
          .rival_zh = "都不可能覆盖更多人口",
          .proof_en = "no choice of {choice} reaches more than {value}.",
          .proof_zh = "任选 {choice}，覆盖都不会超过 {value}。",
          .solve = solve_mclp},
    Model{.id = "lscp",
          .summary_en = "Covers everyone within reach of any candidate, with the fewest or cheapest sites.",
          .summary_zh = "用最少（或造价最低）的站点覆盖所有可覆盖的需求。",
          .formula = "min Σ f(j) y(j), every coverable i within the threshold of an open site",
          .paper = "Toregas, Swain, ReVelle and Bergman 1971",
          .choose = Choose::fewest,
          .threshold = true,
          .measure = Measure::fewest,
          .objective_en = "sites, or their price",
          .objective_zh = "站点数或总造价",
          .rival_en = "serve everyone within reach",
          .rival_zh = "无法覆盖全部可覆盖的人口",
          .proof_en = "nothing less than {value} reaches everyone within reach of any candidate.",
          .proof_zh = "要覆盖所有可覆盖的人，至少需要 {value}。",
          .solve = solve_lscp},
    Model{.id = "partial",
          .summary_en = "Reaches a share of the demand with the fewest or cheapest sites.",
          .summary_zh = "用最少（或造价最低）的站点达到给定的覆盖率。",
          .formula = "min Σ f(j) y(j), covered weight at least share × all weight",
          .paper = "Daskin and Owen 1999",
          .choose = Choose::fewest,
          .threshold = true,
          .share = true,
          .measure = Measure::fewest,
          .objective_en = "sites, or their price",
          .objective_zh = "站点数或总造价",
          .rival_en = "reach the share asked for",
          .rival_zh = "无法达到要求的覆盖率",
          .proof_en = "nothing less than {value} reaches {share} of the people.",
          .proof_zh = "至少需要 {value}，才能覆盖 {share} 的人口。",
          .solve = solve_partial},
    Model{.id = "p-median",
          .summary_en = "Least weighted travel to the nearest of p sites.",
          .summary_zh = "到最近站点的加权总出行最少。",
          .formula = "min Σ w(i) min over open j of c(i, j)",
          .paper = "Hakimi 1964, 1965",
          .choose = Choose::count_or_budget,
          .every_pair = true,
          .measure = Measure::mean_trip,
          .objective_en = "weighted travel",
          .objective_zh = "加权总出行",
          .rival_en = "make the mean trip shorter",
          .rival_zh = "平均出行{way}都不可能更短",
          .proof_en = "no choice of {choice} needs less travel than {value}.",
          .proof_zh = "任选 {choice}，总出行都不会少于 {value}。",
          .solve = solve_median},
    Model{.id = "p-center",
          .summary_en = "Least worst travel to the nearest of p sites.",
          .summary_zh = "离最近站点最远者的出行最少。",
          .formula = "min max over i with w(i) > 0 of min over open j of c(i, j)",
          .paper = "Hakimi 1964; Minieka 1970",
          .choose = Choose::count_or_budget,
          .every_pair = true,
          .measure = Measure::worst_trip,
          .objective_en = "worst travel",
          .objective_zh = "最远出行",
          .rival_en = "make the longest trip shorter",
          .rival_zh = "最远出行{way}都不可能更短",
          .proof_en = "with no choice of {choice} does everyone live nearer than {value}.",
          .proof_zh = "任选 {choice}，最远的人到站点都不会近于 {value}。",
          .solve = solve_center},
    Model{.id = "backup",
          .summary_en = "Covers the most demand at least twice with p sites.",
          .summary_zh = "用 p 个站点使最多的需求得到双重覆盖。",
          .formula = "max Σ w(i) [two open sites within the threshold of i]",
          .paper = "Hogan and ReVelle 1986",
          .choose = Choose::count_or_budget,
          .threshold = true,
          .most = true,
          .measure = Measure::people,
          .objective_en = "weight covered twice",
          .objective_zh = "双重覆盖的权重",
          .rival_en = "serve more people twice",
          .rival_zh = "都不可能让更多人口得到双重覆盖",
          .proof_en = "no choice of {choice} reaches more than {value} twice.",
          .proof_zh = "任选 {choice}，双重覆盖都不会超过 {value}。",
          .solve = solve_backup},
    Model{.id = "capacitated-mclp",
          .summary_en = "Serves the most demand with p sites of limited seats.",
          .summary_zh = "站点座位有限时服务最多的需求。",
          .formula = "max Σ x(i, j), x within the threshold, Σ over i of x(i, j) at most the seats of j",
          .paper = "Current and Storbeck 1988",
          .choose = Choose::count_or_budget,
          .threshold = true,
          .seats = true,
          .most = true,
          .measure = Measure::people,
          .objective_en = "weight served",
          .objective_zh = "服务的权重",
          .rival_en = "serve more people",
          .rival_zh = "都不可能服务更多人口",
          .proof_en = "no choice of {choice} has seats within reach for more than {value}.",
          .proof_zh = "任选 {choice}，能就近安排座位的都不会超过 {value}。",
          .solve = solve_capacitated_cover},
    Model{.id = "capacitated-p-median",
          .summary_en = "Least weighted travel to p sites of limited seats.",
          .summary_zh = "站点座位有限时加权总出行最少。",
          .formula =
              "min Σ c(i, j) x(i, j), Σ over j of x(i, j) = w(i), Σ over i of x(i, j) at most the seats of j",
          .paper = "Mulvey and Beck 1984",
          .choose = Choose::count_or_budget,
          .seats = true,
          .every_pair = true,
          .measure = Measure::mean_trip,
          .objective_en = "weighted travel",
          .objective_zh = "加权总出行",
          .rival_en = "make the mean trip shorter",
          .rival_zh = "平均出行{way}都不可能更短",
          .proof_en = "no choice of {choice} needs less travel than {value}.",
          .proof_zh = "任选 {choice}，总出行都不会少于 {value}。",
          .solve = solve_capacitated_median},
    Model{.id = "equity",
          .summary_en = "Raises the share covered of the worst-served zone, then of the next, with p sites.",
          .summary_zh = "优先提高覆盖率最低的统计单元，再依次提高其余单元。",
          .formula = "lexicographic max of the zones' covered shares, sorted from the least",
          .paper = "Ogryczak 1997",
          .choose = Choose::count_or_budget,
          .threshold = true,
          .zones = true,
          .most = true,
          .measure = Measure::worst_share,
          .objective_en = "share covered in the worst-served zone",
          .objective_zh = "覆盖率最低单元的覆盖率",
          .rival_en = "serve the worst-served zones better",
          .rival_zh = "覆盖最差的单元都不可能更好",
          .proof_en = "no choice of {choice} lifts the worst-served zone above {value}.",
          .proof_zh = "任选 {choice}，覆盖率最低单元都不会高于 {value}。",
          .solve = solve_equity},
};

/// \throws Error{usage} for an unknown id, with the nearest one
[[nodiscard]] const Model& model(std::string_view id);

/// The model of a document, for what is said of it; one with words of its own where another version made the
/// document with a model that is not known here.
[[nodiscard]] const Model& model_of_document(std::string_view id);

}  // namespace yiquan::siting
