// SPDX-License-Identifier: MIT
#include "core/toolbox/analysis_page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace yiquan::toolbox {
namespace {

TEST(AnalysisPage, TheToolboxPageIsUpToDate) {
    const std::string path = YIQUAN_SOURCE_DIR "/docs/toolbox.md";
    if (std::getenv("YIQUAN_WRITE_DOCS") != nullptr) std::ofstream(path, std::ios::binary) << analysis_page();
    std::ifstream file(path, std::ios::binary);
    const std::string written{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    EXPECT_EQ(written, analysis_page())
        << "run test_toolbox --gtest_filter='AnalysisPage.*' with YIQUAN_WRITE_DOCS=1, and look at the page";
}

}  // namespace
}  // namespace yiquan::toolbox
