// SPDX-License-Identifier: MIT
#include "core/toolbox/layers_page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace yiquan::toolbox {
namespace {

TEST(LayersPage, IsUpToDate) {
    const std::string path = YIQUAN_SOURCE_DIR "/docs/layers.md";
    if (std::getenv("YIQUAN_WRITE_DOCS") != nullptr) std::ofstream(path, std::ios::binary) << layers_page();
    std::ifstream file(path, std::ios::binary);
    const std::string written{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    EXPECT_EQ(written, layers_page()) << "run test_toolbox --gtest_filter='LayersPage.*' with "
                                         "YIQUAN_WRITE_DOCS=1, look at the page, then run "
                                         "scripts/picture/make_styles.py";
}

}  // namespace
}  // namespace yiquan::toolbox
