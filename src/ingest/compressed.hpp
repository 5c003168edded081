// gzip files, and members of ZIP archives.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kroniek {

// What unpacks to more than this is not read: a small file may unpack to anything.
inline constexpr std::size_t kMostUnpacked = std::size_t{1} << 30U;

bool is_gzip(std::string_view content);
// nullopt: damaged, or too large.
std::optional<std::string> gunzip(std::string_view content);

// nullopt: there is no such member, or it is damaged or too large.
std::optional<std::string> zip_member(std::string_view archive, std::string_view name);

}  // namespace kroniek
