# SPDX-License-Identifier: MIT

# Flags for our own targets only; they are never handed on to users of the library. Targets that compute little
# say so, and are compiled with fewer optimizations: in half the time.
define_property(TARGET PROPERTY YIQUAN_COMPUTES_LITTLE)
set(computes_little $<BOOL:$<TARGET_PROPERTY:YIQUAN_COMPUTES_LITTLE>>)
add_library(yiquan_flags INTERFACE)
target_compile_options(yiquan_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -ffp-contract=off
  $<$<AND:$<CONFIG:Release>,${computes_little}>:-O1>)
if(YIQUAN_SANITIZE)
  # Tests and the plugin compute little, so they are compiled in half the time without optimization.
  target_compile_options(yiquan_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer -g1 $<IF:${computes_little},-O0,-O1>)
  target_link_options(yiquan_flags INTERFACE -fsanitize=address,undefined)
endif()
if(YIQUAN_THREAD_SANITIZE)
  target_compile_options(yiquan_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer -g1
    $<IF:$<BOOL:$<TARGET_PROPERTY:YIQUAN_COMPUTES_LITTLE>>,-O0,-O1>)
  target_link_options(yiquan_flags INTERFACE -fsanitize=thread)
endif()

# Compiles the sources of a target in larger pieces where YIQUAN_UNITY is on: a heavy header is read, and its
# templates are made, once for a piece and not once for a file. So private names are unique in a folder.
function(yiquan_unity target)
  if(YIQUAN_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)  # takes the pieces' files for headers
  endif()
endfunction()

# yiquan_module(geo USES base LINKS PkgConfig::PROJ): one static library per folder of core/ with its
# wings, every header compiled alone by the target all_verify_interface_header_sets. SEARCHES: most of the time is spent there.
function(yiquan_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SEARCHES" "" "USES;LINKS")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.hpp)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(sources)
    set(kind PUBLIC)
    add_library(yiquan_${name} STATIC ${sources})
    yiquan_unity(yiquan_${name})
    target_link_libraries(yiquan_${name} PRIVATE $<BUILD_INTERFACE:yiquan_flags>)
    if(arg_SEARCHES)
      target_compile_options(yiquan_${name} PRIVATE $<$<CONFIG:Release>:-O3>)
    endif()
  else()
    set(kind INTERFACE)
    add_library(yiquan_${name} INTERFACE)
  endif()
  add_library(yiquan::${name} ALIAS yiquan_${name})
  target_sources(yiquan_${name} ${kind} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
  target_compile_features(yiquan_${name} ${kind} cxx_std_20)
  set_target_properties(yiquan_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  list(TRANSFORM arg_USES PREPEND yiquan::)
  target_link_libraries(yiquan_${name} ${kind} ${arg_USES} ${arg_LINKS})
endfunction()

# yiquan_embed(target variable files...): compiles files into a target as
#   extern const std::array<yiquan::EmbeddedFile, N>  reachable by  std::span<const EmbeddedFile> variable()
function(yiquan_embed target name)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} -DNAME=${name} "-DFILES=${ARGN}" -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${generated})
  set_source_files_properties(${generated} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
