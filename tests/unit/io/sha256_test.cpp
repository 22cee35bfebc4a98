// SPDX-License-Identifier: MIT
#include "core/io/files/sha256.hpp"

#include <gtest/gtest.h>

#include "tests/unit/io/scratch_folder.hpp"

namespace yiquan::io {
namespace {

TEST(Sha256, AgreesWithTheStandard) {
    const ScratchFolder folder;  // FIPS 180-4, examples of NIST
    EXPECT_EQ(sha256_of(folder.write("abc", "abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_of(folder.write("none", "")),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_of(folder.write("long", std::string(1'000'000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, IsOfTheFileBehindALayerAndEmptyForADatabase) {
    const ScratchFolder folder;
    const std::string path = folder.write("abc", "abc");
    EXPECT_EQ(sha256_of(path + "|layername=x"), sha256_of(path));
    EXPECT_EQ(sha256_of("PG:dbname=x"), "");
    EXPECT_EQ(sha256_of(folder.at(".")), "");
    error_of(ErrorKind::input, [&] { return sha256_of(folder.at("missing")); });
}

}  // namespace
}  // namespace yiquan::io
