// SPDX-License-Identifier: MIT
#include "core/io/files/input_files.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/error.hpp"
#include "core/io/files/source_path.hpp"
#include "core/io/gdal/gdal_drivers.hpp"
#include "core/io/gdal/gdal_handles.hpp"
#include "core/io/gdal/gdal_scope.hpp"

namespace yiquan::io {
namespace {

namespace fs = std::filesystem;

/// Files that are read together differ in their endings only.
constexpr std::array<std::string_view, 12> shapefile{".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix",
                                                     ".sbn", ".sbx", ".qpj", ".idm", ".ind", ".qmd"};
constexpr std::array<std::string_view, 5> mapinfo{".tab", ".dat", ".map", ".id", ".ind"};
constexpr std::array<std::string_view, 2> mapinfo_text{".mif", ".mid"};
constexpr std::array<std::string_view, 5> picture{".tif", ".tiff", ".tfw", ".tifw", ".wld"};
constexpr std::array<std::string_view, 4> grid{".bil", ".hdr", ".blw", ".stx"};
constexpr std::array<std::span<const std::string_view>, 5> families{shapefile, mapinfo, mapinfo_text, picture,
                                                                    grid};
/// What SQLite and GDAL keep beside a file under its whole name.
constexpr std::array<std::string_view, 7> attached{"-wal", "-shm", "-journal", ".aux.xml",
                                                   ".ovr", ".msk", ".csvt"};

std::string in_small_letters(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::string in_capitals(std::string text) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

std::vector<fs::path> family_of(const fs::path& file, std::span<const std::string_view> endings) {
    std::vector<fs::path> out;
    for (const std::string_view ending : endings) {
        fs::path other = file;
        out.push_back(other.replace_extension(ending));
        out.push_back(other.replace_extension(in_capitals(std::string{ending})));
    }
    return out;
}

std::vector<fs::path> files_read_with(const fs::path& file) {
    std::vector<fs::path> out;
    const std::string ending = in_small_letters(file.extension().string());
    for (const std::span<const std::string_view> family : families) {
        if (std::ranges::find(family, ending) == family.end()) continue;
        for (fs::path& other : family_of(file, family)) {
            if (in_small_letters(other.extension().string()) != ending) out.push_back(std::move(other));
        }
    }
    for (const std::string_view suffix : attached) {
        fs::path other = file;
        out.push_back(other += suffix);
    }
    return out;
}

/// Only who writes the main file of a family writes the others too.
std::vector<fs::path> files_written_with(const fs::path& file) {
    const std::string ending = in_small_letters(file.extension().string());
    for (const std::span<const std::string_view> family : families) {
        if (family.front() == ending) return family_of(file, family);
    }
    return {};
}

bool belongs_to_a_family(const fs::path& file) {
    const std::string ending = in_small_letters(file.extension().string());
    return std::ranges::any_of(families, [&](const std::span<const std::string_view> family) {
        return std::ranges::find(family, ending) != family.end();
    });
}

/// "/vsizip/a.zip/b.csv" lies in "a.zip"; whatever is no such path stays as it is.
fs::path file_on_disk(const std::string& path) {
    std::string_view rest = path;
    while (rest.starts_with("/vsi")) {
        const std::size_t slash = rest.find('/', 1);
        if (slash == std::string_view::npos) return {};
        rest.remove_prefix(slash + 1);
        if (rest.starts_with('{')) {  // GDAL's way to say where an archive's name ends
            rest.remove_prefix(1);
            rest = rest.substr(0, rest.find('}'));
        }
    }
    fs::path file{rest};
    if (rest.size() == path.size()) return file;
    std::error_code ignored;
    while (!fs::is_regular_file(file, ignored)) {
        if (!file.has_relative_path() || !file.has_parent_path()) return {};
        file = file.parent_path();
    }
    return file;
}

std::optional<std::pair<dev_t, ino_t>> id_of(const fs::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return std::nullopt;
    return std::pair{found.st_dev, found.st_ino};
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

/// What a virtual data set is made of; empty where GDAL cannot open it, which reading it will say.
std::vector<std::string> named_by_vrt(const std::string& path) {
    const GdalScope gdal;
    const CPLStringList drivers = offline_drivers();
    const DatasetHandle dataset{
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_RASTER, drivers.List())};
    if (!dataset) return {};
    std::vector<std::string> files;
    char** const list = dataset->GetFileList();
    for (char** file = list; file != nullptr && *file != nullptr; ++file) files.emplace_back(*file);
    CSLDestroy(list);
    return files;
}

[[noreturn]] void refuse(const fs::path& output, const std::string& owner) {
    const std::string path = output.string();
    std::error_code ignored;
    if (fs::equivalent(output, owner, ignored)) {
        throw Error{ErrorKind::usage,
                    {fmt::format("{}: is an input of this run and would be replaced; choose another place "
                                 "for the result.",
                                 path),
                     fmt::format("{}：是本次运行的输入，会被覆盖；请为结果另选位置。", path)}};
    }
    throw Error{ErrorKind::usage,
                {fmt::format("{}: goes with {}, an input of this run; choose another place for the result.",
                             path, owner),
                 fmt::format("{}：与本次运行的输入 {} 同属一套文件；请为结果另选位置。", path, owner)}};
}

}  // namespace

void InputFiles::add_file(const fs::path& file, const std::string& owner) {
    if (const auto id = id_of(file)) files_.try_emplace(*id, owner);
    if (const auto folder = id_of(folder_of(file)))
        places_.try_emplace({*folder, file.filename().string()}, owner);
}

void InputFiles::add_files_read_with(const fs::path& file, const std::string& owner) {
    for (const fs::path& other : files_read_with(file)) add_file(other, owner);
}

void InputFiles::add_folder(const fs::path& folder, const std::string& owner) {
    const bool all = in_small_letters(folder.extension().string()) == ".gdb";
    std::error_code failure;  // what is wrong with the folder, reading it will say
    for (fs::directory_iterator entry{folder, failure}, end; !failure && entry != end;
         entry.increment(failure)) {
        if (all || belongs_to_a_family(entry->path())) add_file(entry->path(), owner);
    }
}

void InputFiles::add(const std::string& input) {
    if (input.empty()) return;
    const std::string path = file_part(input);
    if (path.empty()) return;
    const fs::path file = file_on_disk(path);
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) {
        add_folder(file, file.string());
        return;
    }
    if (!fs::exists(file, ignored)) return;
    add_file(file, file.string());
    add_files_read_with(file, file.string());
    // A link's own name and the file that it points at each have neighbours.
    add_files_read_with(fs::weakly_canonical(file, ignored), file.string());
    if (in_small_letters(file.extension().string()) != ".vrt") return;
    for (const std::string& part : named_by_vrt(path)) {
        add_file(part, file.string());
        add_files_read_with(part, file.string());
    }
}

void InputFiles::add_audit(const std::string& path) {
    if (path.empty()) return;
    std::error_code ignored;
    const fs::path given{path};
    if (given.extension() == ".gpkg") {
        add(path);
        return;
    }
    const bool whole = fs::is_directory(given, ignored);
    add((whole ? given / "audit.json" : given).string());
    add(((whole ? given : folder_of(given)) / "audit.gpkg").string());
}

void InputFiles::keep_from(const fs::path& output) const {
    const auto owner_of = [this](const fs::path& file) {
        const auto id = id_of(file);
        return id ? files_.find(*id) : files_.end();
    };
    if (const auto found = owner_of(output); found != files_.end()) refuse(output, found->second);
    if (const auto folder = id_of(folder_of(output))) {
        const auto found = places_.find({*folder, output.filename().string()});
        if (found != places_.end()) refuse(output, found->second);
    }
    for (const fs::path& file : files_written_with(output)) {
        if (const auto found = owner_of(file); found != files_.end()) refuse(output, found->second);
    }
}

}  // namespace yiquan::io
