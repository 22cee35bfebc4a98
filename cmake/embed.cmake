# SPDX-License-Identifier: MIT
# Writes OUTPUT, a source file that holds the text of FILES behind yiquan::embedded_NAME().
set(code "// Made by cmake/embed.cmake.\n#include \"core/base/embedded_file.hpp\"\n\n#include <array>\n\nnamespace yiquan {\nnamespace {\n\n")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
  file(READ ${file} hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR size "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  # Short literals: long lines of escapes are slow to compile and some tools refuse them.
  string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "    \"\\1\"\n" bytes "${bytes}")
  get_filename_component(stem ${file} NAME)
  string(APPEND code "constexpr char bytes_${number}[] =\n${bytes}    \"\";\n\n")
  string(APPEND rows "    EmbeddedFile{\"${stem}\", {bytes_${number}, ${size}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND code "constexpr std::array<EmbeddedFile, ${number}> files{\n${rows}};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> embedded_${NAME}() { return files; }\n\n}  // namespace yiquan\n")
file(WRITE ${OUTPUT} "${code}")
