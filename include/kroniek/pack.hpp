// A rule pack: everything the program knows about one language.
#pragma once

#include <kroniek/diagnostic.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kroniek {

class Pack;

// Words of the output (headings, statuses, months), by key, in one language.
using Labels = std::map<std::string, std::string, std::less<>>;

struct PackInfo {
  std::string language, version, sha256;
};

// The pack that is compiled into the library; nullptr if there is none for the language.
std::shared_ptr<const Pack> builtin_pack(std::string_view language);

struct PackLoad {
  std::shared_ptr<const Pack> pack;  // nullptr if there was an error
  std::vector<Diagnostic> diagnostics;
};
// Reads and compiles the rule files of a folder. All faults are reported, not only the first. With the folder `cache`,
// the pack is kept there when it is compiled, and taken from there as long as neither its files nor the program
// changed; a cache that cannot be used is as none.
PackLoad load_pack(const std::string& folder, const std::string& cache = {});

PackInfo info(const Pack& pack);
// nullptr: the pack has no labels in that language.
const Labels* labels(const Pack& pack, std::string_view language);

}  // namespace kroniek
