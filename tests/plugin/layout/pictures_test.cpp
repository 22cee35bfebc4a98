// SPDX-License-Identifier: GPL-2.0-or-later
// Pages beside pictures of them that were looked at. After a change that is meant:
//   YIQUAN_NEW_PICTURES=1 test_plugin_layout --gtest_filter='Picture*', look at tests/fixtures/layout, and
//   commit.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "tests/plugin/layout/printed_audit.hpp"
#include "tests/plugin/layout/printed_page.hpp"

namespace yiquan::plugin {
namespace {

/// How unlike two pictures of one size are. Other releases of font and renderer move edges by a pixel, so
/// single pixels may differ; a missing layer, a moved map or another colour changes many.
struct Difference {
    double mean = 0.0;   ///< of the channels, 0 to 255
    double large = 0.0;  ///< share of the pixels that differ by more than a quarter of the range
};
constexpr double most_mean = 6.0;
constexpr double most_large = 0.05;

Difference compare(const QImage& a, const QImage& b) {
    Difference difference;
    constexpr int quarter = 64;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            const int red = std::abs(one.red() - other.red());
            const int green = std::abs(one.green() - other.green());
            const int blue = std::abs(one.blue() - other.blue());
            difference.mean += (red + green + blue) / 3.0;
            difference.large += std::max({red, green, blue}) > quarter ? 1.0 : 0.0;
        }
    }
    const double pixels = static_cast<double>(a.width()) * a.height();
    return {difference.mean / pixels, difference.large / pixels};
}

class Picture : public testing::TestWithParam<const char*> {};

TEST_P(Picture, LooksAsItDidWhenItWasApproved) {
    MapRequest request;
    request.package = PrintedAudit::demo().package();
    request.layouts = {GetParam()};
    request.date = QDate(2026, 5, 1);
    MapBook book(request);
    const QImage now = book.preview(0, QSize(220, 220)).convertToFormat(QImage::Format_RGB32);
    const QString path = QStringLiteral(YIQUAN_SOURCE_DIR "/tests/fixtures/layout/%1.png").arg(GetParam());
    if (std::getenv("YIQUAN_NEW_PICTURES") != nullptr) {
        ASSERT_TRUE(now.save(path));
    }
    const QImage approved(path);
    ASSERT_EQ(now.size(), approved.size()) << path.toStdString();
    const Difference difference = compare(now, approved);
    RecordProperty("mean", std::to_string(difference.mean));
    EXPECT_LT(difference.mean, most_mean);
    EXPECT_LT(difference.large, most_large);
}

INSTANTIATE_TEST_SUITE_P(Layouts, Picture, testing::Values("a3-province", "a3-prefectures", "a4-summary"),
                         [](const auto& layout) {
                             std::string name = layout.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace yiquan::plugin
