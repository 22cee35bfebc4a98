// SPDX-License-Identifier: GPL-2.0-or-later
// A million people's places and 5,000 stations, made up in memory: what a drag costs on the main thread.
#include <gtest/gtest.h>

#include <qgsvectorlayer.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "core/demand/point_demand.hpp"
#include "core/io/audit/job.hpp"
#include "plugin/dock/what_if/what_if_page.hpp"
#include "tests/plugin/what_if/desk_with_demo.hpp"

namespace yiquan::plugin {
namespace {

#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
constexpr bool timed = false;
#else
constexpr bool timed = true;
#endif

constexpr std::size_t place_count = 1'000'000;
constexpr std::size_t station_count = 5'000;
constexpr double most_ms = 100.0;
constexpr geo::LonLat xining{101.78, 36.62};

/// Nine in ten around Xining, the rest anywhere in the province.
class MadeUp {
public:
    geo::LonLat place() {
        return share_(random_) < 0.9 ? geo::LonLat{xining.lon + near_(random_), xining.lat + near_(random_)}
                                     : geo::LonLat{lon_(random_), lat_(random_)};
    }

private:
    std::mt19937_64 random_{7};
    std::uniform_real_distribution<double> share_{0.0, 1.0};
    std::normal_distribution<double> near_{0.0, 0.3};
    std::uniform_real_distribution<double> lon_{90.0, 103.0};
    std::uniform_real_distribution<double> lat_{32.0, 39.0};
};

class DragSpeed : public testing::Test, protected DeskWithDemo {
protected:
    void SetUp() override { open(); }

    StartedWhatIf made_up(Metres radius) {
        audit::RunFile file = toolbox::run_of(session());
        Progress progress;
        features::FindingList findings;
        const auto inputs = session().inputs();
        io::AuditData data = io::read_inputs(file, *inputs, findings, progress);
        MadeUp world;
        demand::DemandPoints points;
        for (std::size_t i = 0; i < place_count; ++i) points.places.push_back(world.place());
        points.weights.assign(place_count, Persons::whole(3));
        points.ids.resize(place_count);
        points.names.resize(place_count);
        demand::PointDemand source(std::move(points), *data.locator, "made up", 2, findings, progress);

        auto base = std::make_shared<WhatIfBase>();
        base->standard = QStringLiteral("custom");
        base->radius = radius;
        base->zones = ledger_zones(data.zones);
        for (std::size_t i = 0; i < station_count; ++i) {
            base->stations.push_back({std::to_string(i), "Station " + std::to_string(i), world.place()});
        }
        StartedWhatIf started;
        started.engine = std::make_unique<audit::WhatIf>(
            audit::WhatIfParams{.standard = "custom", .radius = radius, .target_share = {}, .threads = 2},
            data.zones, std::move(*data.locator), source, base->stations, progress);
        base->ledger = started.engine->ledger();
        started.base = std::move(base);
        return started;
    }
};

TEST_F(DragSpeed, AStepStaysUnderATenthOfASecondAtAMillionPlaces) {
    for (const double km : {1.0, 15.0}) {
        WhatIfPage page(session(), desk());
        page.resize(420, 600);
        page.show();
        WhatIfRun& run = WhatIfRun::of(session());
        QElapsedTimer clock;
        StartedWhatIf started = made_up(kilometres(km));
        clock.start();
        run.begin(std::move(started));
        const double begin_ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        ASSERT_TRUE(waited([&] { return page.layers().shown(); }));
        QCoreApplication::processEvents();

        std::vector<double> steps;
        std::vector<double> painted;
        for (int i = 0; i < 128; ++i) {
            const double turn = 2.0 * std::numbers::pi * i / 64.0;
            const geo::LonLat place{xining.lon + 0.03 * std::cos(turn), xining.lat + 0.03 * std::sin(turn)};
            clock.restart();
            run.preview(0, place);
            steps.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            page.repaint();
            painted.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        clock.restart();
        run.move(0, xining);
        const double drop_ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        clock.restart();
        const StartedWhatIf copy = run.copy();
        const double copy_ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        Progress progress;
        ScratchLayers layers(project());
        ScratchFeatures features = draw_stations(run.stations(), run.base().radius, progress);
        clock.restart();
        layers.show(std::move(features), run.base().radius);
        const double show_ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;

        for (auto* times : {&steps, &painted}) std::sort(times->begin(), times->end());
        std::printf(
            "%4.0f km: step %.2f ms (worst %.2f), with painting %.2f ms (worst %.2f); start %.1f ms, drop "
            "%.1f "
            "ms, copy %.1f ms, layers of %zu stations %.1f ms\n",
            km, steps[steps.size() / 2], steps.back(), painted[painted.size() / 2], painted.back(), begin_ms,
            drop_ms, copy_ms, station_count, show_ms);
        if (timed) {
            EXPECT_LT(painted[painted.size() / 2], most_ms);
            EXPECT_LT(steps.back(), most_ms);
            EXPECT_LT(show_ms, 2.0 * most_ms);
        }
    }
}

}  // namespace
}  // namespace yiquan::plugin
